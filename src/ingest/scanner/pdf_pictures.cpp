// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pages of a PDF, drawn and read as scans.
#include <fmt/format.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

#include "ingest/parser/parsed.h"
#include "ingest/scanner/page_reader.h"
#include "ingest/scanner/pdf_file.h"

namespace commonground::ingest::parser {

namespace {

constexpr double kMaxPixels = 40e6;  // of one page
constexpr double kDotsPerInch = 300;
constexpr double kFewestDotsPerInch = 100;

// The page as a picture, read as a scan.
core::Result<std::vector<Block>> ReadPicture(const poppler::page& page, PageReader& reader, int number) {
  const poppler::rectf box = page.page_rect();
  const double inches = box.width() / 72 * (box.height() / 72);
  double dots = kDotsPerInch;
  if (inches > 0) dots = std::min(dots, std::sqrt(kMaxPixels / inches));
  if (inches <= 0 || dots < kFewestDotsPerInch) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("page {} is larger than 40 million pixels at 100 dpi. Fix: save it in the "
                                  "size of a sheet of paper",
                                  number));
  }
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(&page, dots, dots);
  if (!image.is_valid()) return std::vector<Block>();
  Picture picture(pixCreate(image.width(), image.height(), 8));
  if (!picture) return core::Fail(core::ErrorCode::kInvalidInput, "the image is too large to be read");
  for (int y = 0; y < image.height(); ++y) {
    l_uint32* row = pixGetData(picture.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(picture.get());
    const auto* from = reinterpret_cast<const unsigned char*>(image.const_data()) +
                       static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    for (int x = 0; x < image.width(); ++x) SET_DATA_BYTE(row, x, from[x]);
  }
  CG_ASSIGN_OR_RETURN(std::vector<Block> blocks, reader.Read(picture, static_cast<int>(dots)));
  for (Block& block : blocks) block.page = number;
  return blocks;
}

}  // namespace

core::Result<Parsed> ParsePdfPictures(std::string_view bytes, const ParseOptions& wishes) {
  CG_ASSIGN_OR_RETURN(const auto document, OpenPdf(bytes));
  CG_ASSIGN_OR_RETURN(PageReader reader, PageReader::Open(wishes));
  Parsed parsed;
  parsed.pages = document->pages();
  const int last = wishes.pages.last == 0 ? parsed.pages : std::min(wishes.pages.last, parsed.pages);
  for (int number = std::max(wishes.pages.first, 1); number <= last; ++number) {
    const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
    if (!page) continue;
    CG_ASSIGN_OR_RETURN(std::vector<Block> blocks, ReadPicture(*page, reader, number));
    std::ranges::move(blocks, std::back_inserter(parsed.blocks));
  }
  reader.Describe(parsed);
  return parsed;
}

}  // namespace commonground::ingest::parser
