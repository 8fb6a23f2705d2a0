// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of the texts that a person may read: what each came from and how surely it was read, who codes it, and how
// far that is.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/result.h"
#include "model/document.h"
#include "model/words.h"

namespace commonground::app {

// What a text was taken from.
enum class TextSource {
  kMarkdown,
  kPlainText,
  kWebPage,
  kWord,
  kOpenDocument,
  kRichText,
  kEbook,
  kPdf,
  kScan,        // a PDF of which pages were read as pictures; a TIFF
  kPhotograph,  // a JPEG
  kPicture,     // a PNG
};

// How far work on a text is.
enum class TextState {
  kNobodyYet,  // nobody was given it, and nobody coded it
  kBlind,      // somebody codes it without seeing the others, and is not seen
  kOne,        // coded by one
  kToDecide,   // two or more differ
  kDone,       // two or more, and nothing is left to decide
};

struct TextCoder {
  model::CoderId coder;
  std::optional<model::AssignmentState> assignment;  // none: was not asked, and coded it all the same
  std::optional<std::int64_t> codings;               // none: not to be seen yet
};

struct ListedText {
  model::DocumentId document;
  model::OrganisationId organisation;
  std::string title;
  std::string language;
  std::string direction;  // of its language
  int version = 1;
  std::optional<TextSource> from;             // none: not known
  int pages = 0;                              // 0: it has none
  std::optional<int> confidence;              // of reading pictures, 0 to 100: the mean; none: nothing was guessed
  std::optional<int> least_sure;              // its part that was read worst
  std::optional<model::RegionId> region;      // of its organisation, for who sees that
  std::optional<model::CountryCode> country;  // the same
  std::optional<TextState> state;             // none: a member organisation is not told
  std::int64_t to_decide = 0;                 // kToDecide: passages that nobody decided about
  std::vector<TextCoder> coders;              // by name: everybody for coordinators, oneself alone for all others
};

struct TextList {
  std::vector<ListedText> texts;  // by id
  std::int64_t locked = 0;        // that nobody may read today; 0 for all but coordinators
};

// Errors: those of the store.  Cost: that of counting all codings, and of comparing coders in the texts that two or
// more have coded.
core::Result<TextList> ListTexts(const Workspace& workspace);

}  // namespace commonground::app

namespace commonground::model {
template <>
WordTable<app::TextSource> Words<app::TextSource>();
template <>
WordTable<app::TextState> Words<app::TextState>();
}  // namespace commonground::model
