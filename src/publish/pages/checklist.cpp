// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a synthesis of qualitative material should report, and where this report does: the 21 items of ENTREQ (A. Tong,
// K. Flemming, E. McInnes, S. Oliver, J. Craig, "Enhancing transparency in reporting the synthesis of qualitative
// research", BMC Medical Research Methodology 12:181, 2012, table 1), in our own words.  An item that nothing answers
// says so.
#include <algorithm>
#include <optional>

#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

struct Item {
  std::string name;
  std::string asks;
  std::optional<Span> where;  // none: not in this report
};

class Checklist {
 public:
  explicit Checklist(const Report& report) : report_(report), t(report.t) {}

  std::vector<Item> Items() const {
    const auto& data = report_.data;
    const auto findings = FindingsOf(report_);
    const bool graded = std::ranges::any_of(findings, [](const auto* one) { return GradeOf(*one) > 0; });
    const bool has_basis =
        std::ranges::any_of(data.study.codebook, [](const auto& code) { return !code.basis.empty(); });
    const bool quoted = std::ranges::any_of(data.study.documents, [&](const auto& document) {
      return !document.text.empty() && MayBeQuoted(report_, document.organisation);
    });
    const Span flow = In(PageKind::kMethodology, "flow", t("From selection to comparison"));
    const Span numbers = In(PageKind::kMethodology, "numbers", t("What the numbers mean"));
    const Span annexes{t("Annexes"), PageId{PageKind::kAnnexes}};
    const Span cases{t("Case studies"), PageId{PageKind::kCases}};
    const Span common{t("Common ground"), PageId{PageKind::kPractices}};
    const Span coverage{t("Which case studies are included"), PageId{PageKind::kCoverage}};
    const Span found{t("Findings"), PageId{PageKind::kFindings}};
    return {
        {t("Aim"), t("The question that the synthesis asks."),
         If(HasChapter(report_, "summary"), {t("Summary"), PageId{PageKind::kSummary}})},
        {t("Synthesis methodology"), t("The approach, and why it was chosen."), numbers},
        {t("Approach to searching"), t("Whether the search was planned beforehand, or went on until nothing new came."),
         If(!data.study.settings.frame_note.empty(), coverage)},
        {t("Inclusion criteria"), t("Which material may be in it: whose, from where, in which languages, until when."),
         coverage},
        {t("Data sources"), t("Where material was looked for, and when."),
         Span{t("Sources"), PageId{PageKind::kSources}}},
        {t("Electronic search strategy"), t("The search terms for databases."), {}},
        {t("Screening methods"), t("How material was taken or left out, and by whom."), flow},
        {t("Study characteristics"), t("Place, people, methods and questions of each study."), cases},
        {t("Study selection results"), t("How many were found, taken and left out, with reasons."), flow},
        {t("Rationale for appraisal"), t("Why and how the material was judged."),
         If(graded, In(PageKind::kMethodology, "confidence", t("Confidence in findings")))},
        {t("Appraisal items"), t("The questions by which it was judged."), If(graded, found)},
        {t("Appraisal process"), t("Whether several people judged it independently."), If(graded, found)},
        {t("Appraisal results"), t("What came of it, and what it changed."),
         If(graded, In(PageKind::kFindings, "profile", t("Evidence profile")))},
        {t("Data extraction"), t("Which parts of the material were read, and how they were taken from it."), annexes},
        {t("Software"), t("The programs that were used."), numbers},
        {t("Number of reviewers"), t("Who coded and analysed."),
         Span{t("How we know"), PageId{PageKind::kMethodology}}},
        {t("Coding"), t("How the texts were coded."), annexes},
        {t("Study comparison"), t("How studies were compared with each other."), common},
        {t("Derivation of themes"), t("Whether codes come from the material or were there before."),
         If(has_basis, annexes)},
        {t("Quotations"), t("Quotations from the material, and whose words they are."), If(quoted, cases)},
        {t("Synthesis output"), t("Results that say more than a summary of each study."), common},
    };
  }

 private:
  static std::optional<Span> If(bool there, Span where) {
    return there ? std::optional(std::move(where)) : std::nullopt;
  }
  static Span In(PageKind kind, const char* name, std::string text) {
    return {std::move(text), PlaceTarget{{kind}, name}};
  }
  const Report& report_;
  const Words& t;
};

}  // namespace

core::Status ChecklistPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const std::vector<Item> items = Checklist(report).Items();
  const auto answered =
      static_cast<int>(std::ranges::count_if(items, [](const Item& one) { return one.where.has_value(); }));
  const int all = static_cast<int>(items.size());
  Page page{{PageKind::kChecklist}, t("Checklist"), {}};
  page.head.crumb = {{t("How we know"), PageId{PageKind::kMethodology}}};
  page.head.answer = {
      {t("ENTREQ, 2012: what a synthesis of qualitative material should report. {1} of its {2} items are "
         "answered here.",
         answered, all)}};
  page.head.tally = {{std::to_string(answered), {}, {{t("items with a page that answers them")}}, {}},
                     {std::to_string(all - answered), {}, {{t("not in this report")}}, {}}};
  Table table{"table-checklist", t("The items of ENTREQ"), {t("Item"), t("What it asks"), t("Where")}, {}};
  int number = 0;
  for (const Item& item : items) {
    table.rows.push_back({{{t("{1}. ", ++number) + item.name}},
                          {{item.asks}},
                          {item.where ? *item.where : Span{t("not in this report"), {}, "state"}}});
  }
  page.blocks.emplace_back(Heading{t("The items of ENTREQ"), "items", 2, Heading::Layout::kWide});
  page.blocks.emplace_back(std::move(table));
  page.blocks.emplace_back(
      Paragraph{{{t("The checklist was made for reviews of published studies. Case studies are no sampled research, so "
                    "some items fit loosely.")}},
                "src"});
  return sink(std::move(page));
}

}  // namespace commonground::publish
