// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Ids are those of the study; "present" and "of" are counts of cases, never shares; several values in a cell are
// separated by a bar.
#include "publish/data/study_tables.h"

#include <fmt/format.h>

#include <map>

#include "publish/data/record_tables.h"
#include "publish/html/address.h"

namespace commonground::publish {

namespace {

using Type = DataColumn::Type;

std::string Text(std::int64_t number) {
  return std::to_string(number);
}
std::string Text(const std::optional<core::Date>& date) {
  return date ? date->Text() : "";
}
std::string YesNo(bool yes) {
  return yes ? "yes" : "no";
}
template <typename Ids>
std::string Join(const Ids& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : "|") + id.value;
  return text;
}

std::string WordsOf(const std::vector<model::Addressee>& addressees) {
  std::string text;
  for (const model::Addressee one : addressees) text += (text.empty() ? "" : "|") + std::string(model::Word(one));
  return text;
}

DataTable Cases(const Report& report) {
  const Words& t = report.t;
  DataTable table{
      "cases",
      t("Case studies"),
      t("One row a case study in this edition. A case that may not be named has a number that holds for this "
        "edition only, and no country unless that may be told."),
      {{"case", t("the case study; ids are stable within an edition")},
       {"name", t("the organisation; empty: it is not named"), Type::kText, "#org+name"},
       {"region", t("id of the region"), Type::kText, "#region+code"},
       {"region_label", t("the region"), Type::kText, "#region+name"},
       {"country", t("country by ISO 3166 (three letters), or invented; empty: it may not be told"), Type::kText,
        "#country+code"},
       {"title", t("title of the case study")},
       {"documents", t("documents of the case"), Type::kWhole},
       {"passages", t("passages with a code"), Type::kWhole},
       {"sources", t("sources that are named"), Type::kWhole},
       {"page", t("the page of the site")}},
      {}};
  for (std::size_t i = 0; i < report.data.comparison.cases.size(); ++i) {
    const auto& id = report.data.comparison.cases[i];
    const auto named = report.data.named.find(id);
    const model::Organisation* one = report.OrganisationOf(id);
    if (one == nullptr) continue;
    std::string title;
    for (const auto& of : report.data.study.cases) {
      if (of.organisation == id) title = of.title;
    }
    const auto& material = report.data.comparison.material[i];
    table.rows.push_back({id.value, named != report.data.named.end() && named->second ? one->name : "",
                          one->region ? one->region->value : "", one->region ? report.RegionLabel(*one->region) : "",
                          one->country ? one->country->value : "", title, Text(material.documents),
                          Text(material.passages), Text(material.sources), PathOf(Report::CasePage(id))});
  }
  return table;
}

DataTable Codes(const Report& report) {
  const Words& t = report.t;
  DataTable table{"codes",
                  t("Codebook"),
                  t("Practices, barriers, outcomes and other codes, in the order of the codebook."),
                  {{"code", t("id of the code")},
                   {"parent", t("the code above it; what is below a code counts for it too")},
                   {"kind", t("practice, barrier, outcome, enabler, sector or other")},
                   {"label", t("its name, in the language of the study")},
                   {"definition", t("what belongs to it")},
                   {"sources", t("ids of sources, with | between")}},
                  {}};
  for (const model::Code& code : report.data.study.codebook) {
    table.rows.push_back({code.id.value, code.parent ? code.parent->value : "", std::string(model::Word(code.kind)),
                          code.label, code.definition, Join(code.sources)});
  }
  return table;
}

const char* WordOf(model::PrevalenceClass prevalence) {
  switch (prevalence) {
    case model::PrevalenceClass::kCommonGround:
      return "common_ground";
    case model::PrevalenceClass::kInMostRegions:
      return "in_most_regions";
    case model::PrevalenceClass::kRegional:
      return "regional";
    case model::PrevalenceClass::kInFewRegions:
      return "in_few_regions";
    case model::PrevalenceClass::kAbsent:
      return "absent";
  }
  return "";
}

std::vector<DataTable> Counts(const Report& report) {
  const Words& t = report.t;
  const DataColumn code{"code", t("id of the code")};
  const DataColumn grouping{"grouping", t("by what cases are grouped: region, or an indicator of the law")};
  DataTable counts{"counts",
                   t("Cases by code and group"),
                   t("How many cases tell of each code, in each group. Not told is never not done."),
                   {code,
                    grouping,
                    {"group", t("id of the group")},
                    {"group_label", t("the group")},
                    {"present", t("cases in which it is told"), Type::kWhole},
                    {"of", t("cases that are counted; empty: there is none"), Type::kWhole}},
                   {}};
  DataTable classes{
      "classes",
      t("How common each code is"),
      t("Reach, balanced share and class of each code by each grouping; see methods in the report."),
      {code,
       grouping,
       {"present", t("cases in which it is told"), Type::kWhole},
       {"of", t("cases that are counted; empty: there is none"), Type::kWhole},
       {"reach", t("groups with at least one case that tells of it"), Type::kWhole},
       {"groups", t("groups that have a case"), Type::kWhole},
       {"balanced", t("mean of the groups' shares"), Type::kDecimal},
       {"class", t("common_ground, in_most_regions, regional, in_few_regions or absent")},
       {"same_without_a_case", t("of the removals of one case, those after which the class is the same"), Type::kWhole},
       {"removals", t("removals of one case that were tried"), Type::kWhole}},
      {}};
  for (const model::Grouping& by : report.data.comparison.groupings) {
    const auto material = Report::MaterialOf(by);
    for (const model::CodeRow& row : by.rows) {
      const std::string& id = report.data.comparison.codes[static_cast<std::size_t>(row.code)].value;
      for (std::size_t g = 0; g < by.groups.size(); ++g) {
        const model::Share& share = row.by_group[g];
        const bool none = share.of == 0;
        counts.rows.push_back({id, by.id, by.groups[g].id, report.GroupLabel(by, g), none ? "" : Text(share.present),
                               none ? "" : Text(share.of)});
      }
      const std::string balanced =
          row.balanced_den == 0
              ? ""
              : fmt::format("{:.4f}", static_cast<double>(row.balanced_num) / static_cast<double>(row.balanced_den));
      classes.rows.push_back({id, by.id, Text(row.overall.present), Text(row.overall.of), Text(row.reach),
                              Text(material.groups), balanced, WordOf(row.prevalence), Text(row.by_case.holds),
                              Text(row.by_case.of)});
    }
  }
  return {std::move(counts), std::move(classes)};
}

std::vector<DataTable> Passages(const Report& report) {
  const Words& t = report.t;
  const model::Snapshot& snapshot = report.data.snapshot;
  const DataColumn case_column{"case", t("the case study; ids are stable within an edition")};
  const DataColumn code_column{"code", t("id of the code")};
  DataTable passages{
      "passages",
      t("Coded passages"),
      t("One row a passage and code. Words stand here only where consent to show them holds, shortened "
        "to about 300 characters; the case's page has them whole."),
      {case_column,
       code_column,
       {"document", t("number of the document among those of the case"), Type::kWhole},
       {"page", t("the page of the site, and the place on it")},
       {"evidence_type", t("how sure the fact is: documented, self-declared, measured, association or modelled")},
       {"sources", t("ids of sources, with | between")},
       {"language", t("BCP 47, of the words; und: not known")},
       {"words", t("the words themselves; empty: they may not be shown")}},
      {}};
  std::map<std::pair<std::int32_t, std::int32_t>, int> found;  // case, code: passages
  for (const model::CodingColumn& one : snapshot.codings) {
    const model::Coding* coding = report.CodingOf(one);
    const std::string words = report.PassageText(one);
    const auto at = report.PassageAt(one);
    passages.rows.push_back(
        {snapshot.cases[static_cast<std::size_t>(one.case_index)].value,
         snapshot.codes[static_cast<std::size_t>(one.code)].value, Text(report.DocumentNumber(one.document_index)),
         PathOf(PageId{PageKind::kCase, at.of.value}) + "#" + AnchorOf(at),
         coding == nullptr ? "" : std::string(model::Word(coding->evidence_type)),
         coding == nullptr ? "" : Join(coding->sources), words.empty() ? "" : report.PassageLanguage(one), words});
  }
  DataTable presence{"case_codes",
                     t("Codes of each case"),
                     t("One row for each code that a case tells of. A pair that is not here is not told; that is not "
                       "the same as not done. A case that is counted only is in no row."),
                     {case_column, code_column, {"passages", t("passages with a code"), Type::kWhole}},
                     {}};
  for (std::size_t code = 0; code < snapshot.codes.size(); ++code) {
    for (const PassageRef& ref : report.PassagesOf(static_cast<std::int32_t>(code)))
      ++found[{ref.case_index, static_cast<std::int32_t>(code)}];
  }
  for (const auto& [pair, count] : found) {
    presence.rows.push_back({snapshot.cases[static_cast<std::size_t>(pair.first)].value,
                             snapshot.codes[static_cast<std::size_t>(pair.second)].value, Text(count)});
  }
  return {std::move(presence), std::move(passages)};
}

DataTable Pairs(const Report& report) {
  const Words& t = report.t;
  DataTable table{"pairs",
                  t("Practices told beside outcomes and barriers"),
                  t("How many cases tell of both. Told beside is not caused by."),
                  {{"practice", t("id of the code")},
                   {"with", t("id of the outcome or barrier")},
                   {"cases", t("cases that tell of both"), Type::kWhole},
                   {"of", t("cases that are counted; empty: there is none"), Type::kWhole}},
                  {}};
  for (const model::GapMap* map :
       {&report.data.comparison.practice_by_outcome, &report.data.comparison.practice_by_barrier}) {
    for (const model::GapCell& cell : map->cells) {
      if (cell.cases == 0) continue;
      table.rows.push_back({report.data.comparison.codes[static_cast<std::size_t>(cell.row)].value,
                            report.data.comparison.codes[static_cast<std::size_t>(cell.column)].value, Text(cell.cases),
                            Text(map->cases)});
    }
  }
  return table;
}

DataTable Frame(const Report& report) {
  const Words& t = report.t;
  DataTable table{"places",
                  t("The places of the frame"),
                  t("Why a place has no case study is told to nobody: each reason is private to the organisation."),
                  {{"region", t("id of the region"), Type::kText, "#region+code"},
                   {"country", t("country by ISO 3166 (three letters), or invented; empty: it may not be told"),
                    Type::kText, "#country+code"},
                   {"case", t("the case study; ids are stable within an edition")},
                   {"in_edition", t("whether its case study is in this edition"), Type::kYesNo}},
                  {}};
  for (const auto& place : report.data.frame.places) {
    table.rows.push_back({place.region.value, place.country ? place.country->value : "",
                          place.organisation ? place.organisation->value : "", YesNo(place.in_edition)});
  }
  return table;
}

std::vector<DataTable> FactTables(const Report& report) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  const DataColumn from{"valid_from", t("first day; empty: not sourced"), Type::kDate};
  const DataColumn to{"valid_to", t("last day; empty: it holds, or not sourced"), Type::kDate};
  const DataColumn as_of{"as_of", t("the day of which the source speaks"), Type::kDate};
  const DataColumn sources{"sources", t("ids of sources, with | between")};
  const DataColumn country{"country", t("country by ISO 3166 (three letters), or invented; empty: it may not be told"),
                           Type::kText, "#country+code"};
  DataTable statements{
      "statements",
      t("Facts on organisations"),
      t("What sources say; where they differ both stand here."),
      {{"subject", t("the organisation")},
       {"property", t("what is said: founded, ...")},
       {"value", t("the value, as the source has it")},
       from,
       to,
       as_of,
       {"evidence_type", t("how sure the fact is: documented, self-declared, measured, association or modelled")},
       sources},
      {}};
  for (const auto& one : study.statements) {
    statements.rows.push_back({one.subject, one.property, one.value, Text(one.valid_from), Text(one.valid_to),
                               Text(one.as_of), std::string(model::Word(one.evidence_type)), Join(one.sources)});
  }
  DataTable contexts{"contexts",
                     t("Country contexts"),
                     t("The law on paper and what happens in practice, as sources say; where they differ both stand "
                       "here."),
                     {country,
                      {"area", t("part of the country; empty: all of it")},
                      {"indicator", t("what is said, by its id")},
                      {"value", t("the value, as the source has it")},
                      from,
                      to,
                      as_of,
                      {"citation", t("law or survey")},
                      sources},
                     {}};
  for (const auto& one : study.contexts) {
    contexts.rows.push_back({one.country.value, one.area, one.indicator.value, one.value, Text(one.valid_from),
                             Text(one.valid_to), Text(one.as_of), one.citation, Join(one.sources)});
  }
  DataTable models{"legal_models",
                   t("Legal model of each country"),
                   t("Derived by a rule from the law on paper, on {1}.", report.data.context.on.Text()),
                   {country, {"legal_model", t("unknown: what the rule needs is not sourced")}},
                   {}};
  for (const auto& one : report.data.context.countries) models.rows.push_back({one.country.value, one.legal_model});
  return {std::move(statements), std::move(contexts), std::move(models)};
}

std::vector<DataTable> Rest(const Report& report) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  DataTable sources{"sources",
                    t("Sources"),
                    t("Only those that something in this edition cites."),
                    {{"source", t("id of the source")},
                     {"number", t("its number in the report"), Type::kWhole},
                     {"title", t("its title")},
                     {"site", t("who published it")},
                     {"address", t("its address; empty: none, or withheld for safety")},
                     {"kind", t("web page, report, interview, ...")},
                     {"accessed", t("the day it was read"), Type::kDate}},
                    {}};
  for (std::size_t i = 0; i < study.sources.size(); ++i) {
    const model::Source& one = study.sources[i];
    sources.rows.push_back({one.id.value, Text(static_cast<std::int64_t>(i) + 1), one.title, one.site, one.address,
                            one.kind, Text(one.accessed)});
  }
  DataTable findings{"findings",
                     t("Findings"),
                     {},
                     {{"finding", t("id of the finding")},
                      {"statement", t("the finding, in a sentence")},
                      {"codes", t("ids of codes, with | between")},
                      {"cases_for", t("cases that bear it out, with | between")},
                      {"cases_against", t("cases that speak against it, with | between")},
                      {"confidence", t("high, moderate, low or very low, as people graded it; empty: not graded")},
                      {"kind", t("best practice, barrier, need or recommendation; empty: not told")},
                      {"addressees", t("of a recommendation: to whom, with | between")},
                      {"rests_on", t("of a recommendation: ids of findings, with | between")},
                      {"looked_at", t("the day on which people last looked at it"), Type::kDate},
                      {"look_again", t("whether something that it rests on changed since then"), Type::kYesNo}},
                     {}};
  for (const auto& one : study.findings) {
    findings.rows.push_back({one.id.value, one.statement, Join(one.codes), Join(one.cases_for), Join(one.cases_against),
                             one.confidence ? std::string(model::Word(*one.confidence)) : std::string(),
                             one.kind ? std::string(model::Word(*one.kind)) : std::string(), WordsOf(one.addressees),
                             Join(one.rests_on), Text(one.looked_at), YesNo(report.data.look_again.contains(one.id))});
  }
  DataTable partnerships{
      "partnerships",
      t("Coalitions"),
      t("Partnerships on record that may be published; others are not here, and are counted nowhere."),
      {{"organisation", t("the organisation")},
       {"partner", t("the partner")},
       {"sector", t("the partner's sector")},
       {"kind", t("what the partnership is: an agreement, a service, training, dialogue or litigation")},
       {"since", t("first day; empty: not sourced"), Type::kDate},
       {"sources", t("ids of sources, with | between")}},
      {}};
  for (const auto& one : study.partnerships) {
    if (!one.publish) continue;
    std::string partner = one.partner.value;
    std::string sector;
    for (const auto& of : study.partners) {
      if (of.id != one.partner) continue;
      partner = of.name;
      sector = of.sector.value;
    }
    partnerships.rows.push_back({one.organisation.value, partner, sector, std::string(model::Word(one.kind)),
                                 Text(one.since), Join(one.sources)});
  }
  return {std::move(findings), std::move(partnerships), std::move(sources)};
}

}  // namespace

std::vector<DataTable> StudyTables(const Report& report) {
  std::vector<DataTable> tables;
  const auto add = [&tables](std::vector<DataTable> more) { std::ranges::move(more, std::back_inserter(tables)); };
  tables.push_back(Cases(report));
  tables.push_back(Codes(report));
  add(Counts(report));
  add(Passages(report));
  tables.push_back(Pairs(report));
  tables.push_back(Frame(report));
  add(FactTables(report));
  add(RecordTables(report));
  add(Rest(report));
  std::erase_if(tables, [](const DataTable& table) { return table.rows.empty(); });
  return tables;
}

}  // namespace commonground::publish
