// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of a PDF that have no text, read as scans; all others as ParsePdf reads them.
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "ingest/parser/parsed.h"
#include "ingest/scanner/scan.h"

namespace commonground::ingest::parser {

namespace {

constexpr double kMaxPixels = 40e6;  // of one page
constexpr double kDotsPerInch = 300;
constexpr double kFewestDotsPerInch = 100;
constexpr std::size_t kMaxScannedPages = 12;  // about 4 s each: what fits into the time of the sandbox

// The page as a picture, read as a scan.
core::Result<std::vector<Block>> ReadPicture(const poppler::page& page, ScanReader& reader, int number) {
  const poppler::rectf box = page.page_rect();
  const double inches = box.width() / 72 * (box.height() / 72);
  double dots = kDotsPerInch;
  if (inches > 0) dots = std::min(dots, std::sqrt(kMaxPixels / inches));
  if (inches <= 0 || dots < kFewestDotsPerInch) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("page {} is larger than 40 million points at 100 dots an inch. Fix: save it in the "
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

}  // namespace

core::Result<Parsed> ParsePdfPictures(std::string_view bytes, const Wishes& wishes) {
  CG_ASSIGN_OR_RETURN(Parsed parsed, ParsePdf(bytes, wishes));
  const std::vector<int> unread = std::exchange(parsed.unread_pages, {});
  if (unread.size() > kMaxScannedPages) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("the PDF has {} pages that are pictures; at most {} are read at a time. Fix: "
                                  "split it",
                                  unread.size(), kMaxScannedPages));
  }
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return parsed;
  CG_ASSIGN_OR_RETURN(ScanReader reader, ScanReader::Open(wishes));
  for (const int number : unread) {
    const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
    if (!page) continue;
    CG_ASSIGN_OR_RETURN(std::vector<Block> blocks, ReadPicture(*page, reader, number));
    const auto after = std::ranges::upper_bound(parsed.blocks, number, {}, &Block::page);
    parsed.blocks.insert(after, std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
  }
  reader.AddNotices(parsed);
  return parsed;
}

}  // namespace commonground::ingest::parser
