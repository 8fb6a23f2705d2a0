// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Case studies, and the canonical texts they consist of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/text_range.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

struct CaseStudy {
  OrganisationId organisation;
  std::string title;
  std::optional<Date> embargo_until;  // not published before this day
  friend bool operator==(const CaseStudy&, const CaseStudy&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<CaseStudy> auto& study) {
  visit.Key("organisation", study.organisation);
  visit.Words("title", study.title);
  visit("embargo_until", study.embargo_until);
}

// A part of a document's canonical text.  Parts are in order, do not overlap, and hold all that people wrote.
struct Part {
  PartKind kind = PartKind::kParagraph;
  int level = 0;  // of a heading, 1 to 6; depth of a list item, 1 or more; row of a table cell, from 1; else 0
  core::TextRange range;
  int page = 0;                   // of the file, from 1; 0: it has no pages
  std::optional<int> confidence;  // of reading a scan, 0 to 100; none: the file holds text
  friend bool operator==(const Part&, const Part&) = default;
};

struct Document {
  DocumentId id;  // "bhesp/case-study.md"
  OrganisationId organisation;
  std::string title;
  std::string language;  // BCP 47
  DocumentKind kind = DocumentKind::kAccount;
  std::optional<Date> date;
  std::vector<SourceId> sources;
  int version = 1;
  std::string text;           // canonical text
  std::string hash;           // core::ContentHash(text)
  std::vector<Part> parts;    // empty: not known
  std::string original_hash;  // core::ContentHash of the file that the text was taken from; empty: the text is the file
  std::string format;         // the ending of that file in small letters, "docx"; empty: that of the id
  friend bool operator==(const Document&, const Document&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Document> auto& document) {
  visit.Key("document", document.id);
  visit("organisation", document.organisation);
  visit.Words("title", document.title);
  visit.Words("language", document.language);
  visit("kind", document.kind);
  visit("date", document.date);
  visit("sources", document.sources);
  visit("version", document.version);
  visit.Derived("hash", document.hash);
  visit.Body("text", document.text);
  visit.OfText("original_hash", document.original_hash);
  visit.OfText("parts", document.parts);
  visit.OfText("format", document.format);
}

// The text of a document before it changed: what codings of that time were made on.
struct OldVersion {
  DocumentId document;
  int version = 1;  // below Document::version
  std::string text;
  friend bool operator==(const OldVersion&, const OldVersion&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<OldVersion> auto& old) {
  visit.Owner("document", old.document);
  visit("version", old.version);
  visit.Body("text", old.text);
}

}  // namespace commonground::model
