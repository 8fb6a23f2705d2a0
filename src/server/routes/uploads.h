// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about files that come in: one is sent first, by an id that the client makes; then it is said what is to be
// made of it, as often as it takes.  What a file is called stands in a body, never in an address.
#pragma once

#include "server/route.h"
#include "server/routes/jobs.h"
#include "server/routes/range.h"

namespace commonground::server {

struct UploadView {
  std::string upload;
  std::int64_t bytes = 0;
  std::string hash;
};
void Describe(auto& visit, Is<UploadView> auto& view) {
  visit("upload", view.upload, "its id");
  visit("bytes", view.bytes, "how many came");
  visit("hash", view.hash, "of its content, BLAKE2b-256");
}
// PUT /uploads/{upload}: the body is the file.
Route SendFileRoute();

struct DropUpload {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/uploads/{upload}",
                                .name = "dropUpload",
                                .summary = "Lets a file go that was sent",
                                .use_case = app::UseCase::kAddDocument,
                                .only_asks = true};
  struct Input {
    std::string upload;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<DropUpload::Input> auto& in) {
  visit.Path("upload", in.upload, "its id");
}

struct ConsentWithFileInput {
  std::vector<model::ConsentScope> scopes;
  model::ConsentBasis basis = model::ConsentBasis::kWritten;
  std::string evidence;
  std::optional<std::string> expires;
};
void Describe(auto& visit, Is<ConsentWithFileInput> auto& in) {
  visit("scopes", in.scopes, "what may be done with this one text");
  visit("basis", in.basis, "how it was agreed");
  visit("evidence", in.evidence, "where that is kept; of a public source its id");
  visit("expires", in.expires, "the last day on which it holds");
}

inline constexpr const char* kKeepUnder =
    "the passphrase of the study: the file is kept under it; it is not kept, if it is not said";

struct AddDocument {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/documents",
                                .name = "addDocument",
                                .summary =
                                    "Begins a job that reads a file that was sent and takes it in as a new text "
                                    "(GET /jobs/{job}/document says what came out)",
                                .use_case = app::UseCase::kAddDocument,
                                .made = 202};
  struct Input {
    std::string upload;
    std::string file_name;
    model::OrganisationId organisation;
    std::optional<std::string> title;
    std::optional<std::string> language;
    std::optional<model::DocumentKind> kind;
    std::optional<std::vector<model::SourceId>> sources;
    std::optional<ConsentWithFileInput> consent;
    std::optional<std::string> keep_under;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<AddDocument::Input> auto& in) {
  visit("upload", in.upload, "the file, as it was sent");
  visit("file_name", in.file_name, "what it is called: its ending says what it is");
  visit("organisation", in.organisation, "whose case it belongs to");
  visit("title", in.title, "of the text; the file's name, if it is not said");
  visit("language", in.language, "BCP 47; what the text tells, if it is not said");
  visit("kind", in.kind, "in our own words, or in theirs; account, if it is not said");
  visit("sources", in.sources, "where it is from");
  visit("consent", in.consent, "to this text alone; its organisation's holds, if it is not said");
  visit("keep_under", in.keep_under, kKeepUnder);
}

struct BringInVersion {
  static constexpr Rules kRules{
      .method = Method::kPost,
      .path = "/documents/{document}/versions",
      .name = "bringInVersion",
      .summary =
          "Begins a job that takes a file that was sent in as the next version of a text, and "
          "moves its codings; with dry_run says what would become of them (GET /jobs/{job}/document says what came "
          "out)",
      .use_case = app::UseCase::kAddDocument,
      .needs_version = true,
      .made = 202};
  struct Answer {
    std::string coding;
    std::optional<RangeView> put_at;
  };
  struct Input {
    model::DocumentId document;
    std::string upload;
    std::string file_name;
    std::optional<std::string> keep_under;
    std::optional<bool> dry_run;
    std::optional<std::vector<Answer>> answers;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<BringInVersion::Answer> auto& one) {
  visit("coding", one.coding, "one of `lost` of the dry run");
  visit("put_at", one.put_at, "its `nearest`; not said: it is let go");
}
void Describe(auto& visit, Is<BringInVersion::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit("upload", in.upload, "the file, as it was sent");
  visit("file_name", in.file_name, "what it is called: its ending says what it is");
  visit("keep_under", in.keep_under, kKeepUnder);
  visit("dry_run", in.dry_run, "true: nothing is changed, and the file stays");
  visit("answers", in.answers,
        "for every coding in `lost` of the dry run; nothing is changed if there are others by now. Not said: all that "
        "lost "
        "their words are let go");
}

// What a file became.
struct DocumentCameView {
  struct Moves {
    std::int64_t from_version = 0;
    std::int64_t kept = 0;
    std::int64_t moved = 0;
    std::int64_t edited = 0;
    std::int64_t orphaned = 0;
  };
  struct Words {
    std::string words;
    bool only_here = false;
  };
  struct Lost {
    std::string coding;
    model::CodeId code;
    model::CoderId coder;
    RangeView range;
    std::vector<Words> was;
    std::optional<RangeView> nearest;
    std::vector<Words> is;
  };
  struct Quote {
    std::string kind;
    std::string id;
    std::int64_t line = 1;
    std::string words;
    std::vector<std::string> stays_with;
  };
  struct OfFinding {
    model::FindingId finding;
    std::vector<std::string> lost_for;
    std::vector<std::string> lost_against;
    std::int64_t left_for = 0;
    std::int64_t left_against = 0;
  };
  struct OfTranslation {
    std::string translation;
    std::string language;
    std::string exact;
  };
  struct OfConsent {
    std::string subject;
    std::string coding;
    model::ConsentScope scope = model::ConsentScope::kQuote;
    bool refused = false;
  };
  struct Rests {
    std::vector<Quote> quotes;
    std::vector<OfFinding> findings;
    std::vector<OfTranslation> translations;
    std::vector<OfConsent> consents;
  };
  model::DocumentId document;
  std::string title;
  std::int64_t version = 1;
  std::string hash;
  std::string language;
  std::string format;
  std::int64_t paragraphs = 0;
  std::int64_t words = 0;
  std::int64_t pages = 0;
  std::optional<std::int64_t> confidence;
  std::optional<std::int64_t> least_sure;
  std::vector<std::string> left_out;
  std::vector<std::string> notices;
  std::vector<std::string> read_in;
  std::optional<Moves> moves;
  std::vector<Lost> lost;
  std::int64_t lost_unseen = 0;
  Rests rests;
  bool changed = false;
  bool may_be_read = false;
};
void Describe(auto& visit, Is<DocumentCameView::Moves> auto& moves) {
  visit("from_version", moves.from_version, "that the codings stood on");
  visit("kept", moves.kept, "the same words at the same place");
  visit("moved", moves.moved, "the same words at another place");
  visit("edited", moves.edited, "words that changed a little");
  visit("orphaned", moves.orphaned, "found nowhere, or in more than one place; kept, and placed nowhere");
}
void Describe(auto& visit, Is<DocumentCameView::Words> auto& one) {
  visit("words", one.words, "of it, as they stand");
  visit("only_here", one.only_here, "the other passage does not have them");
}
void Describe(auto& visit, Is<DocumentCameView::Lost> auto& one) {
  visit("coding", one.coding, "its id");
  visit("code", one.code, "of it");
  visit("coder", one.coder, "whose");
  visit("range", one.range, "in the version before");
  visit("was", one.was, "its words");
  visit("nearest", one.nearest, "in the new text; not said: nothing there is like it");
  visit("is", one.is, "the words there");
}
void Describe(auto& visit, Is<DocumentCameView::Quote> auto& one) {
  visit("kind", one.kind, "of what holds it: chapter or finding");
  visit("id", one.id, "of that");
  visit("line", one.line, "in its text, from 1");
  visit("words", one.words, "as the line names them");
  visit("stays_with", one.stays_with, "codings of `lost`: it places a passage again if one of them is put there");
}
void Describe(auto& visit, Is<DocumentCameView::OfFinding> auto& one) {
  visit("finding", one.finding, "its id");
  visit("lost_for", one.lost_for, "passages for it that lose their words: codings of `lost`");
  visit("lost_against", one.lost_against, "passages against it");
  visit("left_for", one.left_for, "passages for it that stay, of all texts");
  visit("left_against", one.left_against, "passages against it that stay");
}
void Describe(auto& visit, Is<DocumentCameView::OfTranslation> auto& one) {
  visit("translation", one.translation, "its id");
  visit("language", one.language, "that it is in; BCP 47");
  visit("exact", one.exact, "the words that it is of");
}
void Describe(auto& visit, Is<DocumentCameView::OfConsent> auto& one) {
  visit("subject", one.subject, "CASE/FILE#CODING");
  visit("coding", one.coding, "whose passage has no place now");
  visit("scope", one.scope, "what was said of");
  visit("refused", one.refused, "withdrawn: until it has a place, a report shows nothing of the whole text");
}
void Describe(auto& visit, Is<DocumentCameView::Rests> auto& rests) {
  visit("quotes", rests.quotes, "placed in chapters and findings, that place nothing now");
  visit("findings", rests.findings, "that lose passages");
  visit("translations", rests.translations, "of words that are gone: not shown");
  visit("consents", rests.consents, "to single passages that have no place now");
}
void Describe(auto& visit, Is<DocumentCameView> auto& view) {
  visit("document", view.document, "its id");
  visit("title", view.title, "of it");
  visit("version", view.version, "of its text");
  visit("hash", view.hash, "of its text");
  visit("language", view.language, "BCP 47; und: nothing told it");
  visit("format", view.format, "the ending of the file");
  visit("paragraphs", view.paragraphs, "parts of the text, headings among them");
  visit("words", view.words, "of the text");
  visit("pages", view.pages, "of the file; 0: it has none");
  visit("confidence", view.confidence, "of reading a scan, 0 to 100");
  visit("least_sure", view.least_sure, "its paragraph that was read worst");
  visit("left_out", view.left_out, "what the file also held, and is not taken over");
  visit("notices", view.notices, "what a person should know of it, in English");
  visit("read_in", view.read_in, "languages that its pictures were read in");
  visit("moves", view.moves, "codings of a new version");
  visit("lost", view.lost, "codings of a new version that have no place in it, and that you may see");
  visit("lost_unseen", view.lost_unseen, "others, of people who code blind, and drafts");
  visit("rests", view.rests,
        "what people made of passages that have lost their words; of a dry run: if all are let go");
  visit("changed", view.changed, "false: the study had this text of this file already");
  visit("may_be_read", view.may_be_read, "today; false: there is no consent to it yet");
}
// GET /jobs/{job}/document.
Route DocumentCameRoute();

}  // namespace commonground::server
