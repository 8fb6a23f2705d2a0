// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the parser program says on its standard output, and how it is read: strictly, because a file may have taken the
// parser over.
//
// An answer is a row of frames: one byte for the kind, four bytes for the length (little endian), the bytes.
//     V  version of the format, one byte: 1           first, once
//     B  a block: kind, level, page, confidence (255: none), then its text
//     R  a word for what was in the file and is not taken over
//     N  a notice
//     L  the language that the file says of itself; once
//     P  number of pages, four bytes
//     U  pages that were not read: they are pictures; four bytes each; once
//     I  a picture, made anew; once
//     W  words of pages, for the program that lays them out; once
//     S  a language that pictures were read in
//     E  an error: the message                         instead of all others but V
//     Z  the end, empty                                last, once
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest {

inline constexpr std::size_t kMaxBlocks = 200'000;
inline constexpr std::size_t kMaxTextBytes = 25u << 20;  // of all blocks
inline constexpr std::size_t kMaxWordsBytes = 64u << 20;
inline constexpr std::size_t kMaxPictureBytes = 16u << 20;  // as much as a file in the sandbox may have

std::string EncodeParsed(const parser::Parsed& parsed);
std::string EncodeFailure(std::string_view message);

// Errors: InvalidInput: the parser's own message, or that its answer cannot be trusted (unknown kinds, wrong lengths,
// bytes after the end, no end, text that is not UTF-8, too much of anything).  Threads: any.  Cost: linear.
core::Result<parser::Parsed> DecodeParsed(std::string_view answer);

}  // namespace commonground::ingest
