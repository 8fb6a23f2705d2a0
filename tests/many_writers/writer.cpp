// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// writer PLACE NAME SECONDS: one person who codes, whatever happens to the server.  Each coding says in its memo who
// made it and which one it is.  Prints "sent N" before and "done N" after each, so that who reads this knows what was
// acknowledged, also when this program is killed.  A coding that was cut is looked for before it is made again.
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "core/guid.h"
#include "core/text_range.h"
#include "store/study_store.h"

int main(int count, char** words) {
  using namespace commonground;
  using Clock = std::chrono::steady_clock;
  if (count != 4) return 64;
  const auto place = store::StudyLocation::Parse(words[1]);
  if (!place) return 65;
  const std::string name = words[2];
  const auto end = Clock::now() + std::chrono::seconds(std::atoi(words[3]));
  model::Coding coding;
  coding.coder = model::CoderId(name);
  std::optional<store::StudyStore> study;
  bool look_first = false;
  for (int number = 0; Clock::now() < end;) {
    if (!study) {
      auto opened = store::StudyStore::Open(*place, store::OpenMode::kWrite);
      if (!opened) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        continue;
      }
      study.emplace(std::move(*opened));
      const auto loaded = study->LoadWithoutText();
      if (!loaded || loaded->documents.empty() || loaded->codebook.empty()) {
        study.reset();
        continue;
      }
      coding.document = loaded->documents.front().id;
      coding.code = loaded->codebook.front().id;
      coding.range = {0, 1};
      const auto texts = study->LoadTexts({coding.document});
      if (!texts || texts->empty()) {
        study.reset();
        continue;
      }
      coding.exact = core::TextIndex(texts->front().text).Slice(coding.range).value_or("");
    }
    coding.memo = std::to_string(number);
    if (look_first) {
      const auto there = study->CodingsOf(coding.document);
      if (!there) {
        study.reset();
        continue;
      }
      look_first = false;
      bool found = false;
      for (const auto& one : *there)
        found = found || (one.coding.coder == coding.coder && one.coding.memo == coding.memo);
      if (found) {
        std::printf("done %d\n", number++);
        std::fflush(stdout);
        continue;
      }
    }
    std::printf("sent %d\n", number);
    std::fflush(stdout);
    coding.id = model::CodingId(core::GuidOf("coding of " + coding.coder.value + ": " + coding.memo));
    model::ChangeSet changes;
    changes.person = coding.coder;
    changes.codings.push_back({std::nullopt, coding});
    if (study->Apply(changes, {})) {
      std::printf("done %d\n", number++);
      std::fflush(stdout);
    } else {
      study.reset();
      look_first = true;
    }
  }
  return 0;
}
