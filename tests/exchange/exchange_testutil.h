// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From a study to a file and back, as the program does it, but without a sandbox around the parser.
#pragma once

#include <set>
#include <string>

#include "coding/exchange/merge.h"
#include "coding/exchange/read_refi.h"
#include "coding/exchange/write_refi.h"
#include "ingest/exchange/pack_project.h"
#include "ingest/exchange/project_frame.h"
#include "ingest/parser/project.h"
#include "random_study/random_study.h"

namespace commonground::exchange_test {

inline std::set<model::DocumentId> AllDocuments(const model::Study& study) {
  std::set<model::DocumentId> all;
  for (const auto& document : study.documents) all.insert(document.id);
  return all;
}

inline std::string ProjectBytes(const model::Study& study, coding::Profile profile, coding::Report& report) {
  const auto part = coding::PartToExport(study, AllDocuments(study), coding::Statuses::kAll, report);
  return ingest::PackProject(coding::WriteProject(part, profile, report)).value();
}

inline core::Result<model::ProjectFile> Open(const std::string& bytes) {
  CG_ASSIGN_OR_RETURN(const std::string frames, ingest::parser::ParseProject(bytes));
  return ingest::DecodeProject(frames);
}

// With what a study has whose coders work together: memos of every kind, ids, times, adjudications.
model::Study RandomStudy(std::uint64_t seed, int size = 8);

}  // namespace commonground::exchange_test
