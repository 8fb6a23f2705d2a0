// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
// The fields of the model that can hold words, and that none is missing.
#include "app/gateway/leaving/planted_fields_testutil.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace commonground::app {

using model::OrganisationId;
using model::SourceId;
using model::Study;

Study StudyToPlantIn() {
  Study s;
  const model::CountryCode lowveld("XAA");
  const model::CountryCode highland("XAB");
  s.settings.title = "Invented study";
  s.settings.invented = true;
  s.settings.frame_note = "A frame.";
  s.regions = {{model::RegionId("north"), "North", {"Norte"}, 2}};
  s.invented_countries = {{lowveld, "Lowveld"}, {highland, "Highland"}};
  s.sources = {{SourceId("s-open"), "A page", "A site", "", "page", {}, "A note"},
               {SourceId("s-private"), "A private letter", "", "", "", {}, ""}};
  for (const char* id : {kPlantedId, "open"}) {
    const bool open = id == std::string("open");
    model::Organisation one;
    one.id = OrganisationId(id);
    one.name = open ? "Silver Steppe" : kPlantedName;
    one.country = open ? highland : lowveld;
    one.region = model::RegionId("north");
    one.visibility = model::Visibility::kPublic;
    s.organisations.push_back(one);
    s.slots.push_back({model::SlotId(open ? "1" : "2"), model::RegionId("north"), one.country, one.id, {}, ""});
    s.cases.push_back({one.id, "A case", {}});
    model::Document document;
    document.id = model::DocumentId(std::string(id) + "/story.md");
    document.organisation = one.id;
    document.title = "A story";
    document.language = "en";
    document.text = "Some words of people.\n";
    document.hash = "hash";
    s.documents.push_back(document);
    model::Coding coding;
    coding.document = document.id;
    coding.exact = "Some words";
    coding.range = {0, 10};
    coding.code = model::CodeId("P.1");
    coding.coder = model::CoderId("ana");
    s.codings.push_back(coding);
    for (const auto& [scope, word] : model::Words<model::ConsentScope>()) {
      if (!open && scope != model::ConsentScope::kAnalyse && scope != model::ConsentScope::kQuote) continue;
      model::Consent consent;
      consent.subject = id;
      consent.scope = scope;
      s.consents.push_back(consent);
    }
    model::Statement statement;
    statement.subject = id;
    statement.property = "founded";
    statement.value = open ? "2004" : "https://lantern-port.example/about";
    statement.sources = {SourceId(open ? "s-open" : "s-private")};
    s.statements.push_back(statement);
    model::LeadershipRecord record;
    record.organisation = one.id;
    record.as_of = *core::Date::Parse("2026-01-01");
    record.body = "paid_staff";
    record.sources = {SourceId("s-private")};
    s.leadership.push_back(record);
    model::Partnership tie;
    tie.organisation = one.id;
    tie.partner = model::PartnerId("clinic");
    tie.publish = true;
    s.partnerships.push_back(tie);
  }
  s.partners = {{model::PartnerId("clinic"), "A clinic", model::CodeId("P"), {}, ""}};
  s.codebook = {{model::CodeId("P"), {}, model::CodeKind::kPractice, "Practices", "", "", {}},
                {model::CodeId("P.1"), model::CodeId("P"), model::CodeKind::kPractice, "Peer work", "", "", {}}};
  s.indicators.emplace_back();
  s.indicators[0].id = model::IndicatorId("law_selling");
  s.indicators[0].label = "Selling";
  s.indicators[0].values = {"criminalised", "other"};
  model::ContextFact fact;
  fact.country = highland;
  fact.indicator = s.indicators[0].id;
  fact.value = "criminalised";
  fact.sources = {SourceId("s-open")};
  s.contexts = {fact};
  s.legal_model = {{{}, "other", "a reason"}};
  s.definitions.emplace_back();
  s.definitions[0].id = model::DefinitionId("ours");
  s.definitions[0].label = "Ours";
  s.definitions[0].criteria.emplace_back();
  s.definitions[0].criteria[0].body = "paid_staff";
  model::Finding finding;
  finding.id = model::FindingId("f");
  finding.statement = "It works";
  finding.codes = {model::CodeId("P.1")};
  finding.cases_for = {OrganisationId("open")};
  finding.reasons = {"one", "two", "three", "four"};
  finding.graded_by = {"AB", "CD"};
  finding.confidence = model::Confidence::kHigh;
  finding.concerns.resize(4);
  finding.text = "Text.";
  s.findings = {finding};
  s.outcomes = {{OrganisationId("open"),
                 {model::CodeId("P.1")},
                 "arrests",
                 "31",
                 "12",
                 "",
                 {},
                 {},
                 model::EvidenceType::kMeasured,
                 {SourceId("s-open")},
                 "Counted twice.",
                 ""}};
  s.answers = {
      {model::CodeId("P.1"), model::CodeId("B"), OrganisationId("open"), {SourceId("s-open")}, "It helps.", ""}};
  s.targets = {{model::TargetId("t"), "30-80-60", "Reach more", "80", "%", {}, {SourceId("s-open")}, ""}};
  s.translations = {{model::DocumentId("open/story.md"), "words", "fr", "mots", "AB"}};
  s.editions = {{model::EditionId("1"), *core::Date::Parse("2026-01-01"), "The first.", {"A number was wrong."}}};
  s.chapters = {{model::ChapterId("summary"), "A chapter."}};
  s.memos.emplace_back();
  s.sets.emplace_back();
  s.assignments.emplace_back();
  s.adjudications.emplace_back();
  s.decisions.emplace_back();
  s.history.emplace_back();
  s.history_texts.emplace_back();
  s.old_versions.emplace_back();
  return s;
}

namespace {

const Plant kReference;  // no way to plant in it

// An id can hold only some characters; a name in it is spelt with those.
std::string AsId(const std::string& text) {
  std::string id;
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
    id += plain && static_cast<unsigned char>(c) < 0x80 ? c : '-';
  }
  return id;
}

}  // namespace

const std::map<std::string, Plant>& PlantedFields() {
  static const std::map<std::string, Plant> fields {
#define CG_PLANT(field, place)                               \
  {                                                          \
    field, [](Study& s, const std::string& t) { place = t; } \
  }
#define CG_PLANT_ID(field, ...)                                \
  {                                                            \
    field, [](Study& s, const std::string& t) { __VA_ARGS__; } \
  }
    CG_PLANT("Settings.title", s.settings.title), CG_PLANT("Settings.subtitle", s.settings.subtitle),
        CG_PLANT("Settings.publisher", s.settings.publisher), CG_PLANT("Settings.frame_note", s.settings.frame_note),
        CG_PLANT("Settings.licence", s.settings.licence),
        CG_PLANT_ID("Settings.many_valued", s.settings.many_valued = {t}),
        {"Settings.language", kReference},  // a closed list
        {"Settings.frame_sources", kReference}, {"Settings.definitions", kReference},
        {"Settings.claims_about", kReference},
        CG_PLANT_ID("Region.id", s.regions[0].id = model::RegionId(AsId(t));
                    for (auto& o
                         : s.organisations) o.region = s.regions[0].id;
                    for (auto& x
                         : s.slots) x.region = s.regions[0].id),
        CG_PLANT("Region.label", s.regions[0].label), CG_PLANT_ID("Region.aliases", s.regions[0].aliases = {t}),
        {"InventedCountry.code", kReference},  // three letters of a closed range
        CG_PLANT("InventedCountry.name", s.invented_countries[1].name),
        CG_PLANT_ID("Slot.id", s.slots[1].id = model::SlotId(AsId(t))), {"Slot.region", kReference},
        {"Slot.country", kReference}, {"Slot.organisation", kReference}, {"Slot.sources", kReference},
        CG_PLANT("Slot.note", s.slots[1].note),
        CG_PLANT_ID("Source.id", s.sources[0].id = SourceId(AsId(t)); s.statements[1].sources = {s.sources[0].id};
                    s.contexts[0].sources = {s.sources[0].id}),
        CG_PLANT("Source.title", s.sources[0].title), CG_PLANT("Source.site", s.sources[0].site),
        CG_PLANT("Source.address", s.sources[0].address), CG_PLANT("Source.kind", s.sources[0].kind),
        CG_PLANT("Source.note", s.sources[0].note),
        {"Organisation.id", kReference},  // of the one that may be named: a name that may be told
        {"Organisation.name", kReference}, {"Organisation.short_name", kReference},
        {"Organisation.country", kReference}, {"Organisation.region", kReference},
        CG_PLANT_ID("Organisation.languages", s.organisations[1].languages = {t}),
        CG_PLANT("Organisation.note", s.organisations[1].note), {"Statement.subject", kReference},
        CG_PLANT("Statement.property", s.statements[1].property), CG_PLANT("Statement.value", s.statements[1].value),
        {"Statement.sources", kReference}, CG_PLANT("Statement.validated_by", s.statements[1].validated_by),
        CG_PLANT("Statement.note", s.statements[1].note), {"Statement.id", kReference},
        {"LeadershipRecord.id", kReference}, {"LeadershipRecord.organisation", kReference},
        CG_PLANT("LeadershipRecord.body", s.leadership[1].body), {"LeadershipRecord.sources", kReference},
        CG_PLANT("Criterion.body", s.definitions[0].criteria[0].body),
        CG_PLANT_ID("Definition.id", s.definitions[0].id = model::DefinitionId(AsId(t))),
        CG_PLANT("Definition.version", s.definitions[0].version), CG_PLANT("Definition.label", s.definitions[0].label),
        CG_PLANT("Definition.kind", s.definitions[0].kind), CG_PLANT("Definition.summary", s.definitions[0].summary),
        CG_PLANT_ID("Definition.not_sourced", s.definitions[0].not_sourced = {t}), {"Definition.sources", kReference},
        CG_PLANT_ID("Indicator.id", s.indicators[0].id = model::IndicatorId(AsId(t));
                    s.contexts[0].indicator = s.indicators[0].id),
        CG_PLANT("Indicator.code", s.indicators[0].code), CG_PLANT("Indicator.label", s.indicators[0].label),
        CG_PLANT_ID("Indicator.values", s.indicators[0].values = {t}; s.contexts[0].value = t),
        {"Indicator.sources", kReference}, CG_PLANT("Indicator.note", s.indicators[0].note),
        {"ContextFact.country", kReference}, CG_PLANT("ContextFact.area", s.contexts[0].area),
        {"ContextFact.indicator", kReference}, CG_PLANT("ContextFact.value", s.contexts[0].value),
        CG_PLANT("ContextFact.citation", s.contexts[0].citation), {"ContextFact.sources", kReference},
        CG_PLANT("ContextFact.validated_by", s.contexts[0].validated_by),
        CG_PLANT("ContextFact.note", s.contexts[0].note), {"ContextFact.id", kReference},
        CG_PLANT_ID("LegalModelRule.when", s.legal_model[0].when = {{"law_selling", {t}}}),
        CG_PLANT("LegalModelRule.model", s.legal_model[0].model),
        CG_PLANT("LegalModelRule.reason", s.legal_model[0].reason), {"LegalModelRule.id", kReference},
        CG_PLANT_ID("Code.id", s.codebook[1].id = model::CodeId(AsId(t)); for (auto& c
                                                                               : s.codings) c.code = s.codebook[1].id),
        {"Code.parent", kReference}, CG_PLANT("Code.label", s.codebook[1].label),
        CG_PLANT("Code.definition", s.codebook[1].definition), CG_PLANT("Code.basis", s.codebook[1].basis),
        {"Code.sources", kReference}, CG_PLANT("Code.include", s.codebook[1].include),
        CG_PLANT("Code.exclude", s.codebook[1].exclude), CG_PLANT("Code.colour", s.codebook[1].colour),
        {"Code.merged_into", kReference}, CG_PLANT("Code.guid", s.codebook[1].guid),
        {"CaseStudy.organisation", kReference}, CG_PLANT("CaseStudy.title", s.cases[1].title),
        CG_PLANT_ID("Document.id", s.documents[1].id = model::DocumentId("open/" + AsId(t) + ".md");
                    s.codings[1].document = s.documents[1].id),
        {"Document.organisation", kReference}, CG_PLANT("Document.title", s.documents[1].title),
        CG_PLANT("Document.language", s.documents[1].language), {"Document.sources", kReference},
        CG_PLANT_ID("Document.text", s.documents[1].text = "Some words of " + t + ".\n"),
        CG_PLANT("Document.hash", s.documents[1].hash),
        CG_PLANT("Document.original_hash", s.documents[1].original_hash),
        CG_PLANT("Document.format", s.documents[1].format), {"OldVersion.document", kReference},
        CG_PLANT("OldVersion.text", s.old_versions[0].text),
        {"FileHash.path", kReference},  // of the import, not of the study
        {"FileHash.hash", kReference}, {"Coding.document", kReference}, CG_PLANT("Coding.exact", s.codings[1].exact),
        CG_PLANT("Coding.prefix", s.codings[1].prefix), CG_PLANT("Coding.suffix", s.codings[1].suffix),
        {"Coding.code", kReference}, CG_PLANT_ID("Coding.coder", s.codings[1].coder = model::CoderId(AsId(t))),
        {"Coding.sources", kReference}, CG_PLANT("Coding.memo", s.codings[1].memo),
        CG_PLANT_ID("Coding.id", s.codings[1].id = model::CodingId(AsId(t))),
        CG_PLANT("Coding.hint", s.codings[1].hint), CG_PLANT_ID("Memo.id", s.memos[0].id = model::MemoId(AsId(t))),
        CG_PLANT("Memo.subject", s.memos[0].subject), {"Memo.document", kReference},
        CG_PLANT_ID("Memo.coder", s.memos[0].coder = model::CoderId(AsId(t))), CG_PLANT("Memo.text", s.memos[0].text),
        CG_PLANT_ID("Set.id", s.sets[0].id = model::SetId(AsId(t))), CG_PLANT("Set.name", s.sets[0].name),
        CG_PLANT("Set.description", s.sets[0].description), {"Set.codes", kReference}, {"Set.documents", kReference},
        CG_PLANT_ID("Assignment.id", s.assignments[0].id = model::AssignmentId(AsId(t))),
        {"Assignment.document", kReference},
        CG_PLANT_ID("Assignment.coder", s.assignments[0].coder = model::CoderId(AsId(t))),
        CG_PLANT_ID("Adjudication.id", s.adjudications[0].id = model::AdjudicationId(AsId(t))),
        {"Adjudication.document", kReference}, {"Adjudication.code", kReference},
        {"Adjudication.originals", kReference}, {"Adjudication.result", kReference},
        CG_PLANT_ID("Adjudication.decided_by", s.adjudications[0].decided_by = model::CoderId(AsId(t))),
        CG_PLANT("Adjudication.why", s.adjudications[0].why),
        CG_PLANT_ID("Decision.id", s.decisions[0].id = model::DecisionId(AsId(t))), {"Decision.document", kReference},
        {"Decision.code", kReference}, CG_PLANT("Decision.reason", s.decisions[0].reason),
        CG_PLANT_ID("Decision.coder", s.decisions[0].coder = model::CoderId(AsId(t))),
        CG_PLANT_ID("Event.person", s.history[0].person = model::CoderId(AsId(t))),
        CG_PLANT("Event.subject", s.history[0].subject), {"Event.document", kReference},
        CG_PLANT("Event.before", s.history[0].before), CG_PLANT("Event.after", s.history[0].after),
        CG_PLANT_ID("HistoryText.id", s.history_texts[0].id = model::HistoryTextId(AsId(t))),
        {"HistoryText.document", kReference}, CG_PLANT("HistoryText.text", s.history_texts[0].text),
        {"Consent.subject", kReference}, CG_PLANT("Consent.evidence", s.consents.back().evidence),
        {"Consent.id", kReference}, {"Partnership.id", kReference},
        CG_PLANT_ID("Partner.id", s.partners[0].id = model::PartnerId(AsId(t));
                    for (auto& x
                         : s.partnerships) x.partner = s.partners[0].id),
        CG_PLANT("Partner.name", s.partners[0].name), {"Partner.sector", kReference}, {"Partner.country", kReference},
        CG_PLANT("Partner.note", s.partners[0].note), {"Partnership.organisation", kReference},
        {"Partnership.partner", kReference}, {"Partnership.sources", kReference},
        CG_PLANT_ID("Finding.id", s.findings[0].id = model::FindingId(AsId(t))),
        CG_PLANT("Finding.statement", s.findings[0].statement), {"Finding.codes", kReference},
        {"Finding.cases_for", kReference}, {"Finding.cases_against", kReference}, {"Finding.rests_on", kReference},
        CG_PLANT("Finding.reasons", s.findings[0].reasons[2]),
        CG_PLANT("Finding.graded_by", s.findings[0].graded_by[1]), CG_PLANT("Finding.text", s.findings[0].text),
        {"Outcome.organisation", kReference}, {"Outcome.codes", kReference}, {"Outcome.sources", kReference},
        {"Outcome.id", kReference}, CG_PLANT("Outcome.measure", s.outcomes[0].measure),
        CG_PLANT("Outcome.before", s.outcomes[0].before), CG_PLANT("Outcome.after", s.outcomes[0].after),
        CG_PLANT("Outcome.unit", s.outcomes[0].unit), CG_PLANT("Outcome.how", s.outcomes[0].how),
        CG_PLANT("Outcome.note", s.outcomes[0].note), {"Answer.practice", kReference}, {"Answer.barrier", kReference},
        {"Answer.organisation", kReference}, {"Answer.sources", kReference}, {"Answer.id", kReference},
        CG_PLANT("Answer.text", s.answers[0].text), CG_PLANT("Answer.note", s.answers[0].note),
        CG_PLANT_ID("Target.id", s.targets[0].id = model::TargetId(AsId(t))),
        CG_PLANT("Target.series", s.targets[0].series), CG_PLANT("Target.statement", s.targets[0].statement),
        CG_PLANT("Target.value", s.targets[0].value), CG_PLANT("Target.unit", s.targets[0].unit),
        {"Target.sources", kReference}, CG_PLANT("Target.note", s.targets[0].note),
        {"Translation.document", kReference}, {"Translation.id", kReference},
        CG_PLANT("Translation.exact", s.translations[0].exact),
        CG_PLANT("Translation.language", s.translations[0].language),
        CG_PLANT("Translation.text", s.translations[0].text),
        CG_PLANT("Translation.translator", s.translations[0].translator),
        CG_PLANT_ID("Edition.id", s.editions[0].id = model::EditionId(AsId(t))),
        CG_PLANT("Edition.text", s.editions[0].text), CG_PLANT("Edition.corrections", s.editions[0].corrections[0]),
        {"Chapter.id", kReference},  // a closed list
        CG_PLANT("Chapter.text", s.chapters[0].text),
#undef CG_PLANT
#undef CG_PLANT_ID
  };
  return fields;
}

TEST(PlantedFields, TheTableHoldsEveryFieldOfTheModel) {
  const std::filesystem::path root = std::filesystem::path(CG_SOURCE_DIR) / "src" / "model";
  const std::regex field(R"(^  ([\w:<>, ]+?)\s+(\w+)(\s*=\s*[^;]*)?(\{\})?;)");
  const std::regex begins(R"(^struct (\w+) \{)");
  // What a change or a comparison is made of holds what is in the study.
  const std::set<std::string> kNotOfAStudy{"ChangeSet", "HistoryEntry", "GroupingPlan", "FindingSupport",
                                           "Snapshot",  "Study",        "SearchRequest"};
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.path().extension() != ".h") continue;
    std::ifstream file(entry.path());
    std::string noun;
    for (std::string line; std::getline(file, line);) {
      std::smatch match;
      if (std::regex_search(line, match, begins)) noun = match[1];
      if (line.starts_with("};")) noun.clear();
      if (noun.empty() || kNotOfAStudy.contains(noun) || !std::regex_search(line, match, field)) continue;
      const std::string type = match[1];
      if (type.find("string") == std::string::npos && type.find("Id") == std::string::npos &&
          type.find("CountryCode") == std::string::npos) {
        continue;
      }
      found.insert(noun + "." + match[2].str());
    }
  }
  EXPECT_GT(found.size(), 100U);
  for (const std::string& one : found) {
    EXPECT_TRUE(PlantedFields().contains(one))
        << one << ": add it to the table of this test and to written_fields.cpp, or say "
        << "that it only names another thing";
  }
}

}  // namespace commonground::app
