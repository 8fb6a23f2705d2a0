// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds placeholders in a text, and says what is wrong with those of chapters and findings.
#include "rules/placeholders.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/checked.h"

namespace commonground::rules {

namespace {

constexpr std::size_t kMaxKindLetters = 100;  // with the spaces around it: longer, it is no placeholder

std::string_view Trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool IsKind(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

template <typename Names>
bool Has(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string KindsInWords() {
  std::string words;
  for (const auto& [name, places] : kPlaceholders) words += (words.empty() ? "" : ", ") + std::string(name);
  return words;
}

// A number counts the cases of a code: all, of a group, or those with another code too.
void CheckNumber(const Checked& checked, const Placeholder& one, const Field& field) {
  if (Has(kTotals, one.of)) {
    if (!one.detail.empty()) field.Bad(one.detail, "stands behind a total, which has no parts", "take it out");
    return;
  }
  if (!model::IsValidId(one.of)) {
    field.Bad(one.of, "is neither a code nor one of the totals",
              fmt::format("write the id of a code, or one of: {}", fmt::join(kTotals, ", ")));
    return;
  }
  CheckReference(checked, Kind::kCode, one.of, field);
  if (one.detail.empty()) return;
  const auto [key, value] = PairOf(one.detail);
  if (key == "region") {
    CheckReference(checked, Kind::kRegion, value, field);
  } else if (key == "with") {
    CheckReference(checked, Kind::kCode, value, field);
  } else if (key != "legal_model" && !checked.indicators.Has(key)) {
    field.Bad(one.detail, "names no group of cases",
              "write region=ID, legal_model=VALUE, an indicator and its value, or with=CODE");
  }
}

void CheckContext(const Checked& checked, const Placeholder& one, const Field& field) {
  const auto& facts = checked.study.contexts;
  const bool known = std::ranges::any_of(facts, [&](const auto& fact) { return fact.country.value == one.of; });
  if (!known && checked.Readable(Kind::kContextFact)) {
    field.Bad(one.of, "is a country of which nothing is known", "write the code of a country that is in {1}",
              {All(Kind::kContextFact)});
  }
  if (!one.detail.empty() && one.detail != "legal_model") CheckReference(checked, Kind::kIndicator, one.detail, field);
}

void CheckFindingOf(const Checked& checked, const Placeholder& one, const Field& field) {
  const auto& all = checked.study.findings;
  const auto found = std::ranges::find(all, one.of, [](const auto& finding) { return finding.id.value; });
  if (found == all.end()) return CheckReference(checked, Kind::kFinding, one.of, field);
  const bool is_advice = found->kind == model::FindingKind::kRecommendation;
  if (is_advice == (one.places == Places::kRecommendation)) return;
  field.Bad(one.of, is_advice ? "is a recommendation" : "is not a recommendation",
            fmt::format("write [[{}:{}]]", is_advice ? "recommendation" : "finding", one.of));
}

void CheckOne(const Checked& checked, const Placeholder& one, const Field& field) {
  if (!one.closed)
    return field.Bad(one.kind, "begins a placeholder that does not end in its line", "write ]] behind it");
  if (!one.places) {
    return field.Bad(one.kind, "is not a kind of placeholder", "write one of: " + KindsInWords());
  }
  if (IsBlock(*one.places) && !one.alone) {
    return field.Bad(one.kind, "places something that needs a line of its own", "put it on a line of its own");
  }
  switch (*one.places) {
    case Places::kFigure:
      if (Has(kFigureNames, one.of)) return;
      return field.Bad(one.of, "there is no figure of this name",
                       fmt::format("write one of: {}", fmt::join(kFigureNames, ", ")));
    case Places::kTable:
      if (Has(kTableNames, one.of)) return;
      return field.Bad(one.of, "there is no table of this name",
                       fmt::format("write one of: {}", fmt::join(kTableNames, ", ")));
    case Places::kQuote:
      return;  // whether it may be shown is seen when a report is made
    case Places::kFinding:
    case Places::kRecommendation:
      return CheckFindingOf(checked, one, field);
    case Places::kNumber:
      return CheckNumber(checked, one, field);
    case Places::kCase:
      return CheckReference(checked, Kind::kOrganisation, one.of, field);
    case Places::kContext:
      return CheckContext(checked, one, field);
  }
}

// Behind an odd number of backslashes, as in Markdown.
bool IsEscaped(std::string_view text, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && text[before - 1] == '\\') --before;
  return (at - before) % 2 == 1;
}

}  // namespace

std::vector<Placeholder> FindPlaceholders(std::string_view text) {
  std::vector<Placeholder> found;
  int line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.size(), text.find('\n', begin));
    const std::string_view whole = text.substr(begin, end - begin);
    const std::size_t letters = Trimmed(whole).size();
    // The next of each: sought once, however many placeholders begin before it.
    std::size_t close = 0;
    std::size_t colon = 0;
    for (std::size_t at = whole.find("[["); at != std::string_view::npos; at = whole.find("[[", at)) {
      at += 2;
      if (IsEscaped(whole, at - 2)) continue;
      if (close < at) close = whole.find("]]", at);
      if (colon < at) colon = whole.find(':', at);
      if (colon >= std::min(close, at + kMaxKindLetters)) continue;
      const std::string_view kind = Trimmed(whole.substr(at, colon - at));
      if (!IsKind(kind)) continue;
      Placeholder one;
      one.closed = close != std::string_view::npos;
      one.begin = begin + at - 2;
      one.end = one.closed ? begin + close + 2 : end;
      one.line = line;
      one.kind = kind;
      for (const auto& [name, places] : kPlaceholders) {
        if (name == one.kind) one.places = places;
      }
      const std::string_view rest = whole.substr(colon + 1, one.closed ? close - colon - 1 : close);
      const std::size_t bar = rest.find('|');
      one.of = Trimmed(rest.substr(0, bar));
      if (bar != std::string_view::npos) one.detail = Trimmed(rest.substr(bar + 1));
      one.alone = letters == one.end - one.begin;
      at = one.end - begin;
      found.push_back(std::move(one));
    }
    begin = end + 1;
  }
  return found;
}

std::pair<std::string_view, std::string_view> PairOf(std::string_view detail) {
  const std::size_t equals = detail.find('=');
  if (equals == std::string_view::npos) return {};
  return {Trimmed(detail.substr(0, equals)), Trimmed(detail.substr(equals + 1))};
}

void CheckPlaceholders(const Checked& checked, std::string_view text, const Field& field) {
  Field at = field;
  for (const Placeholder& one : FindPlaceholders(text)) {
    at.line = one.line;
    CheckOne(checked, one, at);
  }
}

}  // namespace commonground::rules
