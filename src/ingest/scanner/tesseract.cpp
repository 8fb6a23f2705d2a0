// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One engine sees how letters stand (Tesseract's "osd"), another reads; it is started anew when the languages change.
#include "ingest/scanner/tesseract.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "core/text_range.h"

namespace commonground::ingest::parser {

namespace {

bool IsHan(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

// A vowel of Thai and of Lao that Tesseract writes as the two signs it is drawn with, after the mark of the tone or
// before it: people type one letter, and look for it.
void JoinVowel(std::string& text, std::string_view ring, std::string_view bar, std::string_view whole) {
  for (std::size_t at = text.find(ring); at != std::string::npos; at = text.find(ring, at + 1)) {
    std::size_t next = at + ring.size();
    std::string tone;
    const bool is_tone = next + 3 <= text.size() && text.compare(next, 2, ring.substr(0, 2)) == 0 &&
                         static_cast<unsigned char>(text[next + 2]) >= 0x88 &&
                         static_cast<unsigned char>(text[next + 2]) <= 0x8B;  // four marks, just before the ring
    if (is_tone) tone = text.substr(next, 3);
    next += tone.size();
    if (text.compare(next, bar.size(), bar) == 0) text.replace(at, next + bar.size() - at, tone + std::string(whole));
  }
}

// Lines of a paragraph become one; spaces that Tesseract sees between ideographs go.
std::string OneLine(std::string_view text) {
  std::string out;
  UChar32 before = 0;
  bool space = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c < 0) continue;
    if (c == '\n' && out.ends_with('-') && out.size() > 1 &&
        u_isalpha(static_cast<unsigned char>(out[out.size() - 2]))) {
      std::int32_t next = at;
      UChar32 first = 0;
      if (next < length) U8_NEXT(bytes, next, length, first);
      if (u_islower(first)) {
        out.pop_back();
        continue;
      }
    }
    if (u_isUWhiteSpace(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty() && !(IsHan(before) && IsHan(c))) out += ' ';
    space = false;
    out.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    before = c;
  }
  JoinVowel(out, "\u0E4D", "\u0E32", "\u0E33");
  JoinVowel(out, "\u0ECD", "\u0EB2", "\u0EB3");
  return out;
}

}  // namespace

struct Tesseract::Engines {
  tesseract::TessBaseAPI reader;
  std::string languages;  // that the reader was started with
  tesseract::TessBaseAPI upright;
  enum class State { kNotStarted, kStarted, kMissing } state = State::kNotStarted;
};

Tesseract::Tesseract() : engines_(std::make_unique<Engines>()) {}
Tesseract::Tesseract(Tesseract&&) noexcept = default;
Tesseract::~Tesseract() = default;

Sight Tesseract::Look(const Picture& picture) {
  using State = Engines::State;
  tesseract::TessBaseAPI& upright = engines_->upright;
  if (engines_->state == State::kNotStarted) {
    const bool started = upright.Init(kScanLanguageFolder, "osd", tesseract::OEM_TESSERACT_ONLY) == 0;
    engines_->state = started ? State::kStarted : State::kMissing;
  }
  if (engines_->state == State::kMissing) return {};
  upright.SetImage(picture.get());
  Sight sight;
  float sure = 0;
  float script_sure = 0;
  const char* script = nullptr;
  const bool seen = upright.DetectOrientationScript(&sight.degrees, &sure, &script, &script_sure);
  if (!seen) return {};
  sight.sure = static_cast<double>(sure);
  if (script != nullptr && script_sure > 0) sight.script = ScriptNamed(script);
  return sight;
}

core::Result<Attempt> Tesseract::Read(const Picture& picture, int dots, const std::vector<ScanLanguage>& languages) {
  tesseract::TessBaseAPI& reader = engines_->reader;
  std::string names;
  std::vector<std::string> scripts;
  for (const ScanLanguage& language : languages) {
    names += (names.empty() ? "" : "+") + language.name;
    scripts.push_back(language.script);
  }
  if (names != engines_->languages) {
    if (reader.Init(kScanLanguageFolder, names.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the program that reads images does not start. Fix: apt-get install --reinstall tesseract-ocr");
    }
    engines_->languages = names;
  }
  // Burmese stacks its letters: lines that are looked for all over the page fall apart.
  const bool stacked = scripts.front() == "Mymr";
  reader.SetPageSegMode(stacked ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_AUTO);
  reader.SetImage(picture.get());
  reader.SetSourceResolution(dots > 0 ? dots : 300);
  Attempt attempt;
  attempt.languages = languages;
  if (reader.Recognize(nullptr) != 0) return attempt;
  const std::unique_ptr<tesseract::ResultIterator> at(reader.GetIterator());
  if (!at) return attempt;
  std::int64_t weight = 0;
  do {
    const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_PARA));
    if (!text) continue;
    Block block;
    block.text = OneLine(text.get());
    if (block.text.empty()) continue;
    const double sure = std::clamp(static_cast<double>(at->Confidence(tesseract::RIL_PARA)), 0.0, 100.0);
    block.confidence = static_cast<int>(sure + 0.5);
    const std::int64_t length = core::CountCodePoints(block.text);
    attempt.confidence += sure * static_cast<double>(length);
    weight += length;
    const Letters letters = CountLetters(block.text, scripts);
    attempt.letters += letters.all;
    attempt.own += letters.own;
    attempt.blocks.push_back(std::move(block));
  } while (at->Next(tesseract::RIL_PARA));
  if (weight > 0) attempt.confidence /= static_cast<double>(weight);
  reader.Clear();
  return attempt;
}

}  // namespace commonground::ingest::parser
