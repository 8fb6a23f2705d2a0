// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The texts of a study that a person may read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/result.h"
#include "model/coding.h"
#include "model/document.h"

namespace commonground::app {

// A text with what says how far work on it is, for who asks.
struct ListedDocument {
  model::Document document;  // without its text and parts
  std::string direction;     // of its language: "ltr", "rtl", "auto"
  std::optional<model::AssignmentState> own_assignment;
  bool is_blind = false;  // somebody codes it without seeing the others, and is not seen
};

// By id.  Errors: the store's.
core::Result<std::vector<ListedDocument>> ListDocuments(const Workspace& workspace);

// One text as a whole, as it was at one moment, with what this person sees of the work on it.
struct OpenedDocument {
  ListedDocument listed;                     // with its text and parts
  std::vector<model::Coding> codings;        // in the order of the text; each with its id
  std::vector<model::Adjudication> decided;  // where coders differed
  std::vector<model::Memo> memos;            // about the document, its case and its codings
  std::vector<int> versions;                 // that are kept, the oldest first, the newest last
  bool has_page_pictures = false;            // its file is kept, and its pages may be seen as pictures (originals.h)
};
// Errors: NotFound: it is not there, or may not be read (both look the same).
core::Result<OpenedDocument> OpenDocument(const Workspace& workspace, const model::DocumentId& document);

// An older text of it, as codings of that time were made on.  Errors: as OpenDocument.
core::Result<model::OldVersion> OpenOlderVersion(const Workspace& workspace, const model::DocumentId& document,
                                                 int version);

}  // namespace commonground::app
