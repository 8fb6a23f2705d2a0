// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Other programs keep what is known of a document or a case in variables that people name as they like.  A variable
// named like a field of ours ("Country", "embargo_until"), with a value that the field can have, is that field.
#include <algorithm>

#include "coding/exchange/internal/merger.h"
#include "coding/exchange/known_names.h"

namespace commonground::coding {

namespace {

// "Embargo_until " -> "embargo until".
std::string FieldName(std::string_view variable) {
  std::string name = FoldedName(variable);
  std::ranges::replace(name, '_', ' ');
  return name;
}

// "en, fr": all of them or none.
std::optional<std::vector<std::string>> ReadLanguages(std::string_view text) {
  std::vector<std::string> languages;
  while (true) {
    const std::size_t comma = text.find_first_of(",;");
    auto language = ReadLanguage(text.substr(0, comma));
    if (!language) return std::nullopt;
    if (std::ranges::find(languages, *language) == languages.end()) languages.push_back(std::move(*language));
    if (comma == std::string_view::npos) return languages;
    text.remove_prefix(comma + 1);
  }
}

// Whether the study had it before this import.
enum class Held { kNew, kBefore };

// "2025-11-02", "2025", and the day of "2025-11-02T00:00:00Z".
std::optional<core::Date> ReadDate(std::string_view text) {
  const bool has_time = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  auto date = core::Date::Parse(has_time ? text.substr(0, 10) : text);
  return date ? std::optional(*date) : std::nullopt;
}

}  // namespace

void Merger::Variables() {
  for (const ImportedCase& one : project_.cases) Case(one);
  for (const ImportedSource& one : project_.sources) Source(one);
}

void Merger::Case(const ImportedCase& one) {
  if (one.values.empty()) return;
  const model::OrganisationId id = OrganisationOf(one);
  std::string memo;
  for (const ImportedValue& value : one.values) Say(OfCase(value, id), value, memo);
  Keep(one.guid, MemoSubject::kCase, memo);
}

void Merger::Source(const ImportedSource& one) {
  const auto place = places_.find(one.guid);
  if (one.values.empty() || place == places_.end()) return;
  std::string memo;
  for (const ImportedValue& value : one.values) Say(OfDocument(value, place->second.document), value, memo);
  Keep(one.guid, MemoSubject::kDocument, memo);
}

Merger::AnchorOutcome Merger::OfCase(const ImportedValue& value, const model::OrganisationId& id) {
  const auto found = std::ranges::find(study().organisations, id, &model::Organisation::id);
  const Held held = found - study().organisations.begin() >= had_organisations_ ? Held::kNew : Held::kBefore;
  // Sets what a new thing does not have yet; is content when it has the same.
  const auto put = [](auto& field, const auto& empty, const auto& meant, Held when) {
    if (!meant) return AnchorOutcome::kNotUnderstood;
    if (when == Held::kNew && field == empty) field = *meant;
    return field == *meant ? AnchorOutcome::kTaken : AnchorOutcome::kOfTheStudy;
  };
  const std::string meaning = FoldedName(value.value);
  const auto is_meant = [&](const std::string& name) { return FoldedName(name) == meaning; };
  const std::string field = FieldName(value.variable);
  if (field == "region") {
    std::optional<model::RegionId> meant;
    for (const model::Region& region : study().regions) {
      const bool named =
          is_meant(region.id.value) || is_meant(region.label) || std::ranges::any_of(region.aliases, is_meant);
      if (!meant && named) meant = region.id;
    }
    return put(found->region, std::nullopt, meant, held);
  }
  if (field == "country") {
    std::optional<model::CountryCode> meant;
    for (const model::InventedCountry& place : study().invented_countries) {
      if (!meant && (is_meant(place.code.value) || is_meant(place.name))) meant = place.code;
    }
    if (!meant) meant = ReadCountry(value.value);
    return put(found->country, std::nullopt, meant, held);
  }
  if (field == "language" || field == "languages") {
    return put(found->languages, std::vector<std::string>{}, ReadLanguages(value.value), held);
  }
  if (field == "embargo until") {
    const auto of_case = std::ranges::find(study().cases, id, &model::CaseStudy::organisation);
    return put(of_case->embargo_until, std::nullopt, ReadDate(value.value),
               had_cases_.contains(id) ? Held::kBefore : Held::kNew);
  }
  return AnchorOutcome::kNoField;
}

Merger::AnchorOutcome Merger::OfDocument(const ImportedValue& value, const model::DocumentId& id) {
  const auto found = std::ranges::find(study().documents, id, &model::Document::id);
  const bool is_new = std::ranges::find(out_.new_documents, id) != out_.new_documents.end();
  // A new document has what the study has for all of them.
  const auto put = [&](auto& field, const auto& meant) {
    if (!meant) return AnchorOutcome::kNotUnderstood;
    if (is_new) field = *meant;
    return field == *meant ? AnchorOutcome::kTaken : AnchorOutcome::kOfTheStudy;
  };
  const std::string field = FieldName(value.variable);
  if (field == "language") return put(found->language, ReadLanguage(value.value));
  if (field == "kind") return put(found->kind, model::FromWord<model::DocumentKind>(FoldedName(value.value)));
  if (field == "date") return put(found->date, ReadDate(value.value));
  return AnchorOutcome::kNoField;
}

void Merger::Say(AnchorOutcome fate, const ImportedValue& value, std::string& memo) {
  const std::string of_field = "values of the variable \"" + FieldName(value.variable) + "\"";
  switch (fate) {
    case AnchorOutcome::kTaken:
      out_.report.Add(of_field, "in the field of that name");
      return;
    case AnchorOutcome::kNoField:
      out_.report.Add("values of variables", "a line of a memo each");
      break;
    case AnchorOutcome::kNotUnderstood:
      out_.report.Add(of_field + " that the field of that name cannot have", "a line of a memo each");
      break;
    case AnchorOutcome::kOfTheStudy:
      out_.report.Add(of_field + " where the study says something else", "the study's own kept; a line of a memo each");
      break;
  }
  memo += value.variable + ": " + value.value + "\n";
}

void Merger::Keep(const std::string& guid, MemoSubject about, const std::string& text) {
  if (text.empty()) return;
  ImportedMemo memo;
  memo.guid = core::GuidOf("memo from another program\nvariables\n" + guid);
  memo.about = about;
  memo.subject = guid;
  memo.text = text;
  said_by_variables_.push_back(std::move(memo));
}

}  // namespace commonground::coding
