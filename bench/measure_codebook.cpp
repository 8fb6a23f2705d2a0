// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_codebook FILE.cg: the codebook of a study file with the codings of every code and of those below it; prints a
// table with the median of seven, in the form of docs/performance.md.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "app/codebook_study.h"

int main(int count, char** words) {
  using namespace commonground;
  if (count != 2) return 64;
  const auto store = store::StudyStore::Open(store::Place(std::filesystem::path(words[1])), store::OpenMode::kRead);
  if (!store) return 1;
  std::vector<double> counts;
  std::vector<double> trees;
  std::int64_t codings = 0;
  for (int i = 0; i < 7; ++i) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const auto by_code = store->CountByCode();
    const auto between = Clock::now();
    const auto tree = app::CodeTree(*store, model::CoderId("coder"), core::SystemClock().Today());
    const auto end = Clock::now();
    if (!by_code || !tree) return 1;
    counts.push_back(std::chrono::duration<double>(between - start).count());
    trees.push_back(std::chrono::duration<double>(end - between).count());
    codings = 0;
    for (const auto& line : *tree) codings += line.code.parent ? 0 : line.with_below;
  }
  std::ranges::sort(counts);
  std::ranges::sort(trees);
  fmt::print(
      "| codings | counts of the codebook | with descendants, and the study's tables loaded | target "
      "|\n|---:|---:|---:|---:|\n");
  fmt::print("| {} | {:.1f} ms | {:.1f} ms | 50 ms |\n", codings, counts[3] * 1e3, trees[3] * 1e3);
  return 0;
}
