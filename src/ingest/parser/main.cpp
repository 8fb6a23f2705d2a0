// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground-parser KIND: the formats that are text.  It is linked without what reads pictures: that takes three
// times as long to start, and brings libraries of the network.
#include <array>

#include "ingest/parser/markup.h"
#include "ingest/parser/office.h"
#include "ingest/parser/pandoc_json.h"
#include "ingest/parser/program.h"
#include "ingest/parser/project.h"

int main(int count, char** words) {
  using namespace commonground::ingest::parser;
  // Every format, in one list.
  static constexpr std::array kKinds{
      Kind{"pdf", ParsePdf},
      Kind{"check-docx", CheckDocx},
      Kind{"check-odt", CheckOdt},
      Kind{"check-epub", CheckEpub},
      Kind{"check-html", CheckHtml},
      Kind{"check-rtf", CheckRtf},
      Kind{"pandoc-json", ParsePandocJson},
      Kind{"mend-odt", nullptr, MendOdt},
      // Files of other coding programs.
      Kind{"project", nullptr, nullptr, ParseProject},
      Kind{"description", nullptr, nullptr, ParseDescription},
      Kind{"codebook", nullptr, nullptr, ParseCodebook},
      Kind{"sheet", nullptr, nullptr, ParseSheet},
      Kind{"database", nullptr, nullptr, ParseDatabase},
  };
  return RunProgram(count, words, kKinds);
}
