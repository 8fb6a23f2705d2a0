// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// PDF by poppler-cpp.  Words come in poppler's reading order, column by column.  Nothing is run, opened or fetched:
// this reads text and, of pages that have none, a picture.
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <future>
#include <memory>

#include "ingest/parser/layout.h"
#include "ingest/parser/parsed.h"
#include "ingest/parser/scan.h"

namespace commonground::ingest::parser {

namespace {

constexpr int kMostPages = 500;
constexpr double kMostPixels = 40e6;  // of one page
constexpr double kDotsPerInch = 300;
constexpr double kFewestDotsPerInch = 100;
constexpr int kPagesForTwo = 8;             // fewer are not worth a second thread
constexpr std::size_t kFewestLetters = 10;  // of a page with text
constexpr int kMostScannedPages = 12;       // about 4 s each: what fits into the time of the jail

core::Result<Parsed> Bad(std::string_view message) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::string(message));
}

std::string Utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

PlacedPage WordsOf(const poppler::page& page) {
  PlacedPage placed;
  const poppler::rectf box = page.page_rect();
  placed.width = box.width();
  placed.height = box.height();
  for (const poppler::text_box& word : page.text_list(0)) {
    const poppler::rectf at = word.bbox();
    placed.words.push_back({at.x(), at.y(), at.width(), at.height(), Utf8(word.text()), word.has_space_after()});
  }
  return placed;
}

void ReadWords(poppler::document& document, int from, int to, std::vector<PlacedPage>& pages) {
  for (int i = from; i < to; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
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

// The page as a picture, read as a scan.
core::Result<std::vector<Block>> ReadPicture(const poppler::page& page, ScanReader& reader, int number) {
  const poppler::rectf box = page.page_rect();
  const double inches = box.width() / 72 * (box.height() / 72);
  double dots = kDotsPerInch;
  if (inches > 0) dots = std::min(dots, std::sqrt(kMostPixels / inches));
  if (inches <= 0 || dots < kFewestDotsPerInch) {
    return core::Fail(
        core::ErrorCode::kInvalidInput,
        fmt::format("page {} is larger than 40 million points at 100 dots an inch. Way out: save it in the "
                    "size of a sheet of paper",
                    number));
  }
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(&page, dots, dots);
  if (!image.is_valid()) return std::vector<Block>();
  CG_ASSIGN_OR_RETURN(std::vector<Block> blocks, reader.ReadGray({image.const_data(), image.width(), image.height(),
                                                                  image.bytes_per_row(), static_cast<int>(dots)}));
  for (Block& block : blocks) block.page = number;
  return blocks;
}

void Silent(const std::string&, void*) {}

}  // namespace

core::Result<Parsed> ParsePdf(std::string_view bytes, const Wishes& wishes) {
  poppler::set_debug_error_function(Silent, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return Bad("the PDF is damaged. Way out: open it in a PDF reader and print it into a new PDF");
  if (document->is_locked()) return Bad("the PDF is locked with a password. Way out: save a copy without it");
  const int count = document->pages();
  if (count < 1) return Bad("the PDF has no pages. Way out: open it in a PDF reader and print it into a new PDF");
  if (count > kMostPages) {
    return Bad(fmt::format("the PDF has {} pages; at most {} are read. Way out: split it", count, kMostPages));
  }
  Parsed parsed;
  parsed.pages = count;
  parsed.removed = Removed(*document, bytes);
  std::vector<PlacedPage> pages(static_cast<std::size_t>(count));
  if (count < kPagesForTwo) {
    ReadWords(*document, 0, count, pages);
  } else {  // two threads, each with a document of its own: one document is not to be shared
    auto half = std::async(std::launch::async, [&] {
      const std::unique_ptr<poppler::document> other(
          poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
      if (other && other->pages() == count) ReadWords(*other, count / 2, count, pages);
    });
    ReadWords(*document, 0, count / 2, pages);
    half.get();
  }
  std::vector<int> pictures;
  for (int i = 0; i < count; ++i) {
    if (Letters(pages[static_cast<std::size_t>(i)]) < kFewestLetters) pictures.push_back(i);
  }
  parsed.blocks = LayOut(pages);
  if (pictures.empty()) return parsed;
  if (static_cast<int>(pictures.size()) > kMostScannedPages) {
    return Bad(fmt::format("the PDF has {} pages that are pictures; at most {} are read at a time. Way out: split it",
                           pictures.size(), kMostScannedPages));
  }
  CG_ASSIGN_OR_RETURN(ScanReader reader, ScanReader::Open(wishes));
  for (const int i : pictures) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) continue;
    CG_ASSIGN_OR_RETURN(std::vector<Block> blocks, ReadPicture(*page, reader, i + 1));
    const auto after = std::ranges::upper_bound(parsed.blocks, i + 1, {}, &Block::page);
    parsed.blocks.insert(after, std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
  }
  reader.AddNotices(parsed);
  return parsed;
}

}  // namespace commonground::ingest::parser
