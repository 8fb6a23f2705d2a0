// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns code points into bytes and back, by marks every 64 code points.

#include "core/text_range.h"

#include <algorithm>

#include "core/check.h"

namespace commonground::core {

namespace {
constexpr std::int64_t kStride =
    64;  // one mark in 64: an index of an eighth of a byte a character, look-ups of <= 64 steps

bool BeginsCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}
}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text) {
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if (!BeginsCharacter(text[byte])) continue;
    if (length_ % kStride == 0) marks_.push_back(byte);
    ++length_;
  }
  if (marks_.empty()) marks_.push_back(0);
}

std::size_t TextIndex::ByteOffset(std::int64_t code_point) const {
  CG_CHECK(code_point >= 0 && code_point <= length_, "callers check the range first");
  if (code_point == length_) return text_.size();
  std::size_t byte = marks_[static_cast<std::size_t>(code_point / kStride)];
  for (std::int64_t left = code_point % kStride; left > 0; --left) {
    ++byte;
    while (byte < text_.size() && !BeginsCharacter(text_[byte])) ++byte;
  }
  return byte;
}

std::int64_t TextIndex::CodePoint(std::size_t byte_offset) const {
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), byte_offset);
  const auto mark = after - marks_.begin() - 1;
  std::int64_t code_point = mark * kStride;
  for (std::size_t byte = marks_[static_cast<std::size_t>(mark)]; byte < byte_offset; ++byte) {
    if (BeginsCharacter(text_[byte])) ++code_point;
  }
  return code_point;
}

std::optional<std::string_view> TextIndex::Slice(TextRange range) const {
  if (range.start < 0 || range.end < range.start || range.end > length_) return std::nullopt;
  const std::size_t begin = ByteOffset(range.start);
  return text_.substr(begin, ByteOffset(range.end) - begin);
}

std::int64_t CountCodePoints(std::string_view text) {
  return std::count_if(text.begin(), text.end(), BeginsCharacter);
}

}  // namespace commonground::core
