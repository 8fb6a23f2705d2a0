// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Holds each title against the consent of the words below it.

#include "app/gateway/shown_titles.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/text_range.h"

namespace commonground::app {

using model::ConsentScope;

ShownTitles::ShownTitles(const model::Study& study, const ConsentBook& book, const HiddenPassages& hidden)
    : book_(book), hidden_(hidden) {
  std::multimap<model::OrganisationId, std::string> titles;
  for (const auto& one : study.cases) titles.emplace(one.organisation, one.title);
  for (const auto& document : study.documents) {
    const auto [first, last] = titles.equal_range(document.organisation);
    for (auto title = first; title != last; ++title) {
      if (!Shows(document, title->second)) hidden_of_.emplace(title->first, title->second);
    }
  }
}

bool ShownTitles::Shows(const model::Document& document) const {
  return Shows(document, document.title);
}

bool ShownTitles::Shows(const model::CaseStudy& one) const {
  return !hidden_of_.contains({one.organisation, one.title});
}

bool ShownTitles::Shows(const model::Document& document, const std::string& title) const {
  if (!book_.Allows(document, ConsentScope::kAnalyse) || !TextMayBeShown(document, book_)) return false;
  if (!hidden_.MayBeRead(document)) return false;
  const std::vector<core::TextRange> hidden = hidden_.HiddenIn(document);
  if (hidden.empty() || title.empty()) return true;
  const core::TextIndex index(document.text);
  const auto is_in_title = [&](const core::TextRange& range) {
    return title.find(index.Slice(range).value_or("")) != std::string::npos;
  };
  if (std::ranges::any_of(hidden, is_in_title)) return false;
  for (std::size_t at = document.text.find(title); at != std::string::npos; at = document.text.find(title, at + 1)) {
    const core::TextRange here{index.CodePoint(at), index.CodePoint(at + title.size())};
    const auto touches = [&](const core::TextRange& range) { return range.start < here.end && here.start < range.end; };
    if (std::ranges::any_of(hidden, touches)) return false;
  }
  return true;
}

}  // namespace commonground::app
