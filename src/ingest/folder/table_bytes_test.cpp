// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests which encoding and separator a table has.

#include "ingest/folder/table_bytes.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "ingest/folder/folder_testutil.h"

namespace commonground::ingest {
namespace {

struct Text {
  std::optional<std::string> text;
  std::string problems;
};

Text Take(std::string bytes) {
  std::vector<core::Problem> problems;
  Text text;
  text.text = TableText(std::move(bytes), SourceLocation{&problems, "t.csv", 0, {}});
  text.problems = DescribeAll(problems);
  return text;
}

std::string Utf16(const std::u16string& text, bool big, bool mark) {
  std::string bytes;
  const auto add = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  };
  if (mark) add(0xFEFF);
  for (const char16_t unit : text) add(unit);
  return bytes;
}

TEST(TableText, ReadsUtf16WithAndWithoutAMark) {
  for (const bool big : {false, true}) {
    for (const bool mark : {false, true}) {
      EXPECT_EQ(Take(Utf16(u"id\tname\r\na\tСтепь 肯\r\n", big, mark)).text, "id\tname\na\tСтепь 肯\n") << big << mark;
    }
  }
  EXPECT_FALSE(Take("\xFF\xFE\x61").text);
}

TEST(TableText, TakesACodePageOnlyIfItIsTheOnlyOneThatGivesWords) {
  // French, German, Spanish, Portuguese.
  EXPECT_EQ(Take("id;name\na;\xC9t\xE9\n").text, "id;name\na;Été\n");
  EXPECT_EQ(Take("Gr\xF6\xDF"
                 "e, M\xE4"
                 "dchen")
                .text,
            "Größe, Mädchen");
  EXPECT_EQ(Take("Organizaci\xF3n \x93tr\xE9s\x94 \x96 ni\xF1"
                 "a")
                .text,
            "Organización “trés” – niña");
  EXPECT_EQ(Take("S\xE3o Paulo, a\xE7\xE3o").text, "São Paulo, ação");
  EXPECT_EQ(Take("L\x92\xC9t\xE9").text, "L’Été");
  // Russian, Ukrainian.
  EXPECT_EQ(Take("a;\xD1\xF2\xE5\xEF\xFC, \xD0\xEE\xF1\xF1\xE8\xFF").text, "a;Степь, Россия");
  EXPECT_EQ(Take("\xCA\xE8\xBF\xE2 \xAB\xCB\xE0\xEC\xEF\xE0\xBB").text, "Київ «Лампа»");
  EXPECT_NE(Take("\xC9t\xE9").problems.find("windows-1252"), std::string::npos);
}

TEST(TableText, OfTwoFilesPutTogetherIsNotRead) {
  for (const char* bytes : {"\xC3\x89toile\nOc\xE9"
                            "an",
                            "a\xF1o\ncaf\xC3\xA9",
                            "M\xFCller, Stra\xC3\x9F"
                            "e"}) {
    EXPECT_NE(Take(bytes).problems.find("is not UTF-8"), Take(bytes).problems.find("two files"))
        << Take(bytes).problems;
    EXPECT_FALSE(Take(bytes).text);
  }
  EXPECT_EQ(Take("JO\xC3O, S\xC3O").text, "JOÃO, SÃO");
  EXPECT_EQ(Take("\x93"
                 "A IRM\xC3\x94, disse")
                .text,
            "“A IRMÃ”, disse");
  EXPECT_EQ(Take("\xAB"
                 "AMANH\xC3\xBB; \xC9 hoje")
                .text,
            "«AMANHÃ»; É hoje");
  EXPECT_EQ(Take("\xAB"
                 "CAF\xC9\xBB")
                .text,
            "«CAFÉ»");
}

std::string InPage(const char* page, const char* utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(static_cast<std::size_t>(text.length()) * 2, ' ');
  bytes.resize(static_cast<std::size_t>(
      text.extract(0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), page)));
  return bytes;
}

// What people write, in each code page: it comes back as it was, or is refused; never as something else.
TEST(TableText, ReadsWhatWasWrittenOrRefuses) {
  const char* const texts[] = {"Élan",
                               "José Peña, María",
                               "Organización de trabajadoras",
                               "niña; señora; España",
                               "l’État où l’on naît",
                               "Größe, Mädchen, süß, Straße",
                               "São João, coração, não",
                               "workers’ rights — people’s “own” words",
                               "a, María",
                               "à propos, façade, œuvre, cœur, noël",
                               "Perú y Bolivia",
                               "police – health",
                               "Åse, Øyvind, smørrebrød"};
  int read = 0;
  for (const char* page : {"windows-1252", "macintosh"}) {
    for (const char* text : texts) {
      const Text taken = Take(InPage(page, text));
      if (!taken.text) continue;
      ++read;
      EXPECT_EQ(*taken.text, text) << page;
    }
  }
  EXPECT_GE(read, 18);
  EXPECT_EQ(Take(InPage("macintosh", "Organización en España; José")).text, "Organización en España; José");
  EXPECT_FALSE(Take(InPage("macintosh", "Organización en España")).text);  // or two dashes
  EXPECT_EQ(Take(InPage("macintosh", "\"Été\",\"Élan\"")).text, "\"Été\",\"Élan\"");
  EXPECT_EQ(Take("organis\x8E"
                 "e")
                .text,
            "organisée");
  for (const char* text :
       {"people’s rights", "l’homme", "aujourd’hui", "jusqu’au bout", "don’t, they’re, O’Neil", "the workers’"}) {
    EXPECT_EQ(Take(InPage("windows-1252", text)).text, text);
  }
  for (const char* text : {"Степь", "Рабочие и права", "на дом"}) {
    EXPECT_EQ(Take(InPage("windows-1251", text)).text, text);
  }
}

TEST(TableText, TakesNoWordOfTheEastForOneOfTheWest) {
  const std::vector<std::pair<const char*, std::u16string>> foreign{
      {"windows-1254", u"K\u0131rm\u0131z\u0131 I\u015f\u0131k"},
      {"windows-1254", u"Ye\u015fil \u0130zmir"},
      {"windows-1254", u"A\u011fa\u00e7"},
      {"windows-1250", u"\u0162ar\u0103 \u015fi s\u0103n\u0103tate"},
      {"windows-1250", u"N\u0151k\u00e9rt"},
      {"windows-1250", u"K\u016f\u0148 a lid\u00e9"},
      {"windows-1250", u"p\u0159\u00edklad"},
      {"windows-1250", u"\u010dovjek"},
      {"windows-1250", u"ra\u010dun"},
      {"windows-1250", u"s\u0103n\u0103tate"},
      {"windows-1250", u"mlad\u00ed"},
      {"windows-1257", u"\u0160\u00e0sis"},
      {"windows-1257", u"\u0161vent\u0117"},
      {"windows-1257", u"\u017emon\u0117s"},
      {"windows-1250", u"\u0142\u00f3d\u017a"},
      {"windows-1250", u"u\u017cywa b\u0142\u0105d"}};
  for (const auto& [page, words] : foreign) {
    std::string bytes(4 * words.size() + 8, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(words.data(), static_cast<std::int32_t>(words.size()));
    const std::int32_t size =
        text.extract(0, text.length(), bytes.data(), static_cast<std::int32_t>(bytes.size()), page);
    bytes.resize(static_cast<std::size_t>(size));
    ASSERT_TRUE(U_SUCCESS(status));
    std::string right;
    text.toUTF8String(right);
    const Text taken = Take("id;name\na;" + bytes + "\n");
    const bool same = taken.text == "id;name\na;" + right + "\n";
    EXPECT_TRUE(same || !taken.text) << page << " " << right << ": " << taken.text.value_or("");
  }
  // And words of the West stay what they are.
  for (const char16_t* words :
       {u"Travailleuses créées à Nîmes, où l’œuvre naïve est là", u"As ações das irmãs e mães põem a razão",
        u"Größe, Mädchen, Fuß, süß", u"Organización, niñas, ¿qué?, vergüenza", u"Caffè, più, però, è, virtù, lunedì",
        u"Històries, però, qüestió, l·l, març", u"Blåbær, øl, Ærø, kødgrød", u"poème, siècle, ère, très, mère, ès",
        u"Hôtel, forêt, août, aiguë, Noël", u"reëel, geïnd, coöperatie", u"Nº 5, 2ª, 5 µm, 20 °C, ½"}) {
    std::string bytes(256, '\0');
    const icu::UnicodeString text(words);
    bytes.resize(static_cast<std::size_t>(
        text.extract(0, text.length(), bytes.data(), static_cast<std::int32_t>(bytes.size()), "windows-1252")));
    std::string right;
    text.toUTF8String(right);
    EXPECT_EQ(Take("id;name\na;" + bytes + "\n").text, "id;name\na;" + right + "\n");
  }
}

TEST(TableText, GuessesNothing) {
  // One accented letter could be a Cyrillic one; Polish (windows-1250), Chinese (GBK) and Japanese bytes are none.
  for (const std::string& bytes : std::vector<std::string>{"\xE0", "a;\xC0;b",
                                                           "\xA3\xF3"
                                                           "d\x9F",
                                                           "\xBF\xCF\xC4\xE1\xD1\xC7", "\x81\x98"}) {
    const Text text = Take(bytes);
    EXPECT_FALSE(text.text) << bytes;
    EXPECT_NE(text.problems.find("CSV UTF-8"), std::string::npos) << text.problems;
  }
}

TEST(TableText, ReadsAllLineEnds) {
  EXPECT_EQ(Take("a,b\rc,d\r").text, "a,b\nc,d\n");
  EXPECT_EQ(Take("a,b\r\nc,d\r\n").text, "a,b\nc,d\n");
}

TEST(TableText, NamesAWorkbook) {
  EXPECT_NE(Take(std::string("PK\3\4\0", 5)).problems.find(".xlsx"), std::string::npos);
  EXPECT_NE(Take("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").problems.find(".xls"), std::string::npos);
}

}  // namespace
}  // namespace commonground::ingest
