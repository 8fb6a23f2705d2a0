// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page for every number: the cases with and without, and the passages.
#include <map>
#include <set>

#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kShownPassages = 200;  // more are listed case by case: their words are on the cases' pages

void AddCases(const Report& report, const std::vector<PassageRef>& passages, const std::vector<std::int32_t>& cases,
              Page& page) {
  const Words& t = report.t;
  std::map<std::int32_t, int> count;
  for (const PassageRef& passage : passages) ++count[passage.case_index];
  Table with{"table-with", t("Cases with a coded passage"), {t("Case"), t("Passages")}, {}};
  Bullets without;
  for (const std::int32_t index : cases) {
    const auto& id = report.data.comparison.cases[static_cast<std::size_t>(index)];
    const auto found = count.find(index);
    if (found == count.end()) {
      without.items.push_back({{report.OrganisationName(id), Report::CasePage(id), ""}});
    } else {
      with.rows.push_back({{{report.OrganisationName(id), Report::CasePage(id), ""}},
                           {{std::to_string(found->second), Report::CasePage(id), ""}}});
    }
  }
  if (!with.rows.empty()) page.blocks.emplace_back(std::move(with));
  if (!passages.empty() && passages.size() <= kShownPassages) {
    page.blocks.emplace_back(PassageTable(report, passages, "table-passages", t("Passages")));
  } else if (!passages.empty()) {
    page.blocks.emplace_back(Paragraph{
        {{t("{1} passages: too many for one page. Each case's page has its own.", static_cast<int>(passages.size())),
          "", ""}},
        "note"});
  }
  if (!without.items.empty()) {
    page.blocks.emplace_back(Heading{t("Not sourced in these cases"), "without", 2});
    page.blocks.emplace_back(
        Paragraph{{{t("No passage is coded with it. That is not sourced, never not done."), "", ""}}, "note"});
    page.blocks.emplace_back(std::move(without));
  }
}

}  // namespace

Table PassageTable(const Report& report, const std::vector<PassageRef>& passages, const std::string& id,
                   const std::string& caption) {
  const Words& t = report.t;
  Table table{id, caption, {t("Case"), t("Passage"), t("Code"), t("Grade"), t("Sources")}, {}};
  for (const PassageRef& passage : passages) {
    const model::CodingColumn& column = report.data.snapshot.codings[static_cast<std::size_t>(passage.coding)];
    const auto& organisation = report.data.comparison.cases[static_cast<std::size_t>(column.case_index)];
    const std::string text = report.PassageText(column);
    const auto& document = report.data.study.documents[static_cast<std::size_t>(column.document_index)];
    const model::Coding* coding = report.CodingOf(column);
    // A passage without sources of its own stands on those of its document, and says so.
    const bool own = coding != nullptr && !coding->sources.empty();
    Spans sources = report.SourceLinks(own ? coding->sources : document.sources);
    if (!own && !sources.empty()) sources.push_back({" (" + t("of the whole document") + ")", "", "muted"});
    if (sources.empty()) sources.push_back({t("not sourced"), "", "state"});
    Spans words = text.empty() ? Spans{{t("words not shown: no consent"), "", "state"}} : Spans{{text, "", ""}};
    table.rows.push_back(
        {{{report.OrganisationName(organisation), report.PassageAddress(column), ""}},
         std::move(words),
         {{report.data.snapshot.codes[static_cast<std::size_t>(column.code)].value, "", ""}},
         {{coding == nullptr ? t("not sourced") : Label(coding->grade, t), "", coding == nullptr ? "state" : ""}},
         std::move(sources)});
  }
  return table;
}

core::Status EvidencePages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& comparison = report.data.comparison;
  std::vector<std::int32_t> all_cases;
  for (std::size_t i = 0; i < comparison.cases.size(); ++i) all_cases.push_back(static_cast<std::int32_t>(i));
  for (std::size_t c = 0; c < comparison.codes.size(); ++c) {
    const auto code = static_cast<std::int32_t>(c);
    const model::CodeRow& all = report.Row(report.Regions(), code);
    if (all.overall.present == 0) continue;
    const std::string label = report.CodeLabel(code);
    Page page{report.EvidencePage(code), t("{1}: {2} of {3} cases", label, all.overall.present, all.overall.of), {}};
    const auto& definition = report.data.study.codebook[c].definition;
    if (!definition.empty()) page.blocks.emplace_back(Paragraph{{{definition, "", ""}}, "lead"});
    for (const char* name : {"region", "legal_model", "law_selling"}) {
      const model::Grouping* grouping = report.Find(name);
      if (grouping == nullptr) continue;
      const model::CodeRow& row = report.Row(*grouping, code);
      Table groups{std::string("table-") + name,
                   grouping->id == "region"        ? t("By region")
                   : grouping->id == "legal_model" ? t("By legal model")
                                                   : t("By the law on selling sex"),
                   {t("Group"), t("Cases")},
                   {}};
      for (std::size_t g = 0; g < grouping->groups.size(); ++g) {
        const model::Share& share = row.by_group[g];
        if (share.of == 0) {
          if (grouping->id == "region") {
            groups.rows.push_back({{{report.GroupLabel(*grouping, g), "", ""}}, {{t("no case yet"), "", "state"}}});
          }
          continue;
        }
        groups.rows.push_back({{{report.GroupLabel(*grouping, g), "", ""}},
                               {Count(share, report, report.EvidencePage(code, *grouping, g))}});
        // The page of this one number.
        Page one{report.EvidencePage(code, *grouping, g),
                 t("{1}, {2}: {3} of {4} cases", label, report.GroupLabel(*grouping, g), share.present, share.of),
                 {}};
        one.blocks.emplace_back(
            Paragraph{{{t("All cases: "), "", ""}, Count(row.overall, report, report.EvidencePage(code))}, ""});
        std::vector<std::int32_t> cases;
        for (const std::int32_t index : all_cases) {
          if (report.GroupOfCase(*grouping, index) == static_cast<std::int32_t>(g)) cases.push_back(index);
        }
        std::vector<PassageRef> passages;
        for (const PassageRef& passage : report.PassagesOf(code)) {
          if (report.GroupOfCase(*grouping, passage.case_index) == static_cast<std::int32_t>(g))
            passages.push_back(passage);
        }
        AddCases(report, passages, cases, one);
        CG_RETURN_IF_ERROR(sink(std::move(one)));
      }
      if (!groups.rows.empty()) page.blocks.emplace_back(std::move(groups));
    }
    AddCases(report, report.PassagesOf(code), all_cases, page);
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

core::Status GapPages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  for (const model::GapMap* map :
       {&report.data.comparison.practice_by_outcome, &report.data.comparison.practice_by_barrier}) {
    for (const model::GapCell& cell : map->cells) {
      // As in the figure: the tops of the tree, which every case has, are left out.
      if (report.IsHeading(cell.row) || report.IsHeading(cell.column)) continue;
      if (cell.cases == 0) continue;
      const std::string first = report.CodeLabel(cell.row);
      const std::string second = report.CodeLabel(cell.column);
      Page page{report.GapPage(cell.row, cell.column),
                t("{1} with {2}: {3} of {4} cases", first, second, cell.cases, map->cases),
                {}};
      const std::set<std::int32_t> cases(cell.case_indices.begin(), cell.case_indices.end());
      int n = 0;
      for (const std::int32_t code : {cell.row, cell.column}) {
        std::vector<PassageRef> passages;
        for (const PassageRef& passage : report.PassagesOf(code)) {
          if (cases.contains(passage.case_index)) passages.push_back(passage);
        }
        if (passages.size() > kShownPassages) {
          page.blocks.emplace_back(Paragraph{
              {{t("{1}: the first {2} of {3} passages. Each case's page has all of its own.", report.CodeLabel(code),
                  static_cast<int>(kShownPassages), static_cast<int>(passages.size())),
                "", ""}},
              "note"});
          passages.resize(kShownPassages);
        }
        page.blocks.emplace_back(
            PassageTable(report, passages, "table-" + std::to_string(++n), report.CodeLabel(code)));
      }
      CG_RETURN_IF_ERROR(sink(std::move(page)));
    }
  }
  return {};
}

}  // namespace commonground::publish
