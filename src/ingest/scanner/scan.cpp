// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each picture of the file is made gray and turned as the camera says; then read.
#include "ingest/parser/parsed.h"
#include "ingest/scanner/page_reader.h"
#include "ingest/scanner/picture.h"

namespace commonground::ingest::parser {

core::Result<Parsed> ParseScan(std::string_view bytes, const ParseOptions& wishes) {
  CG_ASSIGN_OR_RETURN(PageReader reader, PageReader::Open(wishes));
  Parsed parsed;
  const PictureFacts facts = FactsOf(bytes);
  parsed.removed = facts.removed;
  CG_ASSIGN_OR_RETURN(parsed.pages, CountPictures(bytes));
  CG_RETURN_IF_ERROR(VisitPictures(bytes, wishes.pages, [&](Picture picture, int number) -> core::Status {
    const int dots = pixGetXRes(picture.get());
    Picture gray(pixConvertTo8(picture.get(), 0));
    picture.reset();
    if (gray) gray = Turned(std::move(gray), facts.orientation);
    if (!gray) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the image needs more memory than a document may. Fix: save it smaller");
    }
    auto read = reader.Read(gray, dots);
    if (!read) {
      if (parsed.pages == 1 || read.error().code != core::ErrorCode::kInvalidInput) return core::Fail(read.error());
      parsed.unread_pages.push_back(number);
      parsed.notices.push_back(read.error().message);
      return {};
    }
    for (Block& block : *read) {
      block.page = number;
      parsed.blocks.push_back(std::move(block));
    }
    return {};
  }));
  reader.Describe(parsed);
  return parsed;
}

}  // namespace commonground::ingest::parser
