// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens pictures of paper, and makes them anew without what a camera wrote beside them.  By Leptonica.
#pragma once

#include <leptonica/allheaders.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

// What an image says about itself; never fails.
struct PictureFacts {
  int orientation = 1;               // of EXIF, 1 to 8: how it has to be turned after it was opened; 1: not at all
  std::vector<std::string> removed;  // "location", "camera", "description"
};
PictureFacts FactsOf(std::string_view bytes);  // exif.cpp

struct FreePix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, FreePix>;

// How many pictures are in a PNG, JPEG or TIFF.  Errors: InvalidInput: damaged, more than 100.
core::Result<int> CountPictures(std::string_view bytes);

// Opens PNG, JPEG or TIFF and hands on those of its pages that are asked for, not turned yet, without transparency;
// numbers from 1.  Errors: InvalidInput: damaged, more than 40 million points, more than 100 pages; what `visit`
// returns.
core::Status VisitPictures(std::string_view bytes, const PageRange& pages,
                           const std::function<core::Status(Picture, int number)>& visit);

// As a person sees it: by the orientation of EXIF.  Null: not enough memory.
Picture Turned(Picture picture, int orientation);

}  // namespace commonground::ingest::parser
