// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a person codes with: the study as they see it, and one document of it with the codings that they see.  For app
// alone.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/gateway/coding_view.h"
#include "app/gateway/entry.h"
#include "core/result.h"
#include "core/text_range.h"

namespace commonground::app {

inline constexpr std::size_t kShortest = 8;  // letters of an id in a name

// A study as one person may see it.
struct Desk {
  std::shared_ptr<const model::Study> kept;  // as StudyStore::LoadDesk
  CodingView view;
  const model::Study& study() const { return *kept; }

  static core::Result<Desk> Open(const Entered& in);
  // The same within StudyStore::Read.
  static core::Result<Desk> OpenWithin(const Entered& in);
  // Errors: NotFound: it is not there, or may not be read.
  core::Result<model::Document> Text(const store::StudyStore& store, const model::DocumentId& id) const;
  // Errors: NotFound: there is no such code; InvalidInput: it is retired.
  core::Status CheckCode(const model::CodeId& id) const;
};

// A document on the desk, with the codings in it that the person sees, as all of it was at one moment.
struct OneDocument {
  Desk desk;
  model::Document document;
  std::vector<model::Coding> seen;

  static core::Result<OneDocument> Open(const Entered& in, const model::DocumentId& id);
};

// Long enough to be told from all others of the document, whoever made them.
std::string NameOf(const model::Coding& coding, std::size_t letters);
std::size_t LettersNeeded(const std::vector<model::Coding>& codings);

// With an id, by who acts, now; without a place.
model::Coding NewCoding(const model::CodeId& code, const EditContext& actor);

bool Touch(core::TextRange a, core::TextRange b);

}  // namespace commonground::app
