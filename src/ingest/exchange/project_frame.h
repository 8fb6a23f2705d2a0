// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the parser program says of a file of another coding program, and how it is read: strictly, because a file may
// have taken the parser over.
//
// An answer is a row of frames: one byte for the kind, four bytes for the length (little endian), the bytes.
//     V  version, one byte: 1; then the format, one byte     first, once
//     S  an element begins: its name, then name and value of each attribute, with a NUL between all of them
//     T  text of the element that is open, once, after its children
//     X  the element ends, empty
//     F  a file: its name, NUL, its bytes
//     L  a file that was left: its name, NUL, its size in decimal digits
//     N  a notice
//     E  an error: the message                               instead of all others but V
//     Z  the end, empty                                      last, once
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "model/results/project_file.h"

namespace commonground::ingest {

inline constexpr std::size_t kMaxElements = 3'000'000;
inline constexpr std::size_t kMaxElementDepth = 300;
inline constexpr std::size_t kMaxProjectBytes = 110u << 20;  // of names, values, texts and files
inline constexpr std::size_t kMaxProjectFiles = 2'000;

// Writes an answer as a parser goes.  Threads: one.
class ProjectFrames {
 public:
  explicit ProjectFrames(model::ProjectFormat format);
  // Attributes: name and value in turn.
  void Begin(std::string_view name, const std::vector<std::pair<std::string, std::string>>& attributes);
  void Text(std::string_view text);
  void End();
  void File(std::string_view name, std::string_view bytes);
  void Left(std::string_view name, std::uint64_t bytes);
  void Notice(std::string_view notice);
  // The whole answer.
  std::string Take();

 private:
  void Frame(char kind, std::string_view bytes);
  std::string answer_;
  std::string scratch_;
};

// Errors: InvalidInput: the parser's own message, or that its answer cannot be trusted (unknown kinds, wrong lengths,
// elements that do not close, text that is not UTF-8, too much of anything).  Threads: any.  Cost: linear.
core::Result<model::ProjectFile> DecodeProject(std::string_view answer);

// The same answer that DecodeProject reads.
std::string EncodeProject(const model::ProjectFile& file);

}  // namespace commonground::ingest
