// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage with a consent of its own follows that; words that two passages share are shown only if both may be.
#include "app/gateway/hidden_passages.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "model/consent_subject.h"
#include "model/guids.h"

namespace commonground::app {

using core::TextRange;
using model::ConsentScope;

namespace {

ConsentScope ScopeOfShowing(const model::Document& document) {
  return document.kind == model::DocumentKind::kSummary ? ConsentScope::kSummarise : ConsentScope::kQuote;
}

std::vector<TextRange> Joined(std::vector<TextRange> ranges) {
  std::ranges::sort(ranges);
  std::vector<TextRange> joined;
  for (const TextRange& one : ranges) {
    if (one.length() <= 0) continue;
    if (joined.empty() || joined.back().end < one.start) {
      joined.push_back(one);
    } else {
      joined.back().end = std::max(joined.back().end, one.end);
    }
  }
  return joined;
}

// What of `from` is in none of `ranges`.
std::vector<TextRange> Without(const TextRange& from, const std::vector<TextRange>& ranges) {
  std::vector<TextRange> left;
  std::int64_t at = from.start;
  for (const TextRange& one : ranges) {
    if (at < one.start) left.push_back({at, one.start});
    at = std::max(at, one.end);
  }
  if (at < from.end) left.push_back({at, from.end});
  return left;
}

}  // namespace

HiddenPassages::HiddenPassages(const model::Study& study, std::span<const model::Coding> codings,
                               const ConsentBook& book)
    : book_(book) {
  std::map<std::string, std::map<ConsentScope, bool>, std::less<>> said;  // by subject
  std::set<std::string, std::less<>> documents;
  for (const model::Consent& consent : study.consents) {
    if (model::PassageOfSubject(consent.subject).empty()) continue;
    said[consent.subject][consent.scope] = book.Holds(consent);
    documents.emplace(model::DocumentOfSubject(consent.subject));
  }
  if (said.empty()) return;
  for (const model::Coding& coding : codings) {
    if (!documents.contains(coding.document.value)) continue;
    const auto found = said.find(model::SubjectOf(coding.document, model::IdOf(coding)));
    if (found == said.end()) continue;
    passages_[coding.document].push_back({coding.range, coding.exact, std::move(found->second)});
    said.erase(found);
  }
  for (const auto& [subject, holds] : said) {
    const bool taken_back = std::ranges::any_of(holds, [](const auto& one) { return !one.second; });
    if (!taken_back) continue;
    without_place_.emplace(std::string(model::DocumentOfSubject(subject)));
    lost_.push_back(subject);
  }
}

const std::vector<HiddenPassages::Passage>* HiddenPassages::Find(const model::Document& document) const {
  const auto found = passages_.find(document.id);
  return found == passages_.end() ? nullptr : &found->second;
}

bool HiddenPassages::MayBeRead(const model::Document& document) const {
  if (without_place_.contains(document.id)) return false;
  if (TextMayBeShown(document, book_)) return true;
  const std::vector<Passage>* passages = Find(document);
  if (passages == nullptr) return false;
  const TextRange all{0, core::CountCodePoints(document.text)};
  return HiddenIn(document) != std::vector<TextRange>{all};
}

std::vector<TextRange> HiddenPassages::HiddenIn(const model::Document& document) const {
  const std::vector<Passage>* passages = Find(document);
  if (passages == nullptr) return {};
  std::vector<TextRange> open;
  std::vector<TextRange> closed;
  for (const Passage& passage : *passages) {
    const auto holds = passage.holds.find(ScopeOfShowing(document));
    if (holds != passage.holds.end()) (holds->second ? open : closed).push_back(passage.range);
  }
  const TextRange all{0, core::CountCodePoints(document.text)};
  if (TextMayBeShown(document, book_)) return Joined(std::move(closed));
  std::vector<TextRange> hidden = Without(all, Joined(std::move(open)));
  hidden.insert(hidden.end(), closed.begin(), closed.end());
  return Joined(std::move(hidden));
}

bool HiddenPassages::MayBeTranslated(const model::Document& document, const std::string& words) const {
  if (without_place_.contains(document.id)) return false;
  bool may = book_.Allows(document, ConsentScope::kTranslate);
  const std::vector<Passage>* passages = Find(document);
  if (passages == nullptr) return may;
  for (const Passage& passage : *passages) {
    const auto holds = passage.holds.find(ConsentScope::kTranslate);
    if (holds == passage.holds.end()) continue;
    const bool is_within = passage.words.find(words) != std::string::npos;
    if (holds->second && is_within) may = true;
  }
  return may && std::ranges::none_of(*passages, [&](const Passage& passage) {
           const auto holds = passage.holds.find(ConsentScope::kTranslate);
           return holds != passage.holds.end() && !holds->second &&
                  (passage.words.find(words) != std::string::npos || words.find(passage.words) != std::string::npos);
         });
}

std::string HiddenPassages::Account() const {
  std::string account;
  for (const model::DocumentId& document : without_place_) account += "\n" + document.value;
  for (const auto& [document, passages] : passages_) {
    for (const Passage& passage : passages) {
      account += fmt::format("\n{} {} {}", document.value, passage.range.start, passage.range.end);
      for (const auto& [scope, holds] : passage.holds) account += fmt::format(" {} {}", model::Word(scope), holds);
    }
  }
  return account;
}

BlankedText::BlankedText(const std::string& text, std::vector<TextRange> hidden, std::vector<std::int64_t> places) {
  std::ranges::sort(places);
  places.erase(std::ranges::unique(places).begin(), places.end());
  const core::TextIndex index(text);
  std::int64_t at = 0;       // in the text as it was
  std::int64_t written = 0;  // in this one
  const auto keep = [&](std::int64_t end) {
    text_ += index.Slice({at, end}).value_or(std::string_view());
    written += end - at;
  };
  for (const TextRange& one : hidden) {
    keep(one.start);
    Stretch stretch{one, written};
    std::ranges::copy_if(places, std::back_inserter(stretch.places),
                         [&](std::int64_t place) { return one.start < place && place < one.end; });
    const std::size_t points = std::max<std::size_t>(3, stretch.places.size());
    const std::string blank = '[' + std::string(points, '.') + ']';
    text_ += blank;
    stretch.length = std::ssize(blank);
    written += stretch.length;
    at = one.end;
    stretches_.push_back(std::move(stretch));
  }
  keep(index.length());
}

std::int64_t BlankedText::Moved(std::int64_t place) const {
  std::int64_t by = 0;  // how far what follows the stretches so far is moved
  for (const Stretch& one : stretches_) {
    if (place <= one.hidden.start) break;
    if (place < one.hidden.end) {
      const auto rank = std::ranges::lower_bound(one.places, place) - one.places.begin();
      return one.start + 1 + rank;
    }
    by = one.start + one.length - one.hidden.end;
  }
  return place + by;
}

std::string BlankedText::WordsIn(const TextRange& moved) const {
  const core::TextIndex index(text_);
  return std::string(index.Slice(moved).value_or(std::string_view()));
}

}  // namespace commonground::app
