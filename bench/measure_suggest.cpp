// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_suggest FILE PASSAGES SEED METHOD: makes the labelled set and writes it to FILE (a line a passage: 1 or 0,
// tab, words) for the peer (peer_suggest.py).  Then it plays a person who decides: five relevant passages and five
// others to begin with, the first of the set; then always the one that is ranked highest, until all relevant ones are
// found. Prints: passages, relevant, decisions, seconds of the processor for all decisions, WSS@95 in percent, and of a
// decision (learn, rank all) the median, the 99th percentile and the greatest, in ms; last the seconds that the
// features took, once.
//
// WSS@95 = (passages not yet decided about when 95% of the relevant are found) / passages - 5% (A. M. Cohen et al.
// 2006, doi:10.1197/jamia.M1929).
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <numeric>

#include "bench/labelled_set.h"
#include "coding/suggest/ranking.h"

int main(int argc, char** argv) {
  using namespace commonground;
  using Clock = std::chrono::steady_clock;
  if (argc != 5) return 64;
  const bench::LabelledSet set =
      bench::MakeLabelledSet(std::atoi(argv[2]), static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)));
  const auto method =
      std::string_view(argv[4]) == "svm" ? model::SuggestionMethod::kLinearSvm : model::SuggestionMethod::kNaiveBayes;
  std::ofstream file(argv[1]);
  std::vector<coding::Passage> passages;
  for (std::size_t i = 0; i < set.passages.size(); ++i) {
    passages.push_back({set.passages[i], "und"});
    file << (set.relevant[i] ? 1 : 0) << '\t' << set.passages[i] << '\n';
  }
  file.close();
  const std::size_t all = set.passages.size();
  const auto relevant = static_cast<std::size_t>(std::accumulate(set.relevant.begin(), set.relevant.end(), 0));
  const auto features_start = Clock::now();
  const coding::Features features(passages);
  const double features_seconds = std::chrono::duration<double>(Clock::now() - features_start).count();
  const auto learner = coding::MakeLearner(method, features, 1);
  std::vector<coding::Label> labels(all, coding::Label::kUnknown);

  std::size_t found = 0;
  std::size_t decided = 0;
  const auto learn = [&](std::size_t passage) {
    labels[passage] = set.relevant[passage] ? coding::Label::kRelevant : coding::Label::kNotRelevant;
    learner->Learn(passage, labels[passage]);
    found += set.relevant[passage] ? 1 : 0;
    ++decided;
  };
  for (std::size_t passage = 0, yes = 0, no = 0; yes < 5 || no < 5; ++passage) {
    std::size_t& count = set.relevant[passage] ? yes : no;
    if (count++ < 5) learn(passage);
  }
  std::vector<double> seconds;
  double work_saved = 0;
  const std::clock_t processor_start = std::clock();
  std::vector<std::uint32_t> ranked = coding::Ranked(learner->Scores(), labels);
  while (found < relevant) {
    const auto start = Clock::now();
    learn(ranked.front());
    ranked = coding::Ranked(learner->Scores(), labels);
    seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    if (work_saved == 0 && 20 * found >= 19 * relevant) {
      work_saved = 100 * (static_cast<double>(all - decided) / static_cast<double>(all) - 0.05);
    }
  }
  const double total = static_cast<double>(std::clock() - processor_start) / CLOCKS_PER_SEC;
  std::ranges::sort(seconds);
  fmt::print("{} {} {} {:.3f} {:.2f} {:.3f} {:.3f} {:.3f} {:.2f}\n", all, relevant, decided, total, work_saved,
             seconds[seconds.size() / 2] * 1e3, seconds[seconds.size() * 99 / 100] * 1e3, seconds.back() * 1e3,
             features_seconds);
}
