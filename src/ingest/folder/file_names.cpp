// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Derives ids from names of files and knows the litter of other programs.

#include "ingest/folder/file_names.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "core/canonical.h"
#include "core/content_hash.h"
#include "core/letters.h"
#include "core/relative_path.h"
#include "ingest/folder/folder_listing.h"
#include "ingest/text/utf8.h"
#include "model/ids.h"

namespace commonground::ingest {

namespace {

constexpr std::size_t kMaxIdBytes = 100;  // of a derived one: room for ".parts.csv" and the like behind it
constexpr std::size_t kMaxNameBytes = 1'000;

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool IsAlphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Letters of any script as ASCII ones.
std::string Ascii(std::string_view name) {
  if (std::all_of(name.begin(), name.end(), [](char c) { return c >= 0; })) return std::string(name);
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> to_ascii(
      icu::Transliterator::createInstance("NFC; Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  if (!to_ascii) return std::string(name);
  icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  to_ascii->transliterate(letters);
  std::string ascii;
  return letters.toUTF8String(ascii);
}

// Only what an id may have; one '-' for a run of all else, none beside a full stop or at an end.
std::string Plain(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool kept = IsAlphanumeric(c) || c == '_' || c == '.';
    if (c == '\'' || c == '`' || c == '"') continue;  // soft signs, apostrophes
    const char last = plain.empty() ? '-' : plain.back();
    if (kept) {
      if (c == '.' && (last == '.' || plain.empty())) continue;
      if (c == '.' && last == '-') plain.pop_back();
      if (plain.empty() && !IsAlphanumeric(c)) continue;
      plain += c;
    } else if (last != '-' && last != '.') {
      plain += '-';
    }
  }
  while (!plain.empty() && !IsAlphanumeric(plain.back())) plain.pop_back();
  return plain;
}

// "copy of organisations (2)" and the like, without what programs add to the names of copies.
std::string WithoutCopyMarks(std::string stem) {
  for (const std::string_view start : {"copy of ", "copie de ", "copia de ", "копия "}) {
    if (stem.starts_with(start)) stem.erase(0, start.size());
  }
  for (const std::string_view mark : {" - copy", " copy", "-copy", "_copy", " - copie", " - копия", " - sheet1",
                                      " - feuil1", " - лист1", "-sheet1"}) {
    if (stem.ends_with(mark)) stem.erase(stem.size() - mark.size());
  }
  while (!stem.empty()) {
    const char last = stem.back();
    const bool number =
        (last >= '0' && last <= '9') || last == '(' || last == ')' || last == ' ' || last == '_' || last == '-';
    if (!number) break;
    stem.pop_back();
  }
  std::replace(stem.begin(), stem.end(), ' ', '_');
  std::replace(stem.begin(), stem.end(), '-', '_');
  return stem;
}

// Tables that had another name before.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kNamesBefore{
    {{"places", "invented-countries"}, {"ties", "partnerships"}, {"wordings", "history-texts"}}};

// At most one letter changed, added or left out?
bool Near(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (a.size() == b.size()) return a.substr(std::min(at + 1, a.size())) == b.substr(std::min(at + 1, b.size()));
  return a.substr(at) == b.substr(at + 1);
}

}  // namespace

std::string TitleOfName(std::string_view name) {
  return core::OneLine(core::ForceCanonical(name));
}

namespace {

// What ids are derived from.  They must not change when what titles keep does.
std::string NormalName(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString given;
  for (std::size_t at = 0; at < name.size();) {
    const UChar32 c = core::LetterAt(name, at);
    if (!core::TurnsText(static_cast<char32_t>(c))) given.append(c);
    at = core::NextLetter(name, at);
  }
  std::string title;
  return (U_SUCCESS(status) ? nfc->normalize(given, status) : given).toUTF8String(title);
}

}  // namespace

std::string IdOfName(std::string_view name) {
  if (model::IsValidId(name) && !core::IsNameOfDevice(name)) return std::string(name);
  if (name.empty() || name == "." || name == ".." || name.size() > kMaxNameBytes || !IsUtf8(name)) return {};
  if (std::any_of(name.begin(), name.end(), [](char c) { return c == '/' || c == '\\' || (c >= 0 && c < 0x20); })) {
    return {};
  }
  const std::string normal = NormalName(name);
  const std::size_t dot = normal.rfind('.');
  std::string ending = dot == std::string::npos || dot == 0 ? "" : Plain(normal.substr(dot + 1));
  if (ending.size() > 12) ending.clear();
  std::string stem = Plain(Ascii(normal.substr(0, ending.empty() ? std::string::npos : dot)));
  if (stem.empty()) stem = "document-" + core::ContentHash(normal).substr(0, 8);
  if (core::IsNameOfDevice(stem)) stem.insert(std::min(stem.find('.'), stem.size()), "-1");
  const std::size_t room = kMaxIdBytes - ending.size() - 1;
  // A cut name says which one it was by its hash.
  if (stem.size() > room) stem = Plain(stem.substr(0, room - 9)) + "-" + core::ContentHash(normal).substr(0, 8);
  const std::string id = ending.empty() ? stem : stem + "." + ending;
  return model::IsValidId(id) ? id : std::string();
}

bool IsLitter(std::string_view name) {
  // Of office programs, Windows, macOS, network storage, browsers and editors.
  constexpr std::array<std::string_view, 11> kNames{
      "thumbs.db",  "ehthumbs.db", "desktop.ini",  "icon\r",
      "@eadir",     "__macosx",    "$recycle.bin", "system volume information",
      "lost+found", "help",        "#recycle"};
  constexpr std::array<std::string_view, 4> kBegins{".", "~$", "~wrl", "readme"};
  constexpr std::array<std::string_view, 14> kEnds{".cg",  ".cg-wal", ".cg-shm", ".tmp",  ".temp",       ".bak", ".swp",
                                                   ".swo", ".asd",    ".wbk",    ".part", ".crdownload", ".lnk", "~"};
  const std::string lower = Lower(name);
  return std::ranges::find(kNames, std::string_view(lower)) != kNames.end() ||
         std::ranges::any_of(kBegins, [&](std::string_view begin) { return lower.starts_with(begin); }) ||
         std::ranges::any_of(kEnds, [&](std::string_view end) { return lower.ends_with(end); });
}

MeantTable TableMeantBy(std::string_view name) {
  const std::string lower = Lower(name);
  const std::size_t dot = lower.rfind('.');
  const std::string ending = dot == std::string::npos ? "" : lower.substr(dot);
  constexpr std::array<std::string_view, 13> kOfTables{".csv",  ".tsv", ".tab",  ".txt",     ".xlsx",   ".xls", ".xlsm",
                                                       ".xlsb", ".ods", ".fods", ".numbers", ".gsheet", ".html"};
  if (!ending.empty() && std::ranges::find(kOfTables, std::string_view(ending)) == kOfTables.end()) return {};
  const std::string stem = WithoutCopyMarks(lower.substr(0, dot));
  const std::string bare = lower.substr(0, dot);
  for (const auto& [before, now] : kNamesBefore) {
    if (bare != before) continue;
    const std::string file = std::string(now) + (ending == ".xlsx" ? ".xlsx" : ".csv");
    return {std::string(now) + ".csv", std::string(now) + ".xlsx", "is the name that this table had in older studies",
            fmt::format("rename it to {}", file)};
  }
  for (const std::string& table : TableFiles()) {
    const std::string_view own = std::string_view(table).substr(0, table.size() - 4);
    std::string plain(own);
    std::replace(plain.begin(), plain.end(), '-', '_');
    const bool study = stem == "study" && (ending == ".ods" || ending == ".xls" || ending == ".xlsm" ||
                                           ending == ".xlsb" || ending == ".numbers" || ending == ".gsheet");
    if (!study && stem != plain && !(ending == ".csv" && Near(lower, table))) continue;
    const std::string meant = study ? "study.xlsx" : table;
    const std::string workbook = study ? meant : std::string(own) + ".xlsx";
    if (ending == ".ods" || ending == ".fods")
      return {meant, workbook, "is a workbook of LibreOffice, which is not read", "save it as .xlsx, or as CSV"};
    if (ending == ".xlsm") return {meant, workbook, "is a workbook with macros, which is not read", "save it as .xlsx"};
    if (ending == ".xls" || ending == ".xlsb")
      return {meant, workbook, "is a workbook of a kind that is not read", "save it as .xlsx"};
    if (ending == ".numbers" || ending == ".gsheet")
      return {meant, workbook, "is a file of another program, or only a link, which is not read",
              "export it as .xlsx or CSV"};
    const std::string right = ending == ".xlsx" ? workbook : meant;
    if (bare != stem)
      return {meant, workbook, "is not the name of a table, but of a copy",
              fmt::format("rename it to {}, or take it away", right)};
    return {meant, workbook, "is not the name of a table", fmt::format("rename it to {}, or take it away", right)};
  }
  return {};
}

}  // namespace commonground::ingest
