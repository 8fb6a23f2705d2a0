// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests in which languages a scan is read.

#include "ingest/scanner/languages.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace commonground::ingest::parser {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ScanLanguages, AreKnownByTheirTagAndTheirScript) {
  EXPECT_EQ(ScanLanguageOf("fr-CA"), (ScanLanguage{"fr-CA", "fra", "Latn"}));
  EXPECT_EQ(ScanLanguageOf("zh").name, "chi_sim");
  EXPECT_EQ(ScanLanguageOf("zh-Hant").name, "chi_tra");
  EXPECT_EQ(ScanLanguageOf("zh-TW").name, "chi_tra");
  EXPECT_EQ(ScanLanguageOf("zh-TW").script, "Hani");
  EXPECT_EQ(ScanLanguageOf("sr").script, "Cyrl");
  EXPECT_EQ(ScanLanguageOf("sr-Latn").name, "srp_latn");
  EXPECT_EQ(ScanLanguageOf("my").script, "Mymr");
}

TEST(ScanLanguages, NameTheirPackage) {
  EXPECT_EQ(PackageOf(ScanLanguageOf("zh")), "tesseract-ocr-chi-sim");
  EXPECT_EQ(PackageOf(ScanLanguageOf("sw")), "tesseract-ocr-swa");
  EXPECT_EQ(PackageOf(ScanLanguageOf("zu")), "");  // there is none: nobody is sent to look for it
  EXPECT_THAT(PackagesOfScript("Grek"), ElementsAre("tesseract-ocr-ell for el"));
  EXPECT_THAT(PackagesOfScript("Cyrl").front(), "tesseract-ocr-rus for ru");
  EXPECT_THAT(PackagesOfScript("Egyp"), IsEmpty());
}

TEST(ScanLanguages, HaveTheScriptsThatTesseractNames) {
  EXPECT_EQ(ScriptNamed("Cyrillic"), "Cyrl");
  EXPECT_EQ(ScriptNamed("Han"), "Hani");
  EXPECT_EQ(ScriptNamed("Fraktur"), "Latn");
  EXPECT_EQ(ScriptNamed("NULL"), "");
  EXPECT_EQ(NameOfScript("Deva"), "Devanagari");
}

TEST(ScanLanguages, ThatAreInstalledAreNoOthers) {
  std::string folder = (std::filesystem::temp_directory_path() / "languages-XXXXXX").string();
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  for (const char* name : {"rus", "osd", "equ", "chi_sim", "chi_sim_vert", "deu_frak"}) {
    std::ofstream(folder + "/" + name + ".traineddata") << "x";
  }
  EXPECT_THAT(InstalledLanguages(folder + "/"),
              ElementsAre(ScanLanguage{"zh", "chi_sim", "Hani"}, ScanLanguage{"ru", "rus", "Cyrl"}));
  std::filesystem::remove_all(folder);
}

TEST(ScanLanguages, CountTheirLetters) {
  const Letters letters = CountLetters("Никто 12 asked!", {"Cyrl"});
  EXPECT_EQ(letters.all, 10);
  EXPECT_EQ(letters.own, 5);
}

}  // namespace
}  // namespace commonground::ingest::parser
