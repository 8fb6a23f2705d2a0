// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes study.toml.

#include <fmt/format.h>

#include "ingest/folder/toml/files.h"
#include "ingest/folder/toml/toml.h"

namespace commonground::ingest {

namespace {

using model::Settings;
constexpr std::string_view kFile = "study.toml";
constexpr std::int64_t kFormat = 1;

struct SettingsSection {
  std::string_view name;
  std::vector<Key<Settings>> keys;
  std::vector<std::string_view> below = {};
};

void ReadGapUnit(const toml::node& node, const SourceLocation& spot, Settings& settings) {
  const std::string* text = AsText(node, spot);
  if (text == nullptr) return;
  settings.gap_unit = *text == "passage" ? model::GapUnit::kPassage : model::GapUnit::kDocument;
  if (*text != "document" && *text != "passage") {
    spot.Bad(*text, "is not one of the words that may stand here", "write one of: document, passage");
  }
}

const std::vector<SettingsSection>& Sections() {
  static const std::vector<SettingsSection> sections{
      {"study",
       {KeyOf<&Settings::title>("title", kRequired), KeyOf<&Settings::subtitle>("subtitle"),
        KeyOf<&Settings::publisher>("publisher"), KeyOf<&Settings::language>("language"),
        KeyOf<&Settings::reference_date>("reference_date"), KeyOf<&Settings::invented>("invented"),
        KeyOf<&Settings::licence>("licence")}},
      {"frame",
       {KeyOf<&Settings::frame_note>("note"), KeyOf<&Settings::frame_sources>("sources"),
        KeyOf<&Settings::at_most_per_country>("at_most_per_country")},
       {"region"}},
      {"verification",
       {KeyOf<&Settings::definitions>("definitions"), KeyOf<&Settings::record_months>("record_months")},
       {"claims_about"}},
      {"comparison",
       {KeyOf<&Settings::common_ground_share>("common_ground_share"),
        KeyOf<&Settings::most_regions_share>("most_regions_share"),
        {"gap_unit", kOptional, &ReadGapUnit,
         [](const Settings& settings, std::string_view name, toml::table& table) {
           table.insert(name, settings.gap_unit == model::GapUnit::kPassage ? "passage" : "document");
         }}}},
      {"publication", {KeyOf<&Settings::smallest_cell>("smallest_cell")}},
      {"statements", {KeyOf<&Settings::many_valued>("many_valued")}},
  };
  return sections;
}

const std::vector<Key<model::Region>>& RegionKeys() {
  using model::Region;
  static const std::vector<Key<Region>> keys{KeyOf<&Region::id>("id", kRequired),
                                             KeyOf<&Region::label>("label", kRequired),
                                             KeyOf<&Region::aliases>("aliases"), KeyOf<&Region::quota>("quota")};
  return keys;
}

void ReadClaims(const toml::node& node, const Section& section, Settings& settings) {
  const toml::table* table = AsTable(node, section.file.At("verification.claims_about"));
  if (table == nullptr) return;
  for (const auto& [key, value] : *table) {
    const std::string whole = section.prefix + std::string(key.str());
    const int line = static_cast<int>(key.source().begin.line);
    section.places->keys[std::string(kFile) + ":" + whole] = line;
    const SourceLocation spot{section.file.problems, kFile, line, whole};
    const std::string* text = AsText(value, spot);
    if (text != nullptr) ReadId(*text, spot, settings.claims_about[std::string(key.str())]);
  }
}

CsvStyle ReadHead(const toml::table& root, const Section& section) {
  const toml::node* format = root.get("format");
  if (format == nullptr) {
    section.file.At("format").Bad({}, "is missing", "add the line format = 1 at the top");
  } else if (format->value<std::int64_t>() != kFormat) {
    SourceLocation{section.file.problems, kFile, LineOf(*format), "format"}.Bad(
        {}, "is a form of study folder that this program does not know",
        "write format = 1, or use a newer version of the program");
  }
  const toml::node* csv = root.get("csv");
  if (csv == nullptr) return CsvStyle::kRaw;
  const SourceLocation spot{section.file.problems, kFile, LineOf(*csv), "csv"};
  const std::string* word = AsText(*csv, spot);
  if (word != nullptr && *word != "raw" && *word != "spreadsheet-safe") {
    spot.Bad(*word, "is not one of the words that may stand here", "write one of: raw, spreadsheet-safe");
  }
  return word != nullptr && *word == "spreadsheet-safe" ? CsvStyle::kSpreadsheetSafe : CsvStyle::kRaw;
}

}  // namespace

CsvStyle ReadStudyFile(std::string_view text, model::Study& study, SourceLines& places, Problems& problems) {
  const SourceLocation file{&problems, kFile, 0, {}};
  const std::optional<toml::table> root = ParseToml(text, file);
  if (!root) {
    places.unreadable.emplace(kFile);
    return CsvStyle::kRaw;
  }
  const Section top{file, "", &places};
  std::vector<std::string_view> known{"format", "csv"};
  for (const SettingsSection& section : Sections()) known.push_back(section.name);
  for (const auto& [key, node] : *root) {
    if (std::find(known.begin(), known.end(), key.str()) == known.end()) ReportUnknownKey(key, top, known);
  }
  const CsvStyle style = ReadHead(*root, top);
  if (!root->contains("study")) file.At("study.title").Bad({}, "is missing", "add [study] with title = \"…\" below");
  for (const SettingsSection& described : Sections()) {
    const toml::node* node = root->get(described.name);
    if (node == nullptr) continue;
    const Section section = top.Below(described.name, *node, described.below);
    const toml::table* table = AsTable(*node, section.file.At(described.name));
    if (table == nullptr) continue;
    ReadKeys(*table, described.keys, section, study.settings);
    if (const toml::node* claims = described.name == "verification" ? table->get("claims_about") : nullptr) {
      ReadClaims(*claims, section.Below("claims_about", *claims), study.settings);
    }
    if (const toml::node* regions = described.name == "frame" ? table->get("region") : nullptr) {
      for (const toml::table* region : AsTables(*regions, section.file.At("frame.region"))) {
        places.rows[std::string(kFile)].push_back(LineOf(*region));
        ReadKeys(*region, RegionKeys(), section.Below("region", *region), study.regions.emplace_back());
      }
    }
  }
  return style;
}

std::string WriteStudyFile(const model::Study& study, CsvStyle style) {
  toml::table root{{"format", kFormat}, {"csv", style == CsvStyle::kRaw ? "raw" : "spreadsheet-safe"}};
  for (const SettingsSection& described : Sections()) {
    toml::table table = WriteKeys(study.settings, described.keys);
    if (described.name == "frame" && !study.regions.empty()) {
      toml::array regions;
      for (const model::Region& region : study.regions) regions.push_back(WriteKeys(region, RegionKeys()));
      table.insert("region", std::move(regions));
    }
    if (described.name == "verification" && !study.settings.claims_about.empty()) {
      toml::table claims;
      for (const auto& [source, definition] : study.settings.claims_about) claims.insert(source, definition);
      table.insert("claims_about", std::move(claims));
    }
    if (!table.empty()) root.insert(described.name, std::move(table));
  }
  return PrintToml(root);
}

}  // namespace commonground::ingest
