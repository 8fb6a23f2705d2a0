// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study to other coding programs, and their projects into a study (docs/exchange.md).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/move_codings.h"
#include "app/workspace.h"
#include "coding/exchange/merge.h"
#include "coding/exchange/write_refi.h"
#include "core/moment.h"
#include "core/progress.h"
#include "core/result.h"
#include "ingest/folder/write_folder.h"

namespace commonground::app {

struct ExchangeExportRequest {
  std::string name;  // as the file will be called; its ending says what is made: .qdpx, .qdc, .csv, .xlsx
  coding::Profile profile = coding::Profile::kStandard;
  coding::Statuses statuses = coding::Statuses::kAll;
  enum class Table { kCodings, kCodebook };
  Table table = Table::kCodings;  // of .csv
  ingest::CsvStyle style = ingest::CsvStyle::kSpreadsheetSafe;
};

struct ExchangeExportOutcome {
  std::size_t codes = 0;
  std::size_t documents = 0;
  std::size_t codings = 0;
  std::size_t memos = 0;
  std::vector<coding::ReportLine> report;
};

struct ExchangeBytes {
  ExchangeExportOutcome outcome;
  std::string bytes;
};
// What may be read today, and of what is coded there what this person sees (gateway/coding_view.h), and nothing else.
// Whoever writes it somewhere keeps it for its owner.
// Errors: InvalidInput (an ending that is not known; nothing to export), Cancelled, and the store's.
core::Result<ExchangeBytes> ExportForExchange(const Workspace& workspace, const ExchangeExportRequest& request,
                                              core::Progress& progress);

// A project as it is given: a file's bytes, and what to call it in messages; the ending of its name counts.
struct ProjectBytes {
  std::string name;
  std::string bytes;
};
inline constexpr std::int64_t kMaxProjectBytes = 100'000'000;
// Called once, when it is its turn; the bytes are let go when they were opened.
using ReadProject = std::function<core::Result<ProjectBytes>()>;

struct ExchangeImportRequest {
  std::string name;  // what was given, for messages
  coding::MergeOptions merge;
  std::optional<coding::Reading> offsets;  // how places are counted; none: found out
  model::CoderId person{"import"};         // who imports, for the history
  enum class Mode { kSave, kPreview };
  Mode mode = Mode::kSave;
};

struct ExchangeImportOutcome {
  std::string place;  // where the study is kept, for people
  std::string name;   // of the project
  std::string origin;
  coding::OffsetChoice offsets;
  std::vector<coding::CoderMapping> coders;
  std::vector<model::DocumentId> new_documents;
  std::int64_t new_codes = 0;
  std::int64_t new_codings = 0;
  std::int64_t new_memos = 0;
  std::int64_t new_consents = 0;
  std::size_t unreadable = 0;  // of the project's documents: no consent to analyse is recorded
  std::vector<CodingMoves> moves;
  std::vector<coding::ReportLine> report;
  bool changed = false;
  bool can_be_taken_back = false;  // more than documents came
};

// One transaction, and one act in the study's history: Undo takes back the codes, codings, memos and adjudications that
// came, and Redo brings them again.  Documents stay, with their cases, sources and consents; so do orphans, with their
// codes.
// Errors: InvalidInput: the file, or that a person has to say how places are counted (the message shows a passage under
// each reading); Conflict: somebody wrote the study meanwhile; NotFound, Io, Corrupt, Cancelled.
core::Result<ExchangeImportOutcome> ImportFromExchange(const std::string& location, const ReadProject& read,
                                                       const ExchangeImportRequest& request, const core::Clock& clock,
                                                       core::Progress& progress);

// The same into a study that people work on, however many write meanwhile; `bytes` is the file, `request.name` its
// name, and the history names who asks. Errors: as above, but never Conflict; and Forbidden.  That no sandbox can be
// set up is InvalidInput: nothing is opened.
core::Result<ExchangeImportOutcome> ImportProject(const Workspace& workspace, std::string_view bytes,
                                                  const ExchangeImportRequest& request, core::Progress& progress);

}  // namespace commonground::app
