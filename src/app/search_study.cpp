// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Searches what may be read.

#include "app/search_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/gateway/coding_view.h"
#include "app/gateway/reading.h"
#include "app/gateway/seen_in_store.h"
#include "app/search_facets.h"
#include "core/progress.h"
#include "core/text_range.h"
#include "store/search/tokenizer.h"

namespace commonground::app {

namespace {

constexpr std::int64_t kLongest = 300;  // code points of a snippet
constexpr std::int64_t kBefore = 60;    // of them before the first mark

// A facet that nothing has is a slip of the pen, not an empty answer.
template <typename Items, typename IdOf>
core::Status CheckValues(const std::vector<std::string>& values, std::string_view option, const Items& items,
                         IdOf id_of) {
  for (const std::string& value : values) {
    std::set<std::string> known;
    for (const auto& item : items) {
      if (auto id = id_of(item)) known.insert(*id);
    }
    if (known.contains(value)) continue;
    std::string list;
    for (const std::string& id : known) {
      if (list.size() < 200) list += (list.empty() ? "" : ", ") + id;
    }
    return core::Fail(
        core::ErrorCode::kInvalidInput,
        fmt::format("--{} {}: no document that you may read has this. Fix: one of {}", option, value, list));
  }
  return {};
}

// Of documents, only those that may be read are known here: a list of ids must not tell of others.
core::Status CheckFacets(const model::SearchRequest& request, const model::Study& study,
                         const std::set<model::DocumentId>& readable) {
  using Text = std::optional<std::string>;
  const auto of_readable = [&readable](auto value_of) {
    return [&readable, value_of](const model::Document& d) { return readable.contains(d.id) ? value_of(d) : Text(); };
  };
  std::map<model::OrganisationId, Text> countries;
  for (const auto& organisation : study.organisations) {
    if (organisation.country) countries[organisation.id] = organisation.country->value;
  }
  CG_RETURN_IF_ERROR(
      CheckValues(request.regions, "region", study.regions, [](const auto& r) { return Text(r.id.value); }));
  CG_RETURN_IF_ERROR(CheckValues(request.countries, "country", study.documents,
                                 of_readable([&](const auto& d) { return countries[d.organisation]; })));
  CG_RETURN_IF_ERROR(
      CheckValues(request.codes, "code", study.codebook, [](const auto& c) { return Text(c.id.value); }));
  CG_RETURN_IF_ERROR(CheckValues(request.cases, "case", study.documents,
                                 of_readable([](const auto& d) { return Text(d.organisation.value); })));
  CG_RETURN_IF_ERROR(CheckValues(request.languages, "language", study.documents, of_readable([](const auto& d) {
                                   return Text(d.language.substr(0, d.language.find('-')));
                                 })));
  return CheckValues(request.kinds, "kind", model::Words<model::DocumentKind>(),
                     [](const auto& word) { return Text(std::string(word.second)); });
}

struct Word {
  std::string token;
  std::string also;
  std::size_t start = 0;  // bytes
  std::size_t end = 0;
};

// How many words from `at` are found together; 0: none.
std::size_t FoundAt(const std::vector<Word>& words, std::size_t at, const store::Found& found) {
  std::size_t longest = 0;
  for (const auto& phrase : found.phrases) {
    bool same = phrase.size() <= words.size() - at;
    for (std::size_t i = 0; same && i < phrase.size(); ++i)
      same = words[at + i].token == phrase[i] || words[at + i].also == phrase[i];
    if (same) longest = std::max(longest, phrase.size());
  }
  const auto begins = [&](const std::string& prefix) {
    return words[at].token.starts_with(prefix) || words[at].also.starts_with(prefix);
  };
  return longest == 0 && std::ranges::any_of(found.prefixes, begins) ? 1 : longest;
}

}  // namespace

Snippet SnippetOf(std::string_view passage, std::string_view language, const store::Found& found) {
  store::Tokenizer tokenizer;
  std::vector<Word> words;
  tokenizer.Cut(passage, language, [&](const store::Token& token) {
    words.push_back({std::string(token.text), std::string(token.also), token.start, token.end});
    return true;
  });
  std::vector<std::pair<std::size_t, std::size_t>> bytes;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t together = FoundAt(words, i, found);
    if (together > 0) bytes.emplace_back(words[i].start, words[i + together - 1].end);
    i += std::max<std::size_t>(together, 1);
  }
  const core::TextIndex index(passage);
  std::vector<core::TextRange> marks;
  marks.reserve(bytes.size());
  for (const auto& [start, end] : bytes) marks.push_back({index.CodePoint(start), index.CodePoint(end)});
  return SnippetAround(passage, marks);
}

Snippet SnippetAround(std::string_view passage, std::span<const core::TextRange> marks) {
  const core::TextIndex index(passage);
  core::TextRange shown{0, index.length()};
  if (index.length() > kLongest) {
    const std::int64_t first = marks.empty() ? 0 : marks.front().start;
    shown.start = std::clamp<std::int64_t>(first - kBefore, 0, index.length() - kLongest);
    shown.end = shown.start + kLongest;
    // Whole words.
    const auto is_space = [&](std::int64_t at) { return *index.Slice({at, at + 1}) == " "; };
    for (int i = 0; i < 20 && shown.start > 0 && !is_space(shown.start - 1); ++i) ++shown.start;
    for (int i = 0; i < 20 && shown.end < index.length() && !is_space(shown.end); ++i) --shown.end;
  }
  Snippet snippet{std::string(*index.Slice(shown)), {}, shown.start > 0, shown.end < index.length()};
  for (const core::TextRange& mark : marks) {
    if (mark.start >= shown.start && mark.end <= shown.end) {
      snippet.marks.push_back({mark.start - shown.start, mark.end - shown.start});
    }
  }
  return snippet;
}

core::Result<SearchAnswer> SearchIn(const Entered& in, const model::SearchRequest& request) {
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  std::set<model::DocumentId> readable = ReadableDocuments(study, in.today, in.caller);
  // Codes tell what others did in a document that somebody codes blind.
  std::set<model::DocumentId> told_by_codes = readable;
  if (!request.codes.empty() || request.count_facets) {
    const CodingView view(study, Caller{}, in.today);
    std::erase_if(told_by_codes, [&](const auto& document) { return view.HasOpenAssignments(document); });
  }
  if (!request.codes.empty()) readable = told_by_codes;
  CG_RETURN_IF_ERROR(CheckFacets(request, study, readable));
  std::set<std::string> languages;
  std::map<model::DocumentId, const model::Document*> documents;
  for (const auto& document : study.documents) {
    documents[document.id] = &document;
    if (readable.contains(document.id)) languages.insert(document.language);
  }
  const std::vector<std::string> all_languages(languages.begin(), languages.end());
  CG_ASSIGN_OR_RETURN(const store::Found found, store.Search(request, all_languages, readable));

  SearchAnswer answer;
  if (request.count_facets) {
    CG_ASSIGN_OR_RETURN(answer.facets,
                        CountFacets(store, request, FacetScope{study, readable, told_by_codes, all_languages}));
  }
  answer.total = found.total;
  answer.at_least = found.at_least;
  std::vector<model::DocumentId> wanted;
  for (const auto& passage : found.passages) {
    if (std::ranges::find(wanted, passage.document) == wanted.end()) wanted.push_back(passage.document);
  }
  CG_ASSIGN_OR_RETURN(const auto texts, store.LoadTexts(wanted));
  for (const auto& passage : found.passages) {
    const auto text = std::ranges::find(texts, passage.document, &model::Document::id);
    const model::Document& document = *documents.at(passage.document);
    if (text == texts.end()) continue;
    const auto words = core::TextIndex(text->text).Slice(passage.range);
    if (!words) continue;
    SearchHit hit{passage.document,      document.title,
                  document.organisation, document.language,
                  passage.range,         0,
                  passage.score,         SnippetOf(*words, document.language, found)};
    for (const auto& part : text->parts) {
      if (part.range == passage.range) hit.page = part.page;
    }
    answer.hits.push_back(std::move(hit));
  }
  if (!answer.hits.empty()) return answer;

  // Words like those that were asked for, as they stand in a text that may be read.
  std::set<std::string> tokens;
  for (const auto& phrase : found.phrases) tokens.insert(phrase.begin(), phrase.end());
  for (const std::string& token : tokens) {
    CG_ASSIGN_OR_RETURN(const auto like, store.LikeWords(token, 5));
    for (const std::string& word : like) {
      model::SearchRequest again;
      again.question = "\"" + word + "\"";
      again.most = 1;
      auto there = store.Search(again, {""}, readable);
      if (!there || there->passages.empty()) continue;
      CG_ASSIGN_OR_RETURN(const auto text, store.LoadTexts({there->passages.front().document}));
      if (text.empty()) continue;
      const auto passage = core::TextIndex(text.front().text).Slice(there->passages.front().range);
      there->phrases = {{word}};
      const Snippet snippet = SnippetOf(*passage, documents.at(text.front().id)->language, *there);
      if (snippet.marks.empty()) continue;
      std::string there_as(*core::TextIndex(snippet.text).Slice(snippet.marks.front()));
      if (std::ranges::find(answer.did_you_mean, there_as) == answer.did_you_mean.end()) {
        answer.did_you_mean.push_back(std::move(there_as));
      }
      break;
    }
  }
  return answer;
}

core::Result<SearchAnswer> SearchStudy(const Workspace& workspace, const model::SearchRequest& request) {
  const auto search = [&]() -> core::Result<SearchAnswer> {
    CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSearch));
    return SearchIn(in, request);
  };
  core::Result<SearchAnswer> answer = search();
  if (answer || answer.error().hint.action != "reindex") return answer;
  // Whoever may make the index anew need not be told to.
  core::NoProgress silent;
  if (!Reindex(workspace, silent)) return answer;
  return search();
}

core::Status Reindex(const Workspace& workspace, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kReindex));
  return in.store.Reindex(progress);
}

}  // namespace commonground::app
