// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The files that the build puts into the program: each catalogue holds the English strings and one language's.
#include "publish/own_texts.h"

#include <algorithm>
#include <span>

#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> Catalogues();  // made by cg_embed
std::span<const core::EmbeddedFile> HtmlFiles();

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

}  // namespace publish
}  // namespace commonground
