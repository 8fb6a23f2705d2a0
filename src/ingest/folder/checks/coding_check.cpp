// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people who code together refer to: documents, codes, codings.  Wordings of documents that are gone go with them
// (app/open_study.cpp).

#include "ingest/folder/checks/checks.h"

#include <unordered_set>

#include "core/guid.h"
#include "core/text_range.h"
#include "model/guids.h"

namespace commonground::ingest {

namespace {

void CheckDocument(const Checked& checked, const model::DocumentId& document, const Spot& spot) {
  if (checked.documents.Has(document.value) || !model::IsValidDocumentId(document.value)) return;
  if (!checked.places.Readable("case-studies/" + document.value)) return;
  spot.Bad(document.value, "there is no such document", "take the row out, or put the document back");
}

void CheckGuid(const std::string& guid, const Spot& spot) {
  if (guid.empty() || core::ReadGuid(guid) == guid) return;
  spot.Bad(guid, "is not a GUID in lower case", "leave it blank: a program gives one");
}

void CheckColour(const std::string& colour, const Spot& spot) {
  const bool good = colour.empty() || (colour.size() == 7 && colour[0] == '#' &&
                                       colour.find_first_not_of("0123456789abcdef", 1) == std::string::npos);
  if (!good)
    spot.Bad(colour, "is not a colour", "write # and six digits of 0-9 and a-f, such as #1b6ca8, or leave it blank");
}

void CheckMemos(const Checked& checked) {
  constexpr std::string_view kFile = "memos.csv";
  std::unordered_set<std::string> codings;
  for (const auto& coding : checked.study.codings) codings.insert(model::IdOf(coding).value);
  for (const auto& orphan : checked.study.orphans) codings.insert(model::IdOf(orphan.coding).value);
  for (std::size_t i = 0; i < checked.study.memos.size(); ++i) {
    const model::Memo& memo = checked.study.memos[i];
    const Spot subject = checked.Row(kFile, i, "subject");
    switch (memo.about) {
      case model::MemoSubject::kStudy:
        if (!memo.subject.empty())
          subject.Bad(memo.subject, "is not blank, but the note is about the study", "leave it blank");
        break;
      case model::MemoSubject::kCase:
        CheckReference(checked.organisations, memo.subject, subject);
        break;
      case model::MemoSubject::kDocument:
        CheckDocument(checked, model::DocumentId(memo.subject), subject);
        break;
      case model::MemoSubject::kCode:
        CheckReference(checked.codes, memo.subject, subject);
        break;
      case model::MemoSubject::kCoding:
        if (checked.places.Readable("codings.csv") && !codings.contains(memo.subject)) {
          subject.Bad(memo.subject, "there is no coding of this id", "take the row out, or correct the id");
        }
        break;
    }
    const bool needs_document =
        memo.about == model::MemoSubject::kDocument || memo.about == model::MemoSubject::kCoding;
    if (memo.document) CheckDocument(checked, *memo.document, checked.Row(kFile, i, "document"));
    if (needs_document && !memo.document) {
      checked.Row(kFile, i, "document")
          .Bad({}, "is blank, but the note is about something in a document",
               "write the document's name: the note is erased with it");
    }
  }
}

}  // namespace

void CheckCoding(const Checked& checked) {
  const model::Study& study = checked.study;
  for (std::size_t i = 0; i < study.codebook.size(); ++i) {
    CheckReference(checked.codes, study.codebook[i].merged_into, checked.Row("codebook.csv", i, "merged_into"));
    CheckGuid(study.codebook[i].guid, checked.Row("codebook.csv", i, "guid"));
    CheckColour(study.codebook[i].colour, checked.Row("codebook.csv", i, "colour"));
  }
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < study.codings.size(); ++i) {
    const std::string& id = study.codings[i].id.value;
    if (id.empty()) continue;
    CheckGuid(id, checked.Row("codings.csv", i, "id"));
    if (!seen.insert(id).second) {
      checked.Row("codings.csv", i, "id")
          .Bad(id, "is the id of another coding already", "leave it blank in one of the two");
    }
  }
  CheckMemos(checked);
  std::unordered_set<std::string> given;
  for (std::size_t i = 0; i < study.assignments.size(); ++i) {
    const model::Assignment& one = study.assignments[i];
    CheckDocument(checked, one.document, checked.Row("assignments.csv", i, "document"));
    if (!given.insert(one.document.value + "\n" + one.coder.value).second) {
      checked.Row("assignments.csv", i, "coder")
          .Bad(one.coder.value, "has this document already", "take one of the two rows out");
    }
  }
  for (std::size_t i = 0; i < study.adjudications.size(); ++i) {
    CheckDocument(checked, study.adjudications[i].document, checked.Row("adjudications.csv", i, "document"));
    CheckReference(checked.codes, study.adjudications[i].code, checked.Row("adjudications.csv", i, "code"));
  }
  for (std::size_t i = 0; i < study.decisions.size(); ++i) {
    CheckDocument(checked, study.decisions[i].document, checked.Row("decisions.csv", i, "document"));
    CheckReference(checked.codes, study.decisions[i].code, checked.Row("decisions.csv", i, "code"));
  }
}

}  // namespace commonground::ingest
