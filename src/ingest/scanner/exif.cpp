// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What an image says about itself.  EXIF 2.32: a TIFF structure in a JPEG's APP1 part or a PNG's eXIf chunk; only its
// first directory is read.
#include <cstdint>
#include <optional>

#include "ingest/scanner/picture.h"

namespace commonground::ingest::parser {

namespace {

using namespace std::string_view_literals;

class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  std::uint32_t At(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || length > bytes_.size() - at) return 0;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t place = little_ ? at + length - 1 - i : at + i;
      number = number << 8 | static_cast<unsigned char>(bytes_[place]);
    }
    return number;
  }

  void Read(PictureFacts& facts) const {
    const std::size_t directory = At(4, 4);
    const std::size_t count = At(directory, 2);
    bool camera = false;
    for (std::size_t i = 0; i < count && i < 200; ++i) {
      const std::size_t entry = directory + 2 + 12 * i;
      const std::uint32_t tag = At(entry, 2);
      if (tag == 0x0112) {
        const auto orientation = static_cast<int>(At(entry + 8, 2));
        if (orientation >= 1 && orientation <= 8) facts.orientation = orientation;
      }
      if (tag == 0x8825) facts.removed.emplace_back("location");
      camera = camera || tag == 0x010F || tag == 0x0110 || tag == 0x8769;
    }
    if (camera) facts.removed.emplace_back("camera");
  }

 private:
  std::string_view bytes_;
  bool little_;
};

// Chunks: length of four bytes, name, content, checksum.
void ReadPng(std::string_view bytes, PictureFacts& facts) {
  bool described = false;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
    if (length > bytes.size() - at - 12) break;
    const std::string_view name = bytes.substr(at + 4, 4);
    if (name == "eXIf") Tiff(bytes.substr(at + 8, length)).Read(facts);
    described = described || name == "tEXt" || name == "iTXt" || name == "zTXt";
    at += 12 + length;
  }
  if (described) facts.removed.emplace_back("description");
}

}  // namespace

PictureFacts FactsOf(std::string_view bytes) {
  PictureFacts facts;
  if (bytes.starts_with("\xff\xd8"sv)) {
    // Parts: FF, kind, length of two bytes (itself included).
    for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == '\xff';) {
      const auto kind = static_cast<unsigned char>(bytes[at + 1]);
      if (kind == 0xDA) break;  // the image itself
      const std::size_t length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 2])) << 8 |
                                 static_cast<unsigned char>(bytes[at + 3]);
      if (length < 2 || length > bytes.size() - at - 2) break;
      const std::string_view part = bytes.substr(at + 4, length - 2);
      if (kind == 0xE1 && part.starts_with("Exif\0\0"sv)) Tiff(part.substr(6)).Read(facts);
      if (kind == 0xFE || (kind == 0xE1 && part.starts_with("http"))) facts.removed.emplace_back("description");
      at += 2 + length;
    }
  } else if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) {
    Tiff(bytes).Read(facts);
    facts.orientation = 1;  // Leptonica turns a TIFF itself
  } else {
    ReadPng(bytes, facts);
  }
  return facts;
}

}  // namespace commonground::ingest::parser
