// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Formats: PNG (ISO/IEC 15948): named chunks.  JPEG (ITU-T T.81): markers, after SOS the packed points.  TIFF 6.0: a
// chain of directories of numbered tags.
#include "ingest/documents/bare_picture.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace commonground::ingest {

namespace {

using namespace std::string_view_literals;

enum class Order { kLittle, kBig };

// Requires: the bytes are there.
std::size_t Number(std::string_view bytes, std::size_t at, std::size_t length, Order order) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < length; ++i) {
    const std::size_t place = order == Order::kLittle ? at + length - 1 - i : at + i;
    number = number << 8 | static_cast<unsigned char>(bytes[place]);
  }
  return number;
}

bool IsBarePng(std::string_view bytes) {
  constexpr std::array kChunks{"IHDR"sv, "PLTE"sv, "tRNS"sv, "pHYs"sv, "IDAT"sv, "IEND"sv};
  for (std::size_t at = 8; bytes.size() - at >= 12;) {  // length, name, content, checksum
    const std::size_t length = Number(bytes, at, 4, Order::kBig);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - 12 || std::ranges::find(kChunks, name) == kChunks.end()) return false;
    at += 12 + length;
    if (name == "IEND") return at == bytes.size() && length == 0;
  }
  return false;
}

// Where the next marker's FF stands after packed points.
std::size_t AfterPoints(std::string_view bytes, std::size_t at) {
  while (at + 1 < bytes.size()) {
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] == '\xff' && next != 0 && (next < 0xD0 || next > 0xD7)) break;
    ++at;
  }
  return at;
}

bool IsBareJpeg(std::string_view bytes) {
  for (std::size_t at = 2; at + 2 <= bytes.size();) {
    const auto kind = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] != '\xff') return false;
    if (kind == 0xD9) return at + 2 == bytes.size();
    // Frames (C0 to CF: also Huffman tables, C4), scan, tables (DB), restarts (DD), JFIF without a preview.
    const bool jfif = kind == 0xE0 && bytes.substr(at + 2, 7) == "\0\x10JFIF\0"sv;
    if (kind != 0xDA && kind != 0xDB && kind != 0xDD && (kind & 0xF0) != 0xC0 && !jfif) return false;
    if (bytes.size() - at < 4) return false;
    const std::size_t length = Number(bytes, at + 2, 2, Order::kBig);
    if (length < 2 || length > bytes.size() - at - 2) return false;
    at += 2 + length;
    if (kind == 0xDA) at = AfterPoints(bytes, at);
  }
  return false;
}

bool IsBareTiff(std::string_view bytes) {
  // Sizes, packing, places of the points, dots an inch, page number, colours.
  constexpr std::array<std::size_t, 23> kTags{254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279,
                                              282, 283, 284, 292, 293, 296, 297, 317, 320, 338, 339};
  constexpr std::size_t kMaxDirectories = 100;
  const Order order = bytes.starts_with("II") ? Order::kLittle : Order::kBig;
  std::size_t at = Number(bytes, 4, 4, order);
  for (std::size_t seen = 0; at != 0; ++seen) {
    if (seen == kMaxDirectories || at > bytes.size() || bytes.size() - at < 6) return false;
    const std::size_t count = Number(bytes, at, 2, order);
    if (bytes.size() - at - 6 < 12 * count) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (std::ranges::find(kTags, Number(bytes, at + 2 + 12 * i, 2, order)) == kTags.end()) return false;
    }
    at = Number(bytes, at + 2 + 12 * count, 4, order);
  }
  return true;
}

}  // namespace

bool IsBarePicture(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return IsBarePng(bytes);
  if (bytes.starts_with("\xff\xd8"sv)) return IsBareJpeg(bytes);
  return bytes.size() >= 8 && (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) && IsBareTiff(bytes);
}

}  // namespace commonground::ingest
