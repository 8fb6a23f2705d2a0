// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people who code together refer to: documents, codes, codings.  Texts of documents that are gone go with
// them (app/open_study.cpp).
#include <unordered_set>

#include "model/guids.h"
#include "rules/checked.h"

namespace commonground::rules {

namespace {

void CheckGuid(const std::string& guid, const Field& field) {
  if (!IsGuid(guid)) field.Bad(guid, kNotAGuid);
}

void CheckMemos(const Checked& checked) {
  std::unordered_set<std::string> codings;
  if (!checked.study.memos.empty()) {
    for (const auto& coding : checked.study.codings) codings.insert(model::IdOf(coding).value);
    for (const auto& orphan : checked.study.orphans) codings.insert(model::IdOf(orphan.coding).value);
  }
  for (std::size_t i = 0; i < checked.study.memos.size(); ++i) {
    const model::Memo& memo = checked.study.memos[i];
    const Field subject = checked.Of(Kind::kMemo, i, "subject");
    if (memo.about == model::MemoSubject::kStudy && !memo.subject.empty()) {
      subject.Bad(memo.subject, "is not blank, but the note is about the study", "leave it blank");
    }
    ForEachReference(memo, [&](std::string_view field, Kind kind, std::string_view id) {
      if (kind != Kind::kCoding) return CheckReference(checked, kind, id, subject.At(field));
      if (checked.Readable(Kind::kCoding) && !codings.contains(std::string(id))) {
        subject.Bad(id, "there is no coding of this id", "take the row out, or correct the id");
      }
    });
    const bool needs_document =
        memo.about == model::MemoSubject::kDocument || memo.about == model::MemoSubject::kCoding;
    if (needs_document && !memo.document) {
      subject.At("document")
          .Bad({}, "is blank, but the note is about something in a document",
               "write the document's name: the note is erased with it");
    }
  }
}

}  // namespace

void CheckCoding(const Checked& checked) {
  const model::Study& study = checked.study;
  for (std::size_t i = 0; i < study.codebook.size(); ++i) {
    const model::Code& code = study.codebook[i];
    const Field field = checked.Of(Kind::kCode, i, "merged_into");
    if (code.merged_into) CheckReference(checked, Kind::kCode, code.merged_into->value, field);
    CheckGuid(code.guid, field.At("guid"));
    if (!IsColour(code.colour)) {
      field.At("colour").Bad(code.colour, "is not a colour",
                             "write # and six digits of 0-9 and a-f, such as #1b6ca8, or leave it blank");
    }
  }
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < study.codings.size(); ++i) {
    const std::string& id = study.codings[i].id.value;
    if (id.empty()) continue;
    CheckGuid(id, checked.Of(Kind::kCoding, i, "id"));
    if (!seen.insert(id).second) {
      checked.Of(Kind::kCoding, i, "id")
          .Bad(id, "is the id of another coding already", "leave it blank in one of the two");
    }
  }
  for (std::size_t i = 0; i < study.orphans.size(); ++i) {
    CheckGuid(study.orphans[i].coding.id.value, checked.Of(Kind::kOrphan, i, "id"));
  }
  CheckMemos(checked);
  std::unordered_set<std::string> given;
  for (std::size_t i = 0; i < study.assignments.size(); ++i) {
    const model::Assignment& one = study.assignments[i];
    CheckReferences(checked, i, one);
    if (!given.insert(one.document.value + "\n" + one.coder.value).second) {
      checked.Of(Kind::kAssignment, i, "coder")
          .Bad(one.coder.value, "has this document already", "take one of the two rows out");
    }
  }
  for (std::size_t i = 0; i < study.adjudications.size(); ++i) CheckReferences(checked, i, study.adjudications[i]);
  for (std::size_t i = 0; i < study.decisions.size(); ++i) CheckReferences(checked, i, study.decisions[i]);
  for (std::size_t i = 0; i < study.sets.size(); ++i) CheckReferences(checked, i, study.sets[i]);
}

}  // namespace commonground::rules
