// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The files that the build puts into the program: each catalogue holds the English strings and one language's.
#include "publish/own_texts.h"

#include <span>

#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> Catalogues();  // made by cg_embed
std::span<const core::EmbeddedFile> HtmlFiles();

namespace publish {

std::vector<std::string_view> OwnTexts() {
  std::vector<std::string_view> texts;
  for (const auto& files : {Catalogues(), HtmlFiles()}) {
    for (const core::EmbeddedFile& file : files) texts.push_back(file.bytes);
  }
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
