// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A line a field, in the order of docs/file-formats.md.  leaving_test.cpp holds this list against the headers of the
// model.
#include "app/gateway/leaving/written_fields.h"

#include "ingest/folder/kind_files.h"

namespace commonground::app {

namespace {

using rules::Kind;

class Fields {
 public:
  explicit Fields(const std::function<void(const WrittenField&)>& take) : take_(take) {}

  // One thing of a kind that has a table or file for all; its name is told with each field.
  void In(Kind kind, std::string of = {}, const model::OrganisationId* organisation = nullptr) {
    At(kind, std::string(ingest::FileOf(kind)), std::move(of), organisation);
  }
  // One that has a file of its own.
  void InOwn(Kind kind, std::string_view id, std::string of = {}, const model::OrganisationId* organisation = nullptr) {
    At(kind, ingest::FileOf(kind, id), std::move(of), organisation);
  }
  void At(Kind kind, std::string file, std::string of, const model::OrganisationId* organisation) {
    field_.kind = kind;
    field_.file = std::move(file);
    field_.of = organisation;
    suffix_ = of.empty() ? "" : " of " + std::move(of);
  }
  void operator()(const char* name, const std::string& text) {
    if (text.empty()) return;
    field_.field = name + suffix_;
    field_.text = text;
    field_.has_lines = false;
    take_(field_);
  }
  void operator()(const char* name, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) (*this)(name, text);
  }
  void Whole(const std::string& text) {
    field_.field.clear();
    field_.text = text;
    field_.has_lines = true;
    take_(field_);
  }

 private:
  const std::function<void(const WrittenField&)>& take_;
  WrittenField field_;
  std::string suffix_;
};

void SettingsAndFrame(const model::Study& study, Fields& field) {
  const model::Settings& s = study.settings;
  field.In(Kind::kSettings);
  field("title", s.title);
  field("subtitle", s.subtitle);
  field("publisher", s.publisher);
  field("language", s.language);
  field("licence", s.licence);
  field("frame.note", s.frame_note);
  field("many_valued", s.many_valued);
  for (const auto& region : study.regions) {
    field.In(Kind::kRegion, "the region " + region.id.value);
    field("id", region.id.value);
    field("label", region.label);
    field("aliases", region.aliases);
  }
  for (const auto& place : study.places) {
    field.In(Kind::kPlace, place.code.value);
    field("code", place.code.value);
    field("name", place.name);
  }
  for (const auto& slot : study.slots) {
    field.In(Kind::kSlot, slot.id.value, slot.organisation ? &*slot.organisation : nullptr);
    field("slot", slot.id.value);
    field("note", slot.note);
  }
}

void Facts(const model::Study& study, Fields& field) {
  for (const auto& source : study.sources) {
    field.In(Kind::kSource, source.id.value);
    field("id", source.id.value);
    field("title", source.title);
    field("site", source.site);
    field("address", source.address);
    field("kind", source.kind);
    field("note", source.note);
  }
  for (const auto& organisation : study.organisations) {
    field.In(Kind::kOrganisation, organisation.id.value, &organisation.id);
    field("id", organisation.id.value);
    field("name", organisation.name);
    field("short_name", organisation.short_name);
    field("languages", organisation.languages);
    field("note", organisation.note);
  }
  model::OrganisationId subject;
  for (const auto& statement : study.statements) {
    subject = model::OrganisationId(statement.subject);
    field.In(Kind::kStatement, statement.subject + ", " + statement.property, &subject);
    field("property", statement.property);
    field("value", statement.value);
    field("validated_by", statement.validated_by);
    field("note", statement.note);
  }
  for (const auto& fact : study.contexts) {
    field.In(Kind::kContextFact, fact.country.value + ", " + fact.indicator.value);
    field("area", fact.area);
    field("value", fact.value);
    field("citation", fact.citation);
    field("validated_by", fact.validated_by);
    field("note", fact.note);
  }
  for (const auto& partner : study.partners) {
    field.In(Kind::kPartner, partner.id.value);
    field("partner", partner.id.value);
    field("name", partner.name);
    field("note", partner.note);
  }
}

void Rules(const model::Study& study, Fields& field) {
  for (const auto& definition : study.definitions) {
    field.InOwn(Kind::kDefinition, definition.id.value);
    field("", definition.id.value);
    field("version", definition.version);
    field("label", definition.label);
    field("kind", definition.kind);
    field("summary", definition.summary);
    for (const auto& criterion : definition.criteria) field("criterion.body", criterion.body);
    field("not_sourced", definition.not_sourced);
  }
  for (const auto& indicator : study.indicators) {
    field.In(Kind::kIndicator, indicator.id.value);
    field("id", indicator.id.value);
    field("code", indicator.code);
    field("label", indicator.label);
    field("values", indicator.values);
    field("note", indicator.note);
  }
  for (const auto& rule : study.legal_model) {
    field.In(Kind::kLegalModelRule);
    for (const auto& [indicator, values] : rule.when) {
      field("when", indicator);
      field("when", values);
    }
    field("model", rule.model);
    field("reason", rule.reason);
  }
  for (const auto& code : study.codebook) {
    field.In(Kind::kCode, code.id.value);
    field("code", code.id.value);
    field("label", code.label);
    field("definition", code.definition);
    field("basis", code.basis);
    field("include", code.include);
    field("exclude", code.exclude);
    field("colour", code.colour);
    field("guid", code.guid);
  }
}

void Texts(const model::Study& study, Fields& field) {
  for (const auto& one : study.cases) {
    field.InOwn(Kind::kCaseStudy, one.organisation.value, {}, &one.organisation);
    field("title", one.title);
  }
  for (const auto& document : study.documents) {
    field.InOwn(Kind::kDocument, document.id.value, document.id.value, &document.organisation);
    field("title", document.title);
    field("language", document.language);
    field.At(Kind::kDocument, "case-studies/" + document.id.value, {}, &document.organisation);
    field("name", document.id.value);
    field.Whole(document.text);
  }
  for (const auto& finding : study.findings) {
    field.InOwn(Kind::kFinding, finding.id.value);
    field("name", finding.id.value);
    field("statement", finding.statement);
    field("confidence", finding.confidence);
    field("reasons", finding.reasons);
    field("graded_by", finding.graded_by);
    field("text", finding.text);
  }
  for (const auto& chapter : study.chapters) {
    field.InOwn(Kind::kChapter, chapter.id.value);
    field("name", chapter.id.value);
    field.Whole(chapter.text);
  }
}

}  // namespace

void EachWrittenField(const model::Study& study, const std::function<void(const WrittenField&)>& take) {
  Fields field(take);
  SettingsAndFrame(study, field);
  Facts(study, field);
  Rules(study, field);
  Texts(study, field);
}

}  // namespace commonground::app
