// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codes and sets of codes of REFI-QDA, in a project and in a codebook.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "coding/exchange/code_description.h"
#include "coding/exchange/guids.h"
#include "coding/exchange/refi_values.h"
#include "coding/exchange/report.h"
#include "coding/exchange/xml_writer.h"
#include "core/guid.h"
#include "model/guids.h"
#include "model/study.h"

namespace commonground::coding {

// The id if it is a GUID, else one that follows from it.
inline std::string Guid(const std::string& id, const char* what) {
  return core::ReadGuid(id).value_or(core::GuidOf(std::string(what) + "\n" + id));
}

// GUIDs of notes by what they are about.
using NotesBySubject = std::map<std::pair<model::MemoSubject, std::string>, std::vector<std::string>>;

class CodeWriter {
 public:
  CodeWriter(const model::Study& part, XmlWriter& xml, Report& report) : part_(part), xml_(xml), report_(report) {
    for (const model::Code& code : part.codebook) {
      children_[code.parent ? code.parent->value : std::string()].push_back(&code);
      guids_[code.id] = Guid(model::GuidOf(code), "code guid");
    }
  }

  const std::string& GuidOf(const model::CodeId& code) { return guids_[code]; }

  void Codes(const NotesBySubject& notes) {
    xml_.Begin("Codes");
    // Not by recursion: a codebook may be as deep as it likes.  nullptr ends a code.
    std::vector<const model::Code*> todo = Reversed({});
    std::size_t written = 0;
    while (!todo.empty()) {
      const model::Code* code = todo.back();
      todo.pop_back();
      if (code == nullptr) {
        xml_.End();
        continue;
      }
      ++written;
      Code(*code, notes);
      todo.push_back(nullptr);
      const auto below = Reversed(code->id.value);
      todo.insert(todo.end(), below.begin(), below.end());
    }
    xml_.End();
    report_.Add("codes below a code that is not there, or below themselves", "left out",
                static_cast<std::int64_t>(part_.codebook.size() - written));
  }

  void Sets(const char* attribute, bool documents) {
    bool begun = false;
    for (const auto& [kind, word] : model::Words<model::CodeKind>()) {
      const auto of_kind = [kind = kind](const model::Code& code) { return code.kind == kind; };
      if (std::ranges::none_of(part_.codebook, of_kind)) continue;
      if (!begun) xml_.Begin("Sets");
      begun = true;
      xml_.Begin("Set").Attribute("guid", GuidOfKind(word)).Attribute("name", word);
      for (const model::Code& code : part_.codebook) {
        if (of_kind(code)) xml_.Begin("MemberCode").Attribute(attribute, guids_[code.id]).End();
      }
      xml_.End();
    }
    for (const model::Set& set : part_.sets) {
      if (set.codes.empty() && !documents) continue;  // a codebook has no documents
      if (!begun) xml_.Begin("Sets");
      begun = true;
      xml_.Begin("Set").Attribute("guid", Guid(set.id.value, "set")).Attribute("name", set.name);
      xml_.Element("Description", set.description);
      for (const model::CodeId& code : set.codes) xml_.Begin("MemberCode").Attribute(attribute, guids_[code]).End();
      if (documents) {
        for (const model::DocumentId& document : set.documents) {
          xml_.Begin("MemberSource").Attribute(attribute, GuidOfDocument(document)).End();
        }
      }
      xml_.End();
    }
    if (begun) xml_.End();
  }

 private:
  std::vector<const model::Code*> Reversed(const std::string& parent) {
    std::vector<const model::Code*> codes = children_[parent];
    std::ranges::reverse(codes);
    return codes;
  }

  void Code(const model::Code& code, const NotesBySubject& notes) {
    xml_.Begin("Code").Attribute("guid", guids_[code.id]).Attribute("name", code.label).Attribute("isCodable", "true");
    if (const auto colour = ReadColour(code.colour)) xml_.Attribute("color", *colour);
    xml_.Element("Description", WriteCodeDescription(code));
    const auto found = notes.find({model::MemoSubject::kCode, code.id.value});
    if (found == notes.end()) return;
    for (const std::string& note : found->second) xml_.Begin("NoteRef").Attribute("targetGUID", note).End();
  }

  const model::Study& part_;
  XmlWriter& xml_;
  Report& report_;
  std::map<std::string, std::vector<const model::Code*>> children_;  // by the parent's id
  std::map<model::CodeId, std::string> guids_;
};

}  // namespace commonground::coding
