// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is shared: practices by region and by law, barriers, and where practices stand beside barriers and outcomes.
#include <algorithm>

#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

Heading Wide(std::string title, std::string id) {
  Heading heading{std::move(title), std::move(id), 2};
  heading.layout = Heading::Layout::kWide;
  return heading;
}

void AddAbsent(const Report& report, model::CodeKind kind, Page& page) {
  Spans absent;
  for (std::int32_t code = 0; code < std::ssize(report.data.snapshot.codes); ++code) {
    if (report.data.snapshot.kinds[static_cast<std::size_t>(code)] != kind || report.IsHeading(code)) continue;
    if (report.Row(report.Regions(), code).overall.present > 0) continue;
    absent.push_back({absent.empty() ? report.t("Not reported in any case: ") : "; "});
    absent.push_back({report.CodeLabel(code), {}, {}, report.StudyLanguage()});
    if (absent.size() > 2 * kMaxShown) break;
  }
  if (!absent.empty()) page.blocks.emplace_back(Paragraph{std::move(absent), "src"});
}

void AddReading(const Report& report, Page& page) {
  const Words& t = report.t;
  Heading heading{t("How to read this"), "reading", 2};
  heading.layout = Heading::Layout::kPanel;
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(
      Notes{{{{{t("4/5 means: four of the five case studies of the group have at least one "
                  "passage about it. Each number opens those passages.")}},
              {{t("Reporting a practice does not show that it works. Each passage shows its type of evidence.")}},
              {}},
             {{{t("Steady means: the class stays the same when any one case, or any one coder, is "
                  "left out. “Rests on” a case means: without that "
                  "case it would fall into another class.")}},
              {{t("What the numbers mean"), PlaceTarget{{PageKind::kMethodology}, "numbers"}}},
              {}}}});
}

}  // namespace

core::Status PracticesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kPractices}, t("Common ground"), {}};
  page.head.answer = {{AnswerOf(report)}};
  page.head.tally = ClassTally(report, model::CodeKind::kPractice);
  AddChapter(report, "best-practices", page);
  page.blocks.emplace_back(Wide(t("Practices by region"), "by-region"));
  AddFigure(RegionMatrix(report, model::CodeKind::kPractice, "figure-practices"), page);
  AddAbsent(report, model::CodeKind::kPractice, page);
  const model::Grouping* laws = report.Find("legal_model");
  const auto common = report.CommonGround(report.Regions(), model::CodeKind::kPractice);
  if (laws != nullptr && !common.empty()) {
    page.blocks.emplace_back(Wide(t("Does it hold under every law?"), "by-law"));
    page.blocks.emplace_back(
        LawMatrix(report, *laws, common, "figure-common-law", t("What is common ground, by legal model")));
    page.blocks.emplace_back(Paragraph{{{t("All practices by legal model"), PageId{PageKind::kLaws}}}, "src"});
  }
  AddReading(report, page);
  return sink(std::move(page));
}

core::Status LawsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const std::vector<std::int32_t> codes = report.CodesOf(model::CodeKind::kPractice);
  int part = 0;
  for (const auto& [name, title] : {std::pair("legal_model", t("Practices by legal model")),
                                    std::pair("law_selling", t("Practices by the law on selling sex"))}) {
    const model::Grouping* grouping = report.Find(name);
    if (grouping == nullptr) continue;
    Page page{{PageKind::kLaws, {}, ++part}, title, {}};
    page.head.crumb = {{t("Common ground"), PageId{PageKind::kPractices}}};
    page.head.answer = {
        {t("The legal model is derived from the law on paper, on {1}. Where what the rule needs is not sourced, the "
           "model is not sourced.",
           InWords(report.data.context.on, t))}};
    AddParts(report, page, report.Find("legal_model") != nullptr && report.Find("law_selling") != nullptr ? 2 : 1);
    page.blocks.emplace_back(LawMatrix(report, *grouping, codes, std::string("figure-") + name, title));
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

core::Status OutcomesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kOutcomes}, t("Practices and outcomes"), {}};
  page.head.crumb = {{t("Common ground"), PageId{PageKind::kPractices}}};
  page.blocks.emplace_back(Wide(t("Practices and outcomes: where evidence meets, and where it does not"), "outcomes"));
  page.blocks.emplace_back(GapBubbles(report, report.OutcomeGaps(), t("Practices and the outcomes told beside them")));
  AddAllOutcomes(report, page);
  page.blocks.emplace_back(Heading{t("Material per case"), "material", 2});
  page.blocks.emplace_back(MaterialBars(report));
  return sink(std::move(page));
}

core::Status BarriersPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kBarriers}, t("Barriers"), {}};
  const std::vector<std::int32_t> codes = report.CodesOf(model::CodeKind::kBarrier);
  if (!codes.empty()) {
    const model::CodeRow& first = report.Row(report.Regions(), codes.front());
    page.head.answer = {{report.CodeLabel(codes.front()), report.CodePage(codes.front()), {}, report.StudyLanguage()},
                        {t.Plural(" is named in {1} of {2} case study, more than any other.",
                                  " is named in {1} of {2} case studies, more than any other.", first.overall.of,
                                  first.overall.present, first.overall.of)}};
  }
  page.head.tally = ClassTally(report, model::CodeKind::kBarrier);
  AddChapter(report, "barriers", page);
  page.blocks.emplace_back(Wide(t("Barriers by region"), "by-region"));
  AddFigure(RegionMatrix(report, model::CodeKind::kBarrier, "figure-barriers"), page);
  AddAbsent(report, model::CodeKind::kBarrier, page);
  const model::Grouping* laws = report.Find("legal_model");
  const auto common = report.CommonGround(report.Regions(), model::CodeKind::kBarrier);
  if (laws != nullptr && !common.empty()) {
    page.blocks.emplace_back(Wide(t("By legal model"), "by-law"));
    Matrix matrix = LawMatrix(report, *laws, common, "figure-barriers-law", t("By legal model"));
    matrix.head = t("Barrier");
    page.blocks.emplace_back(std::move(matrix));
  }
  page.blocks.emplace_back(
      Paragraph{{{t("What is told in answer: practices and barriers"), PageId{PageKind::kAnswers}}}, "src"});
  AddQuestions(report, page);
  AddReading(report, page);
  return sink(std::move(page));
}

core::Status AnswersPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kAnswers}, t("Practices and barriers"), {}};
  page.head.crumb = {{t("Barriers"), PageId{PageKind::kBarriers}}};
  page.blocks.emplace_back(Wide(t("What is told in answer"), "answers"));
  page.blocks.emplace_back(GapBubbles(report, report.BarrierGaps(),
                                      t("Practices and barriers: which barriers a case with each practice names")));
  AddAnswers(report, page);
  return sink(std::move(page));
}

}  // namespace commonground::publish
