// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// PDF by poppler-cpp.  Words come in poppler's reading order, column by column.  Nothing is run, opened or fetched:
// this reads text.
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <memory>
#include <set>

#include "core/small_ascii.h"
#include "ingest/parser/arabic_ligatures.h"
#include "ingest/parser/broken_letters.h"
#include "ingest/parser/layout.h"
#include "ingest/parser/parsed.h"
#include "ingest/parser/placed_words.h"

namespace commonground::ingest::parser {

namespace {

constexpr int kPagesForTwo = 8;  // fewer are not worth a second thread
constexpr char16_t kFirstArabic = u'\u0600';
constexpr char16_t kLastArabic = u'\u06FF';
constexpr std::size_t kFewestLetters = 10;  // of a page with text
constexpr std::array<std::string_view, 6> kBoldNames{"bold", "black", "heavy", "semibold", "demi", "-bd"};

core::Result<Parsed> Bad(std::string_view message) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::string(message));
}

// UTF-16 to UTF-8.  Not by ustring::to_utf8, which opens a converter for every word: a seventh of all the time.
std::string Utf8(const std::u16string& text) {
  std::string bytes;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U16_NEXT(text, at, length, c);
    if (U_IS_SURROGATE(c)) continue;  // alone: no character
    std::array<char, U8_MAX_LENGTH> one{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(one.data(), size, c);
    bytes.append(one.data(), static_cast<std::size_t>(size));
  }
  return bytes;
}

std::u16string TextOf(const poppler::text_box& word) {
  const poppler::ustring text = word.text();
  return {text.begin(), text.end()};
}

void TurnLigaturesOf(const std::vector<poppler::text_box>& boxes, std::vector<std::u16string>& texts) {
  std::vector<DrawnWord> words;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (std::ranges::none_of(texts[i], [](char16_t c) { return c >= kFirstArabic && c <= kLastArabic; })) continue;
    const double size = boxes[i].has_font_info() ? boxes[i].get_font_size() : 0;
    DrawnWord& word = words.emplace_back();
    word.text = texts[i];
    for (std::size_t letter = 0; letter < texts[i].size(); ++letter) {
      word.widths.push_back(boxes[i].char_bbox(letter).width() / (size > 0 ? size : 1));
    }
    if (boxes[i].has_font_info()) word.font = boxes[i].get_font_name();
    numbers.push_back(i);
  }
  TurnLigatures(words);
  for (std::size_t i = 0; i < words.size(); ++i) texts[numbers[i]] = std::move(words[i].text);
}

bool IsBold(const poppler::text_box& word) {
  if (!word.has_font_info()) return false;
  const std::string font = core::SmallAscii(word.get_font_name());
  return std::ranges::any_of(kBoldNames, [&](std::string_view name) { return font.find(name) != std::string::npos; });
}

PlacedPage WordsOf(const poppler::page& page) {
  PlacedPage placed;
  const poppler::rectf box = page.page_rect();
  placed.width = box.width();
  placed.height = box.height();
  const std::vector<poppler::text_box> boxes = page.text_list(poppler::page::text_list_include_font);
  std::vector<std::u16string> texts;
  for (const poppler::text_box& word : boxes) texts.push_back(TextOf(word));
  TurnLigaturesOf(boxes, texts);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const poppler::rectf at = boxes[i].bbox();
    placed.words.push_back(
        {at.x(), at.y(), at.width(), at.height(), Utf8(texts[i]), boxes[i].has_space_after(), IsBold(boxes[i])});
  }
  return placed;
}

// Takes the next page that nobody has taken, until there is none; `first` is the number of the first.
void ReadWords(poppler::document& document, int first, std::atomic<int>& next, std::vector<PlacedPage>& pages) {
  for (int i = next++; i < std::ssize(pages); i = next++) {
    const std::unique_ptr<poppler::page> page(document.create_page(first - 1 + i));
    if (page) pages[static_cast<std::size_t>(i)] = WordsOf(*page);
  }
}

std::size_t Letters(const PlacedPage& page) {
  std::size_t letters = 0;
  for (const PlacedWord& word : page.words) letters += word.text.size();
  return letters;
}

// What the file also holds.
std::vector<std::string> Removed(poppler::document& document, std::string_view bytes) {
  std::vector<std::string> removed;
  const auto has = [&document](const char* key) { return !document.info_key(key).empty(); };
  if (has("Author")) removed.emplace_back("author");
  if (has("Creator") || has("Producer")) removed.emplace_back("program that wrote it");
  if (has("CreationDate") || has("ModDate")) removed.emplace_back("times of writing");
  if (!document.metadata().empty()) removed.emplace_back("XMP metadata");
  if (document.has_embedded_files()) removed.emplace_back("attached files");
  if (bytes.find("/JavaScript") != std::string_view::npos || bytes.find("/Launch") != std::string_view::npos) {
    removed.emplace_back("scripts");
  }
  if (bytes.find("/Annots") != std::string_view::npos) removed.emplace_back("notes on pages");
  return removed;
}

// Pages without words, and those whose letters are not the ones that are drawn: they are to be read as images.
void FindUnread(std::vector<PlacedPage>& pages, int first, Parsed& parsed) {
  std::string broken;
  int count = 0;
  for (PlacedPage& page : pages) {
    const int number = first++;
    std::string text;
    for (const PlacedWord& word : page.words) text += word.text + ' ';
    const bool is_broken = AreLettersBroken(text);
    if (is_broken) {
      page.words.clear();
      constexpr int kMaxNamed = 20;
      if (++count <= kMaxNamed) broken += (broken.empty() ? "" : ", ") + std::to_string(number);
    }
    if (is_broken || Letters(page) < kFewestLetters) parsed.unread_pages.push_back(number);
  }
  if (broken.empty()) return;
  parsed.notices.push_back(
      fmt::format("The PDF draws letters and does not say which they are (page {}{}): read as "
                  "pictures. Compare the text with the original before you code it.",
                  broken, count > 20 ? fmt::format(" and {} more", count - 20) : ""));
}

// Blocks of the pages, and what was left out as headers and footers.
void LayOutInto(Parsed& parsed, const std::vector<PlacedPage>& pages) {
  std::set<std::string> left_out;
  parsed.blocks = LayOut(pages, left_out);
  if (left_out.empty()) return;
  constexpr std::size_t kShown = 5;
  std::string lines;
  std::size_t shown = 0;
  for (const std::string& line : left_out) {
    if (shown++ == kShown) break;
    lines += (lines.empty() ? "\"" : ", \"") + (line.size() <= 300 ? line : std::string("a long line")) + "\"";
  }
  if (left_out.size() > kShown) lines += fmt::format(" and {} more", left_out.size() - kShown);
  parsed.notices.push_back("Lines that stand on most pages are left out as headers and footers: " + lines + ".");
}

void Silent(const std::string&, void*) {}

}  // namespace

core::Result<Parsed> ParsePdf(std::string_view bytes, const ParseOptions& wishes) {
  poppler::set_debug_error_function(Silent, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return Bad("the PDF is damaged. Fix: open it in a PDF reader and print it into a new PDF");
  if (document->is_locked()) return Bad("the PDF is locked with a password. Fix: save a copy without it");
  const int count = document->pages();
  if (count < 1) return Bad("the PDF has no pages. Fix: open it in a PDF reader and print it into a new PDF");
  if (count > kMaxPages) {
    return Bad(fmt::format("the PDF has {} pages; at most {} are read. Fix: split it", count, kMaxPages));
  }
  Parsed parsed;
  parsed.pages = count;
  const bool whole = wishes.pages.last == 0;
  if (whole || wishes.pages.first == 1) parsed.removed = Removed(*document, bytes);
  if (whole && count > kMaxPagesAtOnce) return parsed;
  const int first = std::clamp(wishes.pages.first, 1, count);
  const int last = whole ? count : std::clamp(wishes.pages.last, first, count);
  std::vector<PlacedPage> pages(static_cast<std::size_t>(last - first + 1));
  std::atomic<int> next = 0;
  if (std::ssize(pages) < kPagesForTwo) {
    ReadWords(*document, first, next, pages);
  } else {  // two threads, each with a document of its own: one document is not to be shared
    auto half = std::async(std::launch::async, [&] {
      const std::unique_ptr<poppler::document> other(
          poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
      if (other && other->pages() == count) ReadWords(*other, first, next, pages);
    });
    ReadWords(*document, first, next, pages);
    half.get();
  }
  FindUnread(pages, first, parsed);
  if (whole) {
    LayOutInto(parsed, pages);
  } else {
    parsed.words = EncodeWords(pages, first);
  }
  return parsed;
}

core::Result<Parsed> ParsePdfWords(std::string_view words, const ParseOptions&) {
  CG_ASSIGN_OR_RETURN(const std::vector<PlacedPage> pages, DecodeWords(words, kMaxPages));
  Parsed parsed;
  LayOutInto(parsed, pages);
  return parsed;
}

}  // namespace commonground::ingest::parser
