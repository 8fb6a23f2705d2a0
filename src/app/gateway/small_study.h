// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is small of a study and asked for again and again (frame, organisations, statements, consents, codebook,
// settings, which documents there are), kept from one use case to the next until anybody changes that.  For app alone.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "app/caller.h"
#include "app/gateway/coding_view.h"
#include "core/date.h"
#include "core/result.h"
#include "store/study_store.h"

namespace commonground::app {

// What is known of the file that a text was taken from.
struct TextReading {
  std::string format;             // as model::Document::format
  bool is_of_file = false;        // a parser made the text of it
  int pages = 0;                  // 0: it has none
  std::optional<int> confidence;  // of its parts that were read of a picture, 0 to 100: the mean; none: there are none
  std::optional<int> least_sure;  // the one that was read worst
};

class SmallStudy {
 public:
  // As StudyStore::LoadWithoutText, and as new: what another program, or this one, changed is there the next time.
  // Codings and memos are no part of it, so that people who code do not make each other load it.
  // Not within StudyStore::Read.  Cost: one look at the store if nobody changed it, else that of loading.
  core::Result<std::shared_ptr<const model::Study>> Of(const store::StudyStore& store);
  // The same within StudyStore::Read.
  core::Result<std::shared_ptr<const model::Study>> Within(const store::StudyStore& store);

  // The same of StudyStore::LoadDesk.  Within StudyStore::Read.
  core::Result<std::shared_ptr<const model::Study>> DeskWithin(const store::StudyStore& store);
  // Of every text, by its id.  Within StudyStore::Read.  Cost: one look if no text came in since, else that of all
  // parts.
  using Readings = std::map<model::DocumentId, TextReading>;
  core::Result<std::shared_ptr<const Readings>> ReadingsWithin(const store::StudyStore& store);

  // What this caller sees of the desk, as it was given last.
  CodingView ViewOfDesk(const Caller& caller, const core::Date& today);

 private:
  struct Kept {
    store::SmallMark mark;
    std::shared_ptr<const model::Study> study;
  };
  Kept whole_;
  Kept desk_;
  std::int64_t read_at_ = -1;  // saves of the study as a whole: a text comes in by nothing else
  std::shared_ptr<const Readings> readings_;
  // Of desk_, by role, organisation and day.
  std::map<std::tuple<Role, model::OrganisationId, core::Date>, CodingView> views_;
};

}  // namespace commonground::app
