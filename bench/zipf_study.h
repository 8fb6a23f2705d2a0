// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A seeded study of Zipfian text, for what is measured at a million passages, and how the measures are taken.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "model/study.h"

namespace commonground::bench {

using Clock = std::chrono::steady_clock;
inline double Seconds(Clock::time_point since) {
  return std::chrono::duration<double>(Clock::now() - since).count();
}

// Passages of 20 words, 500 a document; a case a document; codings of 60 codes by three coders, spread evenly.
model::Study ZipfStudy(int passages, int codings);

// Pairs of words of middling frequency, as people ask them.
std::vector<std::pair<std::string, std::string>> Questions();

struct Times {
  double median = 0;  // ms
  double p95 = 0;
  double p99 = 0;
};
inline Times TimesOf(std::vector<double> seconds) {
  std::ranges::sort(seconds);
  const auto at = [&](std::size_t percent) { return seconds[seconds.size() * percent / 100] * 1e3; };
  return {at(50), at(95), at(99)};
}

template <typename Ask>
Times MeasureQuestions(Ask ask) {
  std::vector<double> seconds;
  for (const auto& [a, b] : Questions()) {
    const auto start = Clock::now();
    ask(a, b);
    seconds.push_back(Seconds(start));
  }
  return TimesOf(seconds);
}

}  // namespace commonground::bench
