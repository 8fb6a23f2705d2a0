// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Forms of a name that no stemmer knows, since the stem itself changes.
#include <algorithm>
#include <array>

#include "app/gateway/leaving/icu_text.h"
#include "app/gateway/leaving/names_in_text.h"

namespace commonground::app {

namespace {

using icu::UnicodeString;

constexpr std::size_t kMaxForms = 16;

// Either stands for the other.
constexpr std::pair<std::string_view, std::string_view> kIrregular[]{{"child", "children"},
                                                                     {"woman", "women"},
                                                                     {"man", "men"},
                                                                     {"person", "people"},
                                                                     {"wife", "wives"},
                                                                     {"life", "lives"},
                                                                     {"wolf", "wolves"},
                                                                     {"leaf", "leaves"},
                                                                     {"foot", "feet"},
                                                                     {"mouse", "mice"},
                                                                     {"œil", "yeux"},
                                                                     {"la", "las"},
                                                                     {"el", "los"},
                                                                     {"le", "les"},
                                                                     {"a", "as"},
                                                                     {"o", "os"},
                                                                     {"дочь", "дочери"},
                                                                     {"дочь", "дочерей"},
                                                                     {"мать", "матери"},
                                                                     {"мать", "матерей"},
                                                                     {"ребёнок", "дети"},
                                                                     {"ребенок", "дети"},
                                                                     {"друг", "друзья"},
                                                                     {"сестра", "сестёр"},
                                                                     {"сестра", "сестер"},
                                                                     {"сёстры", "сестра"},
                                                                     {"сестры", "сестёр"},
                                                                     {"сёстры", "сестёр"},
                                                                     {"брат", "братья"},
                                                                     {"человек", "люди"},
                                                                     {"девушка", "девушек"},
                                                                     {"девушки", "девушек"},
                                                                     {"мечта", "мечты"},
                                                                     {"огонь", "огни"}};

// What a word ends with, in one number and in the other.
constexpr std::pair<std::string_view, std::string_view> kTurns[]{
    {"ail", "aux"}, {"al", "aux"}, {"eau", "eaux"},     {"z", "ces"},         {"ão", "ões"},
    {"l", "is"},    {"m", "ns"},   {"knife", "knives"}, {"thief", "thieves"}, {"elf", "elves"}};

std::vector<UnicodeString> FormsOfWord(const UnicodeString& word) {
  std::vector<UnicodeString> forms{word};
  const std::string small = LowerCase(ToUtf8(word));
  const bool capital = u_isupper(word.char32At(0)) != 0;
  const auto add = [&](const std::string& form) {
    UnicodeString other = Wide(form);
    if (capital) {
      const UnicodeString first = UnicodeString(other, 0, 1).toUpper(icu::Locale::getRoot());
      other.replace(0, 1, first);
    }
    if (forms.size() < 4) forms.push_back(other);
  };
  for (const auto& [one, many] : kIrregular) {
    if (small == one) add(std::string(many));
    if (small == many) add(std::string(one));
  }
  for (const auto& [one, many] : kTurns) {
    const auto turn = [&](std::string_view from, std::string_view to) {
      if (small.ends_with(from) && CountLetters(small) >= 3 && small.size() > from.size()) {
        add(small.substr(0, small.size() - from.size()) + std::string(to));
      }
    };
    turn(one, many);
    turn(many, one);
  }
  return forms;
}

std::string JoinedWords(const std::vector<UnicodeString>& words) {
  std::string text;
  for (const UnicodeString& word : words) text += (text.empty() ? "" : " ") + ToUtf8(word);
  return text;
}

}  // namespace

std::vector<std::string> OtherForms(const std::string& name) {
  const std::vector<UnicodeString> words = WideWordsOf(Wide(name));
  if (words.empty() || words.size() > 4 || CountLetters(name) < 4) return {};
  std::vector<std::vector<UnicodeString>> forms(1);
  for (const UnicodeString& word : words) {
    std::vector<std::vector<UnicodeString>> longer;
    for (const auto& begun : forms) {
      for (const UnicodeString& form : FormsOfWord(word)) {
        if (longer.size() == kMaxForms) break;
        longer.push_back(begun);
        longer.back().push_back(form);
      }
    }
    forms = std::move(longer);
  }
  std::vector<std::string> others;
  for (const auto& form : forms) {
    if (form != words) others.push_back(JoinedWords(form));
  }
  return others;
}

std::string Turned(const std::string& name) {
  const std::vector<UnicodeString> words = WideWordsOf(Wide(name));
  // "First Children" is said of others, too.
  const bool ordinary = std::ranges::all_of(
      words, [](const UnicodeString& word) { return CountLetters(ToUtf8(word)) < 4 || IsCommonWord(ToUtf8(word)); });
  if (words.size() != 2 || ordinary || !HasCase(name) || CountLetters(name) < 4) return {};
  return JoinedWords({words[1], words[0]});
}

std::string WithDots(const std::string& initials) {
  const UnicodeString wide = Wide(initials);
  UnicodeString dotted;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) dotted.append(wide.char32At(i)).append(u'.');
  return ToUtf8(dotted);
}

}  // namespace commonground::app
