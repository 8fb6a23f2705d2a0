// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is small of a study and asked for again and again (frame, organisations, statements, consents, codebook,
// settings, which documents there are), kept from one use case to the next until anybody changes the study.  For app
// alone.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "store/study_store.h"

namespace commonground::app {

class SmallStudy {
 public:
  // As StudyStore::LoadWithoutText, and as new: what another program, or this one, changed is there the next time.
  // Not within StudyStore::Read.  Cost: one look at the store if nobody changed it, else that of loading.
  core::Result<std::shared_ptr<const model::Study>> Of(const store::StudyStore& store);

 private:
  std::string stamp_;
  std::shared_ptr<const model::Study> kept_;
};

}  // namespace commonground::app
