// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook, in parts where it is long, and the facts that sources dispute.
#include <algorithm>

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
      if (!values.empty()) values.push_back({report.t.Semicolon()});
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
  const bool sourced = std::ranges::any_of(codebook, [](const model::Code& code) { return !code.sources.empty(); });
  for (int part = 1; part <= parts; ++part) {
    const int first = (part - 1) * kCodesOnAPage;
    const int end = std::min(count, first + kCodesOnAPage);
    Page page{{PageKind::kAnnexes, {}, part}, part == 1 ? t("Annexes") : t("Codes {1} to {2}", first + 1, end), {}};
    if (part == 1) AddChapter(report, "annexes", page);
    page.blocks.emplace_back(Heading{t("Codebook"), "codebook", 2});
    AddParts(report, page, parts);
    Table codes{"table-codebook",
                t("Every code, with the cases that have it"),
                {t("Code"), t("Kind"), t("Definition"), t("Cases")},
                {}};
    if (sourced) codes.head.push_back(t("Sources"));
    for (std::int32_t c = first; c < end; ++c) {
      const model::Code& code = codebook[static_cast<std::size_t>(c)];
      const model::Share& share = report.Row(report.Regions(), c).overall;
      codes.rows.push_back({{{report.CodeLabel(c), {}, {}, report.StudyLanguage()}, {" " + code.id.value, {}, "muted"}},
                            {{report.KindLabel(code.kind)}},
                            {{code.definition, {}, {}, report.StudyLanguage()}},
                            share.present > 0 ? Spans{Count(share, report, report.Number(c))}
                                              : Spans{{t.Plural("not sourced in the {1} case",
                                                                "not sourced in any of {1} cases", share.of, share.of),
                                                       {},
                                                       "state"}}});
      if (sourced) codes.rows.back().push_back(report.SourceLinks(code.sources));
    }
    page.blocks.emplace_back(std::move(codes));
    if (part == 1) AddDisputes(report, page);
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

}  // namespace commonground::publish
