// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How sure a reading has to be was measured on pages in eight scripts, each read in the language of each: letters of
// one script read as another are 5 to 70 sure, Thai up to 79 (it finds itself in anything); read as what they are they
// are 87 to 96, Burmese 50 to 60 (its letters are stacked).
#include "ingest/scanner/page_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "ingest/text/language.h"

namespace commonground::ingest::parser {

namespace {

constexpr double kGood = 80;        // nothing else has to be tried
constexpr double kHardToRead = 70;  // below it, it may be that it stands the other way
constexpr double kTurned = 2;       // how sure it must be that the page is turned
constexpr int kFewestLetters = 3;
constexpr int kPartHeight = 700;  // of a page on which languages are tried, in points: about ten lines

// What a reading in a script must reach; less when the script was seen as well.
double Floor(const ScanLanguage& language, const Sight& sight) {
  const double floor = language.script == "Thai" ? 85 : language.script == "Mymr" ? 45 : 65;
  return language.script == sight.script ? floor - 15 : floor;
}

// How far above its floor, as a share of what is above it; below 0: it is not this.
double Score(const Attempt& attempt, const Sight& sight) {
  if (attempt.own < kFewestLetters || 10 * attempt.own < 3 * attempt.letters) return -1;
  const double floor = Floor(attempt.languages.front(), sight);
  return (attempt.confidence - floor) / (100 - floor);
}

bool IsGood(const Attempt& attempt) {
  return attempt.confidence >= (attempt.languages.front().script == "Thai" ? 85 : kGood) &&
         attempt.own >= kFewestLetters && 10 * attempt.own >= 3 * attempt.letters;
}

// Turned back, evened out and set straight.  The image itself when there is no memory for that.
Picture Straight(const Picture& picture, int degrees) {
  Picture page(degrees == 0 ? pixClone(picture.get()) : pixRotateOrth(picture.get(), (360 - degrees) / 90 % 4));
  if (!page) page.reset(pixClone(picture.get()));
  if (pixGetWidth(page.get()) > 64 && pixGetHeight(page.get()) > 64) {
    Picture even(pixBackgroundNormSimple(page.get(), nullptr, nullptr));
    if (even) page = std::move(even);
    Picture straight(pixDeskew(page.get(), 0));
    if (straight) page = std::move(straight);
  }
  return page;
}

// The part of a page with most ink.
Picture PartOf(const Picture& page) {
  const int height = pixGetHeight(page.get());
  const Picture ink(height > kPartHeight ? pixConvertTo1(page.get(), 128) : nullptr);
  if (!ink) return Picture(pixClone(page.get()));
  Numa* rows = pixCountPixelsByRow(ink.get(), nullptr);
  double sum = 0;
  double most = -1;
  int best = 0;
  for (int y = 0; rows != nullptr && y < height; ++y) {
    l_int32 count = 0;
    numaGetIValue(rows, y, &count);
    sum += count;
    if (y >= kPartHeight) {
      numaGetIValue(rows, y - kPartHeight, &count);
      sum -= count;
    }
    if (y >= kPartHeight - 1 && sum > most) {
      most = sum;
      best = y - kPartHeight + 1;
    }
  }
  numaDestroy(&rows);
  Box* box = boxCreate(0, best, pixGetWidth(page.get()), kPartHeight);
  Picture part(pixClipRectangle(page.get(), box, nullptr));
  boxDestroy(&box);
  return part ? std::move(part) : Picture(pixClone(page.get()));
}

std::string Text(const Attempt& attempt) {
  std::string text;
  for (const Block& block : attempt.blocks) text += block.text + "\n\n";
  return text;
}

core::Error Missing(std::string_view tag) {
  const std::string package = PackageOf(ScanLanguageOf(tag));
  return {core::ErrorCode::kInvalidInput,
          package.empty()
              ? fmt::format("images cannot be read in the language {}. Fix: type it, and give it as text", tag)
              : fmt::format("images cannot be read in the language {} here. Fix: apt-get install {}", tag, package),
          {}};
}

constexpr const char* kNameIt =
    "write language = \"...\" of the document in meta.toml, such as th or ru; an image without words cannot be a "
    "document";

}  // namespace

core::Result<PageReader> PageReader::Open(const ParseOptions& wishes) {
  setMsgSeverity(L_SEVERITY_NONE);
  PageReader reader(wishes);
  if (reader.installed_.empty()) return core::Fail(Missing(wishes.language.empty() ? "en" : wishes.language));
  if (!wishes.language.empty() && reader.Installed(wishes.language) == nullptr) {
    return core::Fail(Missing(wishes.language));
  }
  return reader;
}

const ScanLanguage* PageReader::Installed(const std::string& tag) const {
  const auto found = std::ranges::find(installed_, ScanLanguageOf(tag).name, &ScanLanguage::name);
  return found == installed_.end() ? nullptr : &*found;
}

// The likeliest language of a script; any script when it is empty.
const ScanLanguage* PageReader::OfScript(std::string_view script) const {
  const auto fits = [&](const ScanLanguage* one) {
    return one != nullptr && (script.empty() || one->script == script);
  };
  for (const auto* list : {&read_in_, &wishes_.likely}) {
    for (const std::string& tag : *list) {
      if (const ScanLanguage* one = Installed(tag); fits(one)) return one;
    }
  }
  if (script.empty()) return nullptr;
  for (const char* tag : {"en", "ru", "zh", "ar"}) {  // of scripts that many languages share
    if (const ScanLanguage* one = Installed(tag); fits(one)) return one;
  }
  const auto found = std::ranges::find(installed_, script, &ScanLanguage::script);
  return found == installed_.end() ? nullptr : &*found;
}

// Likely ones first.
std::vector<const ScanLanguage*> PageReader::OnePerScript() const {
  std::vector<const ScanLanguage*> languages;
  const auto add = [&](std::string_view script) {
    const ScanLanguage* one = OfScript(script);
    if (one != nullptr && std::ranges::find(languages, one) == languages.end()) languages.push_back(one);
  };
  for (const auto* list : {&read_in_, &wishes_.likely}) {
    for (const std::string& tag : *list) add(ScanLanguageOf(tag).script);
  }
  for (const ScanLanguage& one : installed_) add(one.script);
  return languages;
}

core::Result<Attempt> PageReader::ReadNamed(const Picture& picture, int dots, const Sight& sight) {
  const std::vector<ScanLanguage> named{*Installed(wishes_.language)};
  const int degrees = sight.sure >= kTurned ? sight.degrees : 0;
  const Picture page = Straight(picture, degrees);
  CG_ASSIGN_OR_RETURN(Attempt attempt, tesseract_.Read(page, dots, named));
  if (degrees != 0 && attempt.confidence < kHardToRead) {  // it was seen wrongly
    CG_ASSIGN_OR_RETURN(Attempt as_it_is, tesseract_.Read(Straight(picture, 0), dots, named));
    if (as_it_is.confidence > attempt.confidence) return as_it_is;
  }
  // Names and sentences in Latin letters on a page of another script.
  const ScanLanguage* latin = OfScript("Latn");
  const bool is_alone = named[0].script == "Latn" || named[0].script == "Mymr";
  if (attempt.letters > 0 && attempt.confidence < kGood && !is_alone && latin != nullptr) {
    CG_ASSIGN_OR_RETURN(Attempt both, tesseract_.Read(page, dots, {named[0], *latin}));
    if (both.confidence > attempt.confidence + 3) return both;
  }
  return attempt;
}

// Within the script that was found: another language that the words tell, or a second script on the page.
core::Result<Attempt> PageReader::Better(const Picture& page, int dots, Attempt attempt) {
  const ScanLanguage first = attempt.languages.front();
  const TextLanguage told = DetectLanguage(Text(attempt));
  const ScanLanguage other = told.reliable ? ScanLanguageOf(told.code) : first;
  if (other.name != first.name && other.script == first.script) {
    if (const ScanLanguage* known = Installed(other.tag)) {
      CG_ASSIGN_OR_RETURN(Attempt again, tesseract_.Read(page, dots, {*known}));
      if (again.confidence > attempt.confidence - 3) attempt = std::move(again);
    } else if (std::ranges::find(wanted_, other.tag) == wanted_.end()) {
      wanted_.push_back(other.tag);
    }
  }
  const ScanLanguage best = attempt.languages.front();
  if (IsGood(attempt) || best.script == "Mymr") return attempt;  // Burmese is never sure
  for (const ScanLanguage* second : OnePerScript()) {
    const bool shares_pages = second->script == "Latn" || best.script == "Latn";
    if (second->script == best.script || !shares_pages || second->script == "Thai" || second->script == "Mymr")
      continue;
    CG_ASSIGN_OR_RETURN(Attempt both, tesseract_.Read(page, dots, {best, *second}));
    if (both.confidence > attempt.confidence + 3) attempt = std::move(both);
    if (IsGood(attempt)) break;
  }
  return attempt;
}

core::Result<Attempt> PageReader::ReadFound(const Picture& picture, int dots, const Sight& sight) {
  const int degrees = sight.sure >= kTurned ? sight.degrees : 0;
  const ScanLanguage* first = OfScript(sight.script);
  if (first == nullptr) first = OfScript("");
  if (first == nullptr) first = OfScript("Latn");
  if (first == nullptr) first = &installed_.front();
  const Picture page = Straight(picture, degrees);
  CG_ASSIGN_OR_RETURN(Attempt attempt, tesseract_.Read(page, dots, {*first}));
  if (attempt.blocks.empty() && sight.script.empty()) return attempt;  // nothing is written there
  if (IsGood(attempt)) return Better(page, dots, std::move(attempt));
  return Search(picture, dots, sight);
}

core::Result<Attempt> PageReader::Search(const Picture& picture, int dots, const Sight& sight) {
  std::optional<Attempt> best;
  int best_degrees = 0;
  const auto try_all = [&](int degrees, std::size_t most) -> core::Status {
    const Picture part = PartOf(Straight(picture, degrees));
    for (const ScanLanguage* language : OnePerScript()) {
      if (most-- == 0) break;
      CG_ASSIGN_OR_RETURN(Attempt attempt, tesseract_.Read(part, dots, {*language}));
      const double score = Score(attempt, sight);
      if (score < 0 || (best && Score(*best, sight) >= score)) continue;
      best = std::move(attempt);
      best_degrees = degrees;
    }
    return {};
  };
  constexpr std::size_t kAll = 100;
  constexpr std::size_t kLikeliest = 3;
  CG_RETURN_IF_ERROR(try_all(0, kAll));
  if (sight.sure >= kTurned && sight.degrees != 0) CG_RETURN_IF_ERROR(try_all(sight.degrees, kAll));
  for (const int degrees : {180, 90, 270}) {
    if (!best && degrees != sight.degrees) CG_RETURN_IF_ERROR(try_all(degrees, kLikeliest));
  }
  if (!best) return core::Fail(Unknown(sight));
  const Picture page = Straight(picture, best_degrees);
  CG_ASSIGN_OR_RETURN(Attempt attempt, tesseract_.Read(page, dots, best->languages));
  return Better(page, dots, std::move(attempt));
}

core::Error PageReader::Unknown(const Sight& sight) const {
  const bool can = OfScript(sight.script) != nullptr;
  if (!sight.script.empty() && !can) {
    const std::vector<std::string> packages = PackagesOfScript(sight.script);
    const std::string install = packages.empty() ? std::string()
                                                 : fmt::format("apt-get install the package of its language: {}; or, ",
                                                               fmt::join(packages, ", "));
    return {core::ErrorCode::kInvalidInput,
            fmt::format("its letters seem to be {}, which cannot be read here. Fix: {}if they are others, {}",
                        NameOfScript(sight.script), install, kNameIt),
            {}};
  }
  return {core::ErrorCode::kInvalidInput,
          fmt::format("it cannot be told in which language the image is: too few letters, or none that can be read "
                      "here. Fix: {}",
                      kNameIt),
          {}};
}

core::Result<std::vector<Block>> PageReader::Read(const Picture& picture, int dots) {
  const Sight sight = tesseract_.Look(picture);
  CG_ASSIGN_OR_RETURN(Attempt attempt,
                      wishes_.language.empty() ? ReadFound(picture, dots, sight) : ReadNamed(picture, dots, sight));
  for (const ScanLanguage& language : attempt.languages) {
    if (!attempt.blocks.empty() && std::ranges::find(read_in_, language.tag) == read_in_.end())
      read_in_.push_back(language.tag);
  }
  return std::move(attempt.blocks);
}

void PageReader::Describe(Parsed& parsed) const {
  parsed.read_in = read_in_;
  for (const std::string& tag : wanted_) {
    const std::string package = PackageOf(ScanLanguageOf(tag));
    if (package.empty()) continue;
    parsed.notices.push_back(
        fmt::format("The image seems to be in {}, which cannot be read here, and was read in {}: compare the text "
                    "with the original, or apt-get install {} and import it again.",
                    tag, fmt::join(read_in_, ", "), package));
  }
}

}  // namespace commonground::ingest::parser
