// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_codebook FILE.cg: what `code tree` does, on a copy of a study file, for people from whom more and more is
// hidden; prints a table with the median of seven, in the form of docs/performance.md.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <vector>

#include "app/assign_study.h"
#include "app/codebook_study.h"
#include "app/gateway/entry.h"

namespace {

using namespace commonground;
using Clock = std::chrono::steady_clock;

struct Times {  // medians of seven, in ms
  double passed = -1;
  double processor = -1;  // what passes if nothing else runs; this is one thread and reads what is in memory
};

Times MeasureSeven(const std::function<bool()>& run) {
  std::vector<double> passed;
  std::vector<double> processor;
  for (int i = 0; i < 7; ++i) {
    const auto start = Clock::now();
    const std::clock_t began = std::clock();
    if (!run()) return {};
    processor.push_back(static_cast<double>(std::clock() - began) * 1000 / CLOCKS_PER_SEC);
    passed.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  std::ranges::sort(passed);
  std::ranges::sort(processor);
  return {passed[3], processor[3]};
}

bool Give(const std::filesystem::path& file, std::span<const model::Document> documents, const char* coder) {
  auto store = store::StudyStore::Open(store::StudyLocation(file), store::OpenMode::kWrite);
  if (!store) return false;
  std::vector<model::DocumentId> ids;
  for (const auto& document : documents) ids.push_back(document.id);
  const std::vector<model::CoderId> coders{model::CoderId(coder)};
  const core::SystemClock clock;
  return bool(app::Assign(
      app::Entry::Over(*store, app::Caller::Owner(model::CoderId("lead")), app::Purpose::kWork, clock), ids, coders));
}

void Measure(const std::filesystem::path& file, const char* person, const std::string& hidden) {
  const core::SystemClock clock;
  const auto workspace =
      app::Workspace::Open(file.string(), app::Caller::Owner(model::CoderId(person)), app::Purpose::kWork, clock);
  std::int64_t codings = 0;
  const Times times = !workspace ? Times() : MeasureSeven([&] {
    const auto tree = app::CodeTree(*workspace);
    codings = 0;
    for (const auto& line : tree ? *tree : std::vector<app::CodeLine>()) {
      codings += line.code.parent ? 0 : line.with_below;
    }
    return bool(tree);
  });
  fmt::print("| {} | {} | {:.1f} ms | {:.1f} ms | 50 ms |\n", hidden, codings, times.passed, times.processor);
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 64;
  const std::filesystem::path copy = std::string(words[1]) + ".measured";
  std::filesystem::copy_file(words[1], copy, std::filesystem::copy_options::overwrite_existing);
  model::Study study;
  {
    const auto store = store::StudyStore::Open(store::StudyLocation(copy), store::OpenMode::kWrite);
    auto loaded = store ? store->LoadWithoutText() : core::Fail(store.error());
    if (!loaded) return 1;
    study = std::move(*loaded);
    fmt::print("counts of all codings: {:.2f} ms\n\n", MeasureSeven([&] { return bool(store->CountByCode()); }).passed);
  }
  const std::span<const model::Document> all = study.documents;
  const std::size_t tenth = all.size() / 10;
  fmt::print(
      "| hidden | codings that are counted | the tree with its counts | processor time | target "
      "|\n|---|---:|---:|---:|---:|\n");
  Measure(copy, "lead", "nothing");
  if (!Give(copy, all.first(tenth / 10), "coder1")) return 1;
  if (!Give(copy, all.subspan(tenth / 10, tenth / 10), "coder2")) return 1;
  Measure(copy, "lead", fmt::format("two coders' work in {} documents each", tenth / 10));
  if (!Give(copy, all.subspan(tenth, tenth / 2), "coder")) return 1;
  Measure(copy, "coder", fmt::format("that, and others' work in {} documents", tenth / 2));
  if (!Give(copy, all.subspan(tenth + tenth / 2, tenth / 2), "coder")) return 1;
  Measure(copy, "coder", fmt::format("that, and others' work in {} documents", tenth));
  if (!Give(copy, all.subspan(2 * tenth, 4 * tenth), "coder")) return 1;
  Measure(copy, "coder", fmt::format("that, and others' work in {} documents", 5 * tenth));
  std::filesystem::remove(copy);
  return 0;
}
