// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sources of the foreign tables: Taguette, taguette/export.py (codebook_csv, highlights_csv) and
// taguette/database/models.py; QualCoder, the wiki page "Database structure" and its import of code lists.
#include <algorithm>
#include <array>
#include <map>

#include "coding/anchoring/find_quote.h"
#include "coding/exchange/foreign_databases.h"
#include "coding/exchange/guids.h"
#include "coding/exchange/refi_values.h"
#include "coding/exchange/tables.h"
#include "core/small_ascii.h"
#include "core/spreadsheet_safety.h"
#include "model/guids.h"

namespace commonground::coding {

using model::Element;

namespace {

// A sheet whose first row names its columns.
class Sheet {
 public:
  explicit Sheet(const Element& table) : table_(table) {
    if (table.children.empty()) return;
    const auto& head = table.children.front().children;
    for (std::size_t i = 0; i < head.size(); ++i) {
      std::string name = core::SmallAscii(CanonicalLine(head[i].text));
      columns_.emplace(std::move(name), i);
    }
    is_safe_ = std::ranges::all_of(table.children, [](const Element& row) {
      return std::ranges::all_of(row.children, [](const Element& cell) { return MayBeSafe(cell.text); });
    });
  }
  bool Has(std::initializer_list<const char*> names) const {
    return std::ranges::all_of(names, [&](const char* name) { return columns_.contains(name); });
  }
  std::size_t rows() const { return table_.children.empty() ? 0 : table_.children.size() - 1; }
  // Of the first of these columns that there is.
  std::string Cell(std::size_t row, std::initializer_list<const char*> names) const {
    const auto& cells = table_.children[row + 1].children;
    for (const char* name : names) {
      const auto column = columns_.find(name);
      if (column != columns_.end())
        return column->second < cells.size() ? Unsafe(cells[column->second].text) : std::string();
    }
    return {};
  }
  std::string AllColumns() const {
    std::string names;
    for (const auto& [name, column] : columns_) names += (names.empty() ? "" : ", ") + name;
    return names;
  }

 private:
  // Could a spreadsheet-safe file hold it?  One cell that it could not shows that the cells are as they are.
  static bool MayBeSafe(const std::string& cell) {
    std::string again = cell;
    core::TakeSafetyOff(again);
    core::MakeSafe(again);
    return again == cell;
  }
  // The ' of a spreadsheet-safe file goes where it protects.
  std::string Unsafe(std::string cell) const {
    if (is_safe_) core::TakeSafetyOff(cell);
    return Canonical(cell);
  }
  const Element& table_;
  std::map<std::string, std::size_t> columns_;
  bool is_safe_ = true;
};

std::string GuidOfName(const std::string& name) {
  return core::GuidOf("code of a table\n" + name);
}

class Tables {
 public:
  explicit Tables(const model::Study& study) : study_(study), guids_(out_.report) {
    for (const auto& code : study.codebook) {
      existing_.emplace(code.id.value, model::GuidOf(code));
      existing_.emplace(code.label, model::GuidOf(code));
    }
  }

  // False: it is no table that we know.
  bool Read(const Sheet& sheet) {
    if (sheet.Has({"document", "code", "coder"}) || sheet.Has({"document", "code", "exact"})) {
      Codings(sheet);
    } else if (sheet.Has({"document", "tag", "content"})) {
      Highlights(sheet);
    } else if (sheet.Has({"about", "subject", "text"})) {
      out_.report.Add("memos in tables", "left out: a .qdpx carries them", static_cast<std::int64_t>(sheet.rows()));
    } else if (sheet.Has({"code"}) || sheet.Has({"label"}) || sheet.Has({"name"}) || sheet.Has({"tag"})) {
      Codebook(sheet);
    } else {
      return false;
    }
    return true;
  }

  void Tell(const std::string& notice) { out_.report.Add(notice, "read all the same"); }

  Imported Take() {
    SortCodes();
    return std::move(out_);
  }

 private:
  void Codebook(const Sheet& sheet) {
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
      const std::string key = CanonicalLine(sheet.Cell(row, {"code", "tag", "name", "label"}));
      if (key.empty()) continue;
      // A column of ids beside the names: a code of the same id is the same code.
      const bool ours = sheet.Has({"code", "label"}) && model::IsValidId(key);
      ImportedCode code;
      if (ours) code.id = key;
      code.name = CanonicalLine(sheet.Cell(row, {"label", "name", "code", "tag"}));
      if (code.name.empty()) code.name = key;
      const std::string parent = CanonicalLine(sheet.Cell(row, {"parent"}));
      code.guid = guids_.Define(Guid(sheet.Cell(row, {"guid"}), key, ours), "code\n" + key);
      by_key_.emplace(key, code.guid);
      parents_[code.guid] = parent;
      model::Code parts;
      parts.definition = sheet.Cell(row, {"definition", "description", "memo"});
      parts.include = sheet.Cell(row, {"include"});
      parts.exclude = sheet.Cell(row, {"exclude"});
      code.description = WriteCodeDescription(parts);
      code.kind = model::FromWord<model::CodeKind>(CanonicalLine(sheet.Cell(row, {"kind"})));
      code.colour = ReadColour(sheet.Cell(row, {"colour", "color"})).value_or("");
      out_.codes.push_back(std::move(code));
    }
  }

  // One of ours keeps the GUID that its id gives, so that a code of the same id is the same code.
  static std::string Guid(const std::string& cell, const std::string& key, bool ours) {
    if (core::ReadGuid(cell)) return cell;
    model::Code code;
    code.id = model::CodeId(key);
    return ours ? model::GuidOf(code) : GuidOfName(key);
  }

  // Parents stand before their children; a circle is cut.
  void SortCodes() {
    std::map<std::string, std::size_t> at;
    for (std::size_t i = 0; i < out_.codes.size(); ++i) at.emplace(out_.codes[i].guid, i);
    for (ImportedCode& code : out_.codes) {
      const std::string& parent = parents_[code.guid];
      if (parent.empty()) continue;
      if (const auto found = by_key_.find(parent); found != by_key_.end()) {
        code.parent = found->second;
      } else if (const auto known = existing_.find(parent); known != existing_.end()) {
        code.parent = known->second;
      } else {
        out_.report.Add("codes below a code that is not there", "at the top");
      }
    }
    std::vector<ImportedCode> sorted;
    std::vector<int> state(out_.codes.size(), 0);  // 1: on the way, 2: written
    for (std::size_t i = 0; i < out_.codes.size(); ++i) {
      std::vector<std::size_t> way;
      for (std::size_t next = i; state[next] == 0;) {
        state[next] = 1;
        way.push_back(next);
        const auto above = at.find(out_.codes[next].parent);
        if (above == at.end() || state[above->second] == 2) break;
        if (state[above->second] == 1) {
          out_.report.Add("codes that are below themselves", "one of them at the top");
          out_.codes[next].parent.clear();
          break;
        }
        next = above->second;
      }
      for (auto step = way.rbegin(); step != way.rend(); ++step) {
        state[*step] = 2;
        sorted.push_back(out_.codes[*step]);
      }
    }
    out_.codes = std::move(sorted);
  }

  std::string CodeOf(const std::string& key, const std::string& label) {
    if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
    if (const auto found = existing_.find(key); found != existing_.end()) {
      Known(found->second);
      return found->second;
    }
    ImportedCode code;
    code.name = label.empty() ? key : label;
    code.guid = GuidOfName(key);
    by_key_.emplace(key, code.guid);
    out_.codes.push_back(code);
    out_.report.Add("codes that only codings name", "a code each, at the top");
    return code.guid;
  }

  // The study's own code, so that merging finds it.
  void Known(const std::string& guid) {
    const bool there = std::ranges::any_of(out_.codes, [&](const ImportedCode& code) { return code.guid == guid; });
    if (there) return;
    ImportedCode code;
    code.guid = guid;
    code.name = "known";
    out_.codes.push_back(std::move(code));
  }

  const model::Document* DocumentOf(const std::string& name) {
    for (const auto& document : study_.documents) {
      if (document.id.value == name) return &document;
    }
    const model::Document* found = nullptr;
    for (const auto& document : study_.documents) {
      const std::string_view id = document.id.value;
      const bool same = document.title == name || id.substr(id.find('/') + 1) == name;
      if (same && found != nullptr) return nullptr;  // two could be meant
      if (same) found = &document;
    }
    return found;
  }

  void Source(const model::Document& document) {
    const std::string guid = GuidOfDocument(document.id);
    if (std::ranges::any_of(out_.sources, [&](const ImportedSource& one) { return one.guid == guid; })) return;
    out_.sources.push_back({guid, document.title, document.text, {}});
  }

  std::string User(const std::string& name) {
    const std::string guid = GuidOfCoder(model::CoderId(name));
    if (!name.empty() &&
        std::ranges::none_of(out_.users, [&](const ImportedUser& user) { return user.guid == guid; })) {
      out_.users.push_back({guid, name});
    }
    return name.empty() ? std::string() : guid;
  }

  void Codings(const Sheet& sheet) {
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
      const std::string exact = sheet.Cell(row, {"exact"});
      const auto start = ReadInteger(sheet.Cell(row, {"start"}));
      const auto end = ReadInteger(sheet.Cell(row, {"end"}));
      std::optional<core::TextRange> place;
      if (start && end) place = core::TextRange{*start, *end};
      ImportedCoding coding;
      coding.guid = sheet.Cell(row, {"id"});
      coding.user = User(CanonicalLine(sheet.Cell(row, {"coder"})));
      coding.memo = sheet.Cell(row, {"memo"});
      if (const auto at = ReadMoment(sheet.Cell(row, {"at", "created"}))) coding.at = at->at;
      Place(sheet.Cell(row, {"document"}), CanonicalLine(sheet.Cell(row, {"code"})),
            CanonicalLine(sheet.Cell(row, {"label"})), exact, place, row, std::move(coding));
    }
    if (sheet.rows() > 0)
      out_.report.Add("statuses of codings in tables", "submitted: a person looks at them again", 1);
  }

  void Highlights(const Sheet& sheet) {
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
      const std::string tag = CanonicalLine(sheet.Cell(row, {"tag"}));
      if (tag.empty()) {
        out_.report.Add("highlights without a tag", "left out");
        continue;
      }
      Place(sheet.Cell(row, {"document"}), tag, {}, sheet.Cell(row, {"content"}), {}, row, {});
    }
  }

  void Place(const std::string& document_name, const std::string& key, const std::string& label,
             const std::string& exact, const std::optional<core::TextRange>& place, std::size_t row,
             ImportedCoding coding) {
    const model::Document* document = DocumentOf(CanonicalLine(document_name));
    if (document == nullptr) {
      Lost(row, document_name, key, exact, "documents that the study does not have, or has twice");
      return;
    }
    const core::TextIndex index(document->text);
    if (place && index.Slice(*place) == std::string_view(exact) && !exact.empty()) {
      coding.range = *place;
    } else {
      const FoundQuote found = FindQuote(document->text, exact);
      if (found.range.length() <= 0) {
        Lost(row, document_name, key, exact,
             found.is == QuoteMatch::kAmbiguous ? "passages that are there more than once"
                                                : "passages that are not in their document");
        return;
      }
      if (found.is == QuoteMatch::kFuzzy)
        out_.report.Add("passages that are a little different in the study", "put there");
      coding.range = found.range;
    }
    Source(*document);
    coding.source = GuidOfDocument(document->id);
    coding.code = CodeOf(key, label);
    coding.guid = guids_.Define(
        coding.guid, "coding of a table\n" + document->id.value + "\n" + std::to_string(coding.range.start) + "\n" +
                         std::to_string(coding.range.end) + "\n" + coding.code + "\n" + coding.user);
    out_.codings.push_back(std::move(coding));
  }

  void Lost(std::size_t row, const std::string& document, const std::string& key, const std::string& exact,
            const char* why) {
    out_.report.Add(std::string("codings of ") + why, "a memo each");
    ImportedMemo memo;
    memo.guid = core::GuidOf("row of a table\n" + document + "\n" + key + "\n" + exact);
    memo.text = "Row " + std::to_string(row + 2) + " of a table: \"" + key + "\" on \"" + exact + "\" in \"" +
                document + "\" has no place in this study.";
    if (std::ranges::none_of(out_.memos, [&](const ImportedMemo& one) { return one.guid == memo.guid; })) {
      out_.memos.push_back(std::move(memo));
    }
  }

  const model::Study& study_;
  Imported out_;
  GuidRegistry guids_;
  std::map<std::string, std::string> by_key_;    // GUID by what codings call a code
  std::map<std::string, std::string> parents_;   // what a code's parent is called, by GUID
  std::map<std::string, std::string> existing_;  // GUIDs of the study's codes, by id and label
};

}  // namespace

core::Result<Imported> ReadTables(const model::ProjectFile& file, const model::Study& study) {
  const auto has_table = [&](const char* name) {
    return std::ranges::any_of(file.root.children,
                               [&](const Element& table) { return table.Attribute("name") == name; });
  };
  if (has_table("highlights")) {
    const bool is_database = std::ranges::any_of(file.root.children, [](const Element& table) {
      return !table.children.empty() && !table.children.front().children.empty() &&
             !table.children.front().children.front().Attribute("name").empty();
    });
    if (is_database) return ReadTaguette(file);
  }
  if (has_table("code_name") && has_table("code_text")) return ReadQualCoder(file);
  if (file.root.children.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "nothing that a coding program keeps is in the file. Fix: give a project of Taguette (Export "
                      "project, SQLite) or the data.qda of a QualCoder project");
  }
  Tables tables(study);
  for (const std::string& notice : file.notices) tables.Tell(notice);
  std::size_t known = 0;
  std::string columns;
  // Codebooks first: codings refer to them.
  for (const bool codings : {false, true}) {
    for (const Element& table : file.root.children) {
      const Sheet sheet(table);
      if (sheet.Has({"document"}) != codings) continue;
      columns += (columns.empty() ? "" : "; ") + sheet.AllColumns();
      if (tables.Read(sheet)) ++known;
    }
  }
  if (known == 0 && columns.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "nothing in the file can be read: it is empty or damaged. Fix: export it again from the program "
                      "it was made with");
  }
  if (known == 0) {
    return core::Fail(
        core::ErrorCode::kInvalidInput,
        "the table has no columns that are known (it has: " + columns +
            "). A codebook needs a column code, name, label or tag; codings need document, code and exact. "
            "Fix: name the columns so in the first row, or export REFI-QDA (.qdpx, .qdc)");
  }
  return tables.Take();
}

}  // namespace commonground::coding
