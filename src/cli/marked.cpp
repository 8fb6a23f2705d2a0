// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cuts a passage for a line on a terminal, with what was found in it marked.

#include "cli/marked.h"

#include "core/text_range.h"

namespace commonground::cli {

std::string Marked(const app::Snippet& snippet) {
  const core::TextIndex index(snippet.text);
  std::string out = snippet.cut_before ? "… " : "";
  std::int64_t at = 0;
  for (const core::TextRange& mark : snippet.marks) {
    out += std::string(*index.Slice({at, mark.start})) + "»" + std::string(*index.Slice(mark)) + "«";
    at = mark.end;
  }
  out += *index.Slice({at, index.length()});
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return out + (snippet.cut_after ? " …" : "");
}

}  // namespace commonground::cli
