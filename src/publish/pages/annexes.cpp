// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coalitions, sources and annexes.
#include <algorithm>
#include <set>

#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {
constexpr int kCodesOnAPage = 250;
}

void AddParts(const Report& report, Page& page, int parts) {
  if (parts == 1) return;
  Paragraph links{{{report.t("Parts of this list: ")}}, "note"};
  for (int part = 1; part <= parts; ++part) {
    if (part > 1) links.spans.push_back({" "});
    PageId there = page.id;
    there.part = part;
    links.spans.push_back({std::to_string(part), part == page.id.part ? Target() : Target(there)});
  }
  page.blocks.emplace_back(std::move(links));
}

core::Status CoalitionsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  if (study.ties.empty() && !HasChapter(report, "coalitions")) return {};
  Page page{{PageKind::kCoalitions}, t("Coalitions"), {}};
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
    std::vector<Spans> row{{{study.codebook[c].label}}};
    for (std::size_t g = 0; g < report.Regions().groups.size(); ++g) {
      const std::int32_t of = report.Regions().groups[g].cases;
      if (of == 0) {
        row.push_back({{t("no case yet"), {}, "state"}});
        continue;
      }
      const auto here = std::ranges::count_if(cases, [&](std::int32_t index) {
        return report.GroupOfCase(report.Regions(), index) == static_cast<std::int32_t>(g);
      });
      row.push_back(
          {{t("{1} of {2}", static_cast<int>(here), of), PlaceTarget{{PageKind::kCoalitions}, "table-all-ties"}}});
    }
    sectors.rows.push_back(std::move(row));
  }
  page.blocks.emplace_back(std::move(sectors));
  Table ties{"table-all-ties", t("Ties"), {t("Organisation"), t("Partner"), t("Sector"), t("Kind"), t("Sources")}, {}};
  for (const auto& tie : study.ties) {
    for (const auto& partner : study.partners) {
      if (partner.id != tie.partner) continue;
      const bool compared = report.CaseIndex(tie.organisation) >= 0;
      ties.rows.push_back({{{report.OrganisationName(tie.organisation),
                             compared ? Target(Report::CasePage(tie.organisation)) : Target(), ""}},
                           {{partner.name}},
                           {{partner.sector.value, PlaceTarget{{PageKind::kAnnexes}, "codebook"}, ""}},
                           {{Label(tie.kind, t)}},
                           report.SourceLinks(tie.sources)});
    }
  }
  page.blocks.emplace_back(std::move(ties));
  return sink(std::move(page));
}

core::Status SourcesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& sources = report.data.study.sources;
  const int count = static_cast<int>(sources.size());
  const int parts = std::max(1, (count + kSourcesOnAPage - 1) / kSourcesOnAPage);
  for (int part = 1; part <= parts; ++part) {
    const int first = (part - 1) * kSourcesOnAPage;
    const int end = std::min(count, first + kSourcesOnAPage);
    Page page{{PageKind::kSources, {}, part}, parts == 1 ? t("Sources") : t("Sources {1} to {2}", first + 1, end), {}};
    page.blocks.emplace_back(Paragraph{{{t.Plural("{1} source. ", "{1} sources. ", count, count) +
                                         t("Addresses are shown as they were; some are withheld for safety.")}},
                                       "lead"});
    AddParts(report, page, parts);
    for (int i = first; i < end; ++i) {
      const model::Source& source = sources[static_cast<std::size_t>(i)];
      SourceEntry entry{{source.id, i + 1}, source.title, {}};
      if (!source.site.empty()) entry.about.push_back({source.site});
      const auto add = [&](std::string text, Target target, std::string style) {
        if (!entry.about.empty()) entry.about.push_back({" · "});
        entry.about.push_back({std::move(text), std::move(target), std::move(style)});
      };
      if (!source.kind.empty()) add(source.kind, {}, "muted");
      if (source.accessed) add(t("read on {1}", source.accessed->Text()), {}, "muted");
      const bool link = source.address.starts_with("https://") || source.address.starts_with("http://");
      if (!source.address.empty()) {
        add(source.address, link ? Target(WebTarget{source.address}) : Target(), "");
      } else {
        add(source.note.empty() ? t("no address") : source.note, {}, "state");
      }
      page.blocks.emplace_back(std::move(entry));
    }
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

namespace {

void AddDisputes(const Report& report, Page& page) {
  const Words& t = report.t;
  const auto& data = report.data;
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
      if (!values.empty()) values.push_back({"; "});
      values.push_back({statement.value + " "});
      for (Span& span : report.SourceLinks(statement.sources)) values.push_back(std::move(span));
    }
    std::string property = group.property;
    std::ranges::replace(property, '_', ' ');
    const bool organisation = report.OrganisationOf(model::OrganisationId(group.subject)) != nullptr;
    const std::string about = organisation               ? report.OrganisationName(model::OrganisationId(group.subject))
                              : group.subject == "study" ? t("the study")
                                                         : report.CountryName(model::CountryCode(group.subject));
    disputes.rows.push_back({{{about}}, {{property}}, std::move(values)});
  }
  if (disputes.rows.empty()) {
    page.blocks.emplace_back(Paragraph{{{t("No two sources differ."), {}, "state"}}, ""});
  } else {
    page.blocks.emplace_back(std::move(disputes));
  }
}

}  // namespace

core::Status AnnexesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& codebook = report.data.study.codebook;
  const int count = static_cast<int>(codebook.size());
  const int parts = std::max(1, (count + kCodesOnAPage - 1) / kCodesOnAPage);
  for (int part = 1; part <= parts; ++part) {
    const int first = (part - 1) * kCodesOnAPage;
    const int end = std::min(count, first + kCodesOnAPage);
    Page page{{PageKind::kAnnexes, {}, part}, part == 1 ? t("Annexes") : t("Codes {1} to {2}", first + 1, end), {}};
    if (part == 1) AddChapter(report, "annexes", page);
    page.blocks.emplace_back(Heading{t("Codebook"), "codebook", 2});
    AddParts(report, page, parts);
    Table codes{"table-codebook",
                t("Every code, with the cases that have it"),
                {t("Code"), t("Kind"), t("Definition"), t("Cases"), t("Sources")},
                {}};
    for (std::int32_t c = first; c < end; ++c) {
      const model::Code& code = codebook[static_cast<std::size_t>(c)];
      const model::Share& share = report.Row(report.Regions(), c).overall;
      codes.rows.push_back({{{report.CodeLabel(c), {}, {}, report.StudyLanguage()}},
                            {{report.KindLabel(code.kind)}},
                            {{code.definition, {}, {}, report.StudyLanguage()}},
                            share.present > 0 ? Spans{Count(share, report, report.Number(c))}
                                              : Spans{{t("not sourced in any of {1} cases", share.of), {}, "state"}},
                            report.SourceLinks(code.sources)});
    }
    page.blocks.emplace_back(std::move(codes));
    if (part == 1) AddDisputes(report, page);
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

}  // namespace commonground::publish
