// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The account: the letters and digits of the file's own markup, against those that came out and those that were left
// out for a reason.  Letters are counted, not words, because markup may cut a word anywhere; only when letters are
// missing are the words looked for that hold them.
#include "ingest/parser/reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/documents/word_count.h"
#include "ingest/parser/word_account.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxWordsNamed = 40;
constexpr std::size_t kMaxPlacesNamed = 8;
constexpr std::size_t kMaxText = 25u << 20;
constexpr std::size_t kMaxBlocks = 200'000;

std::string Join(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size() && i < kMaxPlacesNamed; ++i) {
    text += (i > 0 ? ", " : "") + std::to_string(numbers[i]);
  }
  return numbers.size() > kMaxPlacesNamed ? text + ", …" : text;
}

bool HasLetter(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return c >= 0x80 || ((c | 32) >= 'a' && (c | 32) <= 'z'); });
}

std::string Plural(std::int64_t count) {
  return fmt::format("{} {}", count, count == 1 ? "word" : "words");
}

// The beginning, for a message.
std::string Begin(std::string_view text) {
  constexpr std::size_t kMax = 400;
  std::string shown;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      shown += c;
    } else if (!shown.empty() && shown.back() != ' ') {
      shown += ' ';
    }
  }
  while (!shown.empty() && shown.back() == ' ') shown.pop_back();
  if (shown.size() <= kMax) return shown;
  std::size_t end = kMax;
  while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xc0) == 0x80) --end;
  return shown.substr(0, end) + "…";
}

}  // namespace

void Reading::Emit(As as, std::string text) {
  ++paragraphs_;
  if (text.find_first_not_of(" \n\t\r") == std::string::npos) return;
  emitted_bytes_ += text.size();
  if (emitted_bytes_ <= kMaxText && parsed_.blocks.size() < kMaxBlocks) {
    parsed_.blocks.push_back({as.kind, as.level, 0, {}, std::move(text)});
  }
}

void Reading::Leave(LeftOut why, std::string_view words) {
  if (words.empty()) return;
  Left& left = left_[static_cast<std::size_t>(why)];
  const std::size_t place = parsed_.blocks.size() + 1;
  if (left.places.empty() || left.places.back() != place) {
    if (words.find_first_not_of(" \n\t\r") == std::string_view::npos) return;
    left.places.push_back(place);
  }
  if (left.paragraph != paragraphs_) left.words += ' ';  // a paragraph that is left out whole has no block of its own
  left.paragraph = paragraphs_;
  left.words += words;
}

void Reading::Remove(const std::string& what) {
  if (std::ranges::find(parsed_.removed, what) == parsed_.removed.end()) parsed_.removed.push_back(what);
}

void Reading::Notice(const std::string& what) {
  if (std::ranges::find(parsed_.notices, what) == parsed_.notices.end()) parsed_.notices.push_back(what);
}

void Reading::Language(std::string_view tag, std::int64_t letters) {
  const bool plain = std::ranges::all_of(tag, [](char c) { return c > ' ' && c < 0x7f; });
  if (!plain) return;
  const auto at = std::ranges::find(languages_, tag, [](const auto& one) { return std::string_view(one.first); });
  if (at != languages_.end()) {
    at->second += letters;
  } else if (!tag.empty() && tag.size() <= 35 && languages_.size() < 64) {
    languages_.emplace_back(tag, letters);
  }
}

void Reading::Tell(LeftOut why, const Left& left) {
  const std::int64_t count = CountWords(left.words);
  if (count == 0) return;
  const std::string words = Plural(count);
  const std::string where = fmt::format("{}, near paragraph {}", words, Join(left.places));
  switch (why) {
    case LeftOut::kHidden:
      return Notice(fmt::format("Hidden text is left out: {}.", where));
    case LeftOut::kDeleted:
      Remove("earlier versions of the text");
      return Notice(fmt::format("Deleted words are left out: {}.", where));
    case LeftOut::kComment:
      Remove("comments");
      return Notice(fmt::format("Comments are left out: {}.", where));
    case LeftOut::kHeaderOrFooter:
      if (!HasLetter(left.words)) return;  // the numbers of pages
      return Notice(fmt::format("Headers and footers are left out: {}: “{}”.", words, Begin(left.words)));
    case LeftOut::kInstead:
      return Notice(fmt::format("What is shown only where something else cannot be is left out: {}.", where));
    case LeftOut::kWindowTitle:
      return Notice(fmt::format("The title of the window is left out: “{}”.", Begin(left.words)));
    case LeftOut::kIndexEntry:
      return Notice(fmt::format("Entries for an index are left out: {}.", where));
  }
}

core::Result<Parsed> Reading::Finish(std::string_view own) {
  if (emitted_bytes_ > kMaxText) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the text is longer than 25 MB. Fix: split the file");
  }
  if (parsed_.blocks.size() >= kMaxBlocks) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("the file has over {} paragraphs. Fix: split it", kMaxBlocks));
  }
  for (std::size_t i = 0; i < left_.size(); ++i) Tell(static_cast<LeftOut>(i), left_[i]);
  WordAccount account;
  account.Expect(own);
  for (const Block& block : parsed_.blocks) account.Came(block.text);
  for (const Left& left : left_) account.Came(left.words);
  account.Came(ignored_);
  account.Expect(made_);
  const auto missing = account.Missing();
  if (!missing.empty()) {
    std::string words;
    for (std::size_t i = 0; i < missing.size() && i < kMaxWordsNamed; ++i)
      words += (i > 0 ? ", “" : "“") + missing[i] + "”";
    if (missing.size() > kMaxWordsNamed) words += fmt::format(" and {} more", missing.size() - kMaxWordsNamed);
    parsed_.notices.insert(parsed_.notices.begin(),
                           fmt::format("{} of the file could not be read: {}. Look at the file, and give it as text "
                                       "if they matter.",
                                       Plural(std::ssize(missing)), Begin(words)));
  }
  const auto most = std::ranges::max_element(languages_, {}, [](const auto& one) { return one.second; });
  if (most != languages_.end()) parsed_.language = most->first;
  return std::move(parsed_);
}

}  // namespace commonground::ingest::parser
