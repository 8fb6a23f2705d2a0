// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "html, pdf" is a list; a word that is no form or language is told with those there are.
#include "app/forms/form.h"

#include <algorithm>
#include <utility>

#include "publish/words.h"

namespace commonground::app {

namespace {

constexpr std::pair<std::string_view, Form> kForms[] = {
    {"html", Form::kHtml}, {"pdf", Form::kPdf}, {"docx", Form::kDocx}, {"epub", Form::kEpub}, {"data", Form::kData}};

std::vector<std::string> Split(std::string_view list) {
  std::vector<std::string> words(1);
  for (const char c : list) {
    if (c == ',') {
      words.emplace_back();
    } else if (c != ' ') {
      words.back() += c;
    }
  }
  return words;
}

core::Error Unknown(std::string_view what, const std::string& word, const std::vector<std::string>& known) {
  std::string all;
  for (const std::string& one : known) all += one + ", ";
  return {core::ErrorCode::kInvalidInput,
          "there is no " + std::string(what) + " \"" + word + "\". Fix: one or more of " + all + "or all",
          {}};
}

}  // namespace

core::Result<std::vector<Form>> FormsIn(std::string_view list) {
  std::vector<std::string> known;
  for (const auto& [name, form] : kForms) known.emplace_back(name);
  std::vector<std::string> asked = list.empty() ? std::vector<std::string>{"html"} : Split(list);
  if (asked == std::vector<std::string>{"all"}) asked = known;
  for (const std::string& word : asked) {
    if (std::ranges::find(known, word) == known.end()) return core::Fail(Unknown("form", word, known));
  }
  std::vector<Form> forms;
  for (const auto& [name, form] : kForms) {
    if (std::ranges::find(asked, name) != asked.end()) forms.push_back(form);
  }
  return forms;
}

std::string_view FormWord(Form form) {
  return std::ranges::find(kForms, form, &std::pair<std::string_view, Form>::second)->first;
}

core::Result<std::vector<std::string>> LanguagesIn(std::string_view list, const std::string& of_study) {
  const std::vector<std::string>& known = publish::Languages();
  if (list == "all") return known;
  if (list.empty()) return std::vector<std::string>{of_study};
  std::vector<std::string> languages;
  for (const std::string& word : Split(list)) {
    if (std::ranges::find(known, word) == known.end()) return core::Fail(Unknown("language", word, known));
    if (std::ranges::find(languages, word) == languages.end()) languages.push_back(word);
  }
  return languages;
}

}  // namespace commonground::app
