// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is different from the edition before: totals, classes, facts of law, corrections.  Who came and who left is told
// nowhere, and the reasons stand together, for every case alike.
#include <algorithm>

#include "publish/indicator_words.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

// In one region only, in few regions, in most regions, common ground; 0: in no case.
int StepOf(model::PrevalenceClass prevalence) {
  switch (prevalence) {
    case model::PrevalenceClass::kAbsent:
      return 0;
    case model::PrevalenceClass::kRegional:
      return 1;
    case model::PrevalenceClass::kInFewRegions:
      return 2;
    case model::PrevalenceClass::kInMostRegions:
      return 3;
    case model::PrevalenceClass::kCommonGround:
      return 4;
  }
  return 0;
}

void AddTotals(const Report& report, const model::EditionChange& change, Page& page) {
  const Words& t = report.t;
  Heading heading{t("Case studies"), "cases", 2};
  heading.cap = {{t("The total only. Who came and who left is not said.")}};
  page.blocks.emplace_back(std::move(heading));
  const auto number = [&](int before, int now, std::string text) {
    return Tally{std::to_string(before), " → " + std::to_string(now), {{std::move(text)}}, {}};
  };
  page.blocks.emplace_back(
      Numbers{{number(change.cases_before, change.cases_now, t("case studies in the comparison")),
               number(change.passages_before, change.passages_now, t("coded passages")),
               number(change.regions_before, change.regions_now,
                      t.Plural("region with a case study, of {1}", "regions with a case study, of {1}",
                               change.regions_now, change.regions))}});
  page.blocks.emplace_back(Notes{
      {{{{t("Why a case may be new, or gone: it was written or coded since; an embargo began or ended; an organisation "
            "closed or joined another; a consent was given, ended on its day or was taken back; a source could no "
            "longer "
            "be found.")}},
        {{t("These reasons stand together and for every case alike: giving each its own would say who did what.")}},
        {}},
       {{{t("Nobody owes a reason. What is taken back is gone from this edition, its data and its search; whoever "
            "keeps "
            "an older one is asked to do the same.")}},
        {},
        {}}}});
}

void AddClasses(const Report& report, const model::EditionChange& change, Page& page) {
  const Words& t = report.t;
  Moves moves{"figure-classes",
              t("Practices and barriers whose class changed"),
              {t("Practice or barrier"), t("Before"), t("Now")},
              t("to"),
              {}};
  for (const auto& one : change.classes) {
    const auto& codes = report.data.snapshot.codes;
    const auto code = static_cast<std::int32_t>(std::ranges::find(codes, one.code) - codes.begin());
    if (code == std::ssize(codes)) continue;
    const bool told = report.Row(report.Regions(), code).overall.present > 0;
    moves.items.push_back(
        {{report.CodeLabel(code), told ? Target(report.CodePage(code)) : Target(), {}, report.StudyLanguage()},
         StepOf(one.before),
         StepOf(one.now),
         ClassName(report, one.before),
         ClassName(report, one.now)});
  }
  Heading heading{t("Classes"), "classes", 2};
  heading.cap = {
      {t("Four steps: in one region only, in few regions, in most regions, common ground. Hollow: before. "
         "Filled: now.")}};
  page.blocks.emplace_back(std::move(heading));
  if (moves.items.empty()) {
    page.blocks.emplace_back(Paragraph{{{t("No class changed.")}}, ""});
  } else {
    page.blocks.emplace_back(std::move(moves));
  }
  page.blocks.emplace_back(Paragraph{
      {{t("A class that falls says that less is told here than before. It does not say that less is done.")}}, "src"});
}

void AddLaw(const Report& report, const model::EditionChange& change, Page& page) {
  if (change.laws.empty()) return;
  const Words& t = report.t;
  Table table{"table-law", t("Facts about law and practice"), {t("Country"), t("Fact"), t("Before"), t("Now")}, {}};
  for (const auto& one : change.laws) {
    std::string label = one.indicator.value;
    for (const auto& indicator : report.data.study.indicators) {
      if (indicator.id == one.indicator) label = IndicatorLabel(indicator, report.t);
    }
    const auto value = [&](const std::string& text) -> Spans {
      const bool state = text == "unknown" || text == "disputed";
      return {{text == "unknown" ? t("not sourced") : report.ValueLabel(text), {}, state ? "state" : ""}};
    };
    table.rows.push_back({{{report.CountryName(one.country), Report::CountryPage(one.country)}},
                          {{std::move(label)}},
                          value(one.before),
                          value(one.now)});
  }
  Heading heading{t("Law"), "law", 2};
  heading.cap = {{t("New in the sources, or mended by us. Of countries that both editions show.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(std::move(table));
}

// Mistakes of ours, newest edition first.
void AddCorrections(const Report& report, Page& page) {
  const Words& t = report.t;
  const auto& editions = report.data.study.editions;
  if (editions.empty()) return;
  Table table{"table-editions", t("Editions"), {t("Edition"), t("What is new, and what was corrected")}, {}};
  for (auto edition = editions.rbegin(); edition != editions.rend(); ++edition) {
    Spans what;
    if (!edition->text.empty()) what.push_back({edition->text, {}, {}, report.StudyLanguage()});
    for (const std::string& correction : edition->corrections) {
      what.push_back({(what.empty() ? "" : " ") + t("Corrected: "), {}, "strong"});
      what.push_back({correction + ".", {}, {}, report.StudyLanguage()});
    }
    if (what.empty()) what.push_back({t("nothing said"), {}, "state"});
    table.rows.push_back(
        {{{edition->id.value + (edition->date ? ", " + InWords(*edition->date, t) : "")}}, std::move(what)});
  }
  Heading heading{t("Editions and corrections"), "corrections", 2};
  heading.cap = {{t("Mistakes of ours, and what is right.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(std::move(table));
}

}  // namespace

bool HasChanges(const Report& report) {
  return report.data.since.has_value() || !report.data.study.editions.empty();
}

core::Status ChangedPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  if (!HasChanges(report)) return {};
  Page page{{PageKind::kChanged}, t("What changed"), {}};
  page.head.crumb = {{t("How we know"), PageId{PageKind::kMethodology}}};
  int corrections = 0;
  for (const auto& edition : report.data.study.editions) corrections += static_cast<int>(edition.corrections.size());
  if (const auto& change = report.data.since) {
    const int changed = static_cast<int>(change->classes.size());
    page.head.answer = {
        {t("Since the edition before, {1} classes changed and {2} facts about law; the number of case "
           "studies was {3} and is {4}.",
           changed, static_cast<int>(change->laws.size()), change->cases_before, change->cases_now)}};
    page.head.tally = {{std::to_string(changed), {}, {{t("practices and barriers changed class")}}, {}},
                       {std::to_string(change->kept), {}, {{t("kept theirs")}}, {}},
                       {std::to_string(corrections), {}, {{t("corrections of ours, in all editions")}}, {}}};
    AddTotals(report, *change, page);
    AddClasses(report, *change, page);
    AddLaw(report, *change, page);
    if (change->rule_changed) {
      Heading method{t("Method"), "method", 2};
      method.layout = Heading::Layout::kPanel;
      page.blocks.emplace_back(std::move(method));
      page.blocks.emplace_back(Paragraph{
          {{t("The rule for common ground, or for most regions, is another one now: classes of the two editions "
              "cannot be compared without care. ")},
           {t("What the numbers mean"), PlaceTarget{{PageKind::kMethodology}, "numbers"}}},
          ""});
    }
  } else {
    page.head.answer = {{t("What each edition brought, and what was corrected in it.")}};
  }
  AddCorrections(report, page);
  return sink(std::move(page));
}

}  // namespace commonground::publish
