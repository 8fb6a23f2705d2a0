// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How read_refi.h does it: one object a file.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "coding/exchange/imported.h"
#include "coding/exchange/refi_sources.h"
#include "core/text_range.h"
#include "model/results/project_file.h"

namespace commonground::coding {

using model::Element;
using model::MemoSubject;

class RefiProject {
 public:
  RefiProject(const model::ProjectFile& file, const std::optional<Reading>& offsets)
      : file_(file), offsets_(offsets), reader_(file, out_.report) {}

  Imported Run();

 private:
  struct Target {
    MemoSubject about = MemoSubject::kStudy;
    std::string guid;
  };

  static std::string Ending(const std::string& name);

  void ReadSide();

  // What others refer to.
  void Lists(const Element& child);

  void Codes(const Element& parent, const std::string& parent_guid);

  // What refers to sources and codes.
  void Rest(const Element& child);

  // By Lists(), or with the sources.
  static bool Read(const Element& child);

  void Case(const Element& element);

  void Set(const Element& element);

  // NVivo ties a note to what it is about by a link from the note.
  void Link(const Element& element);

  void Choose();

  // NVivo gives each coding the user and time of its code; those of the coding stand in its passage.
  void FindWhoCoded();

  void Source(std::size_t index);

  static std::vector<std::string> Guids(const RefiSource& source);

  void Passage(const RefiSource& source, const RefiPassage& passage, const PlaceFinder& finder,
               const core::TextIndex& index, std::vector<std::string>& left);

  static std::string Shown(const RefiPassage& passage);

  // A passage with words about it and no code.
  void Annotation(const RefiSource& source, const RefiPassage& passage, const core::TextRange& range,
                  const core::TextIndex& index, const std::vector<std::string>& notes);

  ImportedCoding& Coding(const RefiSource& source, const RefiPassage& passage, const RefiCoding& coding,
                         const core::TextRange& range, const std::string& hint);

  static std::string Words(const RefiPassage& passage);
  // Its words and its description: what a note says of itself comes first.
  static std::string TextOf(const RefiSource& note);

  std::string Line(const RefiCoding& coding, const RefiPassage& passage, const std::string& where) const;

  std::string NoteText(const std::string& guid);

  ImportedMemo& Memo(const std::string& what, const std::string& subject, MemoSubject about, const std::string& text);

  std::vector<ImportedValue> Values(const std::vector<std::pair<std::string, std::string>>& variables);

  // Each note becomes a memo about the first thing that refers to it, and one more about each further one.
  void Notes();

  void Note(const RefiSource& note, const Target& target, std::size_t number);

  const model::ProjectFile& file_;
  std::optional<Reading> offsets_;
  Imported out_;
  RefiReader reader_;
  std::vector<RefiSource> sources_;
  std::vector<RefiSource> notes_;
  std::map<std::string, std::size_t> note_at_;             // by GUID
  std::map<std::string, std::string> variables_;           // name by GUID
  std::set<std::string> valued_;                           // variables that something has a value for
  std::map<std::string, std::string> case_of_;             // by source
  std::map<std::string, std::vector<std::string>> links_;  // notes by what they are about
  std::vector<std::pair<std::string, Target>> refs_;       // note, what refers to it
  std::map<std::string, std::string> heads_;               // of notes on a passage without a code
  std::set<std::string> used_;                             // notes that stand elsewhere already
};

}  // namespace commonground::coding
