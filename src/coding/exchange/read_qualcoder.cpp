// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a QualCoder project from its tables.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "coding/anchoring/find_quote.h"
#include "coding/exchange/foreign_databases.h"
#include "coding/exchange/internal/named_cells.h"
#include "coding/exchange/refi_values.h"
#include "core/guid.h"

namespace commonground::coding {

namespace {

// A source, ready to be asked.
struct QualCoderText {
  QualCoderText(std::string guid_of_it, RawText text)
      : guid(std::move(guid_of_it)),
        raw(std::move(text)),
        two(raw, {Reading::Unit::kCodePoint, Reading::LinePair::kTwo}),
        one(raw, {Reading::Unit::kCodePoint, Reading::LinePair::kOne}),
        index(std::string_view(raw.canonical)) {}
  QualCoderText(const QualCoderText&) = delete;
  QualCoderText& operator=(const QualCoderText&) = delete;
  std::string guid;
  RawText raw;
  PlaceFinder two;
  PlaceFinder one;
  core::TextIndex index;
};

class QualCoder {
 public:
  explicit QualCoder(const model::ProjectFile& file) : file_(file) {}

  Imported Read() {
    out_.origin = "QualCoder";
    out_.offsets.why = "code points, as QualCoder counts";
    EachRow(file_, "project",
            [&](const Element& row) { Memo("project", {}, model::MemoSubject::kStudy, TextOf(row, "memo")); });
    Count("graph", "drawings (graphs)");
    Count("ris", "entries of a bibliography");
    Count("stored_sql", "stored queries");
    Codes();
    Sources();
    Codings();
    for (const char* table : {"code_image", "code_av"}) {
      EachRow(file_, table, [&](const Element& row) { CodingOfPicture(row); });
    }
    EachRow(file_, "journal", [&](const Element& row) {
      Owned(row, Memo("journal " + LineOf(row, "jid"), {}, model::MemoSubject::kStudy,
                      LineOf(row, "name") + "\n\n" + TextOf(row, "jentry")));
    });
    return std::move(out_);
  }

 private:
  // Names what has no place in a study.
  void Count(const char* table, const char* what) {
    const Element* rows = TableOf(file_, table);
    out_.report.Add(what, "left out", rows == nullptr ? 0 : static_cast<std::int64_t>(rows->children.size()));
  }

  static std::string Guid(const std::string& what) { return core::GuidOf("qualcoder\n" + what); }

  std::string User(const std::string& name) {
    if (name.empty()) return {};
    const std::string guid = Guid("owner\n" + name);
    if (std::ranges::none_of(out_.users, [&](const ImportedUser& user) { return user.guid == guid; })) {
      out_.users.push_back({guid, name});
    }
    return guid;
  }

  ImportedMemo* Memo(const std::string& what, const std::string& subject, model::MemoSubject about,
                     const std::string& text) {
    if (IsBlank(text)) return nullptr;
    ImportedMemo memo;
    memo.guid = Guid("memo\n" + what + "\n" + text);
    memo.about = about;
    memo.subject = subject;
    memo.text = text;
    return &out_.memos.emplace_back(std::move(memo));
  }

  // Who wrote it, and when.
  void Owned(const Element& row, ImportedMemo* memo) {
    if (memo == nullptr) return;
    memo->user = User(LineOf(row, "owner"));
    if (const auto at = ReadMoment(LineOf(row, "date"))) memo->at = at->at;
  }

  // What it says becomes a memo: documents here are texts.
  void CodingOfPicture(const Element& row) {
    out_.report.Add("codings of images and recordings", "left out: documents here are texts; their memos are kept");
    const std::string text = TextOf(row, "memo");
    if (IsBlank(text)) return;
    const auto code = code_names_.find(LineOf(row, "cid"));
    Owned(row,
          Memo("picture", {}, model::MemoSubject::kStudy,
               "On a part of an image or recording" +
                   (code == code_names_.end() ? std::string() : " coded \"" + code->second + "\"") + ":\n\n" + text));
  }

  // Categories are codes that were never given; they stand above the codes.
  void Codes() {
    struct Category {
      std::string id, parent, name, memo;
    };
    std::vector<Category> left;
    EachRow(file_, "code_cat", [&](const Element& row) {
      left.push_back({LineOf(row, "catid"), LineOf(row, "supercatid"), LineOf(row, "name"), TextOf(row, "memo")});
    });
    std::map<std::string, std::string> categories;
    const auto add = [&](const Category& one, const std::string& parent) {
      categories[one.id] = Guid("category\n" + one.id + "\n" + one.name);
      out_.codes.push_back(
          {categories[one.id], parent, one.name.empty() ? "unnamed code" : one.name, one.memo, {}, false, {}});
    };
    for (bool moved = true; moved;) {
      moved = false;
      for (auto one = left.begin(); one != left.end();) {
        const auto parent = categories.find(one->parent);
        if (one->parent.empty() || parent != categories.end()) {
          add(*one, one->parent.empty() ? std::string() : parent->second);
          one = left.erase(one);
          moved = true;
        } else {
          ++one;
        }
      }
    }
    for (const Category& one : left) {
      out_.report.Add("categories below themselves, or below one that is not there", "at the top");
      add(one, {});
    }
    SubCodes(categories);
  }

  // Codes may stand below other codes (supercid, since version 3.6) or in a category; parents come first.
  void SubCodes(const std::map<std::string, std::string>& categories) {
    std::vector<std::pair<ImportedCode, std::string>> left;  // with the id of the code above
    std::int64_t owned = 0;
    EachRow(file_, "code_name", [&](const Element& row) {
      ImportedCode code;
      const std::string id = LineOf(row, "cid");
      code.name = LineOf(row, "name");
      if (code.name.empty()) code.name = "unnamed code";
      code.guid = Guid("code\n" + id + "\n" + code.name);
      code.description = TextOf(row, "memo");
      code.colour = ReadColour(LineOf(row, "color")).value_or("");
      if (const auto parent = categories.find(LineOf(row, "catid")); parent != categories.end())
        code.parent = parent->second;
      owned += LineOf(row, "owner").empty() && LineOf(row, "date").empty() ? 0 : 1;
      codes_[id] = code.guid;
      code_names_[id] = code.name;
      left.emplace_back(std::move(code), LineOf(row, "supercid"));
    });
    out_.report.Add("owners and dates of codes", "left out: a code here has neither", owned);
    std::set<std::string> there;
    for (bool moved = true; moved;) {
      moved = false;
      for (auto& [code, above] : left) {
        if (code.guid.empty()) continue;
        const auto parent = codes_.find(above);
        if (parent != codes_.end() && !there.contains(parent->second)) continue;
        if (parent != codes_.end()) code.parent = parent->second;
        there.insert(code.guid);
        out_.codes.push_back(std::move(code));
        code.guid.clear();
        moved = true;
      }
    }
    for (auto& [code, above] : left) {
      if (code.guid.empty()) continue;
      out_.report.Add("codes below themselves", "in their category, or at the top");
      out_.codes.push_back(std::move(code));
    }
  }

  // By "case ID" and "file ID".
  std::map<std::string, std::vector<ImportedValue>> Attributes() {
    std::map<std::string, std::vector<ImportedValue>> values;
    EachRow(file_, "attribute", [&](const Element& row) {
      const std::string of = LineOf(row, "attr_type");
      std::string name = LineOf(row, "name");
      std::string value = LineOf(row, "value");
      if (value.empty()) return;
      if (of != "case" && of != "file") {
        out_.report.Add("attributes of what is neither a case nor a file", "left out");
        return;
      }
      values[of + " " + LineOf(row, "id")].push_back({name.empty() ? "unnamed variable" : name, value});
    });
    return values;
  }

  void Sources() {
    std::map<std::string, std::vector<ImportedValue>> values = Attributes();
    std::map<std::string, std::string> case_of;
    EachRow(file_, "cases", [&](const Element& row) {
      const std::string name = LineOf(row, "name");
      const std::string guid = Guid("case\n" + name);
      out_.cases.push_back(
          {guid, name.empty() ? "unnamed case" : name, std::exchange(values["case " + LineOf(row, "caseid")], {})});
      case_of["case " + LineOf(row, "caseid")] = guid;
      Owned(row, Memo("case\n" + name, guid, model::MemoSubject::kCase, TextOf(row, "memo")));
    });
    EachRow(file_, "case_text", [&](const Element& row) {
      const auto found = case_of.find("case " + LineOf(row, "caseid"));
      if (found == case_of.end()) return;
      if (const std::string text = TextOf(row, "memo"); !IsBlank(text)) {
        Owned(row, Memo("part of case " + LineOf(row, "fid"), found->second, model::MemoSubject::kCase, text));
      }
      if (!case_of.emplace("file " + LineOf(row, "fid"), found->second).second) {
        out_.report.Add("parts of documents that belong to cases of their own", "kept in the first");
      }
    });
    EachRow(file_, "source", [&](const Element& row) {
      const Element* text = CellOf(row, "fulltext");
      const std::string id = LineOf(row, "id");
      RawText raw = ReadRawText(text == nullptr ? std::string_view() : std::string_view(text->text));
      if (IsBlank(raw.canonical)) {
        out_.report.Add("sources without a text (images, recordings)", "left out; their memos are kept");
        Owned(row, Memo("source\n" + id, {}, model::MemoSubject::kStudy, TextOf(row, "memo")));
        return;
      }
      const std::string guid = Guid("source\n" + id + "\n" + LineOf(row, "name"));
      const auto in_case = case_of.find("file " + id);
      out_.sources.push_back({guid, LineOf(row, "name"), raw.canonical,
                              in_case == case_of.end() ? std::string() : in_case->second,
                              std::exchange(values["file " + id], {})});
      Owned(row, Memo("source\n" + id, guid, model::MemoSubject::kDocument, TextOf(row, "memo")));
      texts_.try_emplace(id, guid, std::move(raw));
    });
    for (const auto& [of, lost] : values) {
      out_.report.Add("attributes of what is not taken over", "left out", static_cast<std::int64_t>(lost.size()));
    }
  }

  void Codings() {
    EachRow(file_, "code_text", [&](const Element& row) {
      const auto source = texts_.find(LineOf(row, "fid"));
      const auto code = codes_.find(LineOf(row, "cid"));
      const auto start = ReadInteger(LineOf(row, "pos0"));
      const auto end = ReadInteger(LineOf(row, "pos1"));
      const std::string words = TextOf(row, "seltext");
      const auto range =
          source == texts_.end() || !start || !end ? std::nullopt : Find(source->second, *start, *end, words);
      if (!range || code == codes_.end()) {
        out_.report.Add("codings without a place in their document", "a memo each");
        const bool known = source != texts_.end();
        Memo("lost\n" + LineOf(row, "pos0"), known ? source->second.guid : std::string(),
             known ? model::MemoSubject::kDocument : model::MemoSubject::kStudy,
             "A coding of QualCoder on \"" + words + "\" has no place here.");
        return;
      }
      ImportedCoding coding;
      coding.source = source->second.guid;
      coding.range = *range;
      coding.code = code->second;
      coding.user = User(LineOf(row, "owner"));
      coding.memo = TextOf(row, "memo");
      if (LineOf(row, "important") == "1") {
        coding.memo = IsBlank(coding.memo) ? "Marked as important." : "Marked as important.\n\n" + coding.memo;
        out_.report.Add("codings marked as important", "said in their memo");
      }
      if (const auto at = ReadMoment(LineOf(row, "date"))) coding.at = at->at;
      coding.guid = Guid("coding\n" + coding.source + "\n" + std::to_string(range->start) + "\n" +
                         std::to_string(range->end) + "\n" + coding.code + "\n" + coding.user);
      out_.codings.push_back(std::move(coding));
    });
    EachRow(file_, "annotation", [&](const Element& row) {
      const auto source = texts_.find(LineOf(row, "fid"));
      const std::string where = "On characters " + LineOf(row, "pos0") + " to " + LineOf(row, "pos1") + ": ";
      ImportedMemo* memo = Memo("annotation\n" + LineOf(row, "anid"), source == texts_.end() ? "" : source->second.guid,
                                source == texts_.end() ? model::MemoSubject::kStudy : model::MemoSubject::kDocument,
                                IsBlank(TextOf(row, "memo")) ? std::string() : where + TextOf(row, "memo"));
      Owned(row, memo);
    });
  }

  std::optional<core::TextRange> Find(const QualCoderText& text, std::int64_t start, std::int64_t end,
                                      const std::string& words) {
    // Python counts a text that it read with its line ends made one.
    for (const PlaceFinder* finder : {&text.two, &text.one}) {
      const auto range = finder->Find({start, end, {}});
      if (!range) continue;
      const std::string there = WithoutSpaces(*text.index.Slice(*range));
      if (!there.empty() && (words.empty() || there == WithoutSpaces(words))) return range;
    }
    const FoundQuote found = FindQuote(text.raw.canonical, words);
    if (found.range.length() <= 0) return std::nullopt;
    out_.report.Add("codings whose place and words differ", "put where the words are");
    return found.range;
  }

  const model::ProjectFile& file_;
  Imported out_;
  std::map<std::string, std::string> codes_;
  std::map<std::string, std::string> code_names_;
  std::map<std::string, QualCoderText> texts_;
};

}  // namespace

core::Result<Imported> ReadQualCoder(const model::ProjectFile& file) {
  return QualCoder(file).Read();
}

}  // namespace commonground::coding
