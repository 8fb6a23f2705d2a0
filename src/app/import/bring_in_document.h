// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One file becomes a document of a study, or the next version of one, while people work on it.  It is read as the
// import of a folder reads it (ingest/folder/one_document.h): whatever is not text only in the sandbox.
//
// The file itself is kept where its passphrase is given; else the study has of it the text, where its parts stand, and
// its hash.  What came in is not
// taken back by an undo; an older version of a text stays, and what was coded on it moves or is kept as an orphan.
// Errors everywhere: Forbidden; InvalidInput: what is wrong with the file or with what is said of it, with the fix;
// NoConsent: its consent was withdrawn; Cancelled; those of the store.  On any error nothing is changed.
// Cost: that of the parser; then that of the study, read and saved as a whole, while others who write wait.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/edit_result.h"
#include "app/import/lost_codings.h"
#include "app/import/move_codings.h"
#include "app/import/rests_on_lost.h"
#include "app/workspace.h"
#include "core/date.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/consent.h"
#include "model/document.h"

namespace commonground::app {

// What is agreed for the one document; for all of an organisation's: consent_study.h.
struct ConsentWithFile {
  std::vector<model::ConsentScope> scopes;  // at least one
  model::ConsentBasis basis = model::ConsentBasis::kWritten;
  std::optional<core::Date> expires;
  std::string evidence;  // where it is kept; of a public source its id; never empty
};

struct DocumentFile {
  std::string name;        // as people call it: its ending says what it is
  std::string_view bytes;  // at most 25 MB; borrowed
  // The passphrase of the study, under which the file is kept too (of an image nothing but the image); of a study that
  // has none yet, the one that it gets, of at least 12 characters.  Empty: the file is not kept.  Borrowed.
  std::string_view keep_under = {};
};

struct NewDocument {
  DocumentFile file;
  model::OrganisationId organisation;
  std::string title;     // empty: the file's name
  std::string language;  // BCP 47; empty: what the text tells
  model::DocumentKind kind = model::DocumentKind::kAccount;
  std::vector<model::SourceId> sources;
  std::optional<ConsentWithFile> consent;  // none: that of its organisation holds, or nobody may read it yet
};

struct DocumentBroughtIn {
  model::DocumentId document;
  std::string title;
  int version = 1;
  std::string hash;  // of the text
  std::string language;
  std::int64_t paragraphs = 0;
  std::int64_t words = 0;
  int pages = 0;                     // 0: the file has none
  std::optional<int> confidence;     // of a scan
  std::optional<int> least_sure;     // its paragraph that was read worst
  std::string format;                // what kind of file it is: its ending
  std::vector<std::string> removed;  // what the file also held, and is not taken over
  std::vector<std::string> notices;
  std::vector<std::string> read_in;  // languages that its pictures were read in
  std::optional<CodingMoves> moves;  // of a new version
  LostCodings lost;                  // of a new version: what was answered for them is in `moves`
  RestsOnLost rests;                 // of a new version: what people made of passages that have lost their words
  bool changed = false;              // false: the study has this text of this file already
  bool may_be_read = false;          // today, by people who work on the study
};

// Errors besides: Conflict: a text of this name is there and says something else (the hint names it); NotFound: no such
// organisation.
core::Result<DocumentBroughtIn> AddDocument(const Workspace& workspace, const NewDocument& given,
                                            core::Progress& progress);

struct NewVersion {
  // With the number of the version that is known to whoever asks; empty: whichever is there.
  ExpectedVersion<model::DocumentId> which;
  DocumentFile file;
  LostAnswers answers = {};  // for codings that have no place in it
};

// Errors besides: NotFound: no such document, or it may not be read; Conflict: it has another version by now, or its
// codings are not those that were answered for.
core::Result<DocumentBroughtIn> BringInVersion(const Workspace& workspace, const NewVersion& given,
                                               core::Progress& progress);

// What that would do, with all lost codings let go; nothing is changed, and no file is kept.  Answers are not looked
// at.
core::Result<DocumentBroughtIn> LookAtVersion(const Workspace& workspace, const NewVersion& given,
                                              core::Progress& progress);

}  // namespace commonground::app
