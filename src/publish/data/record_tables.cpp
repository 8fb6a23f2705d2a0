// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One row is one record; blank cells are not sourced; several values in a cell are separated by a bar.
#include "publish/data/record_tables.h"

#include <array>

namespace commonground::publish {

namespace {

using Type = DataColumn::Type;

std::string Text(const std::optional<core::Date>& date) {
  return date ? date->Text() : "";
}
template <typename Ids>
std::string Join(const Ids& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : "|") + id.value;
  return text;
}

DataTable Outcomes(const Report& report) {
  const Words& t = report.t;
  DataTable table{
      "outcomes",
      t("Before and after"),
      t("What changed in each case, before and after, as a source says it. Never computed."),
      {{"case", t("the case study; ids are stable within an edition")},
       {"codes", t("ids of codes, with | between")},
       {"measure", t("what was counted")},
       {"before", t("the value, as the source has it")},
       {"after", t("the value, as the source has it")},
       {"unit", t("the unit; empty: the measure says it")},
       {"before_when", t("the day of which the source speaks"), Type::kDate},
       {"after_when", t("the day of which the source speaks"), Type::kDate},
       {"evidence_type", t("how sure the fact is: documented, self-declared, measured, association or modelled")},
       {"how", t("how it is known, in a sentence")},
       {"sources", t("ids of sources, with | between")}},
      {}};
  for (const model::Outcome& one : report.data.study.outcomes) {
    table.rows.push_back({one.organisation.value, Join(one.codes), one.measure, one.before, one.after, one.unit,
                          Text(one.before_when), Text(one.after_when), std::string(model::Word(one.evidence_type)),
                          one.how, Join(one.sources)});
  }
  return table;
}

DataTable Answers(const Report& report) {
  const Words& t = report.t;
  DataTable table{"answers",
                  t("Practices and barriers"),
                  t("Which practice answers which barrier, as a case or a source tells it."),
                  {{"practice", t("id of the code")},
                   {"barrier", t("id of the code")},
                   {"case", t("the case that tells it; empty: a source does")},
                   {"text", t("how it answers the barrier, in a sentence")},
                   {"sources", t("ids of sources, with | between")}},
                  {}};
  for (const model::Answer& one : report.data.study.answers) {
    table.rows.push_back({one.practice.value, one.barrier.value, one.organisation ? one.organisation->value : "",
                          one.text, Join(one.sources)});
  }
  return table;
}

DataTable Targets(const Report& report) {
  const Words& t = report.t;
  DataTable table{"targets",
                  t("Targets"),
                  t("What others agreed to reach, such as the targets of the United Nations. Never computed."),
                  {{"target", t("id of the target")},
                   {"series", t("the set that it belongs to")},
                   {"statement", t("what is to be reached, in a sentence")},
                   {"value", t("the number to be reached; empty: there is none"), Type::kDecimal},
                   {"unit", t("the unit; empty: the measure says it")},
                   {"due", t("by when"), Type::kDate},
                   {"sources", t("ids of sources, with | between")}},
                  {}};
  for (const model::Target& one : report.data.study.targets) {
    table.rows.push_back(
        {one.id.value, one.series, one.statement, one.value, one.unit, Text(one.due), Join(one.sources)});
  }
  return table;
}

// One row for each component that people told of.
DataTable Components(const Report& report) {
  const Words& t = report.t;
  static constexpr std::array<const char*, 4> kNames{"methodological limitations", "coherence", "adequacy",
                                                     "relevance"};
  DataTable table{"finding_components",
                  t("Concerns, by component"),
                  t("As two people gave them; nothing is computed, and the program proposes no grade."),
                  {{"finding", t("id of the finding")},
                   {"component", t("methodological limitations, coherence, adequacy or relevance")},
                   {"concerns", t("no or very minor, minor, moderate or serious; empty: not told")},
                   {"reason", t("why, as they wrote it")}},
                  {}};
  for (const model::Finding& one : report.data.study.findings) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      const bool has_level = i < one.concerns.size();
      const bool has_reason = i < one.reasons.size();
      if (!has_level && !has_reason) continue;
      table.rows.push_back({one.id.value, kNames[i], has_level ? std::string(model::Word(one.concerns[i])) : "",
                            has_reason ? one.reasons[i] : ""});
    }
  }
  return table;
}

DataTable Editions(const Report& report) {
  const Words& t = report.t;
  DataTable table{"editions",
                  t("Editions"),
                  t("The editions of the report, and what was corrected in each."),
                  {{"edition", t("id of the edition")},
                   {"date", t("the day of the edition"), Type::kDate},
                   {"text", t("what is new in it")},
                   {"corrections", t("mistakes of ours, and what is right, with | between")}},
                  {}};
  for (const model::Edition& one : report.data.study.editions) {
    std::string corrections;
    for (const std::string& text : one.corrections) corrections += (corrections.empty() ? "" : "|") + text;
    table.rows.push_back({one.id.value, Text(one.date), one.text, corrections});
  }
  return table;
}

}  // namespace

std::vector<DataTable> RecordTables(const Report& report) {
  return {Outcomes(report), Answers(report), Targets(report), Components(report), Editions(report)};
}

}  // namespace commonground::publish
