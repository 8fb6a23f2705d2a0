// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The picture is made gray, turned upright (as the camera says, then as Tesseract sees the letters), evened out and set
// straight by Leptonica; then read.
#include "ingest/scanner/scan.h"

#include <fmt/format.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <filesystem>

#include "ingest/scanner/picture.h"

namespace commonground::ingest::parser {

namespace {

constexpr int kSure = 70;  // below it, a person should compare
constexpr const char* kLanguageFolder = "/usr/share/tesseract-ocr/5/tessdata/";

// "fr-CA" -> "fra".
std::string TesseractName(const std::string& language) {
  if (language.starts_with("zh")) {
    return language.find("Hant") != std::string::npos || language.find("TW") != std::string::npos ? "chi_tra"
                                                                                                  : "chi_sim";
  }
  return uloc_getISO3Language(language.c_str());
}

bool IsHan(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
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
  return out;
}

}  // namespace

class ScanReader::Engine {
 public:
  tesseract::TessBaseAPI reader;
  tesseract::TessBaseAPI upright;  // sees which way letters stand
  bool has_upright = false;
  std::vector<std::string> missing;  // languages
  double confidence = 0;             // sum over blocks
  int blocks = 0;

  core::Result<std::vector<Block>> Read(Picture picture, int dots) {
    picture = Upright(std::move(picture));
    if (pixGetWidth(picture.get()) > 64 && pixGetHeight(picture.get()) > 64) {
      Picture even(pixBackgroundNormSimple(picture.get(), nullptr, nullptr));
      if (even) picture = std::move(even);
      Picture straight(pixDeskew(picture.get(), 0));
      if (straight) picture = std::move(straight);
    }
    reader.SetImage(picture.get());
    reader.SetSourceResolution(dots > 0 ? dots : 300);
    std::vector<Block> read;
    if (reader.Recognize(nullptr) != 0) return read;
    const std::unique_ptr<tesseract::ResultIterator> at(reader.GetIterator());
    if (!at) return read;
    do {
      const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_PARA));
      if (!text) continue;
      Block block;
      block.text = OneLine(text.get());
      if (block.text.empty()) continue;
      const double sure = std::clamp(static_cast<double>(at->Confidence(tesseract::RIL_PARA)), 0.0, 100.0);
      block.confidence = static_cast<int>(sure + 0.5);
      confidence += sure;
      ++blocks;
      read.push_back(std::move(block));
    } while (at->Next(tesseract::RIL_PARA));
    reader.Clear();
    return read;
  }

 private:
  Picture Upright(Picture picture) {
    if (!has_upright) return picture;
    upright.SetImage(picture.get());
    int degrees = 0;
    float sure = 0;
    const char* script = nullptr;
    float script_sure = 0;
    if (!upright.DetectOrientationScript(&degrees, &sure, &script, &script_sure) || sure < 2 || degrees == 0)
      return picture;
    Picture turned(pixRotateOrth(picture.get(), (360 - degrees) / 90 % 4));
    return turned ? std::move(turned) : std::move(picture);
  }
};

ScanReader::ScanReader(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
ScanReader::ScanReader(ScanReader&&) noexcept = default;
ScanReader::~ScanReader() = default;

core::Result<ScanReader> ScanReader::Open(const Wishes& wishes) {
  setMsgSeverity(L_SEVERITY_NONE);
  auto engine = std::make_unique<Engine>();
  std::string names;
  for (const std::string& language : wishes.languages) {
    const std::string name = TesseractName(language);
    if (name.empty() || ("+" + names + "+").find("+" + name + "+") != std::string::npos) continue;
    if (std::filesystem::exists(kLanguageFolder + name + ".traineddata")) {
      names += (names.empty() ? "" : "+") + name;
    } else {
      engine->missing.push_back(language);
    }
  }
  const auto packages = [&engine] {
    std::string text;
    for (const std::string& language : engine->missing) {
      std::string name = TesseractName(language);
      std::ranges::replace(name, '_', '-');
      text += (text.empty() ? "" : " ") + ("tesseract-ocr-" + name);
    }
    return text;
  };
  if (names.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the picture cannot be read in its language here. Fix: apt-get install " +
                          (engine->missing.empty() ? std::string("tesseract-ocr-eng") : packages()));
  }
  if (engine->reader.Init(kLanguageFolder, names.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the program that reads pictures does not start. Fix: apt-get install --reinstall tesseract-ocr");
  }
  engine->reader.SetPageSegMode(tesseract::PSM_AUTO);
  engine->has_upright = engine->upright.Init(kLanguageFolder, "osd", tesseract::OEM_TESSERACT_ONLY) == 0;
  return ScanReader(std::move(engine));
}

core::Result<std::vector<Block>> ScanReader::ReadGray(const GrayPicture& picture) {
  Picture pix(pixCreate(picture.width, picture.height, 8));
  if (!pix) return core::Fail(core::ErrorCode::kInvalidInput, "the picture is too large to be read");
  for (int y = 0; y < picture.height; ++y) {
    l_uint32* row = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    const auto* from =
        reinterpret_cast<const unsigned char*>(picture.pixels) + static_cast<std::ptrdiff_t>(y) * picture.bytes_per_row;
    for (int x = 0; x < picture.width; ++x) SET_DATA_BYTE(row, x, from[x]);
  }
  return engine_->Read(std::move(pix), picture.dots_per_inch);
}

core::Result<std::vector<Block>> ScanReader::ReadFile(std::string_view bytes, int& pages) {
  const int orientation = FactsOf(bytes).orientation;
  std::vector<Block> blocks;
  CG_RETURN_IF_ERROR(VisitPictures(bytes, [&](Picture picture, int number) -> core::Status {
    const int dots = pixGetXRes(picture.get());
    Picture gray(pixConvertTo8(picture.get(), 0));
    picture.reset();
    if (gray) gray = Turned(std::move(gray), orientation);
    if (!gray) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the picture needs more memory than a document may. Fix: save it smaller");
    }
    pages = number;
    CG_ASSIGN_OR_RETURN(std::vector<Block> read, engine_->Read(std::move(gray), dots));
    for (Block& block : read) {
      block.page = number;
      blocks.push_back(std::move(block));
    }
    return {};
  }));
  return blocks;
}

void ScanReader::AddNotices(Parsed& parsed) const {
  for (const std::string& language : engine_->missing) {
    std::string name = TesseractName(language);
    std::ranges::replace(name, '_', '-');
    parsed.notices.push_back(fmt::format(
        "Pictures cannot be read in the language {} here (apt-get install tesseract-ocr-{}).", language, name));
  }
  if (engine_->blocks == 0) return;
  const int mean = static_cast<int>(engine_->confidence / engine_->blocks + 0.5);
  if (mean < kSure) {
    parsed.notices.push_back(fmt::format(
        "The picture was hard to read ({}% sure): compare the text with the original before you code it.", mean));
  }
}

core::Result<Parsed> ParseScan(std::string_view bytes, const Wishes& wishes) {
  CG_ASSIGN_OR_RETURN(ScanReader reader, ScanReader::Open(wishes));
  Parsed parsed;
  parsed.removed = FactsOf(bytes).removed;
  CG_ASSIGN_OR_RETURN(parsed.blocks, reader.ReadFile(bytes, parsed.pages));
  reader.AddNotices(parsed);
  return parsed;
}

}  // namespace commonground::ingest::parser
