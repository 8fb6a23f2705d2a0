// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs over all fields of every noun that a report may show (model/fields.h), in the order of docs/file-formats.md: a
// field that a noun gets is looked at from then on.
#include "app/gateway/leaving/written_fields.h"

#include "ingest/folder/kind_files.h"

namespace commonground::app {

namespace {

using rules::Kind;

// Takes whatever is text, and passes over ids of other things, words of closed lists, dates and numbers.
class Written {
 public:
  explicit Written(const std::function<void(const WrittenField&)>& take) : take_(take) {}

  // One thing of a kind that has a table or file for all; its name is told with each field.  `key`: what the file calls
  // the id; nullptr: it stands elsewhere.
  void In(Kind kind, const char* key, std::string of = {}, const model::OrganisationId* organisation = nullptr) {
    At(kind, std::string(ingest::FileOf(kind)), key, std::move(of), organisation);
  }
  // One that has a file of its own.
  void InOwn(Kind kind, std::string_view id, const char* key, std::string of = {},
             const model::OrganisationId* organisation = nullptr) {
    At(kind, ingest::FileOf(kind, id), key, std::move(of), organisation);
  }
  void At(Kind kind, std::string file, const char* key, std::string of, const model::OrganisationId* organisation) {
    field_.kind = kind;
    field_.file = std::move(file);
    field_.of = organisation;
    key_ = key;
    suffix_ = of.empty() ? "" : " of " + std::move(of);
  }

  void Key(const char*, const auto& id) {
    if (key_ != nullptr) Take(key_, id.value);
  }
  void OwnId(const char* name, const auto& id) { Take(name, id.value); }
  void Subject(const char*, const std::string&) {}
  void Words(const char* name, const auto& value) { Take(name, value); }
  void Remark(const char* name, const auto& value) { Take(name, value); }
  void Derived(const char*, const auto&) {}
  void OfText(const char*, const auto&) {}
  // Lines count.  A document's text is its file.
  void Body(const char*, const std::string& text) {
    if (!has_body_) return;
    field_.field.clear();
    field_.text = text;
    field_.has_lines = true;
    take_(field_);
  }
  void operator()(const char* name, const auto& value) { Take(name, value); }

  template <typename Thing>
  void Of(const Thing& thing) {
    Fields(*this, thing);
  }
  void WithoutBody() { has_body_ = false; }
  void WithBody() { has_body_ = true; }

 private:
  void Take(const char* name, const std::string& text) {
    if (text.empty()) return;
    // Of the frame, in a table of its own.
    field_.field = (std::string_view(name) == "frame_note" ? "frame.note" : name) + suffix_;
    field_.text = text;
    field_.has_lines = false;
    take_(field_);
  }
  void Take(const char* name, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) Take(name, text);
  }
  void Take(const char* name, const std::map<std::string, std::vector<std::string>>& lists) {
    for (const auto& [key, texts] : lists) {
      Take(name, key);
      Take(name, texts);
    }
  }
  void Take(const char*, const std::vector<model::Criterion>& criteria) {
    for (const auto& criterion : criteria) Take("criterion.body", criterion.body);
  }
  void Take(const char*, const auto&) {}

  const std::function<void(const WrittenField&)>& take_;
  WrittenField field_;
  std::string suffix_;
  const char* key_ = nullptr;
  bool has_body_ = true;
};

void SettingsAndFrame(const model::Study& study, Written& written) {
  written.In(Kind::kSettings, nullptr);
  written.Of(study.settings);
  for (const auto& region : study.regions) {
    written.In(Kind::kRegion, "id", "the region " + region.id.value);
    written.Of(region);
  }
  for (const auto& place : study.invented_countries) {
    written.In(Kind::kInventedCountry, "code", place.code.value);
    written.Of(place);
  }
  for (const auto& slot : study.slots) {
    written.In(Kind::kSlot, "slot", slot.id.value, slot.organisation ? &*slot.organisation : nullptr);
    written.Of(slot);
  }
}

void Facts(const model::Study& study, Written& written) {
  for (const auto& source : study.sources) {
    written.In(Kind::kSource, "id", source.id.value);
    written.Of(source);
  }
  for (const auto& organisation : study.organisations) {
    written.In(Kind::kOrganisation, "id", organisation.id.value, &organisation.id);
    written.Of(organisation);
  }
  model::OrganisationId subject;
  for (const auto& statement : study.statements) {
    subject = model::OrganisationId(statement.subject);
    written.In(Kind::kStatement, nullptr, statement.subject + ", " + statement.property, &subject);
    written.Of(statement);
  }
  for (const auto& fact : study.contexts) {
    written.In(Kind::kContextFact, nullptr, fact.country.value + ", " + fact.indicator.value);
    written.Of(fact);
  }
  for (const auto& partner : study.partners) {
    written.In(Kind::kPartner, "partner", partner.id.value);
    written.Of(partner);
  }
}

void WhatChanged(const model::Study& study, Written& written) {
  for (const auto& outcome : study.outcomes) {
    written.In(Kind::kOutcome, nullptr, outcome.organisation.value, &outcome.organisation);
    written.Of(outcome);
  }
  for (const auto& answer : study.answers) {
    written.In(Kind::kAnswer, nullptr, answer.practice.value + ", " + answer.barrier.value,
               answer.organisation ? &*answer.organisation : nullptr);
    written.Of(answer);
  }
  for (const auto& target : study.targets) {
    written.In(Kind::kTarget, "target", target.id.value);
    written.Of(target);
  }
  model::OrganisationId of;
  for (const auto& translation : study.translations) {
    of = model::OrganisationId(translation.document.value.substr(0, translation.document.value.find('/')));
    written.In(Kind::kTranslation, nullptr, translation.document.value, &of);
    written.Of(translation);
  }
  for (const auto& edition : study.editions) {
    written.In(Kind::kEdition, "edition", edition.id.value);
    written.Of(edition);
  }
}

void Rules(const model::Study& study, Written& written) {
  for (const auto& definition : study.definitions) {
    written.InOwn(Kind::kDefinition, definition.id.value, "");
    written.Of(definition);
  }
  for (const auto& indicator : study.indicators) {
    written.In(Kind::kIndicator, "id", indicator.id.value);
    written.Of(indicator);
  }
  written.In(Kind::kLegalModelRule, nullptr);
  for (const auto& rule : study.legal_model) written.Of(rule);
  for (const auto& code : study.codebook) {
    written.In(Kind::kCode, "code", code.id.value);
    written.Of(code);
  }
}

void Texts(const model::Study& study, Written& written) {
  for (const auto& one : study.cases) {
    written.InOwn(Kind::kCaseStudy, one.organisation.value, nullptr, {}, &one.organisation);
    written.Of(one);
  }
  for (const auto& document : study.documents) {
    written.InOwn(Kind::kDocument, document.id.value, nullptr, document.id.value, &document.organisation);
    written.WithoutBody();
    written.Of(document);
    written.WithBody();
    written.At(Kind::kDocument, "case-studies/" + document.id.value, "name", {}, &document.organisation);
    written.Key("", document.id);
    written.Body("", document.text);
  }
  for (const auto& finding : study.findings) {
    written.InOwn(Kind::kFinding, finding.id.value, "name");
    written.Of(finding);
  }
  for (const auto& chapter : study.chapters) {
    written.InOwn(Kind::kChapter, chapter.id.value, "name");
    written.Of(chapter);
  }
}

}  // namespace

void EachWrittenField(const model::Study& study, const std::function<void(const WrittenField&)>& take) {
  Written written(take);
  SettingsAndFrame(study, written);
  Facts(study, written);
  WhatChanged(study, written);
  Rules(study, written);
  Texts(study, written);
}

}  // namespace commonground::app
