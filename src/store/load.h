// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reading tables back, checked against their digests.  Functions throw soci_error or Failure; they require a
// transaction, so that all tables are of one moment.
#pragma once

#include "core/progress.h"
#include "store/database.h"
#include "store/study_store.h"
#include "store/tables.h"

namespace commonground::store {

// kWithoutAnchors: codings have no prefix, suffix, hint and memo.  kDesk: what says who may read and code what:
// documents without their texts, codes, consents, assignments.
enum class Depth { kWhole, kWithoutAnchors, kWithoutCodings, kWithoutText, kDesk };

// All of it, or but for what `depth` leaves out, checked against its digests and as an import would check it.
Loaded ReadStudy(Database& database, Depth depth, core::Progress& progress);
// One table, checked against its digest.
Loaded ReadOne(Database& database, std::string_view name);
std::vector<model::Document> ReadTexts(Database& database, const std::vector<model::DocumentId>& documents);
std::vector<model::Document> ReadParts(Database& database);
std::vector<model::OldVersion> ReadOldVersions(Database& database, const std::vector<model::DocumentId>& documents);
std::vector<model::Memo> ReadMemos(Database& database);
std::vector<model::FileHash> ReadImportedFiles(Database& database);
CodingColumns ReadCodingColumns(Database& database, const model::Study& study, core::Progress& progress);

}  // namespace commonground::store
