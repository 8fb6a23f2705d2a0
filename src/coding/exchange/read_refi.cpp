// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a REFI-QDA project or codebook.

#include "coding/exchange/read_refi.h"

#include <algorithm>

#include "coding/exchange/internal/refi_project.h"
#include "core/small_ascii.h"
#include "model/code_limits.h"

namespace commonground::coding {

Imported RefiProject::Run() {
  const Element& root = file_.root;
  out_.name = CanonicalLine(root.Attribute("name"));
  out_.origin = CanonicalLine(root.Attribute("origin"));
  for (const std::string& notice : file_.notices) out_.report.Add(notice, "read all the same");
  for (const model::LeftFile& left : file_.left) {
    out_.report.Add("files that are no text (" + Ending(left.name) + ")", "not kept");
  }
  ReadSide();
  for (const Element& child : root.children) Lists(child);
  for (const Element& child : root.children) {
    if (child.name == "Sources") sources_ = reader_.Sources(child);
  }
  for (const Element& child : root.children) Rest(child);
  for (const std::string& note : reader_.NoteRefs(root)) refs_.emplace_back(note, Target{MemoSubject::kStudy, {}});
  Choose();
  FindWhoCoded();
  for (std::size_t i = 0; i < sources_.size(); ++i) Source(i);
  Notes();
  return std::move(out_);
}

std::string RefiProject::Ending(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || name.size() - dot > 8 ? "without an ending" : name.substr(dot);
}

void RefiProject::ReadSide() {
  const auto found = file_.files.find(kSideFileName);
  if (found == file_.files.end()) return;
  auto side = ReadSidecar(found->second);
  if (side) {
    out_.side = std::move(*side);
  } else {
    out_.report.Add(std::string(kSideFileName) + " " + side.error().message,
                    "left out: statuses, kinds and adjudications are not known");
  }
}

void RefiProject::Lists(const Element& child) {
  if (child.name == "Users") {
    for (const Element& user : child.children) {
      std::string name = CanonicalLine(user.Attribute("name"));
      if (name.empty()) name = CanonicalLine(user.Attribute("id"));
      out_.users.push_back({reader_.guids().Define(user.Attribute("guid"), "user\n" + name), name});
    }
  } else if (child.name == "CodeBook") {
    for (const Element& codes : child.children) {
      if (codes.name == "Codes") Codes(codes, {});
    }
  } else if (child.name == "Codes") {
    Codes(child, {});
  } else if (child.name == "Variables") {
    for (const Element& variable : child.children) {
      const std::string guid = reader_.guids().Refer(variable.Attribute("guid"));
      const std::string name = CanonicalLine(variable.Attribute("name"));
      variables_[guid] = name;
      for (const Element& told : variable.children) {
        const std::string about = told.name == "Description" ? Canonical(told.text) : std::string();
        if (!about.empty() && !out_.side)
          Memo("description\nvariable\n" + guid, {}, MemoSubject::kStudy, name + ": " + about);
      }
    }
  } else if (child.name == "Notes") {
    for (const Element& note : child.children) {
      notes_.push_back(reader_.Note(note));
      note_at_.emplace(notes_.back().guid, notes_.size() - 1);
    }
  }
}

void RefiProject::Codes(const Element& parent, const std::string& parent_guid) {
  for (const Element& element : parent.children) {
    if (element.name != "Code") continue;
    if (out_.codes.size() > model::kMaxCodes) return;  // refused as a whole by who asked for it
    ImportedCode code;
    code.name = CanonicalLine(element.Attribute("name"));
    if (code.name.empty()) {
      code.name = "unnamed code";
      out_.report.Add("codes without a name", "called \"unnamed code\"");
    }
    code.guid = reader_.guids().Define(element.Attribute("guid"), "code\n" + parent_guid + "\n" + code.name);
    code.parent = parent_guid;
    code.is_codable = ReadBoolean(element.Attribute("isCodable")).value_or(true);
    if (const std::string_view colour = element.Attribute("color"); !colour.empty()) {
      if (const auto read = ReadColour(colour)) {
        code.colour = *read;
      } else {
        out_.report.Add("colours that are none", "left out");
      }
    }
    for (const Element& child : element.children) {
      if (child.name == "Description") code.description = Canonical(child.text);
    }
    for (const std::string& note : reader_.NoteRefs(element))
      refs_.emplace_back(note, Target{MemoSubject::kCode, code.guid});
    const std::string guid = code.guid;
    out_.codes.push_back(std::move(code));
    Codes(element, guid);
  }
}

void RefiProject::Rest(const Element& child) {
  if (child.name == "Cases") {
    for (const Element& one : child.children) Case(one);
  } else if (child.name == "Sets") {
    for (const Element& one : child.children) Set(one);
  } else if (child.name == "Links") {
    for (const Element& one : child.children) Link(one);
  } else if (child.name == "Graphs") {
    out_.report.Add("drawings (graphs)", "left out", static_cast<std::int64_t>(child.children.size()));
  } else if (child.name == "Description") {
    Memo("description\nproject", {}, MemoSubject::kStudy, Canonical(child.text));
  } else if (!Read(child)) {
    out_.report.Add("elements " + child.name + " of the project", "left out");
  }
}

bool RefiProject::Read(const Element& child) {
  for (const char* name : {"Users", "CodeBook", "Codes", "Variables", "Notes", "Sources", "NoteRef"}) {
    if (child.name == name) return true;
  }
  return false;
}

void RefiProject::Case(const Element& element) {
  ImportedCase one;
  one.name = CanonicalLine(element.Attribute("name"));
  one.guid = reader_.guids().Define(element.Attribute("guid"), "case\n" + one.name);
  std::vector<std::string> sources;
  std::vector<std::pair<std::string, std::string>> variables;
  std::string description;
  for (const Element& child : element.children) {
    if (child.name == "SourceRef") {
      sources.push_back(reader_.guids().Refer(child.Attribute("targetGUID")));
    } else if (child.name == "VariableValue") {
      variables.push_back(reader_.Variable(child));
    } else if (child.name == "Description") {
      description = Canonical(child.text);
    } else if (child.name == "CodeRef") {
      out_.report.Add("codes given to a case as a whole", "left out: a code stands on a passage or document here");
    } else if (child.name == "SelectionRef") {
      out_.report.Add("passages that belong to a case", "left out: a document belongs to a case here");
    }
  }
  // A program without variables of files puts each file into a case of its own, without a name.
  if (one.name.empty() && sources.size() == 1) {
    for (RefiSource& source : sources_) {
      if (source.guid != sources.front()) continue;
      std::ranges::move(variables, std::back_inserter(source.variables));
      if (source.description.empty()) source.description = description;
    }
    return;
  }
  if (one.name.empty()) one.name = "unnamed case";
  for (const std::string& source : sources) {
    if (!case_of_.emplace(source, one.guid).second) {
      out_.report.Add("documents that belong to several cases", "kept in the first");
    }
  }
  if (!description.empty()) Memo("description\n" + one.guid, one.guid, MemoSubject::kCase, description);
  one.values = Values(variables);
  out_.cases.push_back(std::move(one));
}

void RefiProject::Set(const Element& element) {
  const std::string name = CanonicalLine(element.Attribute("name"));
  std::string small = core::SmallAscii(name);
  const auto kind = model::FromWord<model::CodeKind>(small);
  ImportedSet set;
  set.name = IsBlank(name) ? "unnamed set" : name;
  std::int64_t others = 0;
  for (const Element& member : element.children) {
    const std::string_view target = member.Attribute("targetGUID");
    const std::string guid = reader_.guids().Refer(target.empty() ? member.Attribute("guid") : target);
    if (member.name == "MemberCode") {
      const auto code = std::ranges::find(out_.codes, guid, &ImportedCode::guid);
      if (kind && code != out_.codes.end()) code->kind = *kind;
      set.codes.push_back(guid);
    } else if (member.name == "MemberSource") {
      set.sources.push_back(guid);
    } else if (member.name == "Description") {
      if (const std::string text = Canonical(member.text); !IsBlank(text)) set.description = text;
    } else {
      ++others;
    }
  }
  out_.report.Add("notes in the set \"" + name + "\"", "left out of the set; kept as memos", others);
  // A set of codes that is named as a kind of code says the kind, and no more.
  if (kind && set.sources.empty() && set.description.empty()) return;
  set.guid = reader_.guids().Define(element.Attribute("guid"), "set\n" + set.name);
  out_.sets.push_back(std::move(set));
}

void RefiProject::Link(const Element& element) {
  const std::string from = reader_.guids().Refer(element.Attribute("originGUID"));
  const std::string to = reader_.guids().Refer(element.Attribute("targetGUID"));
  const auto is_note = [&](const std::string& guid) { return note_at_.contains(guid); };
  if (is_note(from) && !to.empty()) {
    links_[to].push_back(from);
  } else if (is_note(to) && !from.empty()) {
    links_[from].push_back(to);
  } else {
    out_.report.Add("links between codes, documents or passages", "left out");
  }
}

void RefiProject::Choose() {
  if (out_.side && !offsets_) {
    out_.offsets.reading = out_.side->offsets;
    out_.offsets.why = "as the file says";
    return;
  }
  std::vector<RawSource> raw;
  for (const RefiSource& source : sources_) {
    if (!source.has_text) continue;
    RawSource& one = raw.emplace_back();
    one.name = source.name;
    one.text = &source.text;
    for (const RefiPassage& passage : source.passages) {
      if (passage.region.empty() && passage.start && passage.end) {
        one.passages.push_back({*passage.start, *passage.end, passage.name});
      }
    }
  }
  out_.offsets = ChooseReading(raw, out_.origin);
  if (offsets_) {
    out_.offsets.reading = *offsets_;
    out_.offsets.is_sure = true;
    out_.offsets.why = "as you said";
  }
}

void RefiProject::FindWhoCoded() {
  using Said = std::pair<std::string, std::optional<core::Moment>>;
  std::map<std::string, Said> of_code;
  bool repeated = false;
  bool differs = false;
  const auto agrees = [&](const RefiCoding& coding) {
    if (coding.user.empty() && !coding.at) return true;  // it says nothing
    const auto [found, is_new] = of_code.emplace(coding.code, Said(coding.user, coding.at));
    repeated = repeated || !is_new;
    return found->second == Said(coding.user, coding.at);
  };
  std::int64_t count = 0;
  for (const RefiSource& source : sources_) {
    if (!std::ranges::all_of(source.whole, agrees)) return;
    for (const RefiPassage& passage : source.passages) {
      for (const RefiCoding& coding : passage.codings) {
        if (!agrees(coding)) return;
        const bool other = (!passage.user.empty() && !coding.user.empty() && passage.user != coding.user) ||
                           (passage.at && coding.at && *passage.at != *coding.at);
        differs = differs || other;
        count += other ? 1 : 0;
      }
    }
  }
  if (!differs || !(repeated || out_.origin.find("NVivo") != std::string::npos)) return;
  out_.codings_name_their_codes = true;
  out_.codings_of_others = count;
}

core::Result<Imported> ReadRefi(const model::ProjectFile& file, const std::optional<Reading>& offsets) {
  if (file.format == model::ProjectFormat::kTables) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file is a table, and no REFI-QDA project or codebook");
  }
  return RefiProject(file, offsets).Run();
}

}  // namespace commonground::coding
