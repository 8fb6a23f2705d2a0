// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground-parser KIND [WISH=VALUE...]: the formats that are text.  It is linked without what reads images: that
// takes three times as long to start, and brings libraries of the network.
#include <array>

#include "ingest/parser/parsed.h"
#include "ingest/parser/program.h"
#include "ingest/parser/project.h"

int main(int count, char** words) {
  using namespace commonground::ingest::parser;
  // Every format, in one list.
  static constexpr std::array kKinds{
      Kind{"pdf", ParsePdf},
      Kind{"pdf-words", ParsePdfWords},
      Kind{"docx", ParseDocx},
      Kind{"odt", ParseOdt},
      Kind{"epub", ParseEpub},
      Kind{"html", ParseHtml},
      Kind{"rtf", ParseRtf},
      // Files of other coding programs.
      Kind{"project", nullptr, ParseProject},
      Kind{"description", nullptr, ParseDescription},
      Kind{"codebook", nullptr, ParseCodebook},
      Kind{"sheet", nullptr, ParseSheet},
      Kind{"database", nullptr, ParseDatabase},
  };
  return RunProgram(count, words, kKinds);
}
