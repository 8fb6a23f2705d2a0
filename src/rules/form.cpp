// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether ids are ids, what must be filled is, and no two things have one key: of things that no reader of tables
// looked at, in its words.
#include "rules/form.h"

#include <fmt/format.h>

#include <unordered_map>

#include "rules/checked.h"
#include "rules/evidence.h"

namespace commonground::rules {

namespace {

// What identifies a thing among its kind: names of fields and what stands there.
struct Key {
  std::string names;
  std::string values;
};

class Reader {
 public:
  explicit Reader(const Checked& checked) : checked_(checked) {}

  // `look` is called with each thing and its first field; it may set the thing's key.
  template <typename Thing, typename Look>
  void Each(const std::vector<Thing>& list, Look&& look) {
    std::unordered_map<std::string, std::size_t> first_of;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Field field = checked_.Of(Listed<Thing>::kKind, i, "");
      const Key key = look(list[i], field);
      if (key.values.empty()) continue;
      const auto [first, is_new] = first_of.emplace(key.values, i);
      if (is_new) continue;
      field.At(key.names).Bad(key.values, "was in {1} already", "change one of the two rows or take it out",
                              {checked_.Of(Listed<Thing>::kKind, first->second, key.names).about()});
    }
  }

 private:
  const Checked& checked_;
};

void MustBeFilled(std::string_view value, const Field& field) {
  if (value.find_first_not_of(" \t\n") == std::string_view::npos) field.Bad({}, kBlank);
}
Key MustBeAnId(std::string_view id, const Field& field) {
  MustBeFilled(id, field);
  if (!id.empty() && !model::IsValidId(id)) field.Bad(id, kNotAnId);
  return {std::string(field.name), std::string(id)};
}
template <typename Id>
void MustBeIds(const std::vector<Id>& ids, const Field& field) {
  std::unordered_set<std::string_view> seen;
  for (const Id& id : ids) {
    if (id.empty()) field.Bad({}, "has a blank item in its list", "take the extra semicolon out");
    if (!id.empty() && !seen.insert(id.value).second) {
      field.Bad(id.value, fmt::format("names {} twice", id.value), "name it once");
    }
  }
}

void CheckFrame(const Checked& checked, Reader& reader) {
  const model::Study& study = checked.study;
  reader.Each(study.regions, [](const model::Region& one, const Field& field) {
    MustBeFilled(one.id.value, field.At("id"));  // the rest of it: settings.cpp
    MustBeFilled(one.label, field.At("label"));
    if (one.quota < 0) field.At("quota").Bad(std::to_string(one.quota), kLessThanNone);
    return Key{};
  });
  reader.Each(study.invented_countries, [](const model::InventedCountry& one, const Field& field) {
    MustBeFilled(one.code.value, field.At("code"));
    MustBeFilled(one.name, field.At("name"));
    return Key{"code", one.code.value};
  });
  reader.Each(study.slots, [](const model::Slot& one, const Field& field) {
    MustBeFilled(one.region.value, field.At("region"));
    MustBeIds(one.sources, field.At("source"));
    return MustBeAnId(one.id.value, field.At("slot"));
  });
  reader.Each(study.sources, [](const model::Source& one, const Field& field) {
    MustBeFilled(one.title, field.At("title"));
    return MustBeAnId(one.id.value, field.At("id"));
  });
  reader.Each(study.organisations, [](const model::Organisation& one, const Field& field) {
    MustBeFilled(one.name, field.At("name"));
    return MustBeAnId(one.id.value, field.At("id"));
  });
}

void CheckRecords(const Checked& checked, Reader& reader) {
  const model::Study& study = checked.study;
  reader.Each(study.statements, [](const model::Statement& one, const Field& field) {
    MustBeFilled(one.subject, field.At("subject"));
    MustBeFilled(one.property, field.At("property"));
    MustBeFilled(one.value, field.At("value"));
    if (LacksSource(one)) field.At("source").Bad({}, kBlank);
    MustBeIds(one.sources, field.At("source"));
    return Key{};
  });
  reader.Each(study.leadership, [](const model::LeadershipRecord& one, const Field& field) {
    MustBeFilled(one.organisation.value, field.At("organisation"));
    MustBeFilled(one.body, field.At("body"));
    MustBeIds(one.sources, field.At("source"));
    return Key{"organisation, as_of, body",
               fmt::format("{}, {}, {}", one.organisation.value, one.as_of.Text(), one.body)};
  });
  reader.Each(study.definitions, [](const model::Definition& one, const Field& field) {
    MustBeFilled(one.label, field.At("label"));
    MustBeIds(one.sources, field.At("sources"));
    return MustBeAnId(one.id.value, field.At("id"));
  });
  reader.Each(study.indicators, [](const model::Indicator& one, const Field& field) {
    MustBeIds(one.sources, field.At("source"));
    return MustBeAnId(one.id.value, field.At("id"));
  });
  reader.Each(study.legal_model, [](const model::LegalModelRule& one, const Field& field) {
    MustBeFilled(one.model, field.At("model"));
    return Key{};
  });
  reader.Each(study.contexts, [](const model::ContextFact& one, const Field& field) {
    MustBeFilled(one.country.value, field.At("country"));
    MustBeFilled(one.indicator.value, field.At("indicator"));
    MustBeFilled(one.value, field.At("value"));
    if (LacksSource(one)) field.At("source").Bad({}, kBlank);
    MustBeIds(one.sources, field.At("source"));
    return Key{};
  });
  reader.Each(study.consents, [](const model::Consent& one, const Field& field) {
    MustBeFilled(one.subject, field.At("subject"));
    return Key{"subject, scope", fmt::format("{}, {}", one.subject, model::Word(one.scope))};
  });
  reader.Each(study.partners, [](const model::Partner& one, const Field& field) {
    MustBeFilled(one.name, field.At("name"));
    MustBeFilled(one.sector.value, field.At("sector"));
    return MustBeAnId(one.id.value, field.At("partner"));
  });
  reader.Each(study.partnerships, [](const model::Partnership& one, const Field& field) {
    MustBeFilled(one.organisation.value, field.At("organisation"));
    MustBeFilled(one.partner.value, field.At("partner"));
    MustBeIds(one.sources, field.At("source"));
    return Key{};
  });
}

void CheckWhatChanged(const Checked& checked, Reader& reader) {
  const model::Study& study = checked.study;
  reader.Each(study.outcomes, [](const model::Outcome& one, const Field& field) {
    MustBeFilled(one.organisation.value, field.At("organisation"));
    MustBeFilled(one.measure, field.At("measure"));
    MustBeIds(one.codes, field.At("codes"));
    MustBeIds(one.sources, field.At("source"));
    return Key{};
  });
  reader.Each(study.answers, [](const model::Answer& one, const Field& field) {
    MustBeFilled(one.practice.value, field.At("practice"));
    MustBeFilled(one.barrier.value, field.At("barrier"));
    MustBeIds(one.sources, field.At("source"));
    return Key{};
  });
  reader.Each(study.targets, [](const model::Target& one, const Field& field) {
    MustBeFilled(one.statement, field.At("statement"));
    if (LacksSource(one)) field.At("source").Bad({}, kBlank);
    MustBeIds(one.sources, field.At("source"));
    return MustBeAnId(one.id.value, field.At("target"));
  });
  reader.Each(study.translations, [](const model::Translation& one, const Field& field) {
    MustBeFilled(one.document.value, field.At("document"));
    MustBeFilled(one.exact, field.At("exact"));
    MustBeFilled(one.language, field.At("language"));
    MustBeFilled(one.text, field.At("text"));
    MustBeFilled(one.translator, field.At("translator"));
    return Key{};
  });
  reader.Each(study.editions, [](const model::Edition& one, const Field& field) {
    if (!one.date) field.At("date").Bad({}, kBlank);
    return MustBeAnId(one.id.value, field.At("edition"));
  });
}

void CheckTexts(const Checked& checked, Reader& reader) {
  const model::Study& study = checked.study;
  reader.Each(study.codebook, [](const model::Code& one, const Field& field) {
    MustBeFilled(one.label, field.At("label"));
    MustBeIds(one.sources, field.At("source"));
    return MustBeAnId(one.id.value, field.At("code"));
  });
  reader.Each(study.documents, [](const model::Document& one, const Field& field) {
    if (!model::IsValidDocumentId(one.id.value)) field.At("file").Bad(one.id.value, kNotADocument);
    MustBeIds(one.sources, field.At("sources"));
    return Key{"file", one.id.value};
  });
  reader.Each(study.cases, [](const model::CaseStudy& one, const Field& /*field*/) {
    return Key{"organisation", one.organisation.value};
  });
  reader.Each(study.memos, [](const model::Memo& one, const Field& field) {
    MustBeFilled(one.text, field.At("text"));
    MustBeAnId(one.coder.value, field.At("coder"));
    return MustBeAnId(one.id.value, field.At("memo"));
  });
  reader.Each(study.assignments, [](const model::Assignment& one, const Field& field) {
    MustBeFilled(one.document.value, field.At("document"));
    MustBeAnId(one.coder.value, field.At("coder"));
    return MustBeAnId(one.id.value, field.At("assignment"));
  });
  reader.Each(study.adjudications, [](const model::Adjudication& one, const Field& field) {
    MustBeFilled(one.document.value, field.At("document"));
    MustBeFilled(one.code.value, field.At("code"));
    MustBeAnId(one.decided_by.value, field.At("decided_by"));
    return MustBeAnId(one.id.value, field.At("adjudication"));
  });
  reader.Each(study.decisions, [](const model::Decision& one, const Field& field) {
    MustBeFilled(one.document.value, field.At("document"));
    MustBeAnId(one.coder.value, field.At("coder"));
    return MustBeAnId(one.id.value, field.At("decision"));
  });
  reader.Each(study.findings, [](const model::Finding& one, const Field& field) {
    MustBeFilled(one.statement, field.At("statement"));
    MustBeIds(one.codes, field.At("codes"));
    MustBeIds(one.cases_for, field.At("cases_for"));
    MustBeIds(one.cases_against, field.At("cases_against"));
    MustBeIds(one.rests_on, field.At("rests_on"));
    return MustBeAnId(one.id.value, field.At("id"));
  });
  reader.Each(study.chapters,
              [](const model::Chapter& one, const Field& field) { return MustBeAnId(one.id.value, field.At("id")); });
  reader.Each(study.sets, [](const model::Set& one, const Field& field) {
    MustBeFilled(one.name, field.At("name"));
    return MustBeAnId(one.id.value, field.At("set"));
  });
}

void CheckCodings(const Checked& checked, Reader& reader) {
  reader.Each(checked.study.codings, [](const model::Coding& one, const Field& field) {
    MustBeFilled(one.document.value, field.At("document"));
    MustBeFilled(one.exact, field.At("exact"));
    MustBeFilled(one.code.value, field.At("code"));
    MustBeAnId(one.coder.value, field.At("coder"));
    return Key{};
  });
}

}  // namespace

std::vector<Problem> FormProblems(const model::Study& study) {
  Circumstances circumstances;
  circumstances.form = Form::kUnread;
  Problems problems;
  const Checked checked(study, circumstances, problems);
  Reader reader(checked);
  CheckFrame(checked, reader);
  CheckRecords(checked, reader);
  CheckWhatChanged(checked, reader);
  CheckTexts(checked, reader);
  return problems;
}

void CheckForm(const Checked& checked) {
  Reader reader(checked);
  if (checked.study.settings.title.empty()) checked.Setting("title").Bad({}, kBlank);
  CheckFrame(checked, reader);
  CheckRecords(checked, reader);
  CheckWhatChanged(checked, reader);
  CheckTexts(checked, reader);
  CheckCodings(checked, reader);
}

}  // namespace commonground::rules
