// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Carries a parser's result out of the sandbox, believing nothing that comes.

#include "ingest/sandbox/frame.h"

#include <algorithm>
#include <cstdint>

#include "ingest/sandbox/frames.h"
#include "ingest/text/utf8.h"

namespace commonground::ingest {

using parser::Block;
using parser::Parsed;

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kMaxWords = 100;        // of R and N
constexpr std::size_t kMaxWordBytes = 1'000;  // of one R, N or E
constexpr std::size_t kMaxTag = 35;           // of L and S
constexpr std::size_t kMaxReadIn = 20;        // of S
constexpr std::size_t kBlockHead = 7;         // kind, level, page (4), confidence
constexpr unsigned char kNoConfidence = 255;

// Cuts at a character.
std::string_view Cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return text.substr(0, most);
}

constexpr std::string_view kFix =
    "open the file in the program it was written with, save it as plain text, and give that";

class Reader {
 public:
  // nullptr when it is good.
  const char* Take(char kind, std::string_view bytes) {
    if (kind == 'V') return bytes == std::string_view(&kVersion, 1) ? nullptr : "an unknown version";
    if (kind == 'B') return TakeBlock(bytes);
    if (kind == 'P') {
      if (bytes.size() != 4 || parsed_.pages != 0) return "a bad number of pages";
      const std::size_t pages = NumberAt(bytes, 0);
      if (pages == 0 || pages > 100'000) return "a bad number of pages";
      parsed_.pages = static_cast<int>(pages);
      return nullptr;
    }
    if (kind == 'L' || kind == 'S') {
      const bool plain = std::ranges::all_of(bytes, [](char c) { return c > ' ' && c < 0x7f; });
      const bool more = kind == 'L' ? parsed_.language.empty() : parsed_.read_in.size() < kMaxReadIn;
      if (bytes.empty() || bytes.size() > kMaxTag || !plain || !more) return "a bad language";
      if (kind == 'L') parsed_.language = bytes;
      if (kind == 'S') parsed_.read_in.emplace_back(bytes);
      return nullptr;
    }
    if (kind == 'U') return TakeUnread(bytes);
    if (kind == 'I') {
      if (bytes.empty() || bytes.size() > kMaxPictureBytes || !parsed_.picture.empty()) return "a bad picture";
      parsed_.picture = bytes;
      return nullptr;
    }
    if (kind == 'W') {
      if (bytes.empty() || bytes.size() > kMaxWordsBytes || !parsed_.words.empty()) return "bad words";
      parsed_.words = bytes;
      return nullptr;
    }
    if (kind != 'R' && kind != 'N') return "an unknown part";
    auto& words = kind == 'R' ? parsed_.removed : parsed_.notices;
    if (words.size() >= kMaxWords || bytes.empty() || bytes.size() > kMaxWordBytes || !IsUtf8(bytes)) {
      return "a bad notice";
    }
    words.emplace_back(bytes);
    return nullptr;
  }

  Parsed TakeParsed() { return std::move(parsed_); }

 private:
  const char* TakeUnread(std::string_view bytes) {
    if (bytes.empty() || bytes.size() % 4 != 0 || !parsed_.unread_pages.empty()) return "bad pages";
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
      const std::size_t page = NumberAt(bytes, at);
      const int before = parsed_.unread_pages.empty() ? 0 : parsed_.unread_pages.back();
      if (page > 100'000 || static_cast<int>(page) <= before) return "a bad page";
      parsed_.unread_pages.push_back(static_cast<int>(page));
    }
    return nullptr;
  }

  const char* TakeBlock(std::string_view bytes) {
    if (bytes.size() <= kBlockHead || parsed_.blocks.size() >= kMaxBlocks) return "a bad block";
    text_bytes_ += bytes.size();
    if (text_bytes_ > kMaxTextBytes) return "more text than a document may have";
    Block block;
    const auto kind = static_cast<unsigned char>(bytes[0]);
    const auto kinds = model::Words<model::PartKind>();
    if (kind >= kinds.size()) return "an unknown kind of block";
    block.kind = kinds[kind].first;
    block.level = static_cast<unsigned char>(bytes[1]);
    const std::size_t page = NumberAt(bytes, 2);
    if (page > 100'000) return "a bad page";
    block.page = static_cast<int>(page);
    const auto confidence = static_cast<unsigned char>(bytes[6]);
    if (confidence != kNoConfidence) {
      if (confidence > 100) return "a bad confidence";
      block.confidence = confidence;
    }
    block.text = bytes.substr(kBlockHead);
    if (!IsUtf8(block.text)) return "text that is not UTF-8";
    parsed_.blocks.push_back(std::move(block));
    return nullptr;
  }

  Parsed parsed_;
  std::size_t text_bytes_ = 0;
};

}  // namespace

std::string EncodeParsed(const Parsed& parsed) {
  std::string answer;
  AppendFrame(answer, 'V', {&kVersion, 1});
  if (parsed.pages > 0) {
    std::string pages;
    AppendNumber(pages, static_cast<std::size_t>(parsed.pages));
    AppendFrame(answer, 'P', pages);
  }
  const auto kinds = model::Words<model::PartKind>();
  std::string bytes;
  for (const Block& block : parsed.blocks) {
    if (block.text.empty()) continue;
    const auto kind = std::ranges::find(kinds, block.kind, [](const auto& row) { return row.first; });
    bytes.assign(1, static_cast<char>(kind - kinds.begin()));
    bytes += static_cast<char>(std::clamp(block.level, 0, 255));
    AppendNumber(bytes, static_cast<std::size_t>(std::max(block.page, 0)));
    bytes += static_cast<char>(block.confidence ? std::clamp(*block.confidence, 0, 100) : kNoConfidence);
    bytes += block.text;
    AppendFrame(answer, 'B', bytes);
  }
  const auto words = [&answer](char kind, const std::vector<std::string>& list) {
    for (std::size_t i = 0; i < list.size() && i < kMaxWords; ++i) {
      if (!list[i].empty()) AppendFrame(answer, kind, Cut(list[i], kMaxWordBytes));
    }
  };
  if (!parsed.language.empty() && parsed.language.size() <= kMaxTag) AppendFrame(answer, 'L', parsed.language);
  for (std::size_t i = 0; i < parsed.read_in.size() && i < kMaxReadIn; ++i) {
    if (!parsed.read_in[i].empty() && parsed.read_in[i].size() <= kMaxTag) AppendFrame(answer, 'S', parsed.read_in[i]);
  }
  words('R', parsed.removed);
  words('N', parsed.notices);
  bytes.clear();
  for (const int page : parsed.unread_pages) AppendNumber(bytes, static_cast<std::size_t>(page));
  if (!bytes.empty()) AppendFrame(answer, 'U', bytes);
  if (!parsed.picture.empty()) AppendFrame(answer, 'I', parsed.picture);
  if (!parsed.words.empty()) AppendFrame(answer, 'W', parsed.words);
  AppendFrame(answer, 'Z', {});
  return answer;
}

std::string EncodeFailure(std::string_view message) {
  std::string answer;
  AppendFrame(answer, 'V', {&kVersion, 1});
  AppendFrame(answer, 'E', message.empty() ? "the file cannot be read" : Cut(message, kMaxWordBytes));
  AppendFrame(answer, 'Z', {});
  return answer;
}

core::Result<Parsed> DecodeParsed(std::string_view answer) {
  Reader reader;
  CG_RETURN_IF_ERROR(
      ReadFrames(answer, kFix, [&](char kind, std::string_view bytes) { return reader.Take(kind, bytes); }));
  return reader.TakeParsed();
}

}  // namespace commonground::ingest
