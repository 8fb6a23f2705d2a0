// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One page as it looks, for the eye: drawn from a PDF, or taken out of an image; as small as can still be read, and a
// JPEG of its points alone.
#include <fmt/format.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>

#include "ingest/parser/parsed.h"
#include "ingest/scanner/pdf_file.h"
#include "ingest/scanner/picture.h"

namespace commonground::ingest::parser {

namespace {

constexpr double kLongestSide = 1'600;  // points: letters of a sheet of paper are about 12 high
constexpr int kPageQuality = 75;
constexpr const char* kBadPage =
    "the page cannot be drawn. Fix: open the file in a PDF reader and print it into a new PDF";

core::Error NoSuchPage(int pages) {
  return {
      core::ErrorCode::kInvalidInput, fmt::format("there is no such page. Fix: ask for one from 1 to {}", pages), {}};
}

core::Result<Parsed> AsJpeg(Picture picture, int pages) {
  if (picture) {
    const auto longest = static_cast<float>(std::max(pixGetWidth(picture.get()), pixGetHeight(picture.get())));
    const float share = static_cast<float>(kLongestSide) / longest;
    if (share < 1) picture.reset(pixScale(picture.get(), share, share));
  }
  if (picture) picture.reset(pixConvertTo8Or32(picture.get(), L_CLONE, 0));
  if (picture) pixSetText(picture.get(), nullptr);  // a comment, which would be written again
  l_uint8* data = nullptr;
  std::size_t size = 0;
  Parsed parsed;
  if (picture && pixWriteMemJpeg(&data, &size, picture.get(), kPageQuality, 0) == 0) {
    parsed.picture.assign(reinterpret_cast<const char*>(data), size);
  }
  lept_free(data);
  if (parsed.picture.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the page needs more memory than a document may. Fix: save the file smaller");
  }
  parsed.pages = pages;
  return parsed;
}

Picture Drawn(const poppler::image& image) {
  Picture picture(pixCreate(image.width(), image.height(), 32));
  if (!picture) return picture;
  for (int y = 0; y < image.height(); ++y) {
    l_uint32* row = pixGetData(picture.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(picture.get());
    const auto* from = reinterpret_cast<const unsigned char*>(image.const_data()) +
                       static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    for (int x = 0; x < image.width(); ++x) {
      composeRGBPixel(from[3 * x], from[3 * x + 1], from[3 * x + 2], row + x);
    }
  }
  return picture;
}

}  // namespace

core::Result<Parsed> DrawPageOfPdf(std::string_view bytes, const ParseOptions& wishes) {
  CG_ASSIGN_OR_RETURN(const auto document, OpenPdf(bytes));
  if (wishes.pages.first < 1 || wishes.pages.first > document->pages()) {
    return core::Fail(NoSuchPage(document->pages()));
  }
  const std::unique_ptr<poppler::page> page(document->create_page(wishes.pages.first - 1));
  if (!page) return core::Fail(core::ErrorCode::kInvalidInput, kBadPage);
  const poppler::rectf box = page->page_rect();
  const double longest = std::max(box.width(), box.height()) / 72;  // inches
  if (longest <= 0) return core::Fail(core::ErrorCode::kInvalidInput, kBadPage);
  const double dots = kLongestSide / longest;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  const poppler::image image = renderer.render_page(page.get(), dots, dots);
  if (!image.is_valid()) return core::Fail(core::ErrorCode::kInvalidInput, kBadPage);
  return AsJpeg(Drawn(image), document->pages());
}

core::Result<Parsed> DrawPageOfImage(std::string_view bytes, const ParseOptions& wishes) {
  setMsgSeverity(L_SEVERITY_NONE);
  CG_ASSIGN_OR_RETURN(const int pages, CountPictures(bytes));
  const int number = wishes.pages.first;
  if (number < 1 || number > pages) return core::Fail(NoSuchPage(pages));
  Picture page;
  CG_RETURN_IF_ERROR(VisitPictures(bytes, {number, number}, [&](Picture picture, int) -> core::Status {
    page = Turned(std::move(picture), FactsOf(bytes).orientation);
    return {};
  }));
  return AsJpeg(std::move(page), pages);
}

}  // namespace commonground::ingest::parser
