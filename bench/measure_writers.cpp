// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_writers NOTE WRITERS CONNECTIONS SECONDS: so many people code in one study at once through a pool of so many
// connections, each coding an act with its history; prints "CODINGS_A_SECOND MEDIAN_MS P99_MS".  bench/run runs pgbench
// with a transaction of the same shape (bench/same_shape.sql) beside it.
#include <fmt/format.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "bench/zipf_study.h"
#include "coding/history/record.h"
#include "core/guid.h"
#include "store/pool.h"
#include "store/study_store.h"

int main(int count, char** words) {
  using namespace commonground;
  if (count != 5) return 64;
  std::ifstream note(words[1]);
  std::string address;
  std::getline(note, address);
  const auto place = store::StudyLocation::Parse(address + "#writers").value();
  const int writers = std::atoi(words[2]);
  const int seconds_long = std::atoi(words[4]);
  const model::Study study = bench::ZipfStudy(5'000, 1'000);
  core::NoProgress silent;
  const auto saved = store::StudyStore::Open(place, store::OpenMode::kCreateOrWrite)->Save(study, {}, silent);
  if (!saved) {
    fmt::print(stderr, "{}\n", core::Describe(saved.error()));
    return 1;
  }
  std::vector<std::vector<double>> seconds(static_cast<std::size_t>(writers));
  store::StorePool pool(place, store::OpenMode::kWrite, static_cast<std::size_t>(std::atoi(words[3])));
  std::atomic<int> ready = 0;
  std::atomic<bool> failed = false;
  {
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer) {
      threads.emplace_back([&, writer] {
        model::Coding coding = study.codings[static_cast<std::size_t>(writer)];
        coding.coder = model::CoderId(fmt::format("coder-{}", writer));
        const auto act = [&] {
          model::ChangeSet changes;
          changes.person = coding.coder;
          coding.id = model::CodingId(core::NewGuid());
          changes.codings.push_back({std::nullopt, coding});
          auto store = pool.Take(std::chrono::seconds(10));
          return store.has_value() &&
                 (*store)->Apply(changes, coding::Record(changes, {{coding.document, 1}})).has_value();
        };
        if (!act()) failed = true;
        ++ready;
        while (ready < writers) std::this_thread::yield();
        const auto end = bench::Clock::now() + std::chrono::seconds(seconds_long);
        while (!failed && bench::Clock::now() < end) {
          const auto before = bench::Clock::now();
          if (!act()) failed = true;
          seconds[static_cast<std::size_t>(writer)].push_back(bench::Seconds(before));
        }
      });
    }
  }
  std::vector<double> all;
  for (const auto& one : seconds) all.insert(all.end(), one.begin(), one.end());
  if (failed || all.empty()) return 1;
  const auto times = bench::TimesOf(all);
  fmt::print("{:.0f} {:.1f} {:.1f}\n", static_cast<double>(all.size()) / seconds_long, times.median, times.p99);
  return 0;
}
