// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a Taguette project from its tables.

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "coding/anchoring/find_quote.h"
#include "coding/exchange/foreign_databases.h"
#include "coding/exchange/internal/named_cells.h"
#include "coding/exchange/refi_values.h"
#include "core/guid.h"

namespace commonground::coding {

namespace {

// A Taguette document: its text, and where each byte of its pieces stands in it.
struct TaguetteText {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> pieces;  // their first byte, and the place in `text` (bytes)
  std::size_t bytes = 0;
  core::TextIndex index{std::string_view()};  // of `text`

  explicit TaguetteText(const Element* contents) {
    if (contents == nullptr) return;
    for (const Element& piece : contents->children) {
      const auto at = ReadInteger(piece.Attribute("at"));
      if (!at || *at < 0) continue;
      if (piece.Attribute("block") == "1" && !text.empty() && !text.ends_with('\n')) text += '\n';
      pieces.emplace_back(static_cast<std::size_t>(*at), text.size());
      // What is not in its canonical form changes places; Find() then looks for the words.
      text += Canonical(piece.text);
      bytes = static_cast<std::size_t>(*at) + piece.text.size();
    }
    index = core::TextIndex(std::string_view(text));
  }
  TaguetteText(const TaguetteText&) = delete;
  TaguetteText& operator=(const TaguetteText&) = delete;
  std::optional<std::size_t> Byte(std::int64_t offset) const {
    if (offset < 0 || static_cast<std::size_t>(offset) > bytes) return std::nullopt;
    const auto after = std::ranges::upper_bound(pieces, static_cast<std::size_t>(offset), {},
                                                &std::pair<std::size_t, std::size_t>::first);
    if (after == pieces.begin()) return std::nullopt;
    const auto& [first, place] = *(after - 1);
    return std::min(text.size(), place + static_cast<std::size_t>(offset) - first);
  }
};

class Taguette {
 public:
  explicit Taguette(const model::ProjectFile& file) : file_(file) {}

  core::Result<Imported> Read() {
    std::size_t projects = 0;
    EachRow(file_, "projects", [&](const Element& row) {
      ++projects;
      out_.name = LineOf(row, "name");
      Memo("project", {}, model::MemoSubject::kStudy, TextOf(row, "description"));
    });
    if (projects > 1) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the database holds several projects. Fix: export one of them from Taguette (Export project, "
                        "SQLite)");
    }
    out_.origin = "Taguette";
    out_.offsets.why = "bytes of UTF-8, as Taguette counts";
    Tags();
    Commands();
    Documents();
    Highlights();
    return std::move(out_);
  }

 private:
  std::string Guid(const char* what, const std::string& id) const {
    return core::GuidOf("taguette\n" + out_.name + "\n" + what + "\n" + id);
  }

  void Memo(const char* what, const std::string& subject, model::MemoSubject about, const std::string& text) {
    if (IsBlank(text)) return;
    ImportedMemo memo;
    memo.guid = Guid(what, "memo of " + subject);
    memo.about = about;
    memo.subject = subject;
    memo.text = text;
    out_.memos.push_back(std::move(memo));
  }

  void Tags() {
    std::map<std::string, std::string> parents;
    EachRow(file_, "tags", [&](const Element& row) {
      ImportedCode code;
      const std::string id = LineOf(row, "id");
      code.guid = Guid("tag", id);
      code.name = LineOf(row, "path");
      if (code.name.empty()) code.name = "unnamed code";
      code.description = TextOf(row, "description");
      if (const std::string parent = LineOf(row, "parent_id"); !parent.empty())
        parents[code.guid] = Guid("tag", parent);
      tags_[id] = code.guid;
      out_.codes.push_back(std::move(code));
    });
    // Parents before children; what is below itself stays at the top.
    std::vector<ImportedCode> sorted;
    std::vector<ImportedCode> left = std::move(out_.codes);
    for (bool moved = true; moved;) {
      moved = false;
      for (ImportedCode& code : left) {
        if (code.guid.empty()) continue;
        const auto parent = parents.find(code.guid);
        const bool ready = parent == parents.end() || std::ranges::any_of(sorted, [&](const ImportedCode& one) {
                             return one.guid == parent->second;
                           });
        if (!ready) continue;
        if (parent != parents.end()) code.parent = parent->second;
        sorted.push_back(code);
        code.guid.clear();
        moved = true;
      }
    }
    for (ImportedCode& code : left) {
      if (code.guid.empty()) continue;
      out_.report.Add("codes that are below themselves, or below a code that is not there", "at the top");
      sorted.push_back(std::move(code));
    }
    out_.codes = std::move(sorted);
  }

  // Taguette keeps who did what and when in a list of commands; a highlight itself has neither.
  void Commands() {
    EachRow(file_, "commands", [&](const Element& row) {
      const auto payload = nlohmann::json::parse(TextOf(row, "payload"), nullptr, false);
      if (!payload.is_object() || !payload.contains("type") || payload["type"] != "highlight_add") return;
      const auto id = payload.find("highlight_id");
      if (id == payload.end() || !id->is_number_integer()) return;
      const auto at = ReadMoment(LineOf(row, "date"));
      const auto [made, is_new] = made_.try_emplace(std::to_string(id->get<std::int64_t>()));
      if (!is_new && at && made->second.at && made->second.at <= at->at) return;  // a later change of it
      made->second = {User(LineOf(row, "user_login")), at ? std::optional(at->at) : std::nullopt};
    });
  }

  std::string User(const std::string& name) {
    if (name.empty()) return {};
    const std::string guid = core::GuidOf("taguette\nuser\n" + name);
    if (std::ranges::none_of(out_.users, [&](const ImportedUser& user) { return user.guid == guid; })) {
      out_.users.push_back({guid, name});
    }
    return guid;
  }

  void Documents() {
    EachRow(file_, "documents", [&](const Element& row) {
      const std::string id = LineOf(row, "id");
      const std::string guid = Guid("document", id);
      const auto [text, is_new] = texts_.try_emplace(id, CellOf(row, "contents"));
      if (!is_new || IsBlank(text->second.text)) {
        out_.report.Add("documents without a text", "left out; their descriptions are kept");
        Memo("document", {}, model::MemoSubject::kStudy, TextOf(row, "description"));
        return;
      }
      out_.sources.push_back({guid, LineOf(row, "name"), text->second.text, {}});
      Memo("document", guid, model::MemoSubject::kDocument, TextOf(row, "description"));
      out_.report.Add("documents with styles (HTML)", "their text");
    });
  }

  void Highlights() {
    std::map<std::string, std::vector<std::string>> tags_of;
    EachRow(file_, "highlight_tags", [&](const Element& row) {
      const auto tag = tags_.find(LineOf(row, "tag_id"));
      if (tag != tags_.end()) tags_of[LineOf(row, "highlight_id")].push_back(tag->second);
    });
    EachRow(file_, "highlights", [&](const Element& row) {
      const std::string id = LineOf(row, "id");
      const std::string document = LineOf(row, "document_id");
      const auto text = texts_.find(document);
      const auto range = text == texts_.end() ? std::nullopt : Find(text->second, row);
      for (const std::string& tag : tags_of[id]) {
        if (!range) {
          Lost(id, document, tag, TextOf(row, "snippet"));
          continue;
        }
        ImportedCoding coding;
        coding.guid = Guid("highlight", id + "\n" + tag);
        coding.source = Guid("document", document);
        coding.range = *range;
        coding.code = tag;
        if (const auto made = made_.find(id); made != made_.end()) {
          coding.user = made->second.user;
          coding.at = made->second.at;
        }
        out_.codings.push_back(std::move(coding));
      }
      if (tags_of[id].empty()) out_.report.Add("highlights without a tag", "left out");
    });
  }

  std::optional<core::TextRange> Find(const TaguetteText& text, const Element& row) {
    const auto start = ReadInteger(LineOf(row, "start_offset"));
    const auto end = ReadInteger(LineOf(row, "end_offset"));
    const std::string snippet = TextOf(row, "snippet");
    constexpr std::size_t kNowhere = std::string::npos;
    const std::size_t first = start ? text.Byte(*start).value_or(kNowhere) : kNowhere;
    const std::size_t last = end ? text.Byte(*end).value_or(kNowhere) : kNowhere;
    const auto begins = [&](std::size_t at) {
      return at == text.text.size() || (static_cast<unsigned char>(text.text[at]) & 0xc0U) != 0x80U;
    };
    if (last != kNowhere && first < last && begins(first) && begins(last)) {
      const std::string_view words = std::string_view(text.text).substr(first, last - first);
      if (snippet.empty() || WithoutSpaces(words) == WithoutSpaces(snippet)) {
        return core::TextRange{text.index.CodePoint(first), text.index.CodePoint(last)};
      }
    }
    const FoundQuote found = FindQuote(text.text, snippet);
    if (found.range.length() <= 0) return std::nullopt;
    out_.report.Add("highlights whose place and words differ", "put where the words are");
    return found.range;
  }

  void Lost(const std::string& id, const std::string& document, const std::string& tag, const std::string& snippet) {
    out_.report.Add("highlights without a place in their document", "a memo each");
    const bool known = texts_.contains(document) && !texts_.at(document).text.empty();
    const auto code = std::ranges::find(out_.codes, tag, &ImportedCode::guid);
    Memo("highlight", known ? Guid("document", document) : std::string(),
         known ? model::MemoSubject::kDocument : model::MemoSubject::kStudy,
         "A highlight of Taguette (" + id + ", \"" + (code == out_.codes.end() ? "" : code->name) + "\") on \"" +
             snippet + "\" has no place here.");
    out_.memos.back().guid = Guid("highlight", id + "\n" + tag + "\nmemo");
  }

  const model::ProjectFile& file_;
  Imported out_;
  std::map<std::string, std::string> tags_;
  std::map<std::string, TaguetteText> texts_;
  struct Made {
    std::string user;  // GUID
    std::optional<core::Moment> at;
  };
  std::map<std::string, Made> made_;  // by the highlight's id
};

}  // namespace

core::Result<Imported> ReadTaguette(const model::ProjectFile& file) {
  return Taguette(file).Read();
}

}  // namespace commonground::coding
