// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coalitions, sources and annexes.
#include <algorithm>
#include <set>

#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

core::Status CoalitionsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  if (study.ties.empty() && !HasChapter(report, "coalitions")) return {};
  Page page{"coalitions.html", t("Coalitions"), {}};
  AddChapter(report, "coalitions", page);
  Table sectors{"table-sectors", t("Cases with a published tie to each sector, by region"), {t("Sector")}, {}};
  for (const auto& group : report.Regions().groups) sectors.head.push_back(group.label);
  for (std::size_t c = 0; c < study.codebook.size(); ++c) {
    if (study.codebook[c].kind != model::CodeKind::kSector || !study.codebook[c].parent) continue;
    std::set<std::int32_t> cases;
    for (const auto& tie : study.ties) {
      for (const auto& partner : study.partners) {
        const std::int32_t index = report.CaseIndex(tie.organisation);
        if (partner.id == tie.partner && partner.sector == study.codebook[c].id && index >= 0) cases.insert(index);
      }
    }
    std::vector<Spans> row{{{study.codebook[c].label, "", ""}}};
    for (std::size_t g = 0; g < report.Regions().groups.size(); ++g) {
      const std::int32_t of = report.Regions().groups[g].cases;
      if (of == 0) {
        row.push_back({{t("no case yet"), "", "state"}});
        continue;
      }
      const auto here = std::ranges::count_if(cases, [&](std::int32_t index) {
        return report.GroupOfCase(report.Regions(), index) == static_cast<std::int32_t>(g);
      });
      row.push_back({{t("{1} of {2}", static_cast<int>(here), of), "#table-all-ties", ""}});
    }
    sectors.rows.push_back(std::move(row));
  }
  page.blocks.emplace_back(std::move(sectors));
  Table ties{"table-all-ties", t("Ties"), {t("Organisation"), t("Partner"), t("Sector"), t("Kind"), t("Sources")}, {}};
  for (const auto& tie : study.ties) {
    for (const auto& partner : study.partners) {
      if (partner.id != tie.partner) continue;
      const bool compared = report.CaseIndex(tie.organisation) >= 0;
      ties.rows.push_back(
          {{{report.OrganisationName(tie.organisation), compared ? Report::CasePage(tie.organisation) : "", ""}},
           {{partner.name, "", ""}},
           {{partner.sector.value, "annexes.html#codebook", ""}},
           {{Label(tie.kind, t), "", ""}},
           report.SourceLinks(tie.sources)});
    }
  }
  page.blocks.emplace_back(std::move(ties));
  return sink(std::move(page));
}

core::Status SourcesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{"sources.html", t("Sources"), {}};
  page.blocks.emplace_back(
      Paragraph{{{t.Plural("{1} source. ", "{1} sources. ", static_cast<int>(report.data.study.sources.size()),
                           static_cast<int>(report.data.study.sources.size())) +
                      t("Addresses are shown as they were; some are withheld for safety."),
                  "", ""}},
                "lead"});
  int number = 0;
  for (const auto& source : report.data.study.sources) {
    page.blocks.emplace_back(Heading{"[" + std::to_string(++number) + "] " + source.title, source.id.value, 2});
    Paragraph about{{{source.site, "", ""}}, ""};
    if (!source.kind.empty()) about.spans.push_back({" · " + source.kind, "", "muted"});
    if (source.accessed) about.spans.push_back({" · " + t("read on {1}", source.accessed->Text()), "", "muted"});
    about.spans.push_back({" · ", "", ""});
    const bool link = source.address.starts_with("https://") || source.address.starts_with("http://");
    about.spans.push_back(
        {source.address.empty() ? (source.note.empty() ? t("no address") : source.note) : source.address,
         link ? source.address : "", source.address.empty() ? "state" : ""});
    page.blocks.emplace_back(std::move(about));
  }
  return sink(std::move(page));
}

core::Status AnnexesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& data = report.data;
  Page page{"annexes.html", t("Annexes"), {}};
  AddChapter(report, "annexes", page);
  page.blocks.emplace_back(Heading{t("Codebook"), "codebook", 2});
  Table codes{"table-codebook",
              t("Every code, with the cases that have it"),
              {t("Code"), t("Kind"), t("Definition"), t("Cases"), t("Sources")},
              {}};
  for (std::size_t c = 0; c < data.study.codebook.size(); ++c) {
    const model::Code& code = data.study.codebook[c];
    const model::Share& share = report.Row(report.Regions(), static_cast<std::int32_t>(c)).overall;
    codes.rows.push_back({{{report.CodeLabel(static_cast<std::int32_t>(c)), "", ""}},
                          {{report.KindLabel(code.kind), "", ""}},
                          {{code.definition, "", ""}},
                          share.present > 0
                              ? Spans{Count(share, report, report.EvidencePage(static_cast<std::int32_t>(c)))}
                              : Spans{{t("not sourced in any of {1} cases", share.of), "", "state"}},
                          report.SourceLinks(code.sources)});
  }
  page.blocks.emplace_back(std::move(codes));
  page.blocks.emplace_back(Heading{t("Disputed facts"), "disputed", 2});
  Table disputes{"table-disputed",
                 t("Where sources differ, every value stays"),
                 {t("About"), t("Fact"), t("Values, each with its source")},
                 {}};
  for (const auto& group : data.context.statements) {
    if (!group.disputed) continue;
    Spans values;
    for (const std::size_t index : group.statements) {
      const model::Statement& statement = data.study.statements[index];
      if (!values.empty()) values.push_back({"; ", "", ""});
      values.push_back({statement.value + " ", "", ""});
      for (Span& span : report.SourceLinks(statement.sources)) values.push_back(std::move(span));
    }
    std::string property = group.property;
    std::ranges::replace(property, '_', ' ');
    const bool organisation = report.OrganisationOf(model::OrganisationId(group.subject)) != nullptr;
    const std::string about = organisation               ? report.OrganisationName(model::OrganisationId(group.subject))
                              : group.subject == "study" ? t("the study")
                                                         : report.CountryName(model::CountryCode(group.subject));
    disputes.rows.push_back({{{about, "", ""}}, {{property, "", ""}}, std::move(values)});
  }
  if (disputes.rows.empty()) {
    page.blocks.emplace_back(Paragraph{{{t("No two sources differ."), "", "state"}}, ""});
  } else {
    page.blocks.emplace_back(std::move(disputes));
  }
  return sink(std::move(page));
}

}  // namespace commonground::publish
