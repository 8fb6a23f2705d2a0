// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a parser in the sandbox makes of one file: blocks of text in reading order.  A format is one source with one
// function of the shape of `Parser`, and one line in the list of main.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "model/words.h"

namespace commonground::ingest::parser {

struct Block {
  model::PartKind kind = model::PartKind::kParagraph;
  int level = 0;                  // as model::Part::level
  int page = 0;                   // where it begins, from 1; 0: the file has no pages
  std::optional<int> confidence;  // of reading a scan, 0 to 100
  std::string text;               // UTF-8, any form, no control characters needed; line ends are spaces
  friend bool operator==(const Block&, const Block&) = default;
};

struct Parsed {
  std::vector<Block> blocks;
  std::vector<std::string> removed;  // what the file also holds and is not taken over: "author", "comments", "location"
  std::vector<std::string> notices;  // what a person should look at, each a sentence
  std::string language;              // BCP 47, that the file itself says of most of its words: a hint; else empty
  int pages = 0;                     // 0: the file has no pages
  std::vector<int> unread_pages;     // from 1: they hold no text, so they are pictures; ascending
  std::string picture;               // the file made anew, of a parser that makes pictures anew; else empty
  std::string words;                 // of a slice of a long PDF, for ParsePdfWords (parser/placed_words.h); else empty
  std::vector<std::string> read_in;  // BCP 47, that pictures were read in, in the order of the pages; else empty
  friend bool operator==(const Parsed&, const Parsed&) = default;
};

struct PageRange {
  int first = 1;
  int last = 0;  // 0: to the end
};

struct ParseOptions {
  std::string language;             // BCP 47, that pictures are written in, as a person said; empty: it is found out
  std::vector<std::string> likely;  // BCP 47, that they may be written in: tried first
  PageRange pages;                  // only these are read
};

// Errors: InvalidInput with a message for the person who gave the file: what is wrong, and the fix.
// May throw: the parser program turns what is thrown into an error.  Threads: one.
using Parser = core::Result<Parsed> (*)(std::string_view bytes, const ParseOptions& wishes);

// Blocks of all words that a reader of the file sees, in reading order; of those that a reader does not see (hidden,
// deleted, comments, headers and footers) notices say how many and where; any other word that is in the file and not in
// the blocks is named in a notice.  Tracked changes as if accepted; numbers of lists are text.
core::Result<Parsed> ParseDocx(std::string_view bytes, const ParseOptions& wishes);  // docx.cpp
core::Result<Parsed> ParseOdt(std::string_view bytes, const ParseOptions& wishes);   // odt.cpp
core::Result<Parsed> ParseEpub(std::string_view bytes, const ParseOptions& wishes);  // epub.cpp
core::Result<Parsed> ParseHtml(std::string_view bytes, const ParseOptions& wishes);  // html.cpp
core::Result<Parsed> ParseRtf(std::string_view bytes, const ParseOptions& wishes);   // rtf.cpp

// Pages with text.  Of a PDF with more than kMaxPagesAtOnce pages only their number is given when all are asked for;
// when some are, their words.  ParsePdfWords makes blocks of the words of all slices, one after another.
inline constexpr int kMaxPagesAtOnce = 100;
inline constexpr int kMaxPages = 2'000;
core::Result<Parsed> ParsePdf(std::string_view bytes, const ParseOptions& wishes);       // pdf.cpp
core::Result<Parsed> ParsePdfWords(std::string_view words, const ParseOptions& wishes);  // pdf.cpp

// Pages that are pictures: of a PDF; of a PNG, JPEG or TIFF.  Only those that are asked for.  A page of a TIFF with
// several that cannot be read is in `unread_pages`, the reason in `notices`; at most kMaxPictures pages.
inline constexpr int kMaxPictures = 100;
core::Result<Parsed> ParsePdfPictures(std::string_view bytes, const ParseOptions& wishes);  // scanner/
core::Result<Parsed> ParseScan(std::string_view bytes, const ParseOptions& wishes);         // scanner/

// Gives `picture` instead of text: the same kind of file (PNG, JPEG, TIFF), turned as a person sees it, without
// anything that is not the image, at most kMaxPictureBytes; smaller in width and height, with a notice, if it cannot
// be had otherwise.
core::Result<Parsed> ReencodePicture(std::string_view bytes, const ParseOptions& wishes);  // scanner/

// Gives `picture` instead of text: the first page that is asked for, as a JPEG of at most 1,600 points on its longer
// side.  Errors: InvalidInput also: there is no such page.
core::Result<Parsed> DrawPageOfPdf(std::string_view bytes, const ParseOptions& wishes);    // scanner/
core::Result<Parsed> DrawPageOfImage(std::string_view bytes, const ParseOptions& wishes);  // scanner/

}  // namespace commonground::ingest::parser
