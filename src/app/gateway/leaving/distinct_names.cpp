// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether an ordinary word is meant as the name that it is a part of: "Hope" of the Hope Collective.
#include <unicode/uchar.h>

#include <algorithm>

#include "app/gateway/leaving/name_finder.h"
#include "app/gateway/leaving/words_of_letters.h"

namespace commonground::app {

namespace {

constexpr int kMaxBefore = 2;  // words between "Collectif" and "Hope": "de la"

bool IsSmall(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}

std::size_t WordBegin(const Letters& text, std::size_t within) {
  while (within > 0 && text.gap(within) == Gap::kNone) --within;
  return within;
}

// Nothing but a space or a comma, emphasis and tags: no end of a sentence, no quotation mark.
bool IsWithinSentence(std::string_view between) {
  bool tag = false;
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (tag) {
      tag = c != '>';
    } else if (c == '<') {
      tag = true;
    } else if (c == '\n' && i + 1 < between.size() && between.substr(i + 1).find('\n') != std::string_view::npos) {
      return false;
    } else if (std::string_view(" \t\r\n,*_\xC2\xA0").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

// "with Hope", but not "Hope" where a sentence, a line or a cell begins.
bool FollowsASmallWord(const Letters& text, std::size_t at) {
  if (at == 0 || text.gap(at) != Gap::kSpace) return false;
  const std::size_t before = WordBegin(text, at - 1);
  if (!IsSmall(text.written(before))) return false;
  std::size_t last = at - 1;
  while (last > before && text.written(last) == 0) --last;
  const std::size_t from = std::min<std::size_t>(text.origin(last), text.source().size());
  const std::size_t to = std::min<std::size_t>(text.origin(at), text.source().size());
  std::string_view between = text.source().substr(from, to - from);
  if (between.starts_with('&')) return false;  // the letter was written as a reference
  std::size_t letter = 1;
  while (letter < between.size() && (static_cast<unsigned char>(between[letter]) & 0xC0) == 0x80) ++letter;
  between.remove_prefix(std::min(letter, between.size()));
  return IsWithinSentence(between);
}

// “紫藤”, 「紫藤」, 《紫藤》
bool IsQuoted(const Letters& text, std::size_t at, std::size_t end) {
  static constexpr std::string_view kOpen[]{"\"", "'", "“", "‘", "「", "『", "《", "〈", "【", "（"};
  static constexpr std::string_view kClose[]{"\"", "'", "”", "’", "」", "』", "》", "〉", "】", "）"};
  const std::string_view before = text.source().substr(0, text.origin(at));
  std::size_t last = end - 1;
  while (last > at && text.written(last) == 0) --last;
  std::string_view after = text.source().substr(std::min<std::size_t>(text.origin(last), text.source().size()));
  std::size_t letter = 1;
  while (letter < after.size() && (static_cast<unsigned char>(after[letter]) & 0xC0) == 0x80) ++letter;
  after.remove_prefix(std::min(letter, after.size()));
  return std::ranges::any_of(kOpen, [&](std::string_view mark) { return before.ends_with(mark); }) &&
         std::ranges::any_of(kClose, [&](std::string_view mark) { return after.starts_with(mark); });
}

}  // namespace

std::size_t NameFinder::MatchDistinct(const Letters& text, std::size_t at, const Wanted& wanted, const Name& name,
                                      Where where) {
  std::size_t end = MatchWords(text, at, wanted, name, 0);
  if (end == 0) end = Joined(text, at, wanted);
  if (end != 0) return IsWrittenAsName(text, at, end, wanted, name, where) ? end : 0;
  // hopecoll.org: the rest of the word is for a kind of organisation.
  if (!text.Has(at, wanted.full)) return 0;
  const std::size_t own = at + wanted.full.size();
  const std::size_t whole = own < text.size() ? WordEnd(text, own) : own;
  const bool host = whole < text.size() && text.gap(whole) == Gap::kDot;
  if (own >= text.size() || whole - own < 3 || !(where == Where::kAddress || host)) return 0;
  const std::string kind = organisation_words_.KindAt(text, own, whole);
  return !kind.empty() && (name.kind.empty() || name.kind == kind) ? whole : 0;
}

bool NameFinder::IsWrittenAsName(const Letters& text, std::size_t at, std::size_t end, const Wanted& wanted,
                                 const Name& name, Where where) const {
  bool capitals = true;
  bool joined = true;  // without anything between its words
  bool soft = true;    // with hyphens and the like at most
  for (std::size_t i = at; i < end; ++i) {
    if (i > at && text.gap(i) == Gap::kNone) continue;
    joined = joined && (i == at || text.gap(i) == Gap::kNone);
    soft = soft && (i == at || text.gap(i) <= Gap::kSoft);
    const std::size_t word_end = WordEnd(text, i);
    const bool little = between_.contains(std::string(text.bytes().substr(i, word_end - i)));
    if (!little && IsSmall(text.written(i)) && (i == at || text.gap(i) > Gap::kSoft)) capitals = false;
  }
  const bool beside = (capitals || (where == Where::kAddress && soft)) && IsBesideAKind(text, at, end, name.kind);
  if (beside || !name.kind.empty()) return beside;
  if (wanted.words.size() > 1) {
    const bool tag = text.gap(at) == Gap::kBlock;  // also after @ and #
    return capitals || joined || (soft && (tag || where == Where::kAddress));
  }
  if (text.written(at) >= 0x2E80 && IsQuoted(text, at, end)) return true;
  if (capitals && (!name.everyday || FollowsASmallWord(text, at))) return true;
  if (name.everyday) return false;
  const bool from = at == 0 || text.gap(at) == Gap::kBlock || text.gap(at) == Gap::kDot;
  const bool host = end < text.size() && text.gap(end) == Gap::kDot;
  const bool to = end >= text.size() || text.gap(end) == Gap::kBlock;
  return host || (from && (to || where == Where::kText));
}

bool NameFinder::IsBesideAKind(const Letters& text, std::size_t at, std::size_t end, const std::string& kind) const {
  const auto fits = [&](std::size_t from, std::size_t to) {
    const std::string found = organisation_words_.KindAt(text, from, to);
    return !found.empty() && (kind.empty() || found == kind);
  };
  if (end < text.size() && text.gap(end) < Gap::kBlock) {
    if (fits(end, WordEnd(text, end)) || organisation_words_.ChineseKindAt(text, end)) return true;
  }
  for (int before = 0; at > 0 && text.gap(at) < Gap::kBlock && before <= kMaxBefore; ++before) {
    const std::size_t from = WordBegin(text, at - 1);
    if (fits(from, at)) return true;
    if (!between_.contains(std::string(text.bytes().substr(from, at - from)))) return false;
    at = from;
  }
  return false;
}

}  // namespace commonground::app
