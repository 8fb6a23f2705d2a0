// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Converts declared charsets to UTF-8 with ICU.

#include "ingest/parser/charset.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/unistr.h>

#include "core/small_ascii.h"
#include "ingest/parser/johab.h"
#include "ingest/text/utf8.h"

namespace commonground::ingest::parser {

namespace {

// Labels as browsers take them, and ICU's name where it is another.
constexpr std::array<std::pair<std::string_view, std::string_view>, 72> kLabels{{
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"windows-1252", "windows-1252"},
    {"iso-8859-2", "ISO-8859-2"},
    {"latin2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-11", "windows-874"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"windows-1250", "windows-1250"},
    {"cp1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"x-cp1251", "windows-1251"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"cp1256", "windows-1256"},
    {"cp1254", "windows-1254"},
    {"cp1257", "windows-1257"},
    {"windows-874", "windows-874"},
    {"tis-620", "windows-874"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"ibm866", "IBM866"},
    {"cp866", "IBM866"},
    {"macintosh", "macintosh"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"gbk", "windows-936"},
    {"gb2312", "windows-936"},
    {"gb18030", "gb18030"},
    {"x-gbk", "windows-936"},
    {"big5", "windows-950"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"euc-jp", "EUC-JP"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"shift_jis", "windows-932"},
    {"shift-jis", "windows-932"},
    {"sjis", "windows-932"},
    {"windows-31j", "windows-932"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"windows-949", "windows-949"},
    {"cp1255", "windows-1255"},
    {"x-sjis", "windows-932"},
    {"ms_kanji", "windows-932"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"gb_2312-80", "windows-936"},
    {"chinese", "windows-936"},
    {"korean", "windows-949"},
    {"cn-big5", "windows-950"},
    {"x-mac-roman", "macintosh"},
}};

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter Open(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status), &ucnv_close);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

std::optional<std::u16string> Convert(UConverter* converter, std::string_view bytes) {
  std::u16string text(bytes.size() * 2 + 16, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = ucnv_toUChars(converter, text.data(), static_cast<std::int32_t>(text.size()),
                                            bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  text.resize(static_cast<std::size_t>(length));
  return text;
}

// The value after "NAME =", with or without quotation marks.
std::string ValueAfter(std::string_view text, std::string_view name) {
  std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  at += name.size();
  const auto skip = [&](std::string_view which) {
    while (at < text.size() && which.find(text[at]) != std::string_view::npos) ++at;
  };
  skip(" \t\r\n");
  if (at >= text.size() || text[at] != '=') return {};
  ++at;
  skip(" \t\r\n\"'");
  const std::size_t end = text.find_first_of("\"'; \t\r\n/>?", at);
  return std::string(text.substr(at, std::min(end, text.size()) - at));
}

std::string DeclaredCharset(std::string_view bytes) {
  const std::string head = core::SmallAscii(bytes.substr(0, 4096));
  if (head.starts_with("<?xml")) {
    const std::string named = ValueAfter(std::string_view(head).substr(0, head.find('>')), "encoding");
    if (!named.empty()) return named;
  }
  for (std::size_t at = 0; (at = head.find("<meta", at)) != std::string::npos; ++at) {
    const std::string_view tag = std::string_view(head).substr(at, std::min(head.find('>', at), head.size()) - at);
    if (const std::string named = ValueAfter(tag, "charset"); !named.empty()) return named;
  }
  return {};
}

}  // namespace

std::optional<std::string> FromCharset(std::string_view bytes, std::string_view label) {
  const auto known = std::ranges::find(kLabels, label, [](const auto& row) { return row.first; });
  if (known == kLabels.end()) return std::nullopt;
  const Converter converter = Open(std::string(known->second).c_str());
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const auto text = Convert(converter.get(), bytes);
  if (!text || U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  icu::UnicodeString(text->data(), static_cast<std::int32_t>(text->size())).toUTF8String(utf8);
  return utf8;
}

core::Result<std::string> PageAsUtf8(std::string_view bytes) {
  using namespace std::string_view_literals;
  const auto bad = [](const std::string& what) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      what + ". Fix: open the page in a browser and save its text as UTF-8");
  };
  const bool little = bytes.starts_with("\xff\xfe"sv);
  if (little || bytes.starts_with("\xfe\xff"sv)) {
    const Converter converter = Open(little ? "UTF-16LE" : "UTF-16BE");
    const auto text = converter && bytes.size() % 2 == 0 ? Convert(converter.get(), bytes.substr(2)) : std::nullopt;
    if (!text || text->find(u'\0') != std::u16string::npos) return bad("the page begins as UTF-16 and is none");
    std::string utf8;
    icu::UnicodeString(text->data(), static_cast<std::int32_t>(text->size())).toUTF8String(utf8);
    return utf8;
  }
  if (bytes.find('\0') != std::string_view::npos) return bad("the page holds NUL characters");
  const bool is_utf8 = IsUtf8(bytes);
  const bool is_ascii = std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (bytes.starts_with("\xef\xbb\xbf"sv)) {
    if (!is_utf8) return bad("the page begins as UTF-8 and is none");
    return std::string(bytes.substr(3));
  }
  std::string label = DeclaredCharset(bytes);
  if (label.starts_with("utf-16")) label = "utf-8";  // it was read to here byte by byte
  if (label.empty() || label == "utf-8" || label == "utf8") {
    if (is_utf8) return std::string(bytes);
    return bad(label.empty() ? "the page does not say in which charset it is, and is not UTF-8"
                             : "the page says that it is UTF-8, and is not");
  }
  auto text = FromCharset(bytes, label);
  if (!text) {
    const bool known =
        std::ranges::find(kLabels, std::string_view(label), [](const auto& row) { return row.first; }) != kLabels.end();
    return bad("the page says that it is in the charset “" + label.substr(0, 40) + "”, " +
               (known ? "and is not" : "which is not read"));
  }
  // Bytes of an older charset are almost never UTF-8 by chance.
  if (is_utf8 && !is_ascii && label != "iso-2022-jp") {
    return bad("the page says that it is in the charset “" + label + "”, but its bytes are UTF-8");
  }
  return std::move(*text);
}

std::u16string CodePages::Read(std::string_view bytes, int code_page) {
  if (code_page == kJohab) {
    return FromJohab(bytes, [this](std::string_view sign) { return Read(sign, 949); });
  }
  auto at = open_.find(code_page);
  if (at == open_.end()) {
    static constexpr std::array<std::pair<int, const char*>, 7> kOthers{{{10000, "macintosh"},
                                                                         {10007, "x-mac-cyrillic"},
                                                                         {10006, "x-mac-greek"},
                                                                         {10029, "x-mac-centraleurroman"},
                                                                         {10081, "x-mac-turkish"},
                                                                         {65001, "UTF-8"},
                                                                         {20866, "KOI8-R"}}};
    const auto other = std::ranges::find(kOthers, code_page, [](const auto& row) { return row.first; });
    const std::string number = std::to_string(code_page);
    Converter converter = Open(other != kOthers.end() ? other->second : ("windows-" + number).c_str());
    if (!converter) converter = Open(("ibm-" + number).c_str());
    if (!converter) converter = Open("windows-1252");
    at = open_.emplace(code_page, std::move(converter)).first;
  }
  return Convert(at->second.get(), bytes).value_or(u"");
}

}  // namespace commonground::ingest::parser
