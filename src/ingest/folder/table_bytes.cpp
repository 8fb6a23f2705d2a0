// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "Été,Größe" in windows-1252 is C9 74 E9 2C 47 72 F6 DF 65.  As windows-1251 it would be "Йtй,GrцЯe": Latin and
// Cyrillic letters in one word, which nobody writes.  A Cyrillic table read as windows-1252 gives "Ñòåïü": words of
// nothing but accented letters, which nobody writes either.  Other code pages give signs and capitals within words.

#include "ingest/folder/table_bytes.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "ingest/folder/canonical_text.h"
#include "ingest/text/utf8.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kSaveAsUtf8 = "save the table again as \"CSV UTF-8\"";

struct CodePage {
  const char* name;
  const char* people;  // who write in it
  UScriptCode script;
};
constexpr CodePage kWestern{"windows-1252", "Western European", USCRIPT_LATIN};
constexpr CodePage kCyrillic{"windows-1251", "Cyrillic", USCRIPT_CYRILLIC};

std::optional<icu::UnicodeString> Converted(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  icu::UnicodeString text;
  const auto size = static_cast<std::int32_t>(bytes.size());
  UChar* buffer = text.getBuffer(size + 1);  // no charset here gives more units than bytes
  std::int32_t length = 0;
  if (buffer != nullptr) length = ucnv_toUChars(converter, buffer, size + 1, bytes.data(), size, &status);
  if (buffer != nullptr) text.releaseBuffer(U_SUCCESS(status) ? length : 0);
  ucnv_close(converter);
  if (buffer == nullptr || U_FAILURE(status)) return std::nullopt;
  return text;
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

bool IsSign(UChar32 c) {
  return c >= 0x80 && !u_isUAlphabetic(c) && !u_isUWhiteSpace(c) && !u_ispunct(c) && c != 0xB0;
}

// Looks at one word of a reading: letters and all signs between them.
class Word {
 public:
  explicit Word(UScriptCode script) : script_(script) {}
  void Add(UChar32 c) {
    const bool high = c >= 0x80;
    any_high_ = any_high_ || high;
    sign_ = sign_ || IsSign(c);
    run_ = high && u_isUAlphabetic(c) ? run_ + 1 : 0;
    longest_run_ = std::max(longest_run_, run_);
    mixed_ = mixed_ || (script_ == USCRIPT_CYRILLIC && !high && u_isalpha(c));
    capital_within_ = capital_within_ || (u_isupper(c) && small_before_);
    small_before_ = u_islower(c);
    letters_ += u_isUAlphabetic(c) ? 1 : 0;
  }
  bool good() const {
    if (!any_high_) return true;
    if (capital_within_ || mixed_ || (sign_ && letters_ > 0)) return false;
    return script_ == USCRIPT_CYRILLIC || longest_run_ < 3;
  }

 private:
  UScriptCode script_;
  bool any_high_ = false;
  bool sign_ = false;
  bool mixed_ = false;
  bool capital_within_ = false;
  bool small_before_ = false;
  int run_ = 0;
  int longest_run_ = 0;
  int letters_ = 0;
};

// The reading, if all its words are words; `example`: its first word with a letter that is not ASCII.
std::optional<icu::UnicodeString> Reading(std::string_view bytes, const CodePage& page, std::string& example) {
  std::optional<icu::UnicodeString> text = Converted(bytes, page.name);
  if (!text) return std::nullopt;
  Word word(page.script);
  std::int32_t begin = 0;
  bool high = false;
  for (std::int32_t i = 0; i <= text->length(); ++i) {
    const UChar32 c = i < text->length() ? text->char32At(i) : '\n';  // both pages are of the basic plane
    if (c >= 0x80 && c < 0xA0) return std::nullopt;
    if (u_isUAlphabetic(c) || u_isdigit(c) || IsSign(c)) {
      word.Add(c);
      high = high || c >= 0x80;
      continue;
    }
    if (!word.good()) return std::nullopt;
    if (high && example.empty()) example = Utf8(text->tempSubStringBetween(begin, i));
    word = Word(page.script);
    high = false;
    begin = i + 1;
  }
  return text;
}

std::optional<std::string> FromCodePage(std::string_view bytes, const SourceLocation& file) {
  std::string western_example;
  std::string cyrillic_example;
  const auto western = Reading(bytes, kWestern, western_example);
  const auto cyrillic = Reading(bytes, kCyrillic, cyrillic_example);
  if (western.has_value() == cyrillic.has_value()) {
    std::string message = "is not UTF-8, and it cannot be told for sure in which code page it was written";
    if (western) message += fmt::format(" (\"{}\" or \"{}\")", Shown(western_example), Shown(cyrillic_example));
    file.Bad({}, std::move(message), std::string(kSaveAsUtf8));
    return std::nullopt;
  }
  const CodePage& page = western ? kWestern : kCyrillic;
  file.Note(western ? western_example : cyrillic_example,
            fmt::format("the table is not UTF-8; it is read as {} ({}), the only reading that gives words", page.name,
                        page.people),
            std::string(kSaveAsUtf8) + " if this word is wrong");
  return Utf8(western ? *western : *cyrillic);
}

std::optional<std::string> FromUtf16(std::string_view bytes, const char* charset, const SourceLocation& file) {
  const auto text = Converted(bytes, charset);
  if (!text) {
    file.Bad({}, "is cut off or damaged UTF-16", std::string(kSaveAsUtf8));
    return std::nullopt;
  }
  file.Note({}, "the table is read as UTF-16", {});
  return Utf8(*text);
}

// UTF-16 without a mark: ASCII letters have a NUL each, all on the same side.
const char* UnmarkedUtf16(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return nullptr;
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) nuls[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t enough = bytes.size() / 8;
  if (nuls[0] == 0 && nuls[1] > enough) return "UTF-16LE";
  if (nuls[1] == 0 && nuls[0] > enough) return "UTF-16BE";
  return nullptr;
}

// A lone CR is the line end of old Macintosh programs; spreadsheet programs of today still offer it.
void EndLinesWithLf(std::string& text, const SourceLocation& file) {
  if (text.find('\n') != std::string::npos || text.find('\r') == std::string::npos) return;
  std::replace(text.begin(), text.end(), '\r', '\n');
  file.Note({}, "has line ends of old Macintosh files (CR); they are read as LF", {});
}

}  // namespace

std::optional<std::string> TableText(std::string bytes, const SourceLocation& file) {
  if (bytes.starts_with("PK\3\4")) {
    file.Bad({}, "is a workbook (or another container), not CSV", "give the file the ending of what it is: .xlsx");
    return std::nullopt;
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    file.Bad({}, "is a workbook of the old kind (.xls), or has a password", "save it as .xlsx, without a password");
    return std::nullopt;
  }
  std::optional<std::string> text;
  if (bytes.starts_with("\xFF\xFE")) {
    text = FromUtf16(std::string_view(bytes).substr(2), "UTF-16LE", file);
  } else if (bytes.starts_with("\xFE\xFF")) {
    text = FromUtf16(std::string_view(bytes).substr(2), "UTF-16BE", file);
  } else if (bytes.find('\0') != std::string::npos) {
    const char* charset = UnmarkedUtf16(bytes);
    text = charset == nullptr ? std::move(bytes) : FromUtf16(bytes, charset, file);
  } else if (!IsUtf8(bytes)) {
    text = FromCodePage(bytes, file);
  } else {
    text = std::move(bytes);
  }
  if (!text) return std::nullopt;
  EndLinesWithLf(*text, file);
  return CanonicalText(std::move(*text), file);
}

}  // namespace commonground::ingest
