// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The text of an HTML document, with the place of each piece as Taguette counts it: bytes of UTF-8 of all text nodes
// before it, tags not counted (taguette/extract.py says "Locations are computed over UTF-8 bytes, and doesn't count
// HTML tags").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest::parser {

struct HtmlPiece {
  std::size_t offset = 0;  // bytes of text before it
  bool new_block = false;  // a paragraph, heading, item, cell or line begins here
  std::string text;
};

// What cannot be read as HTML gives no piece.  Threads: one.  Cost: linear.
std::vector<HtmlPiece> HtmlPieces(const std::string& html);

}  // namespace commonground::ingest::parser
