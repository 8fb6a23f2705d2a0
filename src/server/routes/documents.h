// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about texts: which there are, and one of them with all that belongs to it.
#pragma once

#include <array>
#include <string_view>

#include "app/texts_study.h"
#include "server/route.h"
#include "server/routes/codings.h"
#include "server/routes/memos.h"
#include "server/routes/range.h"

namespace commonground::server {

// What lists say of a text.
struct DocumentView {
  model::DocumentId document;
  model::OrganisationId organisation;
  std::string title;
  std::string language;
  std::string direction;
  model::DocumentKind kind = model::DocumentKind::kAccount;
  std::optional<std::string> date;
  std::vector<model::SourceId> sources;
  std::int64_t version = 1;
  std::optional<model::AssignmentState> assignment;
  bool is_blind = false;
};
void Describe(auto& visit, Is<DocumentView> auto& one) {
  visit("document", one.document, "its id");
  visit("organisation", one.organisation, "whose case it belongs to");
  visit("title", one.title, "of it");
  visit("language", one.language, "BCP 47");
  visit("direction", one.direction, "ltr, rtl or auto: for the attribute dir");
  visit("kind", one.kind, "in our own words, or in theirs");
  visit("date", one.date, "of it; not said: not known");
  visit("sources", one.sources, "where it is from");
  visit("version", one.version, "of its text: codings count in it");
  visit("assignment", one.assignment, "yours to code; not said: it is not");
  visit("is_blind", one.is_blind, "somebody codes it without seeing the others, and is not seen");
}

struct ListDocuments {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/documents",
                                .name = "listDocuments",
                                .summary = "Texts that you may read",
                                .use_case = app::UseCase::kSearch};
  struct Input {
    std::optional<model::OrganisationId> organisation;
  };
  struct Output {
    std::vector<DocumentView> documents;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListDocuments::Input> auto& in) {
  visit.Query("organisation", in.organisation, "of its case only");
}
void Describe(auto& visit, Is<ListDocuments::Output> auto& out) {
  visit("documents", out.documents, "by id");
}

struct ListTexts {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/texts",
                                .name = "listTexts",
                                .summary =
                                    "Texts that you may read, with what each was taken from, how surely it was "
                                    "read, and how far work on it is",
                                .use_case = app::UseCase::kListTexts};
  struct Coder {
    model::CoderId coder;
    std::optional<model::AssignmentState> assignment;
    std::optional<std::int64_t> codings;
  };
  struct Text {
    model::DocumentId document;
    model::OrganisationId organisation;
    std::string title;
    std::string language;
    std::string direction;
    std::int64_t version = 1;
    std::optional<app::TextSource> from;
    std::int64_t pages = 0;
    std::optional<std::int64_t> confidence;
    std::optional<std::int64_t> least_sure;
    std::optional<model::RegionId> region;
    std::optional<model::CountryCode> country;
    std::optional<app::TextState> state;
    std::int64_t to_decide = 0;
    std::vector<Coder> coders;
  };
  struct Input {};
  struct Output {
    std::vector<Text> texts;
    std::int64_t locked = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto&, Is<ListTexts::Input> auto&) {}
void Describe(auto& visit, Is<ListTexts::Coder> auto& one) {
  visit("coder", one.coder, "who");
  visit("assignment", one.assignment, "how far they are; not said: they were not asked");
  visit("codings", one.codings, "how many they gave; not said: not to be seen yet");
}
void Describe(auto& visit, Is<ListTexts::Text> auto& one) {
  visit("document", one.document, "its id");
  visit("organisation", one.organisation, "whose case it belongs to");
  visit("title", one.title, "of it");
  visit("language", one.language, "BCP 47");
  visit("direction", one.direction, "ltr, rtl or auto: for the attribute dir");
  visit("version", one.version, "of its text");
  visit("from", one.from, "what it was taken from; not said: not known");
  visit("pages", one.pages, "of the file; 0: it has none");
  visit("confidence", one.confidence, "of reading pictures, 0 to 100, the mean; not said: nothing was guessed");
  visit("least_sure", one.least_sure, "its paragraph that was read worst");
  visit("region", one.region, "of its organisation, if you may know it");
  visit("country", one.country, "the same");
  visit("state", one.state, "how far work on it is; not said to member organisations");
  visit("to_decide", one.to_decide, "passages that coders saw differently and nobody decided about");
  visit("coders", one.coders, "who was given it or coded it, for coordinators; yourself, for others");
}
void Describe(auto& visit, Is<ListTexts::Output> auto& out) {
  visit("texts", out.texts, "by id");
  visit("locked", out.locked, "that nobody may read today; said to coordinators alone");
}

struct ReadDocument {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/documents/{document}",
                                .name = "readDocument",
                                .summary = "One text as a whole, with what you see of the work on it: one moment's",
                                .use_case = app::UseCase::kSearch};
  struct Input {
    model::DocumentId document;
  };
  struct Part {
    model::PartKind kind = model::PartKind::kParagraph;
    std::int64_t level = 0;
    RangeView range;
    std::int64_t page = 0;
    std::optional<std::int64_t> confidence;
  };
  struct Decided {
    std::string adjudication;
    model::CodeId code;
    RangeView range;
    bool stands = false;
    std::string why;
    model::CoderId decided_by;
    std::optional<std::string> at;
  };
  struct Output {
    DocumentView about;
    std::string text;
    std::vector<Part> parts;
    std::vector<CodingView> codings;
    std::vector<Decided> decided;
    std::vector<MemoView> memos;
    std::vector<std::int64_t> versions;
    bool has_page_pictures = false;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ReadDocument::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
}
void Describe(auto& visit, Is<ReadDocument::Part> auto& part) {
  visit("kind", part.kind, "what the file says that it is");
  visit("level", part.level, "of a heading or list item; the row of a table cell");
  visit("range", part.range, "in the text");
  visit("page", part.page, "of the file; 0: it has none");
  visit("confidence", part.confidence, "of reading a scan, 0 to 100; not said: the file holds text");
}
void Describe(auto& visit, Is<ReadDocument::Decided> auto& one) {
  visit("adjudication", one.adjudication, "its id");
  visit("code", one.code, "whether this code");
  visit("range", one.range, "stands here");
  visit("stands", one.stands, "what was decided");
  visit("why", one.why, "in words");
  visit("decided_by", one.decided_by, "who");
  visit("at", one.at, "UTC");
}
void Describe(auto& visit, Is<ReadDocument::Output> auto& out) {
  visit("about", out.about, "as in the list");
  visit("text", out.text, "canonical: LF, NFC; ranges count code points of it");
  visit("parts", out.parts, "in order; none: not known");
  visit("codings", out.codings, "that you may see, in the order of the text");
  visit("decided", out.decided, "where coders differed");
  visit("memos", out.memos, "notes about the text, its case and codings in it");
  visit("versions", out.versions, "that are kept, the newest last");
  visit("has_page_pictures", out.has_page_pictures,
        "POST /documents/{document}/page shows them to who has the passphrase");
}

struct ReadOlderVersion {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/documents/{document}/versions/{version}",
                                .name = "readOlderVersion",
                                .summary = "An older text of it",
                                .use_case = app::UseCase::kSearch};
  struct Input {
    model::DocumentId document;
    std::int64_t version = 0;
  };
  struct Output {
    model::DocumentId document;
    std::int64_t version = 0;
    std::string text;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ReadOlderVersion::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit.Path("version", in.version, "one of `versions`, below the newest");
}
void Describe(auto& visit, Is<ReadOlderVersion::Output> auto& out) {
  visit("document", out.document, "its id");
  visit("version", out.version, "which");
  visit("text", out.text, "as it was");
}

struct CompareVersions {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/documents/{document}/versions/{version}/beside/{other}",
                                .name = "compareVersions",
                                .summary = "Two versions of it beside each other, paragraph by paragraph",
                                .use_case = app::UseCase::kSearch};
  struct RowWords {
    static constexpr std::array<std::string_view, 4> kWords{"same", "changed", "gone", "new"};
  };
  struct Words {
    std::string words;
    bool only_here = false;
  };
  struct Row {
    OneOf<RowWords> what;
    std::optional<std::int64_t> was_paragraph;
    std::optional<std::int64_t> is_paragraph;
    std::vector<Words> was;
    std::vector<Words> is;
  };
  struct Input {
    model::DocumentId document;
    std::int64_t version = 0;
    std::int64_t other = 0;
  };
  struct Output {
    model::DocumentId document;
    std::string title;
    std::string language;
    std::string direction;
    std::vector<std::int64_t> versions;
    std::int64_t same = 0;
    std::int64_t changed = 0;
    std::int64_t gone = 0;
    std::int64_t added = 0;
    std::vector<Row> rows;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<CompareVersions::Words> auto& one) {
  visit("words", one.words, "of it, as they stand");
  visit("only_here", one.only_here, "the other version does not have them here");
}
void Describe(auto& visit, Is<CompareVersions::Row> auto& row) {
  visit("what", row.what, "changed: words did, or paragraphs were parted or joined");
  visit("was_paragraph", row.was_paragraph, "its first one in `version`, from 1; not said: it has none there");
  visit("is_paragraph", row.is_paragraph, "the same in `other`");
  visit("was", row.was, "its words in `version`; of what is the same, none: they are those of `is`");
  visit("is", row.is, "its words in `other`");
}
void Describe(auto& visit, Is<CompareVersions::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit.Path("version", in.version, "one of `versions`");
  visit.Path("other", in.other, "another one");
}
void Describe(auto& visit, Is<CompareVersions::Output> auto& out) {
  visit("document", out.document, "its id");
  visit("title", out.title, "of it");
  visit("language", out.language, "BCP 47");
  visit("direction", out.direction, "ltr, rtl or auto: for the attribute dir");
  visit("versions", out.versions, "that are kept, the newest last");
  visit("same", out.same, "rows that are the same");
  visit("changed", out.changed, "rows whose words changed");
  visit("gone", out.gone, "paragraphs of `version` alone");
  visit("added", out.added, "paragraphs of `other` alone");
  visit("rows", out.rows, "in the order of both");
}

}  // namespace commonground::server
