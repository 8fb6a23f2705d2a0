// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// XLSX (ECMA-376 part 1, 18): a container with xl/workbook.xml (names of the sheets), xl/sharedStrings.xml,
// xl/styles.xml (which numbers are days) and xl/worksheets/*.xml.  A cell says where it stands ("C5") and of what type
// it is; "s" is a number in the list of shared strings.  Everything is given back as text: nothing is computed.
#include <charconv>
#include <map>

#include "ingest/exchange/project_frame.h"
#include "ingest/parser/project.h"
#include "ingest/parser/sheet_values.h"
#include "ingest/parser/xml_elements.h"
#include "ingest/parser/zip_file.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxColumns = 1'000;
constexpr std::size_t kMaxRows = 1'000'000;
constexpr std::size_t kMaxCells = 2'500'000;  // of all sheets, fewer than an answer may have elements
constexpr std::size_t kMaxStyles = 100'000;

core::Status BadBook(std::string_view what) {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    std::string(what) + ". Fix: open it in a spreadsheet program and save it again as .xlsx");
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
    if (name == "si" && !strings.empty()) strings.back() = Unescaped(strings.back());
  };
  CG_RETURN_IF_ERROR(VisitXml(xml, visitor));
  return strings;
}

// How the number of a cell is shown, by the number of its style.
core::Result<std::vector<Shown>> Styles(std::string_view xml) {
  std::map<std::string, Shown> formats;
  std::vector<Shown> styles;
  bool cells = false;
  XmlVisitor visitor;
  visitor.begin = [&](std::string_view name, const auto& attributes) {
    if (name == "numFmt") formats[Value(attributes, "numFmtId")] = ShownBy(Value(attributes, "formatCode"));
    cells = cells || name == "cellXfs";
    if (name != "xf" || !cells || styles.size() >= kMaxStyles) return;
    const std::string id = Value(attributes, "numFmtId");
    int number = 0;
    std::from_chars(id.data(), id.data() + id.size(), number);
    const auto own = formats.find(id);
    styles.push_back(own == formats.end() ? ShownByBuiltIn(number) : own->second);
  };
  visitor.end = [&](std::string_view name, std::string_view) { cells = cells && name != "cellXfs"; };
  CG_RETURN_IF_ERROR(VisitXml(xml, visitor));
  return styles;
}

struct Book {
  std::vector<std::string> shared;
  std::vector<Shown> styles;
  bool from_1904 = false;
  std::size_t cells = 0;  // so far
};

class Sheet {
 public:
  Sheet(const std::string& name, Book& book, ProjectFrames& frames) : name_(name), book_(book), frames_(frames) {}

  core::Status Read(std::string_view xml) {
    XmlVisitor visitor;
    visitor.begin = [&](std::string_view name, const auto& attributes) { Begin(name, attributes); };
    visitor.end = [&](std::string_view name, std::string_view text) { End(name, text); };
    CG_RETURN_IF_ERROR(VisitXml(xml, visitor));
    if (rows_ > kMaxRows) return BadBook("a sheet has more than a million rows");
    if (book_.cells > kMaxCells) return BadBook("the workbook has more than 2,500,000 cells");
    if (lost_) return BadBook("a sheet has more than a thousand columns, or refers to a text that is not there");
    if (!without_value_.empty()) {
      return BadBook("the value of the formula in sheet " + name_ + ", cell " + without_value_ + " is not in the file");
    }
    if (!merged_.empty()) {
      frames_.Notice("sheet " + name_ + " has merged cells (" + merged_ + "): only the first of them holds the value");
    }
    if (hidden_) frames_.Notice("sheet " + name_ + " has hidden rows or columns, which are read too");
    return {};
  }

 private:
  using Attributes = std::vector<std::pair<std::string, std::string>>;

  void Begin(std::string_view name, const Attributes& attributes) {
    if (name == "rPh") ++readings_;
    if (name == "f") formula_ = true;
    if (name == "mergeCell" && merged_.size() < 40) {
      merged_ += (merged_.empty() ? "" : ", ") + Value(attributes, "ref").substr(0, 20);
    }
    const std::string hidden = name == "row" || name == "col" ? Value(attributes, "hidden") : std::string();
    hidden_ = hidden_ || hidden == "1" || hidden == "true";
    if (name == "row") {
      row_.clear();
      const std::string number = Value(attributes, "r");
      std::size_t told = 0;
      std::from_chars(number.data(), number.data() + number.size(), told);
      number_ = told > number_ ? told : number_ + 1;
    }
    if (name != "c") return;
    place_ = Value(attributes, "r");
    column_ = place_.empty() ? next_ : ColumnOf(place_);
    next_ = column_ + 1;
    type_ = Value(attributes, "t");
    style_ = Value(attributes, "s");
    value_.clear();
    formula_ = false;
    has_value_ = false;
  }

  void End(std::string_view name, std::string_view text) {
    if (name == "rPh") --readings_;
    if (name == "v" || (name == "t" && type_ == "inlineStr" && readings_ == 0)) {
      value_ += text;
      has_value_ = true;
    }
    if (name == "c") Cell();
    if (name != "row") return;
    next_ = 0;
    if (row_.empty()) return;
    if (++rows_ > kMaxRows || (book_.cells += row_.size()) > kMaxCells) return;
    // Rows are numbered only where some are left out.
    frames_.Begin("row", number_ == last_ + 1 ? Attributes() : Attributes{{"r", std::to_string(number_)}});
    last_ = number_;
    for (const std::string& cell : row_) {
      frames_.Begin("cell", {});
      frames_.Text(cell);
      frames_.End();
    }
    frames_.End();
  }

  void Cell() {
    if (formula_ && !has_value_ && without_value_.empty()) without_value_ = place_;
    std::string text = Text();
    if (text.empty()) return;
    if (column_ >= kMaxColumns) {
      lost_ = true;
      return;
    }
    if (row_.size() <= column_) row_.resize(column_ + 1);
    row_[column_] = std::move(text);
  }

  std::string Text() {
    if (value_.empty()) return {};
    if (type_ == "s") {
      std::size_t number = book_.shared.size();
      std::from_chars(value_.data(), value_.data() + value_.size(), number);
      lost_ = lost_ || number >= book_.shared.size();
      return number < book_.shared.size() ? book_.shared[number] : std::string();
    }
    if (type_ == "b") return value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "d") {
      const std::size_t midnight = value_.find("T00:00:00");
      return value_.substr(0, midnight);
    }
    if (!type_.empty() && type_ != "n") return Unescaped(value_);
    double number = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (error != std::errc() || end != value_.data() + value_.size()) return value_;
    std::size_t style = book_.styles.size();
    std::from_chars(style_.data(), style_.data() + style_.size(), style);
    return ShownNumber(number, style < book_.styles.size() ? book_.styles[style] : Shown::kNumber, book_.from_1904);
  }

  const std::string& name_;
  Book& book_;
  ProjectFrames& frames_;
  std::vector<std::string> row_;
  std::string place_;
  std::string type_;
  std::string style_;
  std::string value_;
  std::string merged_;         // ranges
  std::string without_value_;  // the first cell with a formula that nobody computed
  std::size_t column_ = 0;
  std::size_t next_ = 0;    // column
  std::size_t number_ = 0;  // of the row, from 1
  std::size_t last_ = 0;    // that was given
  std::size_t rows_ = 0;
  int readings_ = 0;
  bool formula_ = false;
  bool has_value_ = false;
  bool hidden_ = false;
  bool lost_ = false;
};

struct Named {
  std::string part;
  std::string name;
  bool hidden = false;
};

// Names of the sheets by their file, in the workbook's order.
core::Result<std::vector<Named>> Sheets(const std::map<std::string, std::string>& parts, Book& book) {
  std::map<std::string, std::string> targets;
  std::vector<Named> sheets;
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
    if (name == "workbookPr") {
      const std::string from = Value(attributes, "date1904");
      book.from_1904 = from == "1" || from == "true";
    }
    if (name != "sheet") return;
    // The attribute r:id; its prefix is gone, and sheetId has another name.
    std::string target = targets[Value(attributes, "id")];
    if (target.starts_with("/")) {
      target.erase(0, 1);
    } else {
      target.insert(0, "xl/");
    }
    const std::string state = Value(attributes, "state");
    sheets.push_back({target, Value(attributes, "name"), state == "hidden" || state == "veryHidden"});
  };
  CG_RETURN_IF_ERROR(VisitXml(workbook->second, visitor));
  return sheets;
}

}  // namespace

core::Result<std::string> ParseSheet(std::string_view bytes) {
  std::map<std::string, std::string> parts;
  // What lies beside the sheets (settings of printers, pictures, embedded files) is not looked at.
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    if (name.find("vbaProject") != std::string::npos) return BadBook("the file holds programs (macros)");
    const bool ours = name.ends_with(".rels") || name.starts_with("xl/");
    if (ours && (name.ends_with(".xml") || name.ends_with(".rels"))) parts.emplace(name, content);
    return {};
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit, Nested::kHandedOver));
  Book book;
  CG_ASSIGN_OR_RETURN(const auto sheets, Sheets(parts, book));
  if (const auto found = parts.find("xl/sharedStrings.xml"); found != parts.end()) {
    CG_ASSIGN_OR_RETURN(book.shared, SharedStrings(found->second));
  }
  if (const auto found = parts.find("xl/styles.xml"); found != parts.end()) {
    CG_ASSIGN_OR_RETURN(book.styles, Styles(found->second));
  }
  ProjectFrames frames(model::ProjectFormat::kTables);
  frames.Begin("tables", {});
  for (const auto& [part, name, hidden] : sheets) {
    const auto found = parts.find(part);
    if (found == parts.end()) return core::Fail(BadBook("a sheet that the file names is not in it").error());
    frames.Begin("table", {{"name", name}});
    CG_RETURN_IF_ERROR(Sheet(name, book, frames).Read(found->second));
    frames.End();
    if (hidden) frames.Notice("sheet " + name + " is hidden, and is read too");
  }
  frames.End();
  return frames.Take();
}

}  // namespace commonground::ingest::parser
