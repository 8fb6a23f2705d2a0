// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_comparison FILE.cg [sql]: loads the snapshot, compares it five times and prints one line:
//   CASES CODINGS LOAD_S COMPARE_S PEAK_MB SQL_S
// COMPARE_S is the median.  With "sql" the peer runs too, and every number of the two must be the same.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>

#include "app/gateway/analysis.h"
#include "bench/peer_sql.h"
#include "compare/compare.h"
#include "context/view.h"
#include "core/progress.h"
#include "store/study_store.h"

namespace {

using namespace commonground;

double Now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

long PeakMegabytes() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word != "VmHWM:") continue;
    long kilobytes = 0;
    status >> kilobytes;
    return kilobytes / 1024;
  }
  return -1;
}

int Differences(const model::Comparison& comparison, const bench::PeerTables& peer) {
  const auto at = [](const auto& map, const auto& key) {
    const auto found = map.find(key);
    return found == map.end() ? 0 : found->second;
  };
  int different = 0;
  for (int g = 0; g < static_cast<int>(comparison.groupings.size()); ++g) {
    for (const auto& row : comparison.groupings[static_cast<std::size_t>(g)].rows) {
      const std::pair key{g, static_cast<int>(row.code)};
      for (int group = 0; group < static_cast<int>(row.by_group.size()); ++group) {
        const auto k = row.by_group[static_cast<std::size_t>(group)].present;
        different += k != at(peer.present, std::tuple{g, static_cast<int>(row.code), group});
      }
      different += static_cast<int>(row.prevalence) != at(peer.classes, key);
      different += static_cast<int>(row.by_case.changed_by.size()) != at(peer.changed_by_case, key);
      different += static_cast<int>(row.by_coder.changed_by.size()) != at(peer.changed_by_coder, key);
    }
  }
  for (const auto* map : {&comparison.practice_by_outcome, &comparison.practice_by_barrier}) {
    for (const auto& cell : map->cells)
      different += cell.cases != at(peer.gaps, std::pair<int, int>{cell.row, cell.column});
  }
  return different;
}

template <typename T>
T OrStop(core::Result<T> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "{}\n", core::Describe(result.error()));
  std::exit(core::ExitCode(result.error().code));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 64;
  const std::string path = argv[1];
  core::NoProgress progress;
  const double start = Now();
  model::Snapshot snapshot;
  std::vector<model::DocumentId> documents;
  {
    const auto store = OrStop(store::StudyStore::Open(std::filesystem::path(path), store::OpenMode::kRead));
    const auto study = OrStop(store.LoadWithoutText());
    auto columns = OrStop(store.LoadCodingColumns(study, progress));
    const core::Date day = study.settings.reference_date.value_or(*core::Date::Make(2013, 12, 31));
    snapshot = app::SnapshotOf(study, {std::move(columns.columns), std::move(columns.coders)},
                               context::ViewOn(study, day), day, app::Embargo::kIgnored);
    for (const auto& document : study.documents) documents.push_back(document.id);
  }
  const double loaded = Now() - start;

  std::vector<double> took;
  model::Comparison comparison;
  for (int round = 0; round < 5; ++round) {
    const double begin = Now();
    comparison = OrStop(compare::Compare(snapshot, progress));
    took.push_back(Now() - begin);
  }
  std::sort(took.begin(), took.end());
  const long peak = PeakMegabytes();

  std::string sql = "-";
  if (argc > 2) {
    const auto peer = bench::CompareBySql(path, snapshot, documents);
    sql = fmt::format("{:.4f}", peer.seconds);
    if (const int different = Differences(comparison, peer); different > 0) {
      fmt::print(stderr, "the peer differs in {} numbers\n", different);
      return 1;
    }
  }
  fmt::print("{} {} {:.4f} {:.4f} {} {}\n", snapshot.cases.size(), snapshot.codings.size(), loaded, took[2], peak, sql);
}
