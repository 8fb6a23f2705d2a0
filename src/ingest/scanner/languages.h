// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The languages that pictures can be read in: those whose Tesseract package is installed, and those that have one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest::parser {

struct ScanLanguage {
  std::string tag;     // BCP 47: "ru", "zh"
  std::string name;    // Tesseract's: "rus", "chi_sim"
  std::string script;  // ISO 15924: "Cyrl"; "Hani" for both kinds of Chinese
  friend bool operator==(const ScanLanguage&, const ScanLanguage&) = default;
};

// Where Debian puts them.
inline constexpr const char* kScanLanguageFolder = "/usr/share/tesseract-ocr/5/tessdata/";

// Of the folder, by name.  Cost: one look into it.
std::vector<ScanLanguage> InstalledLanguages(const std::string& folder = kScanLanguageFolder);

// As Tesseract has it, whether it is installed or not: "fr-CA" -> fra.
ScanLanguage ScanLanguageOf(std::string_view tag);

// "tesseract-ocr-chi-sim"; empty: Debian 12 has none.
std::string PackageOf(const ScanLanguage& language);
// Of a script, those first that most people write: "tesseract-ocr-hin for hi".  At most three; empty: none.
std::vector<std::string> PackagesOfScript(std::string_view script);

// Tesseract's own word for a script ("Cyrillic", "Hangul", "Fraktur") as ISO 15924; empty: not known.
std::string ScriptNamed(std::string_view word);
// For people: "Greek".
std::string NameOfScript(std::string_view script);

// Letters of a text, and how many of them are of the scripts.  Marks, digits and signs are none.
struct Letters {
  int all = 0;
  int own = 0;
};
Letters CountLetters(std::string_view text, const std::vector<std::string>& scripts);

}  // namespace commonground::ingest::parser
