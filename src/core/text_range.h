// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Places in canonical text.  Ranges count Unicode code points, start included, end excluded, everywhere: store, files,
// JSON.  Only this file turns them into bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace commonground::core {

struct TextRange {
  std::int64_t start = 0;  // code points
  std::int64_t end = 0;    // code points, excluded

  std::int64_t length() const { return end - start; }
  friend bool operator==(const TextRange&, const TextRange&) = default;
  friend auto operator<=>(const TextRange&, const TextRange&) = default;
};

// Finds bytes for code points in one text, in O(64) a look-up after O(bytes) once.
// Requires: valid UTF-8 that outlives the index.  Threads: any number may read.
class TextIndex {
 public:
  explicit TextIndex(std::string_view text);
  TextIndex(std::string&&) = delete;  // would dangle

  std::int64_t length() const { return length_; }  // code points
  // The text of a range; nullopt if it does not lie within the text (start < 0, end < start, end > length).
  std::optional<std::string_view> Slice(TextRange range) const;
  // Byte offset of a code point, 0 <= code_point <= length().
  std::size_t ByteOffset(std::int64_t code_point) const;
  // Code point that begins at a byte offset (of a character's first byte, or the text's size).
  std::int64_t CodePoint(std::size_t byte_offset) const;

 private:
  std::string_view text_;
  std::int64_t length_ = 0;
  std::vector<std::size_t> marks_;  // byte offset of every 64th code point
};

// Number of code points in valid UTF-8.
std::int64_t CountCodePoints(std::string_view text);

}  // namespace commonground::core
