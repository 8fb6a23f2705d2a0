// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that a text layer with a broken encoding is noticed.

#include "ingest/parser/broken_letters.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

namespace commonground::ingest::parser {
namespace {

const std::vector<std::string> kTexts{
    "The organisation meets every Tuesday in the kitchen of one of its members. The members elect the committee each "
    "year. Police took the condoms away in the street. The clinic is in the middle of the town and opens at night.",
    "L'organisation se réunit chaque mardi dans la cuisine d'une membre. Les membres élisent le comité chaque année. "
    "La "
    "police a confisqué les préservatifs dans la rue. La clinique est au centre-ville et ouvre le soir.",
    "La organización se reúne cada martes en la cocina de una compañera. Las integrantes eligen al comité cada año. La "
    "policía confiscó los condones en la calle. La clínica está en el centro y abre por la noche.",
    "Shirika hukutana kila Jumanne jikoni kwa mwanachama mmoja. Wanachama huchagua kamati kila mwaka. Polisi "
    "walichukua kondomu barabarani. Zahanati iko katikati ya mji na hufunguliwa usiku.",
    "Die Gruppe trifft sich jeden Dienstag in der Küche eines Mitglieds. Die Mitglieder wählen jedes Jahr den "
    "Vorstand. "
    "Die Polizei nahm auf der Straße die Kondome weg. Die Praxis liegt mitten in der Stadt.",
    "Organizacja spotyka się w każdy wtorek w kuchni jednej z członkiń. Członkinie co roku wybierają zarząd. Policja "
    "zabrała prezerwatywy na ulicy. Przychodnia jest w środku miasta i otwiera się wieczorem.",
    "Örgüt her salı üyelerden birinin mutfağında toplanır. Üyeler her yıl komiteyi seçer. Polis sokakta "
    "prezervatifleri "
    "aldı. Klinik şehrin ortasındadır ve geceleri açılır, kimse neden diye sormaz.",
    "Tổ chức họp mỗi thứ Ba trong bếp của một thành viên. Các thành viên bầu ủy ban mỗi năm. Cảnh sát lấy bao cao su "
    "trên đường phố. Phòng khám ở giữa thị trấn và mở cửa vào ban đêm, không ai hỏi vì sao.",
    "Организация собирается каждый вторник на кухне одной из участниц. Участницы выбирают комитет каждый год.",
    "องค์กรประชุมกันทุกวันอังคารที่ครัวของสมาชิกคนหนึ่ง สมาชิกเลือกตั้งคณะกรรมการทุกปี ตำรวจยึดถุงยางอนามัยบนถนน",
    "该组织每周二在一位成员的家中开会。成员们每年选举委员会。警察在街上没收了安全套。诊所位于市中心，晚上开放。该组织每"
    "周二在一位成员的家中开会。",
    "الطلاب لا يدخلون المكان إلا بعد السلام. والاشتراك في الجمعية لأن الأعضاء خلال الأيام الأولى لاحظوا الإطالة.",
    "تنظیم ہر منگل کو ایک رکن کے باورچی خانے میں ملتی ہے۔ پولیس نے سڑک پر کنڈوم چھین لیے۔ کسی نے نہیں پوچھا کہ کیوں۔",
    "پلیس دو بار آمد و کاندوم‌ها را برد. اعضا هر سال کمیته را انتخاب می‌کنند و درمانگاه شب‌ها "
    "باز "
    "است.",
    "THE ORGANISATION MEETS EVERY TUESDAY IN THE KITCHEN OF ONE OF ITS MEMBERS. THE MEMBERS ELECT THE COMMITTEE EACH "
    "YEAR. POLICE TOOK THE CONDOMS AWAY.",
    "2019 12 340 55% 2020 14 372 61% 2021 15 390 63% 2022 12 340 55% 2023 14 372 61% 2024 15 390 63% 1,204 3,400",
    "1 Introduction ........................................ 3\n2 Findings ........................................ 14",
    "Jan 3 0 4 Feb 2 1 0 Mar 12 0 3 Apr 3 0 1 May 0 0 0 Jun 7 1 0 Jul 5 5 0 Aug 1 1 1 Sep 0 2 0 Oct 3 3 1 Nov 4 Dec 2",
    "https://example.org/reports/2023/annual?id=77&lang=en https://example.org/reports/2024/annual?id=78&lang=en"};

std::string Moved(const std::string& text, int places, bool spaces_too) {
  std::string moved;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || c == '\n') continue;
    if (c == ' ' && !spaces_too) {
      moved += ' ';
    } else {
      const int to = byte + places;
      if (to >= 0 && to < 0x80) moved += static_cast<char>(to);
    }
  }
  return moved;
}

// A Nastaliq font, as it comes: letters of one word stand at several heights, and each is taken for a word.
TEST(BrokenLetters, AreNoticedWhenArabicComesInPieces) {
  std::string pieces;
  for (int i = 0; i < 8; ++i) pieces += "ج ع اء خ لال الأ ي ام ل و ا ت ";
  EXPECT_TRUE(AreLettersBroken(pieces));
}

TEST(BrokenLetters, AreNotSeenInAnyLanguageNorInFigures) {
  for (const std::string& text : kTexts) {
    EXPECT_FALSE(AreLettersBroken(text)) << text;
    EXPECT_FALSE(AreLettersBroken(text + " " + text)) << text;
  }
  EXPECT_FALSE(AreLettersBroken(""));
  EXPECT_FALSE(AreLettersBroken("\uE001\uE002"));
}

TEST(BrokenLetters, AreSeenHoweverFarEachWasMoved) {
  for (std::size_t i = 0; i < 4; ++i) {
    for (int places = -31; places <= 13; ++places) {  // at -32 it is all capitals
      if (places == 0) continue;
      EXPECT_TRUE(AreLettersBroken(Moved(kTexts[i], places, true))) << places << Moved(kTexts[i], places, true);
      EXPECT_TRUE(AreLettersBroken(Moved(kTexts[i], places, false))) << places << Moved(kTexts[i], places, false);
    }
  }
}

TEST(BrokenLetters, AreSeenWhereNoCharacterStands) {
  for (const UChar32 first : {0xE000, 0xF000, 0x01, 0x80, 0xF0000}) {
    icu::UnicodeString text;
    for (int i = 0; i < 200; ++i) text.append(static_cast<UChar32>(i % 6 == 5 ? ' ' : first + i % 26));
    std::string bytes;
    text.toUTF8String(bytes);
    EXPECT_TRUE(AreLettersBroken(bytes)) << first;
  }
  std::string unknown;
  for (int i = 0; i < 80; ++i) unknown += "\uFFFD";
  EXPECT_TRUE(AreLettersBroken(unknown));
  EXPECT_TRUE(
      AreLettersBroken("7KH RUJ #$% &/ *+ <=> @@ [\\] ^` {|} ~~ #$% &/ *+ <=> @@ [\\] ^` {|} ~~ #$% &/ *+ <=>"));
}

// A few signs of a font of signs are bullets and arrows.
TEST(BrokenLetters, AreNotABulletHereAndThere) {
  EXPECT_FALSE(AreLettersBroken("\uF0B7 " + kTexts[0] + " \uF0B7 " + kTexts[0] + " \uF0E0"));
}

}  // namespace
}  // namespace commonground::ingest::parser
