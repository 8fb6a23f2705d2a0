// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "Été,Größe" in windows-1252 is C9 74 E9 2C 47 72 F6 DF 65.  As windows-1251 it would be "Йtй,GrцЯe": Latin and
// Cyrillic letters in one word, which nobody writes.  A Cyrillic table read as windows-1252 gives "Ñòåïü": words of
// nothing but accented letters, which nobody writes either.  Other code pages give signs and capitals within words.
// "sănătate" of Romania (windows-1250) is "sãnãtate" in windows-1252: letters of the West, and no word of its
// languages. "Organización" of an old Macintosh (97) is "Organizaci—n" in windows-1252: a dash between letters, which
// is doubtful.

#include "ingest/folder/table_bytes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <vector>

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
constexpr CodePage kMacintosh{"macintosh", "Western European, of old Macintosh programs", USCRIPT_LATIN};

// Those that share most letters with windows-1252.
constexpr CodePage kCentral{"windows-1250", "Central European", USCRIPT_LATIN};
constexpr CodePage kTurkish{"windows-1254", "Turkish", USCRIPT_LATIN};
constexpr CodePage kBaltic{"windows-1257", "Baltic", USCRIPT_LATIN};

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

constexpr UChar32 kFlorin = 0x192;  // a letter to Unicode, and a sign to people

bool IsSign(UChar32 c) {
  if (c == kFlorin) return true;
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

// The bytes in one code page, if all its words are words.
struct Reading {
  const CodePage* page;
  icu::UnicodeString text;
  std::string example;       // the first word with a letter or sign that is not ASCII
  bool has_letters = false;  // that are not ASCII; else only quotes, dashes and such
  bool is_doubtful = false;  // what looks like an accent that became a sign: "organizaci—n", "Mar’a"
  bool is_foreign = false;   // windows-1252 has the letters, and no language that is written in it has the word
};

bool IsOneOf(std::u16string_view letters, UChar32 c) {
  return c < 0x10000 && letters.find(static_cast<char16_t>(c)) != std::u16string_view::npos;
}

// Is it no word of English, French, German, Italian, Spanish, Portuguese, Catalan, Dutch or the languages of the North?
// Two letters with an accent stand side by side in few ways ("créée", "ações", "Größe"); ò and ù of Italian end a word;
// ã and õ are those of "mãos" and "ações"; ý, þ and ð are Icelandic alone, š and ž are of other pages' languages.
bool IsForeign(const icu::UnicodeString& given) {
  const icu::UnicodeString word = icu::UnicodeString(given).toLower();
  const std::int32_t size = word.length();
  const auto at = [&](std::int32_t i) -> UChar32 { return i >= 0 && i < size ? word.char32At(i) : UChar32{0}; };
  for (std::int32_t i = 0; i < size; ++i) {
    const UChar32 c = at(i);
    const UChar32 next = at(i + 1);
    if (IsOneOf(u"ýþðšž", c)) return true;
    if (IsOneOf(u"¹²³", c) && u_isalpha(next)) return true;
    if (IsOneOf(u"ºª", c) && u_isalpha(next)) return true;
    if (c == u'ã' && !(next == 0 || IsOneOf(u"oesi", next))) return true;
    if (c == u'õ' && !IsOneOf(u"es", next)) return true;
    if (c == u'ù' && next != 0) return true;
    if (c == u'è' && i == 0 && size > 1 && next != u'r' && next != u's') return true;
    if (c == u'è' && IsOneOf(u"ae", at(i - 1))) return true;
    const bool pair = c >= 0xC0 && next >= 0xC0 && u_isalpha(c) && u_isalpha(next);
    const bool known = c == u'ç' || next == u'ß' || (c == u'é' && (next == u'é' || next == u'è')) || next == u'ÿ';
    if (pair && !known) return true;
  }
  return false;
}

// A dash between letters; an apostrophe between letters where no word is cut short (l’État, aujourd’hui, people’s).
bool IsDoubtful(const icu::UnicodeString& text, std::int32_t at) {
  const auto is_letter = [&](std::int32_t i) { return i >= 0 && i < text.length() && u_isalpha(text.char32At(i)); };
  const UChar32 c = at < text.length() ? text.char32At(at) : UChar32{0};
  const bool is_dash = c == 0x2013 || c == 0x2014;
  if (!(is_dash || c == 0x2019) || !is_letter(at - 1) || !is_letter(at + 1)) return false;
  if (is_dash) return true;
  std::int32_t begin = at;
  while (is_letter(begin - 1)) --begin;
  std::int32_t end = at + 1;
  while (is_letter(end)) ++end;
  if (at - begin <= 2 || text.tempSubStringBetween(begin, at).toLower().endsWith(u"qu")) return false;
  const icu::UnicodeString rest = text.tempSubStringBetween(at + 1, end).toLower();
  constexpr std::array<const char16_t*, 9> kCut{u"s", u"t", u"d", u"m", u"re", u"ve", u"ll", u"hui", u"n"};
  return std::ranges::none_of(kCut, [&](const char16_t* one) { return rest == icu::UnicodeString(one); });
}

// The page has many signs (†, ◊, ﬂ, ˆ) where those of Windows have letters: whoever reads one has the wrong page.
bool IsOfMacintoshTexts(UChar32 c) {
  if (c < 0xC0) return c < 0x80 || c == 0xA0 || u_ispunct(c) || c == 0xAA || c == 0xBA;
  if (c <= 0xFF) return c != 0xD7 && c != 0xF7;
  return c == 0x152 || c == 0x153 || c == 0x178 || (c >= 0x2013 && c <= 0x201E) || c == 0x2026 || c == 0x20AC;
}

std::optional<Reading> ReadingIn(const CodePage& page, std::string_view bytes) {
  std::optional<icu::UnicodeString> converted = Converted(bytes, page.name);
  if (!converted) return std::nullopt;
  Reading reading{&page, std::move(*converted), {}};
  const icu::UnicodeString& text = reading.text;
  const auto at = [&](std::int32_t i) -> UChar32 {  // all pages are of the basic plane
    return i >= 0 && i < text.length() ? text.char32At(i) : UChar32{'\n'};
  };
  Word word(page.script);
  std::int32_t begin = 0;
  bool high = false;
  for (std::int32_t i = 0; i <= text.length(); ++i) {
    const UChar32 c = at(i);
    if (c >= 0x80 && c < 0xA0) return std::nullopt;
    if (&page == &kMacintosh && !IsOfMacintoshTexts(c)) return std::nullopt;
    reading.is_doubtful = reading.is_doubtful || IsDoubtful(text, i);
    if (u_isUAlphabetic(c) || u_isdigit(c) || IsSign(c)) {
      word.Add(c);
      high = high || c >= 0x80;
      reading.has_letters = reading.has_letters || c >= 0x80;
      continue;
    }
    if (!word.good()) return std::nullopt;
    if (&page == &kWestern && high) {
      // A sign that is no letter may stand at the end of a word in another page: "bu³ka".
      reading.is_foreign = reading.is_foreign || IsForeign(text.tempSubStringBetween(begin, i));
    }
    if (high && reading.example.empty()) reading.example = Utf8(text.tempSubStringBetween(begin, i));
    word = Word(page.script);
    high = false;
    begin = i + 1;
  }
  return reading;
}

// Of letters of the Macintosh with an accent, 0x80 to 0x9F are the small ones; most letters of a text have none.
bool MayBeOfAMacintosh(std::string_view bytes) {
  std::size_t plain = 0;
  std::size_t accented = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    plain += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : 0;
    accented += byte >= 0x80 && byte < 0xA0 ? 1 : 0;
  }
  return accented > 0 && 3 * plain >= bytes.size();
}

// Those that can be meant.  Quotes and dashes of windows-1252 are letters of the Macintosh, which is no sign of one.
std::vector<Reading> Readings(std::string_view bytes) {
  std::vector<Reading> readings;
  for (const CodePage* page : {&kWestern, &kCyrillic, &kMacintosh}) {
    if (page == &kMacintosh && !readings.empty()) {
      const bool sure =
          readings.back().page == &kCyrillic || !(readings.back().has_letters || readings.back().is_doubtful);
      if (sure) break;
    }
    if (page == &kMacintosh && !MayBeOfAMacintosh(bytes)) continue;
    auto reading = ReadingIn(*page, bytes);
    // Of quotes and dashes alone the pages of Windows make the same.
    if (!reading || (!readings.empty() && readings.back().text == reading->text)) continue;
    readings.push_back(std::move(*reading));
  }
  const auto foreign = std::ranges::find_if(readings, &Reading::is_foreign);
  if (foreign == readings.end()) return readings;
  for (const CodePage* page : {&kCentral, &kTurkish, &kBaltic}) {
    auto reading = ReadingIn(*page, bytes);
    const auto same = [&](const Reading& one) { return reading && one.text == reading->text; };
    if (reading && std::ranges::none_of(readings, same)) readings.push_back(std::move(*reading));
  }
  return readings;
}

// "Ã©": an é of UTF-8 in a file that is not UTF-8.  In windows-1252 no word goes on behind an Ã and a sign, and an Ã
// that ends a word in capitals (IRMÃ) has nothing behind it but quotes, dashes, dots and spaces.
bool HasLettersOfUtf8(std::string_view bytes) {
  constexpr std::string_view kBehindWords = "\x85\x91\x92\x93\x94\x95\x96\x97\x9B\xA0\xB7\xBB";
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : ' '; };
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (at(i) != 0xC3 || at(i + 1) < 0x80 || at(i + 1) >= 0xC0) continue;
    const bool ends = at(i + 2) < 0x80 && !u_isalpha(at(i + 2));
    if (!ends || kBehindWords.find(bytes[i + 1]) == std::string_view::npos) return true;
  }
  return false;
}

std::optional<std::string> FromCodePage(std::string_view bytes, const SourceLocation& file) {
  const std::vector<Reading> readings = Readings(bytes);
  if (!readings.empty() && readings.front().page == &kWestern && HasLettersOfUtf8(bytes)) {
    file.Bad({}, "some of its letters are UTF-8 and others are not: it was put together from two files",
             std::string(kSaveAsUtf8) + ", each of the two before they are put together");
    return std::nullopt;
  }
  if (readings.size() != 1 || readings.front().is_foreign) {
    std::string message = "is not UTF-8, and it cannot be told for sure in which code page it was written";
    std::vector<std::string> words;
    for (const Reading& one : readings) words.push_back(fmt::format("\"{}\"", Shown(one.example)));
    if (!words.empty()) message += fmt::format(" ({})", fmt::join(words, " or "));
    file.Bad({}, std::move(message), std::string(kSaveAsUtf8));
    return std::nullopt;
  }
  const Reading& reading = readings.front();
  file.Note(reading.example,
            fmt::format("the table is not UTF-8; it is read as {} ({}), the only reading that gives words",
                        reading.page->name, reading.page->people),
            std::string(kSaveAsUtf8) + " if this word is wrong");
  return Utf8(reading.text);
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
