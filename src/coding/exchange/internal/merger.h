// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How merge.h does it: one object a merge; each source of merge*.cpp has one kind of thing.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "coding/exchange/guids.h"
#include "coding/exchange/merge.h"
#include "core/text_range.h"
#include "model/guids.h"

namespace commonground::coding {

using model::MemoSubject;

class Merger {
 public:
  Merger(const model::Study& study, const Imported& project, const MergeOptions& options)
      : project_(project), options_(options) {
    out_.study = study;
    out_.report = project.report;
    was_empty_ = study.settings.title.empty() && study.codebook.empty() && study.documents.empty();
    had_organisations_ = static_cast<std::ptrdiff_t>(study.organisations.size());
    for (const auto& one : study.cases) had_cases_.insert(one.organisation);
    for (const auto& coding : study.codings) coders_.insert(coding.coder);
    for (const auto& memo : study.memos) coders_.insert(memo.coder);
    for (const auto& one : study.assignments) coders_.insert(one.coder);
  }

  Merged Run();

 private:
  model::Study& study() { return out_.study; }

  void Settings();

  // Sources and regions that our own file brings, if their ids are good and free.
  void Sources();
  // What comparisons by law stand on, where the study has nothing of it.
  void Facts();
  std::vector<model::SourceId> Known(const std::vector<model::SourceId>& ids) const;

  void Users();

  CoderMapping& Coder(const std::string& guid);

  // --- codes ---------------------------------------------------------------------------------------------------------

  void Codes();

  void CutCircles(std::vector<model::Code>& made);

  // Our own file knows the codebook's order; a parent may stand behind its children there.
  void Order(std::vector<model::Code>& made) const;

  model::Code NewCode(const ImportedCode& code, const std::string& parent, const model::Code* side);

  model::CodeId FreeCode(const std::string& wanted, const ImportedCode& code);

  // --- documents -----------------------------------------------------------------------------------------------------

  struct Place {
    model::DocumentId document;
    int old_version = 0;     // 0: the newest text
    std::int64_t shift = 0;  // from a place in the source to one in the document: white space before the text differs
  };

  void Documents();

  model::Document NewDocument(const ImportedSource& source, const model::Document* side);

  model::DocumentId FreeDocument(const std::string& wanted, const model::OrganisationId& organisation,
                                 const std::string& name);

  model::OrganisationId CaseOf(const ImportedSource& source, const model::Document* side);

  model::OrganisationId OrganisationOf(const ImportedCase& one);

  // Makes the organisation and its case, where they are not there.
  model::OrganisationId Organisation(model::OrganisationId id, const std::string& name);

  // --- variables -----------------------------------------------------------------------------------------------------

  // What a study has a field for goes into the field of what is new; all else is a line of a memo.
  void Variables();

  void Case(const ImportedCase& one);

  void Source(const ImportedSource& one);

  enum class AnchorOutcome {
    kTaken,
    kNoField,
    kNotUnderstood,  // a field, but not with this value
    kOfTheStudy,     // a field of what the study had already
  };

  AnchorOutcome OfCase(const ImportedValue& value, const model::OrganisationId& id);

  AnchorOutcome OfDocument(const ImportedValue& value, const model::DocumentId& id);

  void Say(AnchorOutcome fate, const ImportedValue& value, std::string& memo);

  void Keep(const std::string& guid, MemoSubject about, const std::string& text);

  // --- codings -------------------------------------------------------------------------------------------------------

  void Codings();

  void Append(std::vector<std::pair<std::size_t, model::Coding>>& made, const std::vector<int>& versions);

  model::Coding NewCoding(const ImportedCoding& from, const Place& place, const model::CodeId& code,
                          const core::TextIndex& index);

  bool AskPassages() const;
  std::optional<core::Moment> When(const ImportedCoding& from) const;
  const std::string& Who(const ImportedCoding& from) const;

  // One more coding of what is coded so already: what is said about it is kept.
  void SayMore(const ImportedCoding& from, const model::CodingId& kept, const model::Coding& coding);

  void Complete(model::Coding& coding, const model::Coding& side) const;

  void Unplaced(const ImportedCoding& from, const Place* place);

  // --- memos and what only our own files have ------------------------------------------------------------------------

  void Memos();

  void Memo(const ImportedMemo& from, const std::map<std::string, model::DocumentId>& document_of);

  bool Subject(const ImportedMemo& from, const std::map<std::string, model::DocumentId>& document_of,
               model::Memo& memo);

  void Adjudications();

  void TakeConsents();
  void GiveConsents();

  // Groups of codes and documents; those of the study stay as they are.
  void Sets();

  // Rows stand in the order that a study folder gives; new organisations as in our own file, if it is one.
  void Sort();

  const Imported& project_;
  const MergeOptions& options_;
  Merged out_;
  bool was_empty_ = false;
  std::ptrdiff_t had_organisations_ = 0;
  std::set<model::OrganisationId> had_cases_;
  std::vector<ImportedMemo> said_by_variables_;
  std::set<model::MemoId> memo_ids_;
  std::set<std::string> memo_texts_;  // of the memos that the study had: about what, by whom, what
  std::set<model::SourceId> sources_;
  std::set<model::RegionId> regions_;
  std::set<model::CoderId> coders_;
  std::set<model::CodeId> code_ids_;
  std::map<model::CodeId, model::CodeKind> kinds_;
  std::set<model::DocumentId> document_ids_;
  std::map<std::string, std::size_t> users_;        // into Merged::coders, by GUID
  std::map<std::string, model::CodeId> codes_;      // by GUID in the project
  std::map<std::string, Place> places_;             // by GUID of the source
  std::map<std::string, model::CodingId> codings_;  // by GUID in the project
  std::vector<model::Memo> unplaced_;
};

}  // namespace commonground::coding
