// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who works with whom: sectors by region, and each tie that its organisation agreed to publish.
#include <algorithm>
#include <map>
#include <set>

#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

using CasesOfSector = std::map<model::CodeId, std::set<std::int32_t>>;

CasesOfSector FindCases(const Report& report) {
  std::map<model::PartnerId, const model::Partner*> partners;
  for (const auto& partner : report.data.study.partners) partners.emplace(partner.id, &partner);
  CasesOfSector cases;
  for (const auto& tie : report.data.study.ties) {
    const auto partner = partners.find(tie.partner);
    const std::int32_t index = report.CaseIndex(tie.organisation);
    if (partner != partners.end() && index >= 0) cases[partner->second->sector].insert(index);
  }
  return cases;
}

Matrix SectorMatrix(const Report& report, const CasesOfSector& cases) {
  const Words& t = report.t;
  Matrix matrix;
  matrix.id = "figure-sectors";
  matrix.title = t("Case studies with a published partnership in each sector, by region");
  matrix.subtitle =
      t("A partnership is shown when its organisation agreed to publish it. An empty cell does not say that an "
        "organisation works alone.");
  matrix.head = t("Sector");
  matrix.total = t("All cases");
  const auto& groups = report.Regions().groups;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const int n = groups[g].cases;
    matrix.columns.push_back(
        {groups[g].label, n == 0 ? t("no case yet") : t.Plural("{1} case", "{1} cases", n, n), static_cast<int>(g)});
  }
  Matrix::Band band;
  for (const auto& code : report.data.study.codebook) {
    if (code.kind != model::CodeKind::kSector || !code.parent) continue;
    Matrix::Row row;
    row.label = {report.CodeName(code.id), {}, {}, report.StudyLanguage()};
    const auto found = cases.find(code.id);
    const Target ties = PlaceTarget{{PageKind::kCoalitions}, "table-all-ties"};
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto here = found == cases.end() ? 0 : std::ranges::count_if(found->second, [&](std::int32_t index) {
        return report.GroupOfCase(report.Regions(), index) == static_cast<std::int32_t>(g);
      });
      row.cells.push_back({static_cast<int>(here), groups[g].cases, here > 0 ? ties : Target()});
    }
    const int all = found == cases.end() ? 0 : static_cast<int>(found->second.size());
    row.total = {t("{1} of {2}", all, static_cast<int>(report.data.comparison.cases.size())),
                 all > 0 ? ties : Target()};
    band.rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(band.rows, std::ranges::greater{}, [](const Matrix::Row& row) {
    int sum = 0;
    for (const Matrix::Cell& cell : row.cells) sum += cell.present;
    return sum;
  });
  matrix.bands.push_back(std::move(band));
  return matrix;
}

}  // namespace

core::Status CoalitionsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  if (study.ties.empty() && !HasChapter(report, "coalitions")) return {};
  Page page{{PageKind::kCoalitions}, t("Coalitions"), {}};
  const CasesOfSector cases = FindCases(report);
  std::set<std::int32_t> with;
  for (const auto& [sector, indices] : cases) with.insert(indices.begin(), indices.end());
  const int of = static_cast<int>(report.data.comparison.cases.size());
  const int n = static_cast<int>(with.size());
  page.head.answer = {{t.Plural("{1} of {2} cases publishes a partnership outside the community.",
                                "{1} of {2} cases publish a partnership outside the community.", n, n, of)}};
  page.head.tally = {{std::to_string(study.ties.size()), {}, {{t("partnerships on record, with a source")}}, {}},
                     {std::to_string(cases.size()), {}, {{t("sectors")}}, {}},
                     {std::to_string(of - n), {}, {{t("cases without any: not sourced, never “alone”")}}, {}}};
  AddChapter(report, "coalitions", page);
  page.blocks.emplace_back(Heading{t("With which sectors?"), "sectors", 2, Heading::Layout::kWide});
  page.blocks.emplace_back(SectorMatrix(report, cases));
  page.blocks.emplace_back(Heading{t("Who works with whom"), "ties", 2, Heading::Layout::kWide});
  Table ties{
      "table-all-ties", t("Partnerships"), {t("Organisation"), t("Partner"), t("Sector"), t("Kind"), t("Sources")}, {}};
  for (const auto& tie : study.ties) {
    for (const auto& partner : study.partners) {
      if (partner.id != tie.partner) continue;
      const bool compared = report.CaseIndex(tie.organisation) >= 0;
      ties.rows.push_back({{{report.OrganisationName(tie.organisation),
                             compared ? Target(Report::CasePage(tie.organisation)) : Target()}},
                           {{partner.name, {}, {}, report.StudyLanguage()}},
                           {{report.CodeName(partner.sector), {}, {}, report.StudyLanguage()}},
                           {{Label(tie.kind, t)}},
                           report.SourceLinks(tie.sources)});
    }
  }
  page.blocks.emplace_back(std::move(ties));
  return sink(std::move(page));
}

}  // namespace commonground::publish
