// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads where, whose and under which code, and nothing else: the words are nine tenths of a coding.

#include "store/submitted.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "store/failure.h"

namespace commonground::store {

namespace {

// Above this all codings are read, and those of other documents left out: a database takes only so long a question.
constexpr std::size_t kNamed = 500;

[[noreturn]] void ThrowNoSuch() {
  throw Failure(core::ErrorCode::kCorrupt, Damaged("a coding is of nothing that is there").message);
}

using Ids = std::unordered_map<long long, std::string>;

long long Number(const std::string& text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) ThrowNoSuch();
  return number;
}

Ids ReadIds(Database& database, std::string_view table) {
  Ids ids;
  database.ForEachRow(fmt::format("SELECT CAST(number AS TEXT), id FROM {} WHERE study = {}", table, database.study()),
                      2, [&](Database::TextRow& row) { ids.emplace(Number(row[0]), std::move(row[1])); });
  return ids;
}

const std::string& IdOf(const Ids& ids, const std::string& number) {
  const auto found = ids.find(Number(number));
  if (found == ids.end()) ThrowNoSuch();
  return found->second;
}

}  // namespace

std::vector<model::Coding> SubmittedIn(Database& database, const std::vector<model::DocumentId>& documents) {
  std::unordered_set<std::string_view> asked;
  for (const auto& one : documents) asked.insert(one.value);
  Ids ids = ReadIds(database, "documents");
  std::erase_if(ids, [&](const auto& one) { return !asked.contains(one.second); });
  if (ids.empty()) return {};
  std::string which = "true";
  if (ids.size() <= kNamed) {
    std::vector<long long> numbers;
    for (const auto& [number, id] : ids) numbers.push_back(number);
    which = fmt::format("document IN ({})", fmt::join(numbers, ", "));
  }
  const Ids codes = ReadIds(database, "codes");
  const Ids coders = ReadIds(database, "coders");
  const std::string accepted(model::Word(model::CodingStatus::kAccepted));
  std::vector<model::Coding> codings;
  database.ForEachRow(
      fmt::format("SELECT CAST(document AS TEXT), CAST(code AS TEXT), CAST(coder AS TEXT), CAST(range_start AS TEXT), "
                  "CAST(range_end AS TEXT), status, id FROM codings WHERE study = {} AND status IN ('{}', '{}') AND {} "
                  "ORDER BY position",
                  database.study(), accepted, model::Word(model::CodingStatus::kSubmitted), which),
      7, [&](Database::TextRow& row) {
        const auto document = ids.find(Number(row[0]));
        if (document == ids.end()) return;  // of another one
        model::Coding& one = codings.emplace_back();
        one.document.value = document->second;
        one.code.value = IdOf(codes, row[1]);
        one.coder.value = IdOf(coders, row[2]);
        one.range = {Number(row[3]), Number(row[4])};
        one.status = row[5] == accepted ? model::CodingStatus::kAccepted : model::CodingStatus::kSubmitted;
        one.id.value = std::move(row[6]);
      });
  return codings;
}

}  // namespace commonground::store
