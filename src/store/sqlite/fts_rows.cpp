// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads which rows and places FTS5 found.

#include "store/sqlite/fts_rows.h"

#include <algorithm>

#include "store/failure.h"
#include "store/search/index.h"
#include "store/sqlite/statement.h"

namespace commonground::store {

namespace {

constexpr std::int64_t kMax = std::int64_t{1} << 40;  // longer than any text: sums of two stay exact

[[noreturn]] void ThrowDamaged() {
  throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
}

}  // namespace

std::vector<FtsRows> RowsFor(sqlite_api::sqlite3* database, const Match& match, const std::set<long long>* documents) {
  std::vector<std::vector<std::string>> groups;  // of every one, one has to be there
  for (const auto& group : match.facets) {
    if (IsCode(group.front())) continue;
    groups.emplace_back();
    for (const std::string& facet : group) groups.back().push_back(kTokenMark + facet + kTokenMark);
  }
  std::vector<FtsRows> rows;
  SqliteStatement select(database,
                         "SELECT document, first_passage, last_passage, facets FROM indexed_documents WHERE study = 1");
  while (select.Step()) {
    const FtsRows one{select.Number(0), select.Number(1), select.Number(2)};
    if (one.last < one.first || (documents != nullptr && !documents->contains(one.document))) continue;
    if (!groups.empty()) {
      const std::string facets = select.Text(3) + kTokenMark;
      const auto has = [&facets](const std::string& facet) { return facets.find(facet) != std::string::npos; };
      if (!std::ranges::all_of(groups, [&](const auto& group) { return std::ranges::any_of(group, has); })) continue;
    }
    rows.push_back(one);
  }
  std::ranges::sort(rows, {}, &FtsRows::first);
  return rows;
}

std::string Pack(const std::vector<std::int64_t>& numbers) {
  std::string bytes;
  for (std::int64_t number : numbers) {
    for (; number > 0x7F; number >>= 7) bytes += static_cast<char>((number & 0x7F) | 0x80);
    bytes += static_cast<char>(number);
  }
  return bytes;
}

std::vector<std::int64_t> Unpack(const std::string& bytes) {
  std::vector<std::int64_t> numbers;
  numbers.reserve(bytes.size());
  std::int64_t number = 0;
  int shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    number |= std::int64_t{byte & 0x7F} << shift;
    if (number > kMax) ThrowDamaged();
    if (byte > 0x7F) {
      shift += 7;
      if (shift > 42) ThrowDamaged();
      continue;
    }
    numbers.push_back(number);
    number = 0;
    shift = 0;
  }
  if (shift != 0) ThrowDamaged();
  return numbers;
}

std::string PackPlaces(const std::vector<core::TextRange>& places) {
  std::vector<std::int64_t> numbers;
  std::int64_t at = 0;
  for (const core::TextRange& place : places) {
    const std::int64_t step = place.start - at;
    numbers.push_back(step < 0 ? -2 * step - 1 : 2 * step);
    numbers.push_back(place.end - place.start);
    at = place.end;
  }
  return Pack(numbers);
}

std::vector<core::TextRange> UnpackPlaces(const std::string& bytes) {
  const std::vector<std::int64_t> numbers = Unpack(bytes);
  if (numbers.size() % 2 != 0) ThrowDamaged();
  std::vector<core::TextRange> places;
  std::int64_t at = 0;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    const std::int64_t start = at + (numbers[i] % 2 == 0 ? numbers[i] / 2 : -(numbers[i] + 1) / 2);
    at = start + numbers[i + 1];
    if (start < 0 || at > kMax) ThrowDamaged();
    places.push_back({start, at});
  }
  return places;
}

}  // namespace commonground::store
