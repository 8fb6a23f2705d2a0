// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// XLSX (ECMA-376 part 1, 18): a container with xl/workbook.xml (names of the sheets), xl/sharedStrings.xml and
// xl/worksheets/*.xml.  A cell says where it stands ("C5") and of what type it is; "s" is a number in the list of
// shared strings.  Everything is given back as text: nothing is computed.
#include <charconv>
#include <map>

#include "ingest/exchange/project_frame.h"
#include "ingest/parser/project.h"
#include "ingest/parser/xml_elements.h"
#include "ingest/parser/zip_file.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxColumns = 1'000;
constexpr std::size_t kMaxRows = 1'000'000;

core::Status Bad(std::string_view what) {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    std::string(what) + ". Fix: open it in a spreadsheet program and save it anew as .xlsx");
}

// "C5" -> 2; kMaxColumns if it is none.
std::size_t ColumnOf(std::string_view place) {
  std::size_t column = 0;
  for (const char c : place) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMaxColumns) return kMaxColumns;
  }
  return column == 0 ? kMaxColumns : column - 1;
}

std::string Value(const std::vector<std::pair<std::string, std::string>>& attributes, std::string_view name) {
  for (const auto& [attribute, value] : attributes) {
    if (attribute == name) return value;
  }
  return {};
}

// Texts of <si>, without the readings of East Asian letters (rPh).
core::Result<std::vector<std::string>> SharedStrings(std::string_view xml) {
  std::vector<std::string> strings;
  int readings = 0;
  XmlVisitor visitor;
  visitor.begin = [&](std::string_view name, const auto&) {
    if (name == "si") strings.emplace_back();
    if (name == "rPh") ++readings;
  };
  visitor.end = [&](std::string_view name, std::string_view text) {
    if (name == "rPh") --readings;
    if (name == "t" && readings == 0 && !strings.empty()) strings.back() += text;
  };
  CG_RETURN_IF_ERROR(VisitXml(xml, visitor));
  return strings;
}

class Sheet {
 public:
  Sheet(const std::vector<std::string>& shared, ProjectFrames& frames) : shared_(shared), frames_(frames) {}

  core::Status Read(std::string_view xml) {
    XmlVisitor visitor;
    visitor.begin = [&](std::string_view name, const auto& attributes) { Begin(name, attributes); };
    visitor.end = [&](std::string_view name, std::string_view text) { End(name, text); };
    CG_RETURN_IF_ERROR(VisitXml(xml, visitor));
    if (rows_ > kMaxRows) return Bad("a sheet has more than a million rows");
    if (lost_) return Bad("a sheet has more than a thousand columns, or refers to a text that is not there");
    return {};
  }

 private:
  void Begin(std::string_view name, const std::vector<std::pair<std::string, std::string>>& attributes) {
    if (name == "row") row_.clear();
    if (name != "c") return;
    const std::string place = Value(attributes, "r");
    column_ = place.empty() ? row_.size() : ColumnOf(place);
    type_ = Value(attributes, "t");
    value_.clear();
  }

  void End(std::string_view name, std::string_view text) {
    if (name == "v" || (name == "t" && type_ == "inlineStr")) value_ += text;
    if (name == "c") Cell();
    if (name != "row" || ++rows_ > kMaxRows) return;
    frames_.Begin("row", {});
    for (const std::string& cell : row_) {
      frames_.Begin("cell", {});
      frames_.Text(cell);
      frames_.End();
    }
    frames_.End();
  }

  void Cell() {
    if (type_ == "s" && !value_.empty()) {
      std::size_t number = shared_.size();
      std::from_chars(value_.data(), value_.data() + value_.size(), number);
      lost_ = lost_ || number >= shared_.size();
      value_ = number < shared_.size() ? shared_[number] : std::string();
    }
    if (column_ >= kMaxColumns) {
      lost_ = true;
      return;
    }
    if (row_.size() <= column_) row_.resize(column_ + 1);
    row_[column_] = value_;
  }

  const std::vector<std::string>& shared_;
  ProjectFrames& frames_;
  std::vector<std::string> row_;
  std::string type_;
  std::string value_;
  std::size_t column_ = 0;
  std::size_t rows_ = 0;
  bool lost_ = false;
};

// Names of the sheets by their file, in the workbook's order.
core::Result<std::vector<std::pair<std::string, std::string>>> Sheets(const std::map<std::string, std::string>& parts) {
  std::map<std::string, std::string> targets;
  std::vector<std::pair<std::string, std::string>> sheets;
  const auto relations = parts.find("xl/_rels/workbook.xml.rels");
  const auto workbook = parts.find("xl/workbook.xml");
  if (workbook == parts.end() || relations == parts.end()) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file is named XLSX but is none. Fix: check the file's name");
  }
  XmlVisitor visitor;
  visitor.end = [](std::string_view, std::string_view) {};
  visitor.begin = [&](std::string_view name, const auto& attributes) {
    if (name == "Relationship") targets[Value(attributes, "Id")] = Value(attributes, "Target");
  };
  CG_RETURN_IF_ERROR(VisitXml(relations->second, visitor));
  visitor.begin = [&](std::string_view name, const auto& attributes) {
    if (name != "sheet") return;
    // The attribute r:id; its prefix is gone, and sheetId has another name.
    std::string target = targets[Value(attributes, "id")];
    if (target.starts_with("/")) {
      target.erase(0, 1);
    } else {
      target.insert(0, "xl/");
    }
    sheets.emplace_back(target, Value(attributes, "name"));
  };
  CG_RETURN_IF_ERROR(VisitXml(workbook->second, visitor));
  return sheets;
}

}  // namespace

core::Result<std::string> ParseSheet(std::string_view bytes) {
  std::map<std::string, std::string> parts;
  CG_RETURN_IF_ERROR(VisitZip(bytes, [&](const std::string& name, std::string_view content) -> core::Status {
    if (name.ends_with(".bin")) return Bad("the file holds programs (macros) or embedded files");
    if (name.ends_with(".xml") || name.ends_with(".rels")) parts.emplace(name, content);
    return {};
  }));
  CG_ASSIGN_OR_RETURN(const auto sheets, Sheets(parts));
  std::vector<std::string> shared;
  if (const auto found = parts.find("xl/sharedStrings.xml"); found != parts.end()) {
    CG_ASSIGN_OR_RETURN(shared, SharedStrings(found->second));
  }
  ProjectFrames frames(model::ProjectFormat::kTables);
  frames.Begin("tables", {});
  for (const auto& [part, name] : sheets) {
    const auto found = parts.find(part);
    if (found == parts.end()) return core::Fail(Bad("a sheet that the file names is not in it").error());
    frames.Begin("table", {{"name", name}});
    CG_RETURN_IF_ERROR(Sheet(shared, frames).Read(found->second));
    frames.End();
  }
  frames.End();
  return frames.Take();
}

}  // namespace commonground::ingest::parser
