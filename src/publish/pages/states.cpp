// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How things not known are shown: each state once, with its mark and its word.
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

core::Status StatesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kStates}, t("How things not known are shown"), {}};
  page.head.crumb = {{t("How we know"), PageId{PageKind::kMethodology}}};
  page.head.answer = {
      {t("A report that anyone can check says what it does not know, and keeps silent where it has no consent. Words "
         "stand beside every mark.")}};
  const auto add = [&](std::string name, std::string id, std::string cap, std::vector<Mark> marks, std::string count,
                       std::string text) {
    Heading heading{std::move(name), std::move(id), 2};
    heading.cap = {{std::move(cap)}};
    page.blocks.emplace_back(std::move(heading));
    if (!marks.empty()) {
      page.blocks.emplace_back(Strips{{{{}, {}, {{{t("A region")}, 0, std::move(marks), {std::move(count)}, {}}}}}});
    }
    page.blocks.emplace_back(Paragraph{{{std::move(text)}}, ""});
  };
  using enum Mark;
  add(t("Not sourced"), "not-sourced", t("We looked and found nothing that says it."),
      {kTold, kTold, kTold, kTold, kSilent}, t("{1} of {2}", 4, 5),
      t("The empty square is not sourced. It never says that something is not done."));
  add(t("Disputed"), "disputed", t("Two sources say different things about the same day."), {}, {},
      t("Every value is shown with where it comes from. The report does not choose, and no average is made."));
  add(t("Not yet coded"), "not-coded",
      t("The document is here and may be analysed; nobody has read it for the comparison."),
      {kTold, kTold, kTold, kNotCoded}, t("{1} of {2}", 3, 4), t("Such a case counts as silent everywhere."));
  add(t("Words not shown"), "words", t("The case may be analysed, and not quoted."), {kTold}, t("{1} of {2}", 1, 1),
      t("It counts like any other, and has no mark of its own: a consent that ended and one that was never given look "
        "the same."));
  add(t("Counted only"), "counted", t("The case may be analysed; not summarised, quoted, named or placed."), {kTold},
      t("{1} of {2}", 1, 1),
      t("It is in the totals and in the numbers of its region. It stands in no list, and has no page and no name or "
        "number of its own."));
  add(t("No case yet"), "none", t("A place in the frame without a case study."), {kTold, kTold, kTold, kNoCase},
      t("{1} of {2}", 3, 4), t("The place in the frame stays, so that the gap is seen."));
  return sink(std::move(page));
}

}  // namespace commonground::publish
