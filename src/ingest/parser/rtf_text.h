// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of an RTF as a word processor shows them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/parser/charset.h"
#include "ingest/parser/reading.h"
#include "ingest/parser/rtf_tokens.h"

namespace commonground::ingest::parser {

// Reads each byte in the code page of its font (\fcharset, \cpg), else in that of the file (\ansicpg); \u with as many
// stand-ins as \uc says; the result of a field, not its instruction; numbers of lists as the file has them (\listtext).
// Deleted and hidden words, comments, headers and footers are left out, as `reading` says.
// Threads: one.
class RtfText {
 public:
  explicit RtfText(Reading& reading) : reading_(reading) { stories_.emplace_back(); }

  // Errors: InvalidInput: cut off, nested too deeply.
  core::Status Read(std::string_view bytes);
  // All words of the file that are not for the program, in the order of the file.
  const std::string& own() const { return own_; }

 private:
  enum class To { kText, kNothing, kContainer, kFonts, kStyles, kNumber, kInstruction, kShapeName, kForm, kChoice };
  struct State {
    To to = To::kText;
    std::optional<LeftOut> why;  // all of this group is left out
    int font = -1;
    int stand_ins = 1;
    int language = 0;
    bool hidden = false;
    bool deleted = false;
    // Of the paragraph.
    bool in_table = false;
    int style = 0;
    int outline = -1;
    bool in_list = false;
    int list_level = 0;
    // Of the group itself, not of those in it.
    bool opens_story = false;
    As story_as;
    bool ends_instruction = false;
    bool ends_form = false;
    bool first = false;  // nothing has been read of it yet
    bool star = false;
  };
  struct Font {
    int charset = -1;
    int code_page = 0;
    std::string name;
  };
  struct Style {
    std::string name;
    int outline = -1;
  };
  struct Story {  // the text, or a note or box beside it
    std::u16string text;
    std::u16string number;
    As as;
    std::vector<std::pair<As, std::string>> done;   // of a note: its paragraphs
    std::vector<std::pair<As, std::string>> after;  // what hangs on the paragraph that is open
  };

  core::Status Open();
  void Close();
  void Word(const RtfToken& token);
  bool Destination(std::string_view name, bool star);
  bool Character(const RtfToken& token);
  void Paragraph(const RtfToken& token);
  void Table(const RtfToken& token);
  void Symbol(char symbol);
  void Begin(LeftOut why);
  void BeginStory(As as);

  void Byte(const RtfToken& token);
  void FlushBytes();
  void Put(std::u16string_view text);
  void PutSign(std::uint32_t code, const Font& font);
  void End(As as);  // of a paragraph
  As KindOf(const State& state) const;
  const Font* FontInUse() const;
  int CodePage() const;

  Reading& reading_;
  CodePages pages_;
  std::vector<State> states_;
  std::vector<Story> stories_;
  std::map<int, Font> fonts_;
  std::map<int, Style> styles_;
  std::map<int, std::int64_t> languages_;
  std::string bytes_;  // of a code page, not yet read
  std::u16string instruction_;
  std::string shape_name_;  // of a property of a drawing
  std::vector<std::u16string> choices_;
  std::u16string form_shown_;
  int form_type_ = 0;
  int form_chosen_ = 25;
  int form_first_ = 0;
  std::string own_;
  int code_page_ = 1252;
  int default_font_ = -1;
  int font_defined_ = 0;
  int style_defined_ = 0;
  int to_skip_ = 0;
  int row_ = 0;
};

}  // namespace commonground::ingest::parser
