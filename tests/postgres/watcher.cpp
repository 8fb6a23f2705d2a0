// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// watcher PLACE SECONDS: says "watching" once it looks at a study, then waits that long for a change: exit code 0 if it
// learnt of one, 1 if not.
#include <cstdio>
#include <cstdlib>

#include "store/study_store.h"

int main(int count, char** words) {
  using namespace commonground;
  if (count != 3) return 64;
  const auto place = store::StudyLocation::Parse(words[1]);
  if (!place) return 65;
  auto study = store::StudyStore::Open(*place, store::OpenMode::kRead);
  if (!study || !study->WaitForChange(std::chrono::milliseconds(0))) return 66;
  std::puts("watching");
  std::fflush(stdout);
  const auto changed = study->WaitForChange(std::chrono::seconds(std::atoi(words[2])));
  if (!changed) std::puts(core::Describe(changed.error()).c_str());
  return changed && *changed ? 0 : 1;
}
