// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Filters and sorts lists of things by their cells, and says what could not be done to one of them.

#include "app/nouns/noun_query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "app/nouns/noun_cells.h"
#include "core/content_hash.h"
#include "core/fold.h"
#include "core/guid.h"
#include "ingest/folder/built_in.h"
#include "ingest/folder/strange.h"
#include "rules/shown.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

std::string NameOf(UseCase use_case) {
  return std::string(Permissions()[static_cast<std::size_t>(use_case)].name);
}

constexpr std::string_view kId = "id";

std::string_view ArticleOf(std::string_view word) {
  return std::string_view("aeio").find(word.front()) == std::string_view::npos ? "a" : "an";
}

const std::string& CellOf(const NounShown& thing, std::string_view field) {
  static const std::string kBlank;
  if (field == kId) return thing.id;
  const auto found = std::ranges::find(thing.cells, field, &FieldValues::value_type::first);
  return found == thing.cells.end() ? kBlank : found->second;
}

bool Holds(const NounQuery::Filter& filter, const NounShown& thing) {
  const std::string& cell = CellOf(thing, filter.field);
  if (filter.is_part) return core::Fold(cell).find(core::Fold(filter.text)) != std::string::npos;
  if (cell == filter.text) return true;
  const auto items = rules::ItemsOf(cell, [](const std::string&, const std::string&) {});
  return !filter.text.empty() && std::ranges::find(items, filter.text) != items.end();
}

// Numbers by their size and before words; words as people sort them, whatever their letters; what is blank at the end.
struct SortKey {
  bool is_blank = false;
  bool is_word = false;
  std::int64_t number = 0;
  std::string word;
  auto operator<=>(const SortKey&) const = default;
};
SortKey KeyOf(const std::string& cell) {
  SortKey key;
  key.is_blank = cell.empty();
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), key.number);
  key.is_word = error != std::errc() || end != cell.data() + cell.size();
  if (key.is_word) key.number = 0;
  if (key.is_word) key.word = core::Fold(cell);
  return key;
}

core::Status CheckField(const NounKind& kind, const std::string& field) {
  const bool is_there = field == kId || std::ranges::find(kind.fields, field, &NounField::name) != kind.fields.end();
  if (is_there) return {};
  std::vector<std::string> names{std::string(kId)};
  for (const auto& one : kind.fields) names.push_back(one.name);
  core::Error error{ErrorCode::kInvalidInput,
                    fmt::format("{} {} has no such field. Fix: write one of: {}", ArticleOf(kind.word), kind.word,
                                fmt::join(names, ", ")),
                    rules::Shown(field)};
  error.about = {kind.word, {}, field};
  return core::Fail(std::move(error));
}

core::Error About(ErrorCode code, const NounKind& kind, const std::string& id, std::string message,
                  core::Hint hint = {}) {
  return {code, std::move(message), id.empty() ? kind.word : rules::Shown(id), {kind.word, id, {}}, std::move(hint)};
}

}  // namespace

core::Status CheckQuery(const NounKind& kind, const NounQuery& query) {
  for (const auto& one : query.filters) CG_RETURN_IF_ERROR(CheckField(kind, one.field));
  return query.sort.empty() ? core::Status() : CheckField(kind, query.sort);
}

void Apply(const NounQuery& query, std::vector<NounShown>& things) {
  std::erase_if(things, [&](const NounShown& thing) {
    return !std::ranges::all_of(query.filters, [&](const auto& filter) { return Holds(filter, thing); });
  });
  if (query.sort.empty()) return;
  std::ranges::stable_sort(things, [&](const NounShown& a, const NounShown& b) {
    const SortKey left = KeyOf(CellOf(a, query.sort));
    const SortKey right = KeyOf(CellOf(b, query.sort));
    if (left.is_blank != right.is_blank) return right.is_blank;
    return query.is_descending ? right < left : left < right;
  });
}

AskedFor::AskedFor(const NounKind& kind, const FieldValues& given) {
  for (const auto& one : given) {
    if (kind.rules.is_ordered && one.first == kPlaceField) {
      place = one.second;
    } else {
      values.push_back(one);
    }
  }
}

core::Result<std::int64_t> ReadPlace(const NounKind& kind, const std::string& cell, std::size_t count,
                                     rules::About about) {
  const std::string_view digits = ingest::Bare(cell);
  if (digits.empty()) return static_cast<std::int64_t>(count) - 1;
  std::int64_t place = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place);
  const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
  if (is_whole && place >= 1 && place <= static_cast<std::int64_t>(count)) return place - 1;
  const std::size_t index = about.index;
  const std::string id = about.id;
  about.field = kPlaceField;
  rules::Problem problem;
  problem.about = std::move(about);
  problem.value = cell;
  problem.message = "is no place among the others";
  problem.fix = fmt::format("write a number from 1 to {}", count);
  return core::Fail(RefusalOf({problem}, kind.word, index, id));
}

FieldValues WithGivenId(const NounKind& kind, FieldValues values) {
  const auto is_id = [&](const auto& one) { return one.first == kind.id_field; };
  const bool names_one =
      std::ranges::any_of(values, [&](const auto& one) { return is_id(one) && !ingest::Bare(one.second).empty(); });
  if (!kind.rules.gives_id || names_one) return values;
  std::erase_if(values, is_id);
  values.emplace_back(kind.id_field, core::NewGuid());
  return values;
}

rules::Circumstances CircumstancesOn(const core::Date& today) {
  rules::Circumstances circumstances;
  circumstances.general_rule = &ingest::BuiltInLegalModel();
  circumstances.today = today;
  return circumstances;
}

std::vector<rules::Problem> ErrorsIn(std::vector<rules::Problem> problems) {
  std::erase_if(problems, [](const auto& one) { return one.severity != core::Severity::kError; });
  return problems;
}

std::string VersionOfList(const NounsShown& shown) {
  std::string all = fmt::format("{}\n", shown.withheld);
  for (const NounShown& one : shown.things) all += one.id + ' ' + one.version + '\n';
  return core::ContentHash(all).substr(0, 32);
}

core::Error NoSuch(const NounKind& kind, const std::string& id) {
  return About(ErrorCode::kNotFound, kind, id, fmt::format("there is no {} of this id", kind.word),
               {NameOf(kind.see), {}});
}

core::Error MoreThanOne(const NounKind& kind, const std::string& beginning) {
  return About(ErrorCode::kInvalidInput, kind, beginning,
               fmt::format("the ids of several {} begin so. Fix: write more of it", kind.plural),
               {NameOf(kind.see), {}});
}

core::Error NotYours(const NounKind& kind, const std::string& id) {
  return About(ErrorCode::kForbidden, kind, id,
               fmt::format("a member changes what is about its own organisation only, and this {} is not. Nothing was "
                           "changed",
                           kind.word));
}

core::Error IsThereAlready(const NounKind& kind, const std::string& id) {
  return About(ErrorCode::kInvalidInput, kind, id,
               fmt::format("another {} like this is there already. Nothing was changed", kind.word),
               {NameOf(kind.edit), {{"id", id}}});
}

core::Error Stays(const NounKind& kind, const std::string& id) {
  return About(ErrorCode::kInvalidInput, kind, id,
               fmt::format("{} {} is not removed: {}. Nothing was changed. Fix: {}", ArticleOf(kind.word), kind.word,
                           kind.rules.stays, kind.rules.instead));
}

core::Error CannotBeRenamed(const NounKind& kind, const std::string& id) {
  return About(ErrorCode::kInvalidInput, kind, id,
               fmt::format("the {} of {} {} cannot be changed: other things name it. Nothing was changed. Fix: add "
                           "another one, and take this one out",
                           kind.id_field, ArticleOf(kind.word), kind.word));
}

core::Error ChangedByOthers(const NounKind& kind, const std::string& id, const std::string& version,
                            const std::string& both) {
  std::string message;
  if (both.empty()) {
    message = fmt::format(
        "this {} is not as you saw it, and the history does not hold the version that you name (an import of the study "
        "is no part of it). Nothing was changed",
        kind.word);
  } else {
    message = fmt::format(
        "this {} was changed by somebody else since you saw it. Nothing of theirs or yours was lost, and nothing was "
        "changed now:\n{}Decide which it is to be",
        kind.word, both);
  }
  return About(ErrorCode::kConflict, kind, id, std::move(message),
               {NameOf(kind.edit), {{"id", id}, {"version", version}}});
}

std::string BothChanged(const std::string& field, const std::string& seen, const std::string& now,
                        const std::string& yours) {
  const auto shown = [](const std::string& value) { return value.empty() ? "(nothing)" : value; };
  return fmt::format("  {}\n    you saw: {}\n    now:     {}\n    yours:   {}\n", field, shown(seen), shown(now),
                     shown(yours));
}

core::Error NeededBy(const NounKind& kind, const std::string& id, const std::vector<rules::Problem>& problems) {
  std::vector<std::string> users;
  constexpr std::size_t kMaxShown = 10;
  for (const auto& one : problems) {
    const std::string user = rules::PlainName(one.about);
    if (std::ranges::find(users, user) == users.end()) users.push_back(user);
  }
  const std::size_t all = users.size();
  if (all > kMaxShown) users.resize(kMaxShown);
  return About(
      ErrorCode::kInvalidInput, kind, id,
      fmt::format("something speaks of this {}: {}{}. Nothing was changed. Fix: change that first, or take it "
                  "out",
                  kind.word, fmt::join(users, "; "), all > kMaxShown ? fmt::format("; {} more", all - kMaxShown) : ""));
}

}  // namespace commonground::app
