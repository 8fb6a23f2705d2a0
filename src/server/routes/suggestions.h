// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about what the study suggests, and what people say to that: passages for a code, documents for the study.
#pragma once

#include "app/screen_study.h"
#include "app/wire/suggest_json.h"
#include "server/route.h"
#include "server/routes/range.h"

namespace commonground::server {

struct KeyTermView {
  std::string text;
  RangeView range;
  double weight = 0;
};
void Describe(auto& visit, Is<KeyTermView> auto& term) {
  visit("text", term.text, "as it stands there");
  visit("range", term.range, "in the passage");
  visit("weight", term.weight, "its share of the score");
}

// How much is probably left to be found.
struct LeftView {
  struct State {
    static constexpr auto kWords = app::wire::kRecallStates;
  };
  OneOf<State> state;
  std::int64_t found = 0;
  std::int64_t decided = 0;
  std::int64_t undecided = 0;
  std::int64_t probably_at_most = 0;
  std::int64_t at_most = 0;
  double recall_at_least = 0;
};
void Describe(auto& visit, Is<LeftView> auto& left) {
  visit("state", left.state, "whether it can be told");
  visit("found", left.found, "relevant, by whatever way");
  visit("decided", left.decided, "suggestions that got a yes or no");
  visit("undecided", left.undecided, "that nobody decided about");
  visit("probably_at_most", left.probably_at_most, "left, with a chance of one half or more");
  visit("at_most", left.at_most, "left, with a chance of 95% or more");
  visit("recall_at_least", left.recall_at_least, "of all that there is, found; 0 to 1");
}

struct LearntView {
  std::int64_t relevant = 0;
  std::int64_t not_relevant = 0;
  std::int64_t presumed_not_relevant = 0;
  bool from_description = false;
};
void Describe(auto& visit, Is<LearntView> auto& learnt) {
  visit("relevant", learnt.relevant, "passages");
  visit("not_relevant", learnt.not_relevant, "that people refused");
  visit("presumed_not_relevant", learnt.presumed_not_relevant, "because few were refused");
  visit("from_description", learnt.from_description, "nothing is relevant yet: its description stands in");
}

struct SuggestionView {
  model::DocumentId document;
  std::string title;
  std::string language;
  RangeView range;
  double score = 0;
  std::string text;
  std::vector<KeyTermView> words;
};
void Describe(auto& visit, Is<SuggestionView> auto& one) {
  visit("document", one.document, "where");
  visit("title", one.title, "of the text");
  visit("language", one.language, "of the text, BCP 47");
  visit("range", one.range, "of the passage; of a text as a whole, empty");
  visit("score", one.score, "no probability: only the order counts");
  visit("text", one.text, "the passage");
  visit("words", one.words, "why: weightiest first");
}

struct ListSuggestions {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/codebook/{code}/suggestions",
                                .name = "listSuggestions",
                                .summary = "Passages for a code, likeliest first, and how many are probably left",
                                .use_case = app::UseCase::kSuggest};
  struct Input {
    model::CodeId code;
    std::optional<bool> with_below;
    std::optional<std::string> language;
    std::optional<std::int64_t> most;
  };
  struct Output {
    std::vector<SuggestionView> suggestions;
    LeftView left;
    LearntView learnt;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListSuggestions::Input> auto& in) {
  visit.Path("code", in.code, "which");
  visit.Query("with_below", in.with_below, "the codes below it say the same");
  visit.Query("language", in.language, "in texts of this language only");
  visit.Query("most", in.most, "how many, at most 200; 20 if it is not said");
}
void Describe(auto& visit, Is<ListSuggestions::Output> auto& out) {
  visit("suggestions", out.suggestions, "likeliest first");
  visit("left", out.left, "how many are probably left");
  visit("learnt", out.learnt, "what it was learnt from");
}

struct DecideSuggestions {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/codebook/{code}/suggestions",
                                .name = "decideSuggestions",
                                .summary = "Yes (a coding of yours) or no to passages, as one edit",
                                .use_case = app::UseCase::kDecideSuggestions};
  struct Passage {
    model::DocumentId document;
    std::int64_t start = 0;
    std::int64_t end = 0;
  };
  struct Input {
    model::CodeId code;
    std::optional<bool> with_below;
    std::optional<std::vector<Passage>> accept;
    std::optional<std::vector<Passage>> dismiss;
  };
  struct Output {
    std::int64_t act = 0;
    std::vector<std::string> codings;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<DecideSuggestions::Passage> auto& one) {
  visit("document", one.document, "where");
  visit("start", one.start, "of its range");
  visit("end", one.end, "of its range");
}
void Describe(auto& visit, Is<DecideSuggestions::Input> auto& in) {
  visit.Path("code", in.code, "which");
  visit("with_below", in.with_below, "as the list was asked for");
  visit("accept", in.accept, "yes");
  visit("dismiss", in.dismiss, "no");
}
void Describe(auto& visit, Is<DecideSuggestions::Output> auto& out) {
  visit("act", out.act, "its number in the history");
  visit("codings", out.codings, "ids of those that were made");
}

struct ListScreening {
  static constexpr Rules kRules{
      .method = Method::kGet,
      .path = "/screening",
      .name = "listScreening",
      .summary = "Texts that nobody has decided about, likeliest to belong to the study first",
      .use_case = app::UseCase::kScreen};
  struct Input {
    std::optional<std::string> language;
    std::optional<std::int64_t> most;
  };
  struct Reason {
    std::string reason;
    std::int64_t documents = 0;
  };
  struct Flow {
    std::int64_t documents = 0;
    std::int64_t undecided = 0;
    std::int64_t included = 0;
    std::int64_t excluded = 0;
    std::int64_t unsure = 0;
    std::int64_t disagreed = 0;
    std::vector<Reason> reasons;
  };
  struct Output {
    std::vector<SuggestionView> documents;
    LeftView left;
    LearntView learnt;
    Flow flow;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListScreening::Input> auto& in) {
  visit.Query("language", in.language, "of this language only");
  visit.Query("most", in.most, "how many, at most 200; 20 if it is not said");
}
void Describe(auto& visit, Is<ListScreening::Reason> auto& one) {
  visit("reason", one.reason, "in the words of who decided");
  visit("documents", one.documents, "left out for it");
}
void Describe(auto& visit, Is<ListScreening::Flow> auto& flow) {
  visit("documents", flow.documents, "that may be read");
  visit("undecided", flow.undecided, "nobody has looked at them");
  visit("included", flow.included, "belong to the study");
  visit("excluded", flow.excluded, "were left out");
  visit("unsure", flow.unsure, "to be looked at again");
  visit("disagreed", flow.disagreed, "to be talked about");
  visit("reasons", flow.reasons, "most first");
}
void Describe(auto& visit, Is<ListScreening::Output> auto& out) {
  visit("documents", out.documents, "likeliest first");
  visit("left", out.left, "how many are probably left");
  visit("learnt", out.learnt, "what it was learnt from");
  visit("flow", out.flow, "of all texts");
}

struct Screen {
  static constexpr Rules kRules{.method = Method::kPut,
                                .path = "/screening/{document}",
                                .name = "screen",
                                .summary = "Does this text belong to the study?",
                                .use_case = app::UseCase::kDecideScreening};
  struct Input {
    model::DocumentId document;
    model::DecisionOutcome outcome = model::DecisionOutcome::kUnsure;
    std::optional<std::string> reason;
  };
  struct Output {
    std::int64_t act = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Screen::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit("outcome", in.outcome, "what you say");
  visit("reason", in.reason, "of leaving it out: the same words for the same reason");
}
void Describe(auto& visit, Is<Screen::Output> auto& out) {
  visit("act", out.act, "its number in the history");
}

}  // namespace commonground::server
