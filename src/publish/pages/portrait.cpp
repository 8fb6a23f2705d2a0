// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page a case study, in one frame: who and where, the law, what stands in the way, what they do, what changed, with
// whom, facts, the words that people chose, the whole text.
#include <algorithm>

#include "publish/coalitions/view.h"
#include "publish/labels.h"
#include "publish/pages/case_text.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

// Practices that the case tells of, by field, in the order of the codebook.
StripList PortraitOf(const Report& report, std::int32_t case_index, const std::vector<bool>& told) {
  const Words& t = report.t;
  StripList list{t("A portrait without a face"), t("practices that this case tells of, by field"), {}};
  const auto& snapshot = report.data.snapshot;
  const bool coded = report.data.comparison.material[static_cast<std::size_t>(case_index)].passages > 0;
  for (std::int32_t field = 0; field < std::ssize(snapshot.codes); ++field) {
    const std::int32_t parent = snapshot.parent[static_cast<std::size_t>(field)];
    const bool practice = snapshot.kinds[static_cast<std::size_t>(field)] == model::CodeKind::kPractice;
    if (!practice || parent < 0 || !report.IsHeading(parent) || !IsField(report, field)) continue;
    Strip strip{{report.CodeLabel(field), {}, {}, report.StudyLanguage()},
                HueOfCase(report, case_index),
                {},
                {std::string()},
                {}};
    int present = 0;
    for (std::int32_t code = 0; code < std::ssize(snapshot.codes); ++code) {
      if (snapshot.parent[static_cast<std::size_t>(code)] != field) continue;
      const bool has = told[static_cast<std::size_t>(code)];
      present += has ? 1 : 0;
      strip.squares.push_back(has ? Mark::kTold : (coded ? Mark::kSilent : Mark::kNotCoded));
    }
    strip.count = {t("{1} of {2}", present, static_cast<int>(strip.squares.size()))};
    list.rows.push_back(std::move(strip));
  }
  return list;
}

// "Led by sex workers: meets", where the verdict may be published.
void AddWho(const Report& report, std::int32_t case_index, const model::OrganisationId& id, const CaseText& text,
            Page& page) {
  const Words& t = report.t;
  const auto& data = report.data;
  const model::Organisation* organisation = report.OrganisationOf(id);
  const bool named = organisation != nullptr && data.named.at(id);
  Facts facts;
  Facts::Column who{t("The organisation"), {}};
  Facts::Column led{t("Led by sex workers?"), {}};
  who.rows.push_back({t("Organisation"), {{named ? organisation->name : report.OrganisationName(id)}}, {}});
  const bool placed = organisation != nullptr && organisation->country;
  who.rows.push_back(
      {t("Country"),
       {placed ? Span{report.CountryName(*organisation->country), Report::CountryPage(*organisation->country)}
               : Span{t("not shown"), {}, "state"}},
       {}});
  const std::int32_t region = report.GroupOfCase(report.Regions(), case_index);
  if (region >= 0) {
    const auto& regions = report.Regions();
    const auto at = static_cast<std::size_t>(region);
    who.rows.push_back(
        {t("Region"), {{report.GroupLabel(regions, at), Report::RegionPage(regions.groups[at].id)}}, {}});
  }
  const model::CaseMaterial& material = data.comparison.material[static_cast<std::size_t>(case_index)];
  who.rows.push_back({t("Material"), {{MaterialText(material, t), {}, material.passages == 0 ? "state" : ""}}, {}});
  for (const auto& assessment : data.assessments) {
    if (assessment.organisation != id) continue;
    led.rows.push_back({report.DefinitionLabel(assessment.definition), {{Label(assessment.verdict, t)}}, {}});
  }
  facts.columns.push_back(std::move(who));
  if (!led.rows.empty()) facts.columns.push_back(std::move(led));
  Heading heading{t("Who and where"), "who", 2};
  heading.cap = text.CapOf(CaseText::Section::kWho);
  page.blocks.emplace_back(std::move(heading));
  text.Add(CaseText::Section::kWho, page);
  page.blocks.emplace_back(std::move(facts));
  if (!placed) return;
  Facts law = LawOf(report, *organisation->country);
  if (law.columns.empty()) return;
  Heading law_heading{t("The law, and what happens"), "law", 2};
  law_heading.cap = {
      {t("The law on {1}. What is written and what is done are kept apart.", InWords(data.context.on, t))}};
  page.blocks.emplace_back(std::move(law_heading));
  page.blocks.emplace_back(std::move(law));
}

// Ties on record, and sectors that a passage tells of.
void AddTies(const Report& report, const CoalitionView& view, std::int32_t index, const CaseText& text, Page& page) {
  const Words& t = report.t;
  Table partnerships{
      "table-ties", t("With whom"), {t("Sector"), t("Partner"), t("Kind"), t("Since"), t("Sources")}, {}};
  for (const auto& one : view.partnerships) {
    if (one.case_index != index) continue;
    partnerships.rows.push_back(
        {{{report.CodeName(one.partner->sector), {}, {}, report.StudyLanguage()}},
         {{one.partner->name, {}, {}, report.StudyLanguage()}},
         {{Label(one.tie->kind, t)}},
         {{one.tie->since ? InWords(*one.tie->since, t) : t("not sourced"), {}, one.tie->since ? "" : "state"}},
         report.SourceLinks(one.tie->sources)});
  }
  Spans told;
  for (const auto& sector : view.sectors) {
    if (!std::ranges::binary_search(sector.told, index)) continue;
    if (!told.empty()) told.push_back({report.t.Semicolon()});
    told.push_back({report.CodeLabel(sector.code), report.EvidencePage(sector.code), {}, report.StudyLanguage()});
  }
  if (partnerships.rows.empty() && told.empty() && !text.Has(CaseText::Section::kWithWhom)) return;
  Heading heading{t("With whom"), "with-whom", 2};
  heading.cap = text.CapOf(CaseText::Section::kWithWhom);
  page.blocks.emplace_back(std::move(heading));
  if (!partnerships.rows.empty()) page.blocks.emplace_back(std::move(partnerships));
  if (!told.empty()) {
    told.insert(told.begin(), Span{t("Told in a passage, not on record: ")});
    page.blocks.emplace_back(Paragraph{std::move(told), ""});
  }
  text.Add(CaseText::Section::kWithWhom, page);
}

void AddTold(const CaseText& text, CaseText::Section section, std::string title, std::string id, Page& page) {
  if (!text.Has(section)) return;
  Heading heading{std::move(title), std::move(id), 2};
  heading.cap = text.CapOf(section);
  page.blocks.emplace_back(std::move(heading));
  text.Add(section, page);
}

}  // namespace

core::Status CasePages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& data = report.data;
  std::vector<std::vector<const model::CodingColumn*>> by_document(data.study.documents.size());
  for (const model::CodingColumn& coding : data.snapshot.codings) {
    by_document[static_cast<std::size_t>(coding.document_index)].push_back(&coding);
  }
  const CoalitionView coalitions = ViewCoalitions(report);
  const auto& cases = data.comparison.cases;
  const auto listed = static_cast<std::size_t>(report.ListedCases());
  for (std::size_t i = 0; i < listed; ++i) {
    const model::OrganisationId& id = cases[i];
    const auto index = static_cast<std::int32_t>(i);
    const std::string name = report.OrganisationName(id);
    Page page{Report::CasePage(id), t("Case study: {1}", name), {}};
    std::vector<bool> told(data.snapshot.codes.size(), false);
    for (const std::size_t d : report.DocumentsOf(id)) {
      for (const model::CodingColumn* coding : by_document[d]) {
        for (std::int32_t c = coding->code; c >= 0; c = data.snapshot.parent[static_cast<std::size_t>(c)]) {
          told[static_cast<std::size_t>(c)] = true;
        }
      }
    }
    const std::int32_t region = report.GroupOfCase(report.Regions(), index);
    page.head.crumb = {{t("Case studies"), PageId{PageKind::kCases}}};
    if (region >= 0) {
      const auto& group = report.Regions().groups[static_cast<std::size_t>(region)];
      page.head.crumb.push_back({" › "});
      page.head.crumb.push_back({group.label, Report::RegionPage(group.id)});
    }
    page.head.hue = HueOfCase(report, index);
    page.head.title = name;
    page.head.over = PlaceLine(report, id);
    const auto& documents = report.DocumentsOf(id);
    if (!documents.empty()) {
      // The words of the case stand above it, and who says them beside them.
      const model::Document& first = data.study.documents[documents.front()];
      if (!first.title.empty()) {
        page.head.title = first.title;
        page.head.title_language = first.language.empty() ? "und" : first.language;
        page.head.over = name + " · " + page.head.over;
      }
    }
    page.head.consent = ConsentOf(report, id);
    page.head.strips = PortraitOf(report, index, told);
    ReadersWords words = WordsFor(report, "case-" + id.value);
    page.head.answer = std::move(words.answer);
    if (!words.rest.empty()) {
      page.blocks.emplace_back(Heading{t("In short"), "in-short", 2});
      page.blocks.emplace_back(Prose{std::move(words.rest), words.language});
    }
    const CaseText text(report, id, by_document);
    using Section = CaseText::Section;
    AddWho(report, index, id, text, page);
    AddTold(text, Section::kInTheWay, t("What stands in the way"), "in-the-way", page);
    AddTold(text, Section::kTheyDo, t("What they do"), "they-do", page);
    if (AddOutcomesOfCase(report, id, page)) {
      text.Add(Section::kChanged, page);
    } else {
      AddTold(text, Section::kChanged, t("What changed"), "changed", page);
    }
    AddTies(report, coalitions, index, text, page);
    Table facts = StatementTable(report, id.value, "table-facts");
    if (!facts.rows.empty()) {
      page.blocks.emplace_back(Heading{t("Facts"), "facts", 2});
      page.blocks.emplace_back(std::move(facts));
    }
    for (Quotation& quote : words.quotes) page.blocks.emplace_back(Pull{std::move(quote)});
    text.AddWhole(page);
    page.previous = i == 0 ? Link{{PageKind::kCases}, t("Case studies")}
                           : Link{Report::CasePage(cases[i - 1]), report.OrganisationName(cases[i - 1])};
    if (i + 1 < listed) page.next = Link{Report::CasePage(cases[i + 1]), report.OrganisationName(cases[i + 1])};
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

}  // namespace commonground::publish
