// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about texts: which there are, what they say, where words stand.
#pragma once

#include "server/route.h"

namespace commonground::server {

struct RangeView {
  std::int64_t start = 0;
  std::int64_t end = 0;
};
void Describe(auto& visit, Is<RangeView> auto& range) {
  visit("start", range.start, "in code points");
  visit("end", range.end, "behind the last one");
}

struct Search {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/search",
                                .name = "search",
                                .summary =
                                    "Passages with these words, in texts that you may read (POST: what is looked "
                                    "for stands in no address)",
                                .use_case = app::UseCase::kSearch};
  struct Input {
    std::string question;
    std::optional<std::vector<std::string>> regions;
    std::optional<std::vector<std::string>> languages;
    std::optional<std::vector<std::string>> codes;
    std::optional<std::vector<std::string>> cases;
    std::optional<std::int64_t> most;
  };
  struct Hit {
    model::DocumentId document;
    std::string title;
    std::string language;
    RangeView range;
    std::int64_t page = 0;
    std::string text;
    std::vector<RangeView> marks;
  };
  struct Output {
    std::vector<Hit> hits;
    std::int64_t total = 0;
    bool at_least = false;
    std::vector<std::string> did_you_mean;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Search::Input> auto& in) {
  visit("question", in.question, "words, \"phrases\", AND, OR, NOT, begin*");
  visit("regions", in.regions, "in these only");
  visit("languages", in.languages, "in these only");
  visit("codes", in.codes, "with one of these codes only");
  visit("cases", in.cases, "in these only");
  visit("most", in.most, "how many, at most 200; 20 if it is not said");
}
void Describe(auto& visit, Is<Search::Hit> auto& hit) {
  visit("document", hit.document, "where");
  visit("title", hit.title, "of it");
  visit("language", hit.language, "of it");
  visit("range", hit.range, "of the passage");
  visit("page", hit.page, "of the file; 0: it has none");
  visit("text", hit.text, "the passage, or a part of it");
  visit("marks", hit.marks, "what was found in `text`");
}
void Describe(auto& visit, Is<Search::Output> auto& out) {
  visit("hits", out.hits, "best first");
  visit("total", out.total, "how many there are");
  visit("at_least", out.at_least, "there are more than that");
  visit("did_you_mean", out.did_you_mean, "words of the texts, when nothing was found");
}

struct ListDocuments {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/documents",
                                .name = "listDocuments",
                                .summary = "Texts that you may read",
                                .use_case = app::UseCase::kSearch};
  using Input = Nothing;
  struct One {
    model::DocumentId document;
    model::OrganisationId organisation;
    std::string title;
    std::string language;
    std::int64_t version = 1;
  };
  struct Output {
    std::vector<One> documents;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListDocuments::One> auto& one) {
  visit("document", one.document, "its id");
  visit("organisation", one.organisation, "whose case it belongs to");
  visit("title", one.title, "of it");
  visit("language", one.language, "BCP 47");
  visit("version", one.version, "of its text");
}
void Describe(auto& visit, Is<ListDocuments::Output> auto& out) {
  visit("documents", out.documents, "by id");
}

struct ReadDocument {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/documents/{document}",
                                .name = "readDocument",
                                .summary = "One text as a whole",
                                .use_case = app::UseCase::kSearch};
  struct Input {
    model::DocumentId document;
  };
  struct Part {
    std::string kind;
    std::int64_t level = 0;
    RangeView range;
    std::int64_t page = 0;
  };
  struct Output {
    model::DocumentId document;
    std::string title;
    std::string language;
    std::int64_t version = 1;
    std::string text;
    std::vector<Part> parts;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ReadDocument::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
}
void Describe(auto& visit, Is<ReadDocument::Part> auto& part) {
  visit("kind", part.kind, "heading, paragraph, ...");
  visit("level", part.level, "of a heading or list");
  visit("range", part.range, "in the text");
  visit("page", part.page, "of the file; 0: it has none");
}
void Describe(auto& visit, Is<ReadDocument::Output> auto& out) {
  visit("document", out.document, "its id");
  visit("title", out.title, "of it");
  visit("language", out.language, "BCP 47");
  visit("version", out.version, "of its text: codings count in it");
  visit("text", out.text, "canonical: LF, NFC; ranges count code points of it");
  visit("parts", out.parts, "in order; none: not known");
}

}  // namespace commonground::server
