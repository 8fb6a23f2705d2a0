// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What imports, exchanges, copies and reports did, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/copy_study.h"
#include "app/exchange_study.h"
#include "app/open_study.h"
#include "app/report_study.h"
#include "model/results/kept.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"file", "changed", "tables", "documents_read", "codings_moved", "pictures_made_anew"}
Json ToJson(const ImportOutcome& outcome);
// {"file", "codes", "documents", "codings", "memos", "report"}
Json ToJson(const std::string& file, const ExchangeExportOutcome& outcome);
// {"file", "project", "origin", "changed", "new_codes", ..., "offsets", "coders", "report"}
Json ToJson(const ExchangeImportOutcome& outcome);
// {"from", "to", "changed", "rows", "originals"}
Json ToJson(const std::string& from, const std::string& to, const CopyOutcome& outcome);
// {"originals": [{"document", "version", "bytes"}]}
Json ToJson(const std::vector<model::KeptOriginal>& originals);
// {"index", "files", "summary", "cases", "under_embargo", "still_coded"}
// Files are below `folder`.
Json ToJson(const ReportOutcome& outcome, const std::string& folder);

}  // namespace commonground::app::wire
