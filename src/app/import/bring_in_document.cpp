// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The file is read first, which may take minutes; only then is the study held, and what was looked at before is looked
// at again.

#include "app/import/bring_in_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "app/gateway/coding_view.h"
#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "app/import/keep_one_file.h"
#include "app/nouns/noun_query.h"
#include "app/withdrawal/carry_out.h"
#include "core/canonical.h"
#include "core/content_hash.h"
#include "core/guid.h"
#include "core/hinted.h"
#include "core/language_tag.h"
#include "core/paragraphs.h"
#include "core/small_ascii.h"
#include "ingest/documents/formats.h"
#include "ingest/documents/word_count.h"
#include "ingest/folder/file_names.h"
#include "ingest/folder/one_document.h"
#include "ingest/folder/strange.h"
#include "model/guids.h"
#include "rules/edit.h"

namespace commonground::app {

using core::ErrorCode;
using model::Document;

namespace {

core::Status CheckPerson(const model::CoderId& person) {
  if (model::IsValidId(person.value)) return {};
  return core::FailWithHint(ErrorCode::kInvalidInput,
                            "coder id is required: letters, digits, '.', '_' and '-', a pseudonym and never a real "
                            "name. Nothing was changed",
                            person.value, {"say who acts", {}});
}

bool IsNamed(const std::string& language) {
  return !language.empty() && language != core::kUnknownLanguage;
}

// What is known of the language before a file is read: as documents_reader.cpp asks it.
ingest::WrittenIn WrittenInOf(const model::Study& study, const model::OrganisationId& organisation,
                              const std::string& language) {
  ingest::WrittenIn written_in;
  if (IsNamed(language)) written_in.language = language;
  const auto add = [&likely = written_in.likely](const std::string& one) {
    if (IsNamed(one) && std::ranges::find(likely, one) == likely.end()) likely.push_back(one);
  };
  for (const auto& one : study.organisations) {
    if (one.id == organisation) std::ranges::for_each(one.languages, add);
  }
  add(study.settings.language);
  return written_in;
}

// Two names that differ in the size of their letters are one file on some computers.
Document* Find(std::vector<Document>& documents, const model::DocumentId& id) {
  const auto found = std::ranges::find_if(documents, [&](const Document& one) {
    return one.id == id || core::SmallAscii(one.id.value) == core::SmallAscii(id.value);
  });
  return found == documents.end() ? nullptr : &*found;
}

// "docx" of "house.DOCX"; empty: it is no name of a file that becomes a text.
std::string EndingOf(std::string_view name) {
  if (ingest::FormatOf(name) == nullptr) return {};
  return core::SmallAscii(name.substr(name.rfind('.') + 1));
}

void Put(Document& document, const ingest::OneDocument& read, std::string_view file_name) {
  document.text = read.text;
  document.hash = core::ContentHash(read.text);
  document.parts = read.parts;
  document.original_hash = read.original_hash;
  document.format = EndingOf(file_name);
  if (document.format == EndingOf(document.id.value)) document.format.clear();  // the id says it
}

bool SaysTheSame(const Document& document, const ingest::OneDocument& read) {
  return document.text == read.text && document.original_hash == read.original_hash;
}

std::vector<model::Consent> ConsentsOf(const NewDocument& given, const model::DocumentId& id, const core::Date& today) {
  std::vector<model::Consent> consents;
  if (!given.consent) return consents;
  for (const model::ConsentScope scope : given.consent->scopes) {
    model::Consent& one = consents.emplace_back();
    one.subject = id.value;
    one.scope = scope;
    one.basis = given.consent->basis;
    one.given = today;
    one.expires = given.consent->expires;
    one.evidence = given.consent->evidence;
  }
  return consents;
}

// Is the study valid with it?  `document` may be without its text: then nothing is said of what it cites.
core::Status Check(const model::Study& study, const Document& document, const std::vector<model::Consent>& consents,
                   const core::Date& today) {
  model::Study around;  // what a document and its consents refer to; all else is as good as it was
  around.settings = study.settings;
  around.organisations = study.organisations;
  around.sources = study.sources;
  around.cases = study.cases;
  const rules::Circumstances circumstances = CircumstancesOn(today);
  CG_RETURN_IF_ERROR(rules::Accepted(rules::CheckValue(around, document, rules::kNoIndex, circumstances)));
  around.documents = {document};
  for (const model::Consent& one : consents) {
    CG_RETURN_IF_ERROR(rules::Accepted(rules::CheckValue(around, one, rules::kNoIndex, circumstances)));
  }
  return {};
}

// Puts a new document where the order of the study wants it, with its case.
void Insert(model::Study& study, const Document& document) {
  const auto by_case = [](const Document& one) { return std::tie(one.organisation, one.id); };
  study.documents.insert(std::ranges::upper_bound(study.documents, by_case(document), {}, by_case), document);
  const auto case_at =
      std::ranges::lower_bound(study.cases, document.organisation, {}, &model::CaseStudy::organisation);
  if (case_at == study.cases.end() || case_at->organisation != document.organisation) {
    study.cases.insert(case_at, {document.organisation, {}, {}});
  }
}

// An act of its own, which is not taken back.
void Remember(model::Study& study, const EditContext& actor, const model::DocumentId& document) {
  model::Event event;
  event.number = 1;
  for (const auto& one : study.history) event.number = std::max(event.number, one.number + 1);
  event.at = actor.now;
  event.person = actor.person;
  event.action = model::EventAction::kImport;
  event.record_type = model::RecordType::kCoding;
  event.subject = core::GuidOf(fmt::format("import\n{}\n{}", event.number, event.at.Text()));
  event.document = document;
  event.after = R"({"codes":0,"codings":0,"memos":0,"documents":1})";
  study.history.push_back(std::move(event));
}

// The words of the old text go to the versions that are kept, and codings move.
std::optional<CodingMoves> Renew(model::Study& study, Document& document, const ingest::OneDocument& read,
                                 std::string_view file_name) {
  if (document.text == read.text) {  // another file that says the same
    Put(document, read, file_name);
    return std::nullopt;
  }
  const model::DocumentId id = document.id;
  const int before = document.version;
  const auto by_version = [](const model::OldVersion& one) { return std::tie(one.document, one.version); };
  model::OldVersion old{id, before, std::move(document.text)};
  const auto at = std::ranges::upper_bound(study.old_versions, by_version(old), {}, by_version);
  study.old_versions.insert(at, std::move(old));
  ++document.version;
  Put(document, read, file_name);
  std::vector<ingest::StaleCoding> stale;
  for (std::size_t i = 0; i < study.codings.size(); ++i) {
    model::Coding& coding = study.codings[i];
    if (coding.document != id) continue;
    coding.id = model::IdOf(coding);  // memos and decisions know it by this, also where it stands elsewhere
    stale.push_back({i, before});
  }
  CodingMoves mine;
  mine.document = id;
  mine.from = before;
  mine.to = document.version;
  for (const CodingMoves& one : MoveCodings(study, stale)) {
    if (one.document == id) mine = one;
  }
  mine.from = before;
  return mine;
}

DocumentBroughtIn Outcome(const Document& document, const ingest::OneDocument& read, std::string_view file_name) {
  DocumentBroughtIn outcome;
  outcome.format = EndingOf(file_name);
  outcome.document = document.id;
  outcome.title = document.title;
  outcome.version = document.version;
  outcome.hash = document.hash;
  outcome.language = document.language;
  outcome.paragraphs = read.parts.empty() ? std::ssize(core::Paragraphs(read.text)) : std::ssize(read.parts);
  outcome.words = ingest::CountWords(read.text);
  for (const model::Part& part : read.parts) outcome.pages = std::max(outcome.pages, part.page);
  outcome.confidence = read.confidence;
  for (const model::Part& part : read.parts) {
    if (part.confidence) outcome.least_sure = std::min(outcome.least_sure.value_or(100), *part.confidence);
  }
  outcome.removed = read.removed;
  outcome.notices = read.notices;
  outcome.read_in = read.read_in;
  return outcome;
}

tl::unexpected<core::Error> WasWithdrawn() {
  return core::FailWithHint(ErrorCode::kNoConsent,
                            "consent to this text, or to all of its organisation, was withdrawn. It was not taken in. "
                            "Fix: if it was given again, record that first",
                            {}, {"give consent", {}});
}

// Saves what `change` makes of the study; somebody may withdraw at that very moment.
core::Result<DocumentBroughtIn> Save(const Entered& in, core::Progress& progress, const store::OriginalsToKeep* keep,
                                     const std::function<core::Result<DocumentBroughtIn>(model::Study&)>& change) {
  CG_ASSIGN_OR_RETURN(const coding::WithdrawalList list, ListOf(in.store));
  DocumentBroughtIn outcome;
  const auto revise = [&](model::Study& study) -> core::Status {
    const std::size_t due = list.DueIn(study).size();
    CG_ASSIGN_OR_RETURN(outcome, change(study));
    if (list.DueIn(study).size() > due) return WasWithdrawn();
    outcome.may_be_read = ReadableDocuments(study, in.today, in.caller).contains(outcome.document);
    if (outcome.changed) Remember(study, in.actor, outcome.document);
    return {};
  };
  CG_RETURN_IF_ERROR(in.store.Revise(revise, progress, keep));
  CG_ASSIGN_OR_RETURN(const coding::WithdrawalList after, ListOf(in.store));
  if (!list.Holds(after)) {
    CG_RETURN_IF_ERROR(CarryOut(in.store, {}, in.actor.now, progress));
    CG_ASSIGN_OR_RETURN(const model::Study now, in.store.LoadDesk());
    if (std::ranges::find(now.documents, outcome.document, &Document::id) == now.documents.end()) return WasWithdrawn();
  }
  return outcome;
}

// What is to be kept of a file, if it is to be; asked for before the file is read, which may take minutes.
core::Result<std::optional<FileToKeep>> ToKeep(const Entered& in, const DocumentFile& file) {
  if (file.keep_under.empty() || !ingest::IsOriginal(file.name)) return std::nullopt;
  CG_ASSIGN_OR_RETURN(FileToKeep keep, FileToKeep::Under(file.keep_under, in.store));
  return keep;
}

core::Result<DocumentBroughtIn> SaveWithFile(
    const Entered& in, std::optional<FileToKeep> keep, const DocumentFile& file, const model::DocumentId& document,
    core::Progress& progress, const std::function<core::Result<DocumentBroughtIn>(model::Study&)>& change) {
  if (!keep) return Save(in, progress, nullptr, change);
  CG_RETURN_IF_ERROR(keep->Take(file.name, file.bytes, progress));
  const store::OriginalsToKeep as = keep->As(document);
  CG_ASSIGN_OR_RETURN(DocumentBroughtIn outcome, Save(in, progress, &as, change));
  outcome.notices.insert(outcome.notices.end(), keep->notices().begin(), keep->notices().end());
  return outcome;
}

tl::unexpected<core::Error> NotThere(const model::DocumentId& id) {
  return core::FailWithHint(ErrorCode::kNotFound, "there is no text of this id that may be read", id.value,
                            {"list documents", {}});
}

tl::unexpected<core::Error> AnotherVersion(const Document& document) {
  return core::Fail(ErrorCode::kConflict,
                    fmt::format("the text has version {} by now. Nothing was changed. Fix: look at it, and try again",
                                document.version),
                    document.id.value);
}

}  // namespace

core::Result<DocumentBroughtIn> AddDocument(const Workspace& workspace, const NewDocument& given,
                                            core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAddDocument));
  CG_RETURN_IF_ERROR(CheckPerson(in.actor.person));
  CG_ASSIGN_OR_RETURN(const std::string name, ingest::DocumentNameOf(given.file.name));
  Document document;
  document.id = model::DocumentId(given.organisation.value + "/" + name);
  document.organisation = given.organisation;
  document.title = given.title.empty() ? ingest::TitleOfName(given.file.name) : core::OneLine(given.title);
  document.language = given.language.empty() ? std::string(core::kUnknownLanguage) : given.language;
  document.kind = given.kind;
  document.sources = given.sources;
  if (given.consent && given.consent->scopes.empty()) {
    return core::Fail(ErrorCode::kInvalidInput, "a consent says what is agreed to. Nothing was changed. Fix: name it");
  }
  if (given.consent && ingest::Bare(given.consent->evidence).empty()) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "a consent needs its evidence: where it is kept. Nothing was changed. Fix: name it");
  }
  const std::vector<model::Consent> consents = ConsentsOf(given, document.id, in.today);
  CG_ASSIGN_OR_RETURN(const model::Study small, in.store.LoadWithoutText());
  if (std::ranges::find(small.organisations, given.organisation, &model::Organisation::id) ==
      small.organisations.end()) {
    return core::FailWithHint(ErrorCode::kNotFound,
                              "there is no organisation of this id. Nothing was changed. Fix: add it first",
                              given.organisation.value, {"see organisations", {}});
  }
  CG_RETURN_IF_ERROR(Check(small, document, consents, in.today));
  CG_ASSIGN_OR_RETURN(auto keep, ToKeep(in, given.file));
  CG_ASSIGN_OR_RETURN(const ingest::OneDocument read,
                      ingest::ReadOneDocument(given.file.name, given.file.bytes,
                                              WrittenInOf(small, given.organisation, given.language), progress));
  Put(document, read, given.file.name);
  document.language = read.language;
  const auto add = [&](model::Study& study) -> core::Result<DocumentBroughtIn> {
    if (const Document* there = Find(study.documents, document.id)) {
      if (SaysTheSame(*there, read)) return Outcome(*there, read, given.file.name);
      return core::FailWithHint(
          ErrorCode::kConflict,
          "the organisation has a text of this name already, and it says something else. Nothing was changed. Fix: "
          "bring this one in as its new version, or give the file another name",
          there->id.value, {"replace document", {{"document", there->id.value}}});
    }
    CG_RETURN_IF_ERROR(Check(study, document, consents, in.today));
    Insert(study, document);
    study.consents.insert(study.consents.end(), consents.begin(), consents.end());
    DocumentBroughtIn outcome = Outcome(document, read, given.file.name);
    outcome.changed = true;
    return outcome;
  };
  return SaveWithFile(in, std::move(keep), given.file, document.id, progress, add);
}

namespace {

core::Result<Document*> FindReadable(model::Study& study, const model::DocumentId& id, const Entered& in) {
  const auto found = std::ranges::find(study.documents, id, &Document::id);
  if (found == study.documents.end() || !ReadableDocuments(study, in.today, in.caller).contains(id)) {
    return NotThere(id);
  }
  return &*found;
}

// Reads the file as what is known of its document says.
core::Result<ingest::OneDocument> ReadVersion(const Entered& in, const NewVersion& given, core::Progress& progress) {
  CG_RETURN_IF_ERROR(CheckPerson(in.actor.person));
  CG_RETURN_IF_ERROR(ingest::DocumentNameOf(given.file.name));
  CG_ASSIGN_OR_RETURN(model::Study small, in.store.LoadWithoutText());
  CG_ASSIGN_OR_RETURN(const Document* there, FindReadable(small, given.which.id, in));
  return ingest::ReadOneDocument(given.file.name, given.file.bytes,
                                 WrittenInOf(small, there->organisation, there->language), progress);
}

// Makes `study` hold it.  Whoever sends the same once more is told what became of it: the version is looked at when the
// text is known.  `answers`: to be carried out; null: all that are lost stay so.
core::Result<DocumentBroughtIn> RenewIn(model::Study& study, const NewVersion& given, const ingest::OneDocument& read,
                                        const Entered& in, const LostAnswers* answers) {
  CG_ASSIGN_OR_RETURN(Document * document, FindReadable(study, given.which.id, in));
  const std::string& name = given.file.name;
  if (SaysTheSame(*document, read)) return Outcome(*document, read, name);
  const std::string& seen = given.which.version;
  if (!seen.empty() && seen != std::to_string(document->version)) return AnotherVersion(*document);
  Document next = *document;
  Put(next, read, name);
  CG_RETURN_IF_ERROR(Check(study, next, {}, in.today));
  const std::size_t orphans = study.orphans.size();
  const CodingView view(study, in.caller, in.today);
  const RestsOnText rests(study, given.which.id, view);
  const auto moves = Renew(study, *document, read, name);
  DocumentBroughtIn outcome = Outcome(*document, read, name);
  outcome.moves = moves;
  outcome.lost = LostIn(study, given.which.id, orphans, view);
  if (answers != nullptr && outcome.moves) {
    CG_RETURN_IF_ERROR(Settle(study, outcome.lost, *answers, orphans, *outcome.moves));
  }
  if (outcome.moves) outcome.rests = rests.WhatIsLost(study, outcome.lost, view);
  outcome.changed = true;
  outcome.may_be_read = true;
  return outcome;
}

}  // namespace

core::Result<DocumentBroughtIn> BringInVersion(const Workspace& workspace, const NewVersion& given,
                                               core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAddDocument));
  CG_ASSIGN_OR_RETURN(auto keep, ToKeep(in, given.file));
  CG_ASSIGN_OR_RETURN(const ingest::OneDocument read, ReadVersion(in, given, progress));
  const auto renew = [&](model::Study& study) -> core::Result<DocumentBroughtIn> {
    return RenewIn(study, given, read, in, &given.answers);
  };
  return SaveWithFile(in, std::move(keep), given.file, given.which.id, progress, renew);
}

core::Result<DocumentBroughtIn> LookAtVersion(const Workspace& workspace, const NewVersion& given,
                                              core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAddDocument));
  CG_ASSIGN_OR_RETURN(const ingest::OneDocument read, ReadVersion(in, given, progress));
  CG_ASSIGN_OR_RETURN(model::Study study, in.store.Load(progress));
  return RenewIn(study, given, read, in, nullptr);
}

}  // namespace commonground::app
