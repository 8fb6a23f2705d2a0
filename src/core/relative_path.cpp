// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An allow-list of what a path may be.  Values of a study become names of files, and a study may come from a stranger.
#include "core/relative_path.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace commonground::core {

namespace {

constexpr std::size_t kMaxPartBytes = 200;  // file systems take 255; a temporary or .txt must fit too
constexpr std::size_t kMaxPathBytes = 1'000;

// Names of devices in Windows, with any extension.
constexpr std::array<std::string_view, 6> kDevices{"con", "prn", "aux", "nul", "conin$", "conout$"};

// Why a part cannot be a name; empty if it can.
std::string_view WhyNot(std::string_view part) {
  if (part.empty()) return "has an empty part";
  if (part == "." || part == "..") return "leaves its folder";
  if (part.size() > kMaxPartBytes) return "is too long";
  if (part.ends_with('.') || part.ends_with(' ') || part.starts_with(' '))
    return "has a part with a dot or space at its end";
  if (IsNameOfDevice(part)) return "has the name of a device of Windows";
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(part.data());
  const auto length = static_cast<std::int64_t>(part.size());
  for (std::int64_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c < 0) return "is not UTF-8";
    const int type = u_charType(c);
    if (type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR) {
      return "has a control character";
    }
    if (c < 0x80 && std::string_view("\\<>:\"|?*").find(static_cast<char>(c)) != std::string_view::npos) {
      return "has a character that is not allowed in names of files";
    }
  }
  return {};
}

// What file systems that ignore case and Unicode forms take for the same.
std::string Folded(std::string_view path) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(path);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8({path.data(), static_cast<std::int32_t>(path.size())});
  std::string folded;
  fold->normalize(text, status).toUTF8String(folded);
  return U_SUCCESS(status) ? folded : std::string(path);
}

tl::unexpected<Error> TwoAsOne(std::string_view path) {
  return Fail(ErrorCode::kInvalidInput,
              "this name and another differ only by upper and lower case or by the form of their letters, so that one "
              "would replace the other on many systems. Nothing was written. Fix: change one of the two ids",
              std::string(path));
}

}  // namespace

bool IsNameOfDevice(std::string_view part) {
  std::string stem(part.substr(0, part.find('.')));
  while (stem.ends_with(' ')) stem.pop_back();
  std::ranges::transform(stem, stem.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (std::ranges::find(kDevices, stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' && stem[3] <= '9';
}

Status CheckRelativePath(std::string_view path) {
  std::string_view why = path.size() > kMaxPathBytes ? "is too long" : "";
  for (std::size_t begin = 0; why.empty() && begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    why = WhyNot(path.substr(begin, end - begin));
    begin = end + 1;
  }
  if (why.empty()) return {};
  return Fail(ErrorCode::kInvalidInput,
              fmt::format("a value of the study cannot be the name of a file: it {}. Nothing was written. Fix: correct "
                          "the value; if the study came from somebody else, do not trust it",
                          why),
              std::string(path.substr(0, kMaxPathBytes)));
}

Status PathsInFolder::Add(std::string_view path) {
  CG_RETURN_IF_ERROR(CheckRelativePath(path));
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    const std::string_view folder = path.substr(0, slash);
    if (exact_folders_.contains(std::string(folder))) continue;
    const std::string folded = Folded(folder);
    if (!folders_.insert(folded).second || files_.contains(folded)) return TwoAsOne(path);
    exact_folders_.emplace(folder);
  }
  const std::string folded = Folded(path);
  if (folders_.contains(folded) || !files_.insert(folded).second) return TwoAsOne(path);
  return {};
}

}  // namespace commonground::core
