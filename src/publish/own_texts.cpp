// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The files that the build puts into the program: each catalogue holds the English strings and one language's.
#include "publish/own_texts.h"

#include <unicode/locid.h>

#include <algorithm>
#include <span>

#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> Catalogues();  // made by cg_embed
std::span<const core::EmbeddedFile> HtmlFiles();
std::span<const core::EmbeddedFile> Fonts();

namespace publish {

namespace {

// The strings of a compiled catalogue without the tables before them: an offset among those reads as letters by chance
// ("UK"), and a country's code would then pass for a word of ours.
std::string_view StringsOf(std::string_view catalogue) {
  const auto number_at = [&](std::size_t at) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < 4 && at + i < catalogue.size(); ++i) {
      number |= static_cast<std::size_t>(static_cast<unsigned char>(catalogue[at + i])) << (8 * i);
    }
    return number;
  };
  constexpr std::size_t kOriginals = 12;  // where the file says at which byte their table begins: length, offset, ...
  return catalogue.substr(std::min(catalogue.size(), number_at(number_at(kOriginals) + 4)));
}

}  // namespace

std::vector<std::string_view> OwnTexts() {
  std::vector<std::string_view> texts;
  for (const core::EmbeddedFile& file : Catalogues()) texts.push_back(StringsOf(file.bytes));
  for (const core::EmbeddedFile& file : HtmlFiles()) texts.push_back(file.bytes);
  // Names of its files, anchors and kinds of things.
  texts.emplace_back(
      "index coverage barriers methodology best practices regions cases contexts countries coalitions recommendations "
      "conclusion sources annexes evidence gaps codebook facts table figure note lead warning passage document coder "
      "all "
      "organisation region legal model unknown disputed how we know common ground practices practice by law to z read "
      "fonts findings silent known with summary targets checklist filter map network sectors time law over pairs "
      "missing find");
  return texts;
}

std::string LanguageNames(std::set<std::string> languages) {
  constexpr const char* kOfReports[]{"en", "fr", "es", "ru", "zh"};
  languages.insert(std::begin(kOfReports), std::end(kOfReports));
  std::string names;
  for (const std::string& language : languages) {
    const icu::Locale locale(language.c_str());
    for (const char* page : kOfReports) {
      icu::UnicodeString name;
      locale.getDisplayLanguage(icu::Locale(page), name);
      name.toUTF8String(names);
      names += '\n';
    }
  }
  return names;
}

bool IsOwnFile(std::string_view path, std::string_view bytes) {
  return std::ranges::any_of(Fonts(), [&](const core::EmbeddedFile& file) {
    const std::size_t slash = file.name.rfind('/');
    const std::string_view name = file.name.substr(slash == std::string_view::npos ? 0 : slash + 1);
    return path.ends_with(name) && bytes == file.bytes;
  });
}

}  // namespace publish
}  // namespace commonground
