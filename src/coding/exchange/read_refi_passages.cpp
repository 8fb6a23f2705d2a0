// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the coded passages of a REFI-QDA project, by each way of counting.

#include <algorithm>

#include "coding/exchange/guids.h"
#include "coding/exchange/internal/refi_project.h"

namespace commonground::coding {

void RefiProject::Source(std::size_t index) {
  RefiSource& source = sources_[index];
  std::string name = source.name;
  if (name.empty()) name = "document " + std::to_string(index + 1);
  std::vector<std::string> left;  // what could not stand on a passage
  const PlaceFinder finder(source.text, out_.offsets.reading);
  const core::TextIndex text_index(source.text.canonical);
  if (source.has_text && !IsBlank(source.text.canonical)) {
    const auto found = case_of_.find(source.guid);
    out_.sources.push_back({source.guid, name, source.text.canonical,
                            found == case_of_.end() ? std::string() : found->second, Values(source.variables)});
  } else {
    source.has_text = false;
    out_.report.Add("sources without a text (" + source.element + ")", "no document; their codings became a memo");
  }
  for (const RefiPassage& passage : source.passages) Passage(source, passage, finder, text_index, left);
  const core::TextRange all{0, source.text.Place(source.text.letters.size())};
  for (const RefiCoding& coding : source.whole) {
    if (source.has_text) {
      Coding(source, {}, coding, all, "whole document");
      out_.report.Add("codings of a document as a whole", "codings of all of its text");
    } else {
      left.push_back(Line(coding, {}, "all of it"));
    }
  }
  const MemoSubject about = source.has_text ? MemoSubject::kDocument : MemoSubject::kStudy;
  const std::string subject = source.has_text ? source.guid : std::string();
  for (const std::string& note : source.notes) refs_.emplace_back(note, Target{about, subject});
  for (const std::string& guid : Guids(source)) {
    for (const std::string& note : links_[guid]) refs_.emplace_back(note, Target{about, subject});
  }
  if (!IsBlank(source.description)) Memo("description\n" + source.guid, subject, about, source.description);
  if (!source.has_text && !source.variables.empty()) {
    out_.report.Add("variables of sources without a text", "left out",
                    static_cast<std::int64_t>(source.variables.size()));
  }
  if (left.empty()) return;
  std::string text = name + " (" + source.element + "): what the project says about it and no passage can carry.\n";
  for (const std::string& line : left) text += "- " + line + "\n";
  Memo("left\n" + source.guid, subject, about, text);
}

std::vector<std::string> RefiProject::Guids(const RefiSource& source) {
  std::vector<std::string> guids = source.other_guids;
  guids.push_back(source.guid);
  return guids;
}

void RefiProject::Passage(const RefiSource& source, const RefiPassage& passage, const PlaceFinder& finder,
                          const core::TextIndex& index, std::vector<std::string>& left) {
  std::optional<core::TextRange> range;
  if (source.has_text && passage.region.empty() && passage.start && passage.end) {
    range = finder.Find({*passage.start, *passage.end, {}});
    if (range && IsBlank(*index.Slice(*range))) range.reset();
  }
  std::vector<std::string> notes = passage.notes;
  if (const auto found = links_.find(passage.guid); found != links_.end()) {
    notes.insert(notes.end(), found->second.begin(), found->second.end());
  }
  if (!range) {
    const std::string where = !passage.region.empty() ? passage.region : Shown(passage);
    for (const RefiCoding& coding : passage.codings) left.push_back(Line(coding, passage, where));
    if (passage.codings.empty()) left.push_back(where + Words(passage));
    for (const std::string& note : notes) left.push_back(where + ": " + NoteText(note));
    for (const RefiCoding& coding : passage.codings) {
      for (const std::string& note : coding.notes) left.push_back(where + ": " + NoteText(note));
    }
    out_.report.Add(passage.region.empty()
                        ? (source.has_text ? "passages that lie outside of the text, or on blanks only"
                                           : "passages of sources without a text")
                        : "parts of images, pages and recordings",
                    "a line of a memo each");
    return;
  }
  if (passage.codings.empty()) return Annotation(source, passage, *range, index, notes);
  for (const RefiCoding& coding : passage.codings) {
    ImportedCoding& made = Coding(source, passage, coding, *range, {});
    if (!IsBlank(passage.description)) made.memo = passage.description;
    for (const std::string& note : notes) refs_.emplace_back(note, Target{MemoSubject::kCoding, made.guid});
  }
}

std::string RefiProject::Shown(const RefiPassage& passage) {
  const auto text = [](const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : "?"; };
  return "characters " + text(passage.start) + " to " + text(passage.end);
}

void RefiProject::Annotation(const RefiSource& source, const RefiPassage& passage, const core::TextRange& range,
                             const core::TextIndex& index, const std::vector<std::string>& notes) {
  constexpr std::int64_t kMax = 80;
  const bool cut = range.length() > kMax;
  const std::string words(*index.Slice({range.start, cut ? range.start + kMax : range.end}));
  const std::string head = "On characters " + std::to_string(range.start) + " to " + std::to_string(range.end) +
                           " (\"" + words + (cut ? "…" : "") + "\")";
  if (IsBlank(passage.description) && notes.empty()) {
    out_.report.Add("passages without a code and without a note", "left out");
    return;
  }
  if (!IsBlank(passage.description)) {
    ImportedMemo& memo =
        Memo("description\n" + passage.guid, source.guid, MemoSubject::kDocument, head + ": " + passage.description);
    memo.user = passage.user;
    memo.at = passage.at;
  }
  for (const std::string& note : notes) {
    refs_.emplace_back(note, Target{MemoSubject::kDocument, source.guid});
    heads_[note] = head;
  }
  out_.report.Add("passages with a note and no code", "memos on their document");
}

ImportedCoding& RefiProject::Coding(const RefiSource& source, const RefiPassage& passage, const RefiCoding& coding,
                                    const core::TextRange& range, const std::string& hint) {
  ImportedCoding made;
  made.guid = coding.guid;
  made.source = source.guid;
  made.range = range;
  made.code = coding.code;
  made.user = coding.user;
  if (made.user.empty()) made.user = !passage.user.empty() ? passage.user : passage.modifier;
  if (!coding.user.empty() && !passage.user.empty() && coding.user != passage.user) made.other_user = passage.user;
  made.at = coding.at ? coding.at : passage.at;
  if (coding.at && passage.at && *coding.at != *passage.at) made.other_at = passage.at;
  made.hint = hint;
  std::vector<std::string> notes = coding.notes;
  if (const auto found = links_.find(coding.guid); found != links_.end()) {
    notes.insert(notes.end(), found->second.begin(), found->second.end());
  }
  for (const std::string& note : notes) {
    // The words that one of our codings carries itself.
    const auto found = note_at_.find(note);
    if (found != note_at_.end() && note == GuidOfCodingMemo(coding.guid)) {
      made.memo = notes_[found->second].text.canonical;
      used_.insert(note);
    } else {
      refs_.emplace_back(note, Target{MemoSubject::kCoding, coding.guid});
    }
  }
  out_.codings.push_back(std::move(made));
  return out_.codings.back();
}

std::string RefiProject::Line(const RefiCoding& coding, const RefiPassage& passage, const std::string& where) const {
  const auto code = std::ranges::find(out_.codes, coding.code, &ImportedCode::guid);
  const std::string who = !coding.user.empty() ? coding.user : passage.user;
  const auto user = std::ranges::find(out_.users, who, &ImportedUser::guid);
  std::string line = where + ": " + (code == out_.codes.end() ? "an unknown code" : code->name) + ", by " +
                     (user == out_.users.end() || user->name.empty() ? "somebody unknown" : user->name);
  return line + Words(passage);
}

// Of a part of a page: the words that stand there, and what was said of them.
std::string RefiProject::Words(const RefiPassage& passage) {
  std::string words;
  if (!passage.region.empty() && !IsBlank(passage.name)) words += ": \"" + passage.name + "\"";
  if (!IsBlank(passage.description)) words += ": " + passage.description;
  return words;
}

}  // namespace commonground::coding
