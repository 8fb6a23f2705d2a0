// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Empty cells of the map of practices and barriers that are worth a question, chosen by a rule that the page states.
#include <algorithm>
#include <tuple>

#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kMaxQuestions = 5;
constexpr std::int32_t kMinCases = 2;  // one case that tells of something is no pattern to miss

struct EmptyPair {
  std::int32_t practice = 0;
  std::int32_t barrier = 0;
  std::int64_t expected = 0;  // cases with the one, times cases with the other
};

// One code is the other, or stands below it.
bool Related(const Report& report, std::int32_t a, std::int32_t b) {
  const auto below = [&](std::int32_t code, std::int32_t of) {
    for (; code >= 0; code = report.data.snapshot.parent[static_cast<std::size_t>(code)]) {
      if (code == of) return true;
    }
    return false;
  };
  return below(a, b) || below(b, a);
}

struct EmptyPairList {
  std::vector<EmptyPair> pairs;  // in which both codes have cases, those that would meet most often first
  int pairs_of_all = 0;
  int empty_of_all = 0;
};

EmptyPairList EmptyPairs(const Report& report) {
  const model::GapMap& map = *report.BarrierGaps().map;
  EmptyPairList empty;
  const auto cases = [&](std::int32_t code) { return report.Row(report.Regions(), code).overall.present; };
  for (std::size_t r = 0; r < map.rows.size(); ++r) {
    for (std::size_t c = 0; c < map.columns.size(); ++c) {
      const std::int32_t practice = map.rows[r];
      const std::int32_t barrier = map.columns[c];
      if (report.IsHeading(practice) || report.IsHeading(barrier)) continue;
      ++empty.pairs_of_all;
      if (map.cells[r * map.columns.size() + c].cases > 0) continue;
      ++empty.empty_of_all;
      const std::int64_t expected = static_cast<std::int64_t>(cases(practice)) * cases(barrier);
      if (std::min(cases(practice), cases(barrier)) >= kMinCases) empty.pairs.push_back({practice, barrier, expected});
    }
  }
  std::ranges::sort(empty.pairs, {},
                    [](const EmptyPair& pair) { return std::tuple(-pair.expected, pair.barrier, pair.practice); });
  return empty;
}

// Each code once, and no pair that another one already says.
std::vector<EmptyPair> ChosenPairs(const Report& report, const std::vector<EmptyPair>& pairs) {
  std::vector<EmptyPair> chosen;
  for (const EmptyPair& pair : pairs) {
    if (chosen.size() == kMaxQuestions) break;
    const bool said = std::ranges::any_of(chosen, [&](const EmptyPair& one) {
      return one.practice == pair.practice || one.barrier == pair.barrier ||
             (Related(report, one.practice, pair.practice) && Related(report, one.barrier, pair.barrier));
    });
    if (!said) chosen.push_back(pair);
  }
  return chosen;
}

}  // namespace

void AddQuestions(const Report& report, Page& page) {
  const Words& t = report.t;
  const EmptyPairList empty = EmptyPairs(report);
  const std::vector<EmptyPair> chosen = ChosenPairs(report, empty.pairs);
  if (chosen.empty()) return;
  const bool in_documents = report.data.study.settings.gap_unit == model::GapUnit::kDocument;
  Heading heading{t("Empty cells worth a question"), "questions", 2};
  heading.cap = {
      {t("Chosen by rule: pairs that would meet most often by their counts alone, each code once. An empty "
         "cell says that nothing tells of both together, never that nobody does it.")}};
  page.blocks.emplace_back(std::move(heading));
  Table table{
      "table-questions", t("Empty cells worth a question"), {t("Barrier"), t("Practice"), t("Told together")}, {}};
  const auto told = [&](std::int32_t code) -> Spans {
    const model::Share& share = report.Row(report.Regions(), code).overall;
    return {{report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()},
            {" "},
            {t("{1} of {2}", share.present, share.of), report.Number(code), "n"}};
  };
  for (const EmptyPair& pair : chosen) {
    table.rows.push_back({told(pair.barrier),
                          told(pair.practice),
                          {{in_documents ? t("in no document") : t("in no passage"), {}, "state"}}});
  }
  page.blocks.emplace_back(std::move(table));
  page.blocks.emplace_back(
      Paragraph{{{t.Plural("Of {1} pairs of one barrier and one practice, {2} is told nowhere together. ",
                           "Of {1} pairs of one barrier and one practice, {2} are told nowhere together. ",
                           static_cast<int>(empty.empty_of_all), empty.pairs_of_all, empty.empty_of_all)},
                 {t("How things not known are shown"), PageId{PageKind::kStates}}},
                "src"});
}

}  // namespace commonground::publish
