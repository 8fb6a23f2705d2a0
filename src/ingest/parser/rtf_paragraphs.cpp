// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Paragraphs, cells and lists of RTF.
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "ingest/parser/rtf_text.h"

namespace commonground::ingest::parser {

using model::PartKind;

namespace {

std::string StoryInUtf8(std::u16string_view text) {
  std::string utf8;
  icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(utf8);
  return utf8;
}

}  // namespace

As RtfText::KindOf(const State& state) const {
  const auto style = styles_.find(state.style);
  int outline = state.outline;
  if (style != styles_.end()) {
    const std::string& name = style->second.name;
    if (outline < 0) outline = style->second.outline;
    if (name.starts_with("heading ") && name.size() > 8 && name[8] >= '1' && name[8] <= '9' && outline < 0)
      outline = name[8] - '1';
    if (name == "title" && outline < 0) outline = 0;
    if (name == "quote" || name == "intense quote" || name == "block text" || name == "quotations")
      return {PartKind::kQuotation, 0};
    if (name == "caption") return {PartKind::kCaption, 0};
  }
  if (outline >= 0 && outline < 9) return {PartKind::kHeading, std::min(outline + 1, 6)};
  return {};
}

void RtfText::End(As as) {
  Story& story = stories_.back();
  std::string text = StoryInUtf8(std::exchange(story.text, {}));
  const std::u16string wide = std::exchange(story.number, {});
  const bool letters = std::ranges::any_of(wide, [](char16_t c) { return u_isalnum(c) != 0; });
  const bool blank = text.find_first_not_of(" \n\t") == std::string::npos;
  std::string number = StoryInUtf8(wide);
  number.erase(number.find_last_not_of(" \t") + 1);
  if (!wide.empty() && !blank) {
    if (letters && number != "o") {  // Courier's "o" is a round bullet
      reading_.Made(number);
      text.insert(0, number + ' ');
    }
    if (as.kind == PartKind::kParagraph)
      as = {PartKind::kListItem, (states_.empty() ? 0 : states_.back().list_level) + 1};
  }
  auto after = std::exchange(story.after, {});
  if (stories_.size() > 1) {
    if (!blank) story.done.emplace_back(as, std::move(text));
    std::ranges::move(after, std::back_inserter(story.done));
    return;
  }
  reading_.Emit(as, std::move(text));
  for (auto& [kind, words] : after) reading_.Emit(kind, std::move(words));
}

void RtfText::Paragraph(const RtfToken& token) {
  State& state = states_.back();
  const std::string_view word = token.word;
  if (word == "pard") {
    state.in_table = false;
    state.style = 0;
    state.outline = -1;
    state.in_list = false;
    state.list_level = 0;
  } else if (word == "s") {
    state.style = token.number;
  } else if (word == "outlinelevel") {
    state.outline = token.number;
  } else if (word == "ilvl") {
    state.list_level = std::clamp(token.number, 0, 8);
  } else if (word == "intbl") {
    state.in_table = true;
  } else if (word == "par" || word == "sect" || word == "page" || word == "column") {
    if (state.why) return reading_.Leave(*state.why, " ");
    if (state.deleted) return;  // its end is deleted: it goes on
    As as = KindOf(state);
    if (state.in_table && as.kind == PartKind::kParagraph) as = {PartKind::kTableCell, row_ + 1};
    if (stories_.size() > 1 && as.kind == PartKind::kParagraph) as = stories_.back().as;
    if (!state.in_table && stories_.size() == 1) row_ = 0;
    End(as);
  }
}

void RtfText::Table(const RtfToken& token) {
  const std::string_view word = token.word;
  if (states_.back().why) return;
  if (word == "cell" || word == "nestcell") {
    As as = KindOf(states_.back());
    if (as.kind != PartKind::kHeading) as = {PartKind::kTableCell, row_ + 1};
    End(as);
  } else if (word == "row") {
    ++row_;
  }
}

}  // namespace commonground::ingest::parser
