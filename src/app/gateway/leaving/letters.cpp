// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a page once: plain letters by a table, everything else by the way.  Markup is what our own renderers write, and
// Markdown that people wrote; what looks like a tag and does not end is text.
#include "app/gateway/leaving/letters.h"

#include <libxml/HTMLparser.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "core/check.h"
#include "core/small_ascii.h"

namespace commonground::app {

namespace {

constexpr std::size_t kMaxTagBytes = 100'000;
constexpr std::size_t kMaxReferenceBytes = 32;

// Tags that stand within a line: a word goes on over them.
constexpr std::array<std::string_view, 30> kWithinLine{
    "a", "abbr", "b", "bdi",   "bdo",  "cite", "code",   "del",    "dfn", "em",  "font",  "i", "ins", "kbd", "mark",
    "q", "ruby", "s", "small", "samp", "span", "strike", "strong", "sub", "sup", "tspan", "u", "var", "wbr", "tt"};

bool IsDash(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION || c == 0x2212 || c == 0x30FB || c == 0xB7;
}

bool IsApostrophe(char32_t c) {
  constexpr std::array<char32_t, 13> kApostrophes{U'\'',  0x60,   0xB4,   0x2BB,  0x2BC,  0x2BD, 0x2C8,
                                                  0x2018, 0x2019, 0x201B, 0x2032, 0xA78C, 0xFF07};
  return std::ranges::find(kApostrophes, c) != kApostrophes.end();
}

char32_t PlainArabic(char32_t c) {
  switch (c) {
    case 0x0629:  // teh marbuta
    case 0x06C1:
    case 0x06D5:
      return 0x0647;
    case 0x0649:  // alef maksura
    case 0x06CC:
      return 0x064A;
    case 0x06A9:
      return 0x0643;
    case 0x0671:
      return 0x0627;
    default:
      return c;
  }
}

bool IsOfFlag(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

// 🅤 and 🆄 are letters, though Unicode does not say so; two of 🇦 to 🇿 are a flag.
UChar32 PlainLatin(UChar32 c) {
  for (const UChar32 first : {0x1F150, 0x1F170, 0x1F1E6}) {
    if (c >= first && c < first + 26) return 'A' + (c - first);
  }
  return c;
}

bool LosesMarks(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC || script == USCRIPT_ARABIC ||
         script == USCRIPT_HEBREW || script == USCRIPT_INHERITED || script == USCRIPT_COMMON ||
         script == USCRIPT_SYRIAC;
}

}  // namespace

struct LetterReader::Icu {
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    apart = icu::Normalizer2::getNFKDInstance(status);
    ascii.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    spoof.reset(uspoof_open(&status));
    CG_CHECK(U_SUCCESS(status), "ICU's data is in its library");
  }
  const icu::Normalizer2* apart = nullptr;
  std::unique_ptr<icu::Transliterator> ascii;
  std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> spoof{nullptr, &uspoof_close};
};

void Letters::Grow() {
  const std::size_t capacity = std::max<std::size_t>(4096, 2 * capacity_);
  const auto grow = [&](auto& array) {
    auto larger = std::make_unique_for_overwrite<std::remove_reference_t<decltype(array[0])>[]>(capacity);
    std::copy_n(array.get(), size_, larger.get());
    array = std::move(larger);
  };
  grow(bytes_);
  grow(gaps_);
  grow(written_);
  grow(origin_);
  capacity_ = capacity;
}

LetterReader::LetterReader() {
  static thread_local const Icu icu;  // made slowly
  icu_ = &icu;
  for (char32_t c = 0; c < 128; ++c) {
    const std::string& bytes = Of(c).bytes;
    if (bytes.size() == 1) plain_[c] = bytes[0];
    kind_[c] = u_isdigit(static_cast<UChar32>(c)) ? 2 : u_isupper(static_cast<UChar32>(c)) ? 1 : 0;
  }
}

const LetterReader::Folded& LetterReader::Of(char32_t c) {
  const auto found = seen_.find(c);
  return found != seen_.end() ? found->second : seen_.emplace(c, Make(c)).first->second;
}

// Capitals look alike in other scripts than small letters do: Ν is N, and ν is v.
const LetterReader::Folded& LetterReader::Among(char32_t c) {
  const auto found = among_.find(c);
  if (found != among_.end()) return found->second;
  const auto code = static_cast<UChar32>(c);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString alike;
  Folded folded;
  bool is_latin = u_islower(code) != 0;
  if (is_latin) uspoof_getSkeletonUnicodeString(icu_->spoof.get(), 0, icu::UnicodeString(code), alike, &status);
  alike = icu_->apart->normalize(alike, status);
  for (std::int32_t i = 0; i < alike.length(); i = alike.moveIndex32(i, 1)) {
    const UChar32 one = alike.char32At(i);
    if ((U_GET_GC_MASK(one) & U_GC_M_MASK) != 0) continue;
    is_latin = is_latin && uscript_getScript(one, &status) == USCRIPT_LATIN;
    folded.bytes += Of(static_cast<char32_t>(one)).bytes;
  }
  if (U_FAILURE(status) || !is_latin || folded.bytes.empty()) folded = Of(c);
  return among_.emplace(c, std::move(folded)).first->second;
}

LetterReader::Folded LetterReader::Make(char32_t c) const {
  const auto code = static_cast<UChar32>(c);
  Folded folded;
  const auto type = u_charType(code);
  if (IsDash(c) || IsApostrophe(c) || c == '*' || c == '_' || c == '~') {
    folded.gap = Gap::kSoft;
    return folded;
  }
  if (type == U_FORMAT_CHAR || c == 0x640 || c == 0xFFFC) return folded;  // soft hyphen, joiners, direction; tatweel
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text(PlainLatin(code));
  if (uscript_getScript(code, &status) == USCRIPT_LATIN) icu_->ascii->transliterate(text);
  text = icu_->apart->normalize(text, status);
  icu::UnicodeString upper;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 one = text.char32At(i);
    const bool mark = (U_GET_GC_MASK(one) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
    if (mark && LosesMarks(uscript_getScript(one, &status))) continue;
    if (u_isalnum(one) || mark || (U_GET_GC_MASK(one) & U_GC_MC_MASK) != 0) {
      upper.append(u_toupper(static_cast<UChar32>(PlainArabic(static_cast<char32_t>(one)))));
    }
  }
  if (upper.isEmpty()) {
    const bool mark = (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
    folded.gap = mark ? Gap::kNone : c == '.' ? Gap::kDot : Gap::kSpace;
    return folded;
  }
  icu::UnicodeString alike;
  uspoof_getSkeletonUnicodeString(icu_->spoof.get(), 0, upper, alike, &status);
  if (U_FAILURE(status)) alike = upper;
  alike.foldCase();
  alike = icu_->apart->normalize(alike, status);
  for (std::int32_t i = 0; i < alike.length(); i = alike.moveIndex32(i, 1)) {
    const UChar32 one = alike.char32At(i);
    const bool mark = (U_GET_GC_MASK(one) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
    if (mark && LosesMarks(uscript_getScript(one, &status))) continue;
    if (!mark && !u_isalnum(one) && (U_GET_GC_MASK(one) & U_GC_M_MASK) == 0) continue;
    icu::UnicodeString(one).toUTF8String(folded.bytes);
  }
  if (folded.bytes.empty()) upper.toLower().toUTF8String(folded.bytes);
  return folded;
}

// One pass over one text.
class LetterReader::Walk {
 public:
  Walk(LetterReader& reader, std::string_view text, Letters& seen, Letters& addresses)
      : reader_(reader), text_(text), seen_(seen), addresses_(addresses) {
    seen_.Clear(text);
    addresses_.Clear(text);
  }

  void Run() {
    Into(seen_);
    for (std::size_t at = 0; at < text_.size();) {
      if (Plain(at)) {
        ++at;
        continue;
      }
      if (text_[at] == ' ') {
        if (gap_ < Gap::kSpace) gap_ = Gap::kSpace;
        hyphen_ = false;
        ++at;
        continue;
      }
      if (text_[at] == '<') {
        if (const std::size_t end = EndOfTag(at); end > at) {
          Tag(at, end);
          at = end;
          continue;
        }
      }
      at = One(at, text_.size());
    }
  }

 private:
  void Into(Letters& letters) {
    into_ = &letters;
    in_address_ = into_ == &addresses_;
    gap_ = Gap::kBlock;
    last_ = 0;
  }

  void Widen(Gap gap) { gap_ = std::max(gap_, gap); }

  // Most of a page: letters and digits of ASCII.
  bool Plain(std::size_t at) {
    const auto c = static_cast<unsigned char>(text_[at]);
    if (c >= 0x80 || reader_.plain_[c] == 0) return false;
    if (gap_ == Gap::kNone && last_ != 0) {
      const int before = last_ < 128 ? reader_.kind_[last_] : Kind(last_);
      const int now = reader_.kind_[c];
      if (before != now && (before == 2 || now != 0)) gap_ = Gap::kSoft;
    }
    into_->Add(reader_.plain_[c], gap_, c, at);
    hyphen_ = false;
    last_ = c;
    gap_ = Gap::kNone;
    return true;
  }

  static int Kind(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    return u_isdigit(code) || IsOfFlag(c) ? 2 : u_isupper(code) ? 1 : 0;
  }

  // Reads one character or reference at `at`; gives where the next one begins.
  std::size_t One(std::size_t at, std::size_t end) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte == '&' || byte == '%' || byte == '\\') {
      std::size_t after = at;
      if (const auto c = Reference(after, end)) {
        if (*c == '<') {  // markup that is shown as it was written: Sil&lt;b&gt;ver
          const std::size_t close = text_.substr(0, std::min(end, after + kMaxReferenceBytes)).find("&gt;", after);
          if (close != std::string_view::npos &&
              text_.substr(after, close - after).find(' ') == std::string_view::npos) {
            Widen(Gap::kSoft);
            return close + 4;
          }
        }
        Put(*c, at, after);
        return after;
      }
    }
    if (byte < 0x80) {
      Put(byte, at, at + 1);
      return at + 1;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    std::size_t next = at;
    UChar32 c = 0;
    U8_NEXT(bytes, next, end, c);
    if (c < 0) {
      Widen(Gap::kSpace);
    } else {
      Put(static_cast<char32_t>(c), at, next);
    }
    return next;
  }

  bool IsLatinAt(std::size_t at) const {
    return at < text_.size() && u_isalpha(static_cast<unsigned char>(text_[at])) &&
           static_cast<unsigned char>(text_[at]) < 0x80;
  }

  void Put(char32_t c, std::size_t at, std::size_t after) {
    const bool among = c >= 0x370 && ((at > 0 && IsLatinAt(at - 1)) || IsLatinAt(after));
    const Folded& folded = among ? reader_.Among(c) : reader_.Of(c);
    if (folded.bytes.empty()) {
      in_flag_ = false;
      const bool address = in_address_ && (c == '/' || c == '#' || c == '?' || c == '=');
      if (address || c == '@' || c == '#') {
        gap_ = Gap::kBlock;
      } else if (c == '+') {
        gap_ = Gap::kPlus;
      } else if (!(c == '\n' && hyphen_)) {  // a word that is cut at a line's end goes on
        Widen(folded.gap);
      }
      hyphen_ = IsDash(c) || (hyphen_ && c == '\r');
      return;
    }
    hyphen_ = false;
    if (gap_ == Gap::kNone && last_ != 0 && Turns(last_, c)) gap_ = Gap::kSoft;
    if (IsOfFlag(c)) {
      in_flag_ = !in_flag_;
      if (in_flag_ && gap_ == Gap::kNone) gap_ = Gap::kSoft;
    } else {
      in_flag_ = false;
    }
    last_ = c;
    for (std::size_t i = 0; i < folded.bytes.size(); ++i) {
      into_->Add(folded.bytes[i], i == 0 ? gap_ : Gap::kNone, i == 0 ? c : 0, at);
    }
    gap_ = Gap::kNone;
  }

  // lampCollective, lamp2, 2lamps
  static bool Turns(char32_t before, char32_t after) {
    const int was = Kind(before);
    const int is = Kind(after);
    return was != is && (was == 2 || is != 0);
  }

  // &eacute; &#233; &#xe9; %C3%A9 \u00e9, also when the & itself is written &amp;
  std::optional<char32_t> Reference(std::size_t& at, std::size_t end) const {
    if (text_[at] == '%') return Escaped(at, end);
    if (text_[at] == '\\') {
      if (end - at < 6 || text_[at + 1] != 'u') return std::nullopt;
      const auto unit = Number(text_.substr(at + 2, 4), 16);
      if (unit) at += 6;
      return unit;
    }
    std::size_t from = at + 1;
    for (int deep = 0; deep < 4; ++deep) {
      const std::size_t close = text_.substr(0, std::min(end, from + kMaxReferenceBytes)).find(';', from);
      if (close == std::string_view::npos) return std::nullopt;
      const std::string_view name = text_.substr(from, close - from);
      from = close + 1;
      const auto c = Named(name);
      if (!c) return std::nullopt;
      if (*c != '&' || from >= end) {
        at = from;
        return c;
      }
      // &amp;eacute; goes on as a name; &amp; before anything else is an ampersand.
      const std::size_t next = text_.substr(0, std::min(end, from + kMaxReferenceBytes)).find(';', from);
      if (next == std::string_view::npos || !Named(text_.substr(from, next - from))) {
        at = from;
        return c;
      }
    }
    return std::nullopt;
  }

  static std::optional<char32_t> Number(std::string_view digits, int base) {
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || stop != digits.data() + digits.size() || value == 0 || value > 0x10FFFF)
      return std::nullopt;
    return static_cast<char32_t>(value);
  }

  static std::optional<char32_t> Named(std::string_view name) {
    if (name.size() > 1 && name[0] == '#') {
      const bool hex = name[1] == 'x' || name[1] == 'X';
      return Number(name.substr(hex ? 2 : 1), hex ? 16 : 10);
    }
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    if (entity == nullptr) return std::nullopt;
    return static_cast<char32_t>(entity->value);
  }

  std::optional<char32_t> Escaped(std::size_t& at, std::size_t end) const {
    std::array<std::uint8_t, 4> bytes{};
    std::int32_t n = 0;
    for (std::size_t i = at; n < 4 && i + 2 < end + 0 + 1 && i + 2 < text_.size() && text_[i] == '%'; i += 3) {
      const auto byte = text_.substr(i + 1, 2) == "00" ? std::optional<char32_t>() : Number(text_.substr(i + 1, 2), 16);
      if (!byte) break;
      bytes[static_cast<std::size_t>(n++)] = static_cast<std::uint8_t>(*byte);
    }
    if (n == 0) return std::nullopt;
    std::int32_t used = 0;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), used, n, c);
    if (c < 0) return std::nullopt;
    at += 3 * static_cast<std::size_t>(used);
    return static_cast<char32_t>(c);
  }

  // Behind the '>' of a tag or comment that begins at `at`; `at` when none does.
  std::size_t EndOfTag(std::size_t at) const {
    const std::string_view rest = text_.substr(at, kMaxTagBytes);
    if (rest.starts_with("<!--")) {
      const std::size_t close = rest.find("-->");
      return close == std::string_view::npos ? at : at + close + 3;
    }
    const char next = rest.size() > 1 ? rest[1] : ' ';
    const bool opens =
        (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' || next == '?';
    if (!opens) return at;
    char quote = 0;
    for (std::size_t i = 1; i < rest.size(); ++i) {
      const char c = rest[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return at + i + 1;
      } else if (c == '<') {
        return at;
      } else if ((c == '"' || c == '\'') && rest[i - 1] == '=') {
        quote = c;
      }
    }
    return at;
  }

  void Tag(std::size_t at, std::size_t end) {
    std::size_t i = at + 1;
    if (i < end && text_[i] == '/') ++i;
    std::size_t name_end = i;
    while (name_end < end && static_cast<unsigned char>(text_[name_end]) < 0x80 &&
           reader_.plain_[static_cast<unsigned char>(text_[name_end])] != 0) {
      ++name_end;
    }
    const std::string name = core::SmallAscii(text_.substr(i, name_end - i));
    const bool comment = text_[at + 1] == '!';
    const bool within = comment || std::ranges::find(kWithinLine, std::string_view(name)) != kWithinLine.end();
    // An address in angle brackets, <https://lamp.example>, and a comment's words are read as attributes are.
    const Gap gap = std::max(gap_, within ? Gap::kSoft : Gap::kBlock);
    const char32_t last = last_;
    if (name_end + 1 < end) Values(comment ? at + 2 : name_end, end - 1, text_.substr(name_end, 1) == ":" || comment);
    into_ = &seen_;
    in_address_ = false;
    gap_ = gap;
    last_ = last;
    hyphen_ = false;
  }

  // The values of a tag's attributes; `all`: everything in it.
  void Values(std::size_t at, std::size_t end, bool all) {
    while (at < end) {
      std::size_t from = at;
      std::size_t to = end;
      if (!all) {
        from = text_.find_first_of("=", at);
        if (from >= end) return;
        ++from;
        const char quote = from < end ? text_[from] : ' ';
        const bool quoted = quote == '"' || quote == '\'';
        if (quoted) ++from;
        to = std::min(end, quoted ? text_.find(quote, from) : text_.find_first_of(" \n>", from));
        at = to + 1;
      } else {
        at = end;
      }
      Into(addresses_);
      for (std::size_t i = from; i < to;) i = Plain(i) ? i + 1 : One(i, to);
    }
  }

  LetterReader& reader_;
  std::string_view text_;
  Letters& seen_;
  Letters& addresses_;
  Letters* into_ = nullptr;
  bool in_address_ = false;
  bool hyphen_ = false;
  bool in_flag_ = false;  // after the first of its two letters
  Gap gap_ = Gap::kBlock;
  char32_t last_ = 0;
};

void LetterReader::Read(std::string_view text, Letters& seen, Letters& addresses) {
  Walk(*this, text, seen, addresses).Run();
}

std::string LetterReader::Fold(std::string_view text) {
  Letters seen;
  Letters addresses;
  Read(text, seen, addresses);
  return std::string(seen.bytes());
}

}  // namespace commonground::app
