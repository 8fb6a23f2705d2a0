// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cuts documents into the passages that are searched.

#include "store/search/index.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/content_hash.h"
#include "core/paragraphs.h"
#include "core/text_range.h"
#include "store/failure.h"

namespace commonground::store {

namespace {

constexpr char kFacetMark = '\x02';

// What the facets of a study's passages are made of, looked up once.
class Facets {
 public:
  explicit Facets(const model::Study& study) {
    for (const auto& organisation : study.organisations) organisations_[organisation.id.value] = &organisation;
    std::unordered_map<std::string, const model::Code*> codes;
    for (const auto& code : study.codebook) codes[code.id.value] = &code;
    for (const auto& code : study.codebook) {
      std::string& tokens = code_tokens_[code.id.value];
      const model::Code* at = &code;
      for (std::size_t depth = 0; at != nullptr && depth <= study.codebook.size(); ++depth) {
        tokens += kTokenMark + FacetToken(Facet::kCode, at->id.value);
        at = at->parent && codes.contains(at->parent->value) ? codes[at->parent->value] : nullptr;
      }
    }
    for (const auto& coding : study.codings) {
      if (coding.status == model::CodingStatus::kAccepted) codings_[coding.document.value].push_back(&coding);
    }
    for (auto& [document, codings] : codings_) {
      std::ranges::stable_sort(codings, {}, [](const model::Coding* coding) { return coding->range.start; });
    }
  }

  std::string OfDocument(const model::Document& document) const {
    std::string tokens = kTokenMark + FacetToken(Facet::kCase, document.organisation.value);
    tokens += kTokenMark + FacetToken(Facet::kLanguage, document.language.substr(0, document.language.find('-')));
    tokens += kTokenMark + FacetToken(Facet::kKind, model::Word(document.kind));
    const auto found = organisations_.find(document.organisation.value);
    if (found == organisations_.end()) return tokens;
    if (found->second->region) tokens += kTokenMark + FacetToken(Facet::kRegion, found->second->region->value);
    if (found->second->country) tokens += kTokenMark + FacetToken(Facet::kCountry, found->second->country->value);
    return tokens;
  }

  const std::vector<const model::Coding*>& CodingsOf(const model::Document& document) const {
    static const std::vector<const model::Coding*> none;
    const auto found = codings_.find(document.id.value);
    return found == codings_.end() ? none : found->second;
  }

  // Of the codes whose passages overlap this one.
  std::string OfPassage(const model::Document& document, core::TextRange range) const {
    std::set<std::string> codes;
    for (const model::Coding* coding : CodingsOf(document)) {
      if (coding->range.start >= range.end) break;
      if (coding->range.end > range.start) codes.insert(coding->code.value);
    }
    std::string tokens;
    for (const std::string& code : codes) tokens += TokensOf(code);
    return tokens;
  }

  // A coding of a code that is not there is refused by Save.
  const std::string& TokensOf(const std::string& code) const {
    static const std::string none;
    const auto found = code_tokens_.find(code);
    return found == code_tokens_.end() ? none : found->second;
  }

  // What the index is to hold of a document; passages are filled in only where they are needed.
  IndexedDocument Describe(const model::Document& document, long long number, std::string hash) const {
    IndexedDocument described{number, document.language, std::move(hash), OfDocument(document), {}};
    const core::TextIndex index(document.text);
    for (const core::TextRange& range : PassagesOf(document)) {
      const auto words = index.Slice(range);
      if (words) described.passages.push_back({range, std::string(*words), OfPassage(document, range)});
    }
    return described;
  }

  std::string HashOf(const model::Document& document) const {
    std::string all = document.hash + '\n' + document.language + '\n' + OfDocument(document) + '\n';
    for (const auto& part : document.parts)
      all += std::to_string(part.range.start) + '-' + std::to_string(part.range.end) + ' ';
    for (const model::Coding* coding : CodingsOf(document)) {
      all += std::to_string(coding->range.start) + '-' + std::to_string(coding->range.end) +
             TokensOf(coding->code.value) + '\n';
    }
    return core::ContentHash(all);
  }

 private:
  std::unordered_map<std::string, const model::Organisation*> organisations_;
  std::unordered_map<std::string, std::string> code_tokens_;  // its own and its ancestors'
  std::unordered_map<std::string, std::vector<const model::Coding*>> codings_;
};

void Ask(core::Progress& progress, std::int64_t done) {
  progress.Advance(done);
  if (progress.Cancelled()) throw Failure(core::ErrorCode::kCancelled, "stopped. Nothing was changed");
}

}  // namespace

std::string FacetToken(Facet facet, std::string_view value) {
  std::string token(1, kFacetMark);
  token += static_cast<char>('a' + static_cast<int>(facet));
  token += value;
  return token;
}

bool IsCode(std::string_view facet_token) {
  return facet_token.starts_with(FacetToken(Facet::kCode, ""));
}

std::vector<core::TextRange> PassagesOf(const model::Document& document) {
  std::vector<core::TextRange> passages;
  for (const auto& part : document.parts) passages.push_back(part.range);
  return passages.empty() ? core::Paragraphs(document.text) : passages;
}

void UpdateIndex(PassageIndex& index, const Numbered& now, const std::function<Numbered()>& load_before,
                 core::Progress& progress) {
  const Facets facets(now.study);
  std::map<long long, std::string> stale = index.Hashes();  // what is left at the end is gone or differs
  // Codings of a document were edited one by one: nobody knows any more what its rows were made of.
  const bool unknown = std::ranges::any_of(stale, [](const auto& one) { return one.second.empty(); });
  if (unknown) {
    index.Clear();
    stale.clear();
  }
  struct Change {
    const model::Document* document;
    long long number;
    std::string hash;
  };
  std::vector<Change> changes;
  for (const auto& document : now.study.documents) {
    const long long number = now.documents.of_id.at(document.id.value);
    std::string hash = facets.HashOf(document);
    const auto found = stale.find(number);
    if (found != stale.end() && found->second == hash) {
      stale.erase(found);
    } else {
      changes.push_back({&document, number, std::move(hash)});
    }
  }
  if (changes.empty() && stale.empty() && !unknown) return;
  progress.Begin("Indexing for search", std::ssize(changes) + std::ssize(stale));
  std::int64_t done = 0;
  bool words_removed = unknown;
  if (!stale.empty()) {
    const Numbered before = load_before();
    const Facets old_facets(before.study);
    std::map<long long, const model::Document*> documents;
    for (const auto& document : before.study.documents)
      documents[before.documents.of_id.at(document.id.value)] = &document;
    std::map<long long, std::string_view> texts;
    for (const Change& change : changes) texts[change.number] = change.document->hash;
    for (const auto& [number, hash] : stale) {
      const auto found = documents.find(number);
      const model::Document* old = found == documents.end() ? nullptr : found->second;
      if (old == nullptr) {
        index.Remove(number, nullptr);
      } else {
        const IndexedDocument made_of = old_facets.Describe(*old, number, hash);
        index.Remove(number, &made_of);
      }
      const auto again = texts.find(number);
      words_removed = words_removed || old == nullptr || again == texts.end() || again->second != old->hash;
      Ask(progress, ++done);
    }
  }
  for (Change& change : changes) {
    index.Add(facets.Describe(*change.document, change.number, std::move(change.hash)));
    Ask(progress, ++done);
  }
  index.Finish(words_removed);
  progress.End();
}

void RebuildIndex(PassageIndex& index, const Numbered& now, core::Progress& progress) {
  index.Clear();
  UpdateIndex(
      index, now, [&] { return now; }, progress);
  index.Finish(true);
}

}  // namespace commonground::store
