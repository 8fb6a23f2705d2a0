// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One coding as it is edited, and codings as they are counted.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "model/study.h"

namespace commonground::store {

// Which coding, and as it was when.  Copies of it stay good until somebody changes that coding or saves the whole
// study.
struct CodingKey {
  std::int64_t number = 0;
  std::int64_t version = 0;
  std::int64_t edition = 0;  // of the study as a whole
  friend bool operator==(const CodingKey&, const CodingKey&) = default;
};

struct StoredCoding {
  CodingKey key;
  model::Coding coding;
};

// What was changed of a study that is no coding and no note: equal marks from one act on say that nothing was.  Counted
// from some acts before the newest, since on PostgreSQL an act may be seen after one with a greater number.
struct SmallMark {
  std::int64_t saves = 0;    // of the study as a whole
  std::int64_t from = 0;     // the act from which on is counted
  std::int64_t newest = 0;   // act
  std::int64_t others = 0;   // changes of anything but codings and memos
  std::int64_t of_desk = 0;  // the same without decisions about codings and suggestions
  friend bool operator==(const SmallMark&, const SmallMark&) = default;
};

// How many codings a code has itself, those below it not counted.
struct CodeCount {
  model::CodeId code;
  std::int64_t codings = 0;
  friend bool operator==(const CodeCount&, const CodeCount&) = default;
};

// How many codings somebody has in a document; rejected ones are left out.
struct CoderCount {
  model::DocumentId document;
  model::CoderId coder;
  std::int64_t codings = 0;  // drafts among them
  std::int64_t drafts = 0;
  friend bool operator==(const CoderCount&, const CoderCount&) = default;
};

// Codings that a person does not see, as the read gateway decides (app/gateway/coding_view.h).  No document is in two
// of the lists.
struct HiddenCodings {
  model::CoderId from;                       // the person; drafts of everybody else are hidden without being listed
  std::vector<model::DocumentId> documents;  // all codings there
  std::vector<model::DocumentId> others;     // all but the person's own there
  std::vector<std::pair<model::DocumentId, model::CoderId>> pairs;  // this coder's there; never the person's own
};

// Decides from a study that has only the ids and organisations of documents, consents to analyse, and open assignments.
using HiddenOf = std::function<HiddenCodings(const model::Study&)>;

}  // namespace commonground::store
