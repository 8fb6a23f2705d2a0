// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the notes of a REFI-QDA project and what they are about.

#include <algorithm>

#include "coding/exchange/internal/refi_project.h"
#include "core/guid.h"

namespace commonground::coding {

std::string RefiProject::NoteText(const std::string& guid) {
  const auto found = note_at_.find(guid);
  if (found == note_at_.end()) return {};
  used_.insert(guid);
  return TextOf(notes_[found->second]);
}

std::string RefiProject::TextOf(const RefiSource& note) {
  const std::string text = note.has_text ? note.text.canonical : std::string();
  if (IsBlank(text)) return IsBlank(note.description) ? std::string() : note.description;
  return IsBlank(note.description) ? text : note.description + "\n\n" + text;
}

ImportedMemo& RefiProject::Memo(const std::string& what, const std::string& subject, MemoSubject about,
                                const std::string& text) {
  ImportedMemo memo;
  memo.guid = core::GuidOf("memo from another program\n" + what);
  memo.about = about;
  memo.subject = subject;
  memo.text = text;
  return out_.memos.emplace_back(std::move(memo));
}

std::vector<ImportedValue> RefiProject::Values(const std::vector<std::pair<std::string, std::string>>& variables) {
  std::vector<ImportedValue> values;
  if (out_.side) return values;  // our own file says it in another place
  for (const auto& [variable, value] : variables) {
    const auto found = variables_.find(variable);
    if (value.empty()) continue;
    valued_.insert(variable);
    const std::string name = found == variables_.end() ? "unknown variable" : found->second;
    values.push_back({name.empty() ? "unnamed variable" : name, value});
  }
  return values;
}

void RefiProject::Notes() {
  for (const auto& [variable, name] : variables_) {
    if (!out_.side && !valued_.contains(variable)) out_.report.Add("variables without a value", "left out");
  }
  for (const ImportedCode& code : out_.codes) {
    for (const std::string& note : links_[code.guid]) refs_.emplace_back(note, Target{MemoSubject::kCode, code.guid});
  }
  for (const ImportedCase& one : out_.cases) {
    for (const std::string& note : links_[one.guid]) refs_.emplace_back(note, Target{MemoSubject::kCase, one.guid});
  }
  std::map<std::string, std::vector<Target>> targets;
  for (const auto& [note, target] : refs_) targets[note].push_back(target);
  for (const RefiSource& note : notes_) {
    if (!note.passages.empty() || !note.whole.empty()) {
      out_.report.Add("codings of notes", "left out: notes are not coded here",
                      static_cast<std::int64_t>(note.passages.size() + note.whole.size()));
    }
    auto found = targets.find(note.guid);
    if (found == targets.end() && used_.contains(note.guid)) continue;
    std::vector<Target> all = found == targets.end() ? std::vector<Target>{{}} : found->second;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool again =
          std::ranges::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                              [&](const Target& t) { return t.about == all[i].about && t.guid == all[i].guid; });
      if (!again) Note(note, all[i], i);
    }
    targets.erase(note.guid);
  }
  for (const auto& [note, lost] : targets) {
    out_.report.Add("references to notes that are not there", "left out", static_cast<std::int64_t>(lost.size()));
  }
}

void RefiProject::Note(const RefiSource& note, const Target& target, std::size_t number) {
  ImportedMemo memo;
  memo.guid = number == 0 ? note.guid : core::GuidOf("note again\n" + note.guid + "\n" + target.guid);
  memo.about = target.about;
  memo.subject = target.guid;
  const auto kind = model::FromWord<model::MemoKind>(note.name);
  memo.kind = kind.value_or(model::MemoKind::kNote);
  memo.user = note.user;
  memo.at = note.at;
  memo.text = TextOf(note);
  if (!kind && !note.name.empty()) memo.text = note.name + "\n\n" + memo.text;
  if (const auto head = heads_.find(note.guid); head != heads_.end() && target.about == MemoSubject::kDocument) {
    memo.text = head->second + ": " + memo.text;
  }
  out_.memos.push_back(std::move(memo));
}

}  // namespace commonground::coding
