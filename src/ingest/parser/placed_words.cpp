// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page: its number, width, height, number of words; a word: place and size (four floats), what is true of it, length
// of its text, its text.  All in the order of bytes of this machine: they never leave it.
#include "ingest/parser/placed_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace commonground::ingest::parser {

namespace {

constexpr std::uint8_t kSpaceAfter = 1;
constexpr std::uint8_t kBold = 2;
constexpr std::size_t kLongestWord = 10'000;

template <typename Number>
void Put(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool at_end() const { return bytes_.empty(); }
  bool good() const { return good_; }

  template <typename Number>
  Number Take() {
    Number number{};
    const std::string_view from = Bytes(sizeof(number));
    if (good_) std::memcpy(&number, from.data(), sizeof(number));
    return number;
  }
  double Place() {
    const auto place = Take<float>();
    good_ = good_ && std::isfinite(place);
    return static_cast<double>(place);
  }
  std::string_view Bytes(std::size_t count) {
    good_ = good_ && bytes_.size() >= count;
    if (!good_) return {};
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

}  // namespace

std::string EncodeWords(const std::vector<PlacedPage>& pages, int first) {
  std::string bytes;
  for (const PlacedPage& page : pages) {
    Put(bytes, static_cast<std::uint32_t>(first++));
    Put(bytes, static_cast<float>(page.width));
    Put(bytes, static_cast<float>(page.height));
    Put(bytes, static_cast<std::uint32_t>(page.words.size()));
    for (const PlacedWord& word : page.words) {
      for (const double place : {word.x, word.y, word.width, word.height}) Put(bytes, static_cast<float>(place));
      Put(bytes, static_cast<std::uint8_t>((word.space_after ? kSpaceAfter : 0) | (word.bold ? kBold : 0)));
      const std::string_view text = std::string_view(word.text).substr(0, kLongestWord);
      Put(bytes, static_cast<std::uint16_t>(text.size()));
      bytes.append(text);
    }
  }
  return bytes;
}

core::Result<std::vector<PlacedPage>> DecodeWords(std::string_view bytes, int most) {
  std::vector<PlacedPage> pages;
  std::vector<bool> taken;
  Reader reader(bytes);
  while (!reader.at_end() && reader.good()) {
    const auto number = reader.Take<std::uint32_t>();
    if (number < 1 || number > static_cast<std::uint32_t>(most)) break;
    if (pages.size() < number) {
      pages.resize(number);
      taken.resize(number);
    }
    if (taken[number - 1]) break;
    taken[number - 1] = true;
    PlacedPage& page = pages[number - 1];
    page.width = reader.Place();
    page.height = reader.Place();
    const auto count = reader.Take<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
      PlacedWord word;
      for (double* place : {&word.x, &word.y, &word.width, &word.height}) *place = reader.Place();
      const auto is = reader.Take<std::uint8_t>();
      word.space_after = (is & kSpaceAfter) != 0;
      word.bold = (is & kBold) != 0;
      word.text = reader.Bytes(reader.Take<std::uint16_t>());
      page.words.push_back(std::move(word));
    }
  }
  if (!reader.at_end() || !reader.good()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the pages of the PDF could not be put together. Fix: save it as plain text");
  }
  return pages;
}

}  // namespace commonground::ingest::parser
