// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground-scanner KIND [WISH=VALUE...]: pictures of paper.
#include <array>

#include "ingest/parser/program.h"

int main(int count, char** words) {
  using namespace commonground::ingest::parser;
  // Every format, in one list.
  static constexpr std::array kKinds{
      Kind{"scan", ParseScan},
      Kind{"picture", ReencodePicture},
      Kind{"pdf-pictures", ParsePdfPictures},
      Kind{"pdf-page", DrawPageOfPdf},
      Kind{"image-page", DrawPageOfImage},
  };
  return RunProgram(count, words, kKinds);
}
