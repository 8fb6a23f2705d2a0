// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page a case study, with what was coded in the margin.
#include <algorithm>
#include <map>

#include "core/text_range.h"
#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/prose.h"

namespace commonground::publish {

namespace {

void AddDocument(const Report& report, std::size_t index, const std::vector<const model::CodingColumn*>& codings,
                 Page& page) {
  const Words& t = report.t;
  const model::Document& document = report.data.study.documents[index];
  const std::string number_text = std::to_string(report.DocumentNumber(static_cast<std::int32_t>(index)));
  const std::string title = document.title.empty() ? t("Document {1}", number_text) : document.title;
  page.blocks.emplace_back(Heading{title, "d" + number_text, 2});
  Paragraph about{
      {{document.kind == model::DocumentKind::kSummary ? t("A summary in our own words, from the sources named. ")
                                                       : t("An account in people's own words. ")}},
      "note"};
  for (Span& span : report.SourceLinks(document.sources)) about.spans.push_back(std::move(span));
  page.blocks.emplace_back(std::move(about));
  if (document.text.empty()) {
    page.blocks.emplace_back(
        Paragraph{{{t("Its words are not shown: there is no consent to show them. {1} passages are coded.",
                      static_cast<int>(codings.size())),
                    {},
                    "state"}},
                  ""});
    return;
  }
  const bool markdown = document.id.value.ends_with(".md");
  const core::TextIndex text_index(document.text);
  const PassageTarget at{document.organisation, report.DocumentNumber(static_cast<std::int32_t>(index)), 0};
  std::map<std::int64_t, const model::Part*> part_at;
  for (const model::Part& part : document.parts) part_at.emplace(part.range.start, &part);
  int number = 0;
  int level = 2;  // of the last heading: none is left out below it
  for (const TextBlock& block : SplitBlocks(document.text)) {
    const std::string text = document.text.substr(block.begin, block.end - block.begin);
    const std::int64_t begin = text_index.CodePoint(block.begin);
    const std::int64_t end = text_index.CodePoint(block.end);
    Passage passage;
    passage.at = at;
    passage.at.paragraph = ++number;
    passage.language = document.language.empty() ? "und" : document.language;
    if (markdown) {
      passage.blocks = report.Read(text, 2);
    } else {
      const auto part = part_at.find(begin);
      const auto kind = part == part_at.end() ? model::PartKind::kParagraph : part->second->kind;
      const bool coded = std::ranges::any_of(
          codings, [&](const model::CodingColumn* coding) { return coding->start < end && coding->end > begin; });
      if (kind == model::PartKind::kHeading && text == title && !coded) continue;  // it stands above
      if (kind == model::PartKind::kHeading) level = std::clamp(part->second->level + 1, 3, level + 1);
      passage.blocks = {ReadPart(text, kind, std::min(level, 6))};
    }
    std::vector<std::int32_t> seen;
    for (const model::CodingColumn* coding : codings) {
      if (coding->start >= end || coding->end <= begin || std::ranges::find(seen, coding->code) != seen.end()) continue;
      seen.push_back(coding->code);
      passage.codes.push_back({{report.CodeLabel(coding->code), report.Number(coding->code), ""}});
    }
    page.blocks.emplace_back(std::move(passage));
  }
}

}  // namespace

Table StatementTable(const Report& report, const std::string& subject, const std::string& id) {
  const Words& t = report.t;
  Table table{id, t("Facts, with their sources"), {t("Fact"), t("Value"), t("When"), t("Grade"), t("Sources")}, {}};
  for (const model::StatementGroup& group : report.data.context.statements) {
    if (group.subject != subject) continue;
    for (const std::size_t index : group.statements) {
      const model::Statement& statement = report.data.study.statements[index];
      std::string property = statement.property;
      std::ranges::replace(property, '_', ' ');
      Spans value{{statement.value}};
      if (group.disputed) value.push_back({" (" + t("disputed") + ")", {}, "state"});
      if (!statement.note.empty()) value.push_back({" – " + statement.note, {}, "muted"});
      std::string when;
      if (statement.valid_from) when += t("from {1}", statement.valid_from->Text()) + " ";
      if (statement.valid_to) when += t("to {1}", statement.valid_to->Text()) + " ";
      if (statement.as_of) when += t("as of {1}", statement.as_of->Text());
      table.rows.push_back({{{property}},
                            std::move(value),
                            {{when.empty() ? t("undated") : when, {}, when.empty() ? "state" : ""}},
                            {{Label(statement.grade, t)}},
                            report.SourceLinks(statement.sources)});
    }
  }
  return table;
}

core::Status CasePages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& data = report.data;
  std::vector<std::vector<const model::CodingColumn*>> by_document(data.study.documents.size());
  for (const model::CodingColumn& coding : data.snapshot.codings) {
    by_document[static_cast<std::size_t>(coding.document_index)].push_back(&coding);
  }
  std::map<model::OrganisationId, std::vector<std::size_t>> documents;
  for (std::size_t d = 0; d < data.study.documents.size(); ++d) {
    documents[data.study.documents[d].organisation].push_back(d);
  }
  for (std::size_t i = 0; i < data.comparison.cases.size(); ++i) {
    const model::OrganisationId& id = data.comparison.cases[i];
    const model::Organisation* organisation = report.OrganisationOf(id);
    const std::string name = report.OrganisationName(id);
    Page page{Report::CasePage(id), t("Case study: {1}", name), {}};
    const bool named = organisation != nullptr && data.named.at(id);
    Table about{"table-about", t("About"), {t("What"), t("Known")}, {}};
    about.rows.push_back({{{t("Organisation")}}, {{named ? organisation->name : name}}});
    const bool placed = organisation != nullptr && organisation->country;
    about.rows.push_back(
        {{{t("Country")}},
         {placed ? Span{report.CountryName(*organisation->country), Report::CountryPage(*organisation->country), ""}
                 : Span{t("not shown"), {}, "state"}}});
    const std::int32_t region = report.GroupOfCase(report.Regions(), static_cast<std::int32_t>(i));
    if (region >= 0) {
      const auto& group = report.Regions().groups[static_cast<std::size_t>(region)];
      about.rows.push_back({{{t("Region")}}, {{group.label, Report::RegionPage(group.id), ""}}});
    }
    const model::CaseMaterial& material = data.comparison.material[i];
    about.rows.push_back({{{t("Material")}},
                          {{t.Plural("{1} coded passage from {2} sources", "{1} coded passages from {2} sources",
                                     material.passages, material.passages, material.sources)}}});
    page.blocks.emplace_back(std::move(about));
    for (const std::size_t d : documents[id]) AddDocument(report, d, by_document[d], page);
    Table facts = StatementTable(report, id.value, "table-facts");
    if (!facts.rows.empty()) {
      page.blocks.emplace_back(Heading{t("Facts"), "facts", 2});
      page.blocks.emplace_back(std::move(facts));
    }
    Table ties{"table-ties", t("With whom"), {t("Partner"), t("Sector"), t("Kind"), t("Since"), t("Sources")}, {}};
    for (const auto& tie : data.study.ties) {
      if (tie.organisation != id) continue;
      for (const auto& partner : data.study.partners) {
        if (partner.id != tie.partner) continue;
        ties.rows.push_back({{{partner.name}},
                             {{partner.sector.value}},
                             {{Label(tie.kind, t)}},
                             {{tie.since ? tie.since->Text() : t("not sourced"), {}, tie.since ? "" : "state"}},
                             report.SourceLinks(tie.sources)});
      }
    }
    if (!ties.rows.empty()) page.blocks.emplace_back(std::move(ties));
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

}  // namespace commonground::publish
