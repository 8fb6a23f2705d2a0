// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lines are turned by the algorithm that draws them (ICU), and read back.
#include "ingest/parser/logical_order.h"

#include <gtest/gtest.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>

namespace commonground::ingest::parser {
namespace {

// As a program draws it.
std::string Drawn(const std::string& logical, UBiDiLevel base) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(logical);
  UErrorCode status = U_ZERO_ERROR;
  UBiDi* bidi = ubidi_open();
  ubidi_setPara(bidi, text.getBuffer(), text.length(), base, nullptr, &status);
  icu::UnicodeString visual;
  const std::int32_t room = text.length() + 2;
  const std::int32_t length = ubidi_writeReordered(bidi, visual.getBuffer(room), room, UBIDI_DO_MIRRORING, &status);
  visual.releaseBuffer(length);
  ubidi_close(bidi);
  std::string drawn;
  visual.toUTF8String(drawn);
  return drawn;
}

TEST(LogicalOrder, ReadsWhatWasWritten) {
  for (const char* line :
       {"جاءت الشرطة إلى المركز في 24 مايو 2025 مع منظمة Lamp House.", "الطلب، والاشتراك؛ والإطالة.",
        "המשטרה הגיעה למרכז (בלילה) ב-24 במאי.", "سلام", "پلیس دو بار آمد.", "הקבוצה Lamp פתחה מרכז."}) {
    EXPECT_EQ(LogicalOrder(Drawn(line, 1)), line);
  }
}

TEST(LogicalOrder, LeavesOtherWritingAsItIs) {
  for (const char* line : {"", "The police came (twice) on 24 May.", "Полиция пришла.", "警察来了。", "12 / 2025"}) {
    EXPECT_EQ(LogicalOrder(line), line);
  }
}

TEST(LogicalOrder, ReadsAWordWithinALineFromTheLeft) {
  const std::string line = "They call it سلام in the city.";
  EXPECT_EQ(LogicalOrder(Drawn(line, 0)), line);
}

// "Address:" and much in Latin letters after it.
TEST(LogicalOrder, ReadsALineAsItsPageRuns) {
  for (const char* line :
       {"البريد: info@lamp.example والهاتف +212 555.", "אתר: www.lamp.example", "NSWP: שלום and more words",
        "עמותה Lamp House of the Harbour and the Market", "البريد info@lamp.example"}) {
    EXPECT_EQ(LogicalOrder(Drawn(line, 1), PageRuns::kRightToLeft), line);
  }
  EXPECT_EQ(LeftwardLetters("אתר www"), 0);
}

}  // namespace
}  // namespace commonground::ingest::parser
