// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sources and notes of a REFI-QDA project as they stand in its elements; places are not looked at yet.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "coding/exchange/raw_text.h"
#include "coding/exchange/refi_values.h"
#include "model/results/project_file.h"

namespace commonground::coding {

struct RefiCoding {
  std::string guid;
  std::string code;
  std::string user;
  std::optional<core::Moment> at;
  std::vector<std::string> notes;
};

// A part of a source: of its text, or of a picture, a page, a recording.
struct RefiPassage {
  std::string guid;
  std::optional<std::int64_t> start;
  std::optional<std::int64_t> end;
  std::string region;  // "page 2, 10,20 to 30,40"; empty: a part of the text
  std::string name;
  std::string description;
  std::string user;
  std::string modifier;
  std::optional<core::Moment> at;
  std::vector<RefiCoding> codings;
  std::vector<std::string> notes;
};

struct RefiSource {
  std::string guid;
  std::vector<std::string> other_guids;  // of the text that stands for it
  std::string name;
  std::string element;  // TextSource, PDFSource, Note, ...
  std::string description;
  std::string user;
  std::optional<core::Moment> at;
  std::string text_file;  // the file in the container that the text is from; empty: it stands in the XML
  bool has_text = false;
  RawText text;
  std::vector<RefiPassage> passages;
  std::vector<RefiCoding> whole;  // codings of the source as a whole
  std::vector<std::string> notes;
  std::vector<std::pair<std::string, std::string>> variables;  // GUID and value
};

// Reads elements; everything that is not understood is reported.  Threads: one.
class RefiReader {
 public:
  RefiReader(const model::ProjectFile& file, Report& report);

  GuidRegistry& guids() { return guids_; }
  std::vector<RefiSource> Sources(const model::Element& list);
  RefiSource Note(const model::Element& element) { return Text(element, "note"); }
  std::pair<std::string, std::string> Variable(const model::Element& value);
  std::vector<std::string> NoteRefs(const model::Element& element);
  std::optional<core::Moment> At(std::string_view text);

 private:
  RefiSource Text(const model::Element& element, const std::string& where);
  RefiSource Recording(const model::Element& element, const std::string& where, std::vector<RefiSource>& transcripts);
  RefiSource Pages(const model::Element& element, const std::string& where);
  void Head(const model::Element& element, const std::string& where, RefiSource& source);
  bool Common(const model::Element& child, RefiSource& source);
  RefiPassage Passage(const model::Element& element, const std::string& where);
  RefiCoding Coding(const model::Element& element, const std::string& where);
  void FindText(const model::Element& element, RefiSource& source);
  const std::string* File(std::string_view path) const;

  const model::ProjectFile& file_;
  Report& report_;
  GuidRegistry guids_;
  std::map<std::string, const std::string*> files_;  // by name without the folder, small letters
};

// Files whose text stands nowhere in the project: PDF and office files.  Their text can be read from them.
std::vector<std::string> FilesWithoutText(const model::ProjectFile& file);

}  // namespace commonground::coding
