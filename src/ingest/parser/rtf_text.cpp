// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes the words of an RTF from its tokens, by charset, font and state.

#include "ingest/parser/rtf_text.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "ingest/parser/field_words.h"
#include "ingest/parser/symbol_fonts.h"

namespace commonground::ingest::parser {

namespace {

using model::PartKind;
using namespace std::string_view_literals;

constexpr std::size_t kMaxDepth = 256;

std::string Utf8(std::u16string_view text) {
  std::string utf8;
  icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(utf8);
  return utf8;
}

std::u16string Utf16(const std::string& text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  return {wide.getBuffer(), static_cast<std::size_t>(wide.length())};
}

// Windows' number of a code page by \fcharset.
int CodePageOf(int charset) {
  constexpr std::array<std::pair<int, int>, 19> kCharsets{{{0, 1252},
                                                           {77, 10000},
                                                           {78, 932},
                                                           {128, 932},
                                                           {129, 949},
                                                           {130, 1361},
                                                           {134, 936},
                                                           {136, 950},
                                                           {161, 1253},
                                                           {162, 1254},
                                                           {163, 1258},
                                                           {177, 1255},
                                                           {178, 1256},
                                                           {186, 1257},
                                                           {204, 1251},
                                                           {222, 874},
                                                           {238, 1250},
                                                           {254, 437},
                                                           {255, 850}}};
  const auto row = std::ranges::find(kCharsets, charset, [](const auto& one) { return one.first; });
  return row == kCharsets.end() ? 0 : row->second;
}

// Words that stand for a character.
constexpr std::array<std::pair<std::string_view, char16_t>, 16> kSigns{{{"emdash", u'—'},
                                                                        {"endash", u'–'},
                                                                        {"lquote", u'‘'},
                                                                        {"rquote", u'’'},
                                                                        {"ldblquote", u'“'},
                                                                        {"rdblquote", u'”'},
                                                                        {"bullet", u'•'},
                                                                        {"emspace", u' '},
                                                                        {"enspace", u' '},
                                                                        {"qmspace", u' '},
                                                                        {"tab", u' '},
                                                                        {"zwj", u'\u200D'},
                                                                        {"zwnj", u'\u200C'},
                                                                        {"line", u' '},
                                                                        {"lbr", u' '},
                                                                        {"zwbo", u'\u200B'}}};

}  // namespace

core::Status RtfText::Read(std::string_view bytes) {
  RtfTokens tokens(bytes);
  for (;;) {
    const RtfToken token = tokens.Next();
    if (token.kind == RtfToken::Kind::kEnd) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the file is cut off or damaged. Fix: open it in a word processor and save it again");
    }
    if (token.kind == RtfToken::Kind::kByte) {
      if (states_.empty()) continue;
      Byte(token);
      continue;
    }
    FlushBytes();
    to_skip_ = 0;
    if (token.kind == RtfToken::Kind::kOpen) {
      CG_RETURN_IF_ERROR(Open());
    } else if (states_.empty()) {
      continue;
    } else if (token.kind == RtfToken::Kind::kClose) {
      Close();
      if (states_.empty()) break;
    } else if (token.kind == RtfToken::Kind::kWord) {
      Word(token);
      if (!states_.empty()) states_.back().first = false;
    } else {
      Symbol(token.byte);
    }
  }
  End(stories_.front().text.empty() ? As{} : stories_.front().as);
  for (const auto& [number, count] : languages_) {
    std::array<char, ULOC_FULLNAME_CAPACITY> name{};
    UErrorCode status = U_ZERO_ERROR;
    if (number <= 0 || number == 1024 ||
        uloc_getLocaleForLCID(static_cast<std::uint32_t>(number), name.data(), name.size(), &status) <= 0 ||
        U_FAILURE(status))
      continue;
    std::array<char, ULOC_FULLNAME_CAPACITY> tag{};
    if (uloc_toLanguageTag(name.data(), tag.data(), tag.size(), false, &status) > 0 && U_SUCCESS(status))
      reading_.Language(tag.data(), count);
  }
  return {};
}

core::Status RtfText::Open() {
  if (states_.size() >= kMaxDepth) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file is nested deeper than 256. Fix: save it as DOCX");
  }
  State state = states_.empty() ? State{} : states_.back();
  state.opens_story = false;
  state.ends_instruction = false;
  state.ends_form = false;
  state.first = true;
  state.star = false;
  states_.push_back(state);
  return {};
}

void RtfText::Close() {
  const State closed = states_.back();
  states_.pop_back();
  if (closed.to == To::kStyles && !states_.empty() && states_.back().to == To::kStyles) style_defined_ = 0;
  if (closed.opens_story) {
    End(stories_.back().as.kind == PartKind::kParagraph ? closed.story_as : stories_.back().as);
    auto done = std::move(stories_.back().done);
    stories_.pop_back();
    auto& after = stories_.back().after;
    std::ranges::move(done, std::back_inserter(after));
  }
  if (closed.ends_form && form_type_ == 2) {  // a list to choose from: 25 stands for what is chosen at first
    const auto chosen = static_cast<std::size_t>(form_chosen_ == 25 ? form_first_ : form_chosen_);
    if (chosen < choices_.size()) form_shown_ = choices_[chosen];
  }
  if (!closed.ends_instruction) return;
  Put(std::exchange(form_shown_, {}));
  Put(Utf16(ShownByInstruction(Utf8(std::exchange(instruction_, {})))));
}

const RtfText::Font* RtfText::FontInUse() const {
  const int number = states_.back().font >= 0 ? states_.back().font : default_font_;
  const auto font = fonts_.find(number);
  return font == fonts_.end() ? nullptr : &font->second;
}

int RtfText::CodePage() const {
  const Font* font = FontInUse();
  if (font == nullptr || states_.back().to == To::kStyles) return code_page_;
  if (font->code_page > 0) return font->code_page;
  const int page = CodePageOf(font->charset);
  return page > 0 ? page : code_page_;
}

void RtfText::Byte(const RtfToken& token) {
  if (to_skip_ > 0) {
    --to_skip_;
    return;
  }
  states_.back().first = false;
  if (states_.back().to != To::kNothing && states_.back().to != To::kContainer && states_.back().to != To::kForm)
    bytes_ += token.byte;
}

void RtfText::FlushBytes() {
  if (bytes_.empty()) return;
  const std::string bytes = std::exchange(bytes_, {});
  const Font* font = FontInUse();
  const bool signs =
      font != nullptr && states_.back().to == To::kText && (font->charset == 2 || IsSymbolFont(font->name));
  if (!signs) return Put(pages_.Read(bytes, CodePage()));
  for (const char byte : bytes) PutSign(static_cast<unsigned char>(byte), *font);
}

void RtfText::PutSign(std::uint32_t code, const Font& font) {
  Put(Utf16(SymbolAs(font.name, code)));
}

void RtfText::Put(std::u16string_view text) {
  State& state = states_.back();
  switch (state.to) {
    case To::kNothing:
    case To::kContainer:
    case To::kForm:
      return;
    case To::kFonts:
      for (const char16_t c : text) {
        if (c != u';') fonts_[font_defined_].name += c < 0x80 ? static_cast<char>(c) : '?';
      }
      return;
    case To::kStyles:
      for (const char16_t c : text) {
        if (c != u';')
          styles_[style_defined_].name += c < 0x80 ? static_cast<char>(c >= u'A' && c <= u'Z' ? c + 32 : c) : '?';
      }
      return;
    case To::kInstruction:
      instruction_ += text;
      return;
    case To::kShapeName:
      shape_name_ += Utf8(text);
      return;
    case To::kChoice:
      if (!choices_.empty()) choices_.back() += text;
      return;
    case To::kNumber:
      if (!state.why && !state.deleted && !state.hidden) stories_.back().number += text;
      return;
    case To::kText:
      break;
  }
  const std::string words = Utf8(text);
  own_ += words;
  languages_[state.language] += static_cast<std::int64_t>(text.size());
  if (state.why) return reading_.Leave(*state.why, words);
  if (state.deleted) return reading_.Leave(LeftOut::kDeleted, words);
  if (state.hidden) return reading_.Leave(LeftOut::kHidden, words);
  stories_.back().text += text;
}

void RtfText::Symbol(char symbol) {
  State& state = states_.back();
  if (symbol == '*') {
    if (state.first) state.star = true;
    return;
  }
  state.first = false;
  if (symbol == '~') Put(u"\u00A0");
  if (symbol == '-') Put(u"\u00AD");
  if (symbol == '_') Put(u"\u2011");
  if (symbol == '\n' || symbol == '\r') Paragraph({RtfToken::Kind::kWord, "par", false, 0, '\0', false});
}

void RtfText::Word(const RtfToken& token) {
  if (states_.back().first && Destination(token.word, states_.back().star)) return;
  if (token.word == "u" && token.has_number) {
    const auto unit = static_cast<char16_t>(token.number & 0xFFFF);
    const Font* font = FontInUse();
    if (unit >= 0xF000 && unit <= 0xF0FF) {
      Font signs;
      signs.name = font != nullptr && IsSymbolFont(font->name) ? font->name : "Wingdings";
      PutSign(unit, signs);
    } else if (token.number > 0xFFFF) {  // some programs write a character beyond the first plane at once
      std::string character;
      AppendUtf8(character, static_cast<std::uint32_t>(token.number));
      Put(Utf16(character));
    } else {
      Put({&unit, 1});
    }
    to_skip_ = states_.back().stand_ins;
    return;
  }
  if (states_.back().to == To::kForm) {
    if (token.word == "fftype") form_type_ = token.number;
    if (token.word == "ffres") form_chosen_ = token.number;
    if (token.word == "ffdefres") form_first_ = token.number;
    return;
  }
  if (Character(token)) return;
  if (states_.back().to == To::kStyles) {
    if (token.word == "s") style_defined_ = token.number;
    if (token.word == "outlinelevel") styles_[style_defined_].outline = token.number;
  }
  if (states_.back().to == To::kText) {
    Paragraph(token);
    Table(token);
  }
}

// What is set of characters, fonts and styles.
bool RtfText::Character(const RtfToken& token) {
  State& state = states_.back();
  const std::string_view word = token.word;
  const bool on = !token.has_number || token.number != 0;
  if (word == "uc") {
    state.stand_ins = std::clamp(token.number, 0, 64);
  } else if (word == "ansicpg") {
    if (token.number > 0) code_page_ = token.number;
  } else if (word == "mac") {
    code_page_ = 10000;
  } else if (word == "pc") {
    code_page_ = 437;
  } else if (word == "pca") {
    code_page_ = 850;
  } else if (word == "deff") {
    default_font_ = token.number;
  } else if (word == "deflang") {
    state.language = token.number;
    for (State& outer : states_) outer.language = token.number;
  } else if (word == "lang") {
    state.language = token.number;
  } else if (word == "f") {
    if (state.to == To::kFonts) {
      font_defined_ = token.number;
      fonts_[font_defined_];
    } else {
      state.font = token.number;
    }
  } else if (word == "fcharset") {
    if (state.to == To::kFonts) fonts_[font_defined_].charset = token.number;
  } else if (word == "cpg") {
    if (state.to == To::kFonts) fonts_[font_defined_].code_page = token.number;
  } else if (word == "v" || word == "webhidden") {
    state.hidden = on;
  } else if (word == "deleted" || word == "mvf") {
    state.deleted = on;
    if (on) reading_.Remove("earlier versions of the text");
  } else if (word == "revised") {
    reading_.Remove("earlier versions of the text");
  } else if (word == "plain") {
    state.hidden = false;
    state.deleted = false;
    state.font = -1;
  } else {
    const auto sign = std::ranges::find(kSigns, word, [](const auto& row) { return row.first; });
    if (sign == kSigns.end()) return false;
    Put({&sign->second, 1});
  }
  return true;
}

}  // namespace commonground::ingest::parser
