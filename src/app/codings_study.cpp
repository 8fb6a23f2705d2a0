// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Adds, lists and reviews codings of a stored study, as one person may see them.

#include "app/codings_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/gateway/desk.h"
#include "app/gateway/seen_in_store.h"
#include "coding/anchoring/find_quote.h"
#include "coding/codebook/edits.h"
#include "coding/passage.h"
#include "core/canonical.h"
#include "core/guid.h"
#include "core/hinted.h"
#include "model/consent_subject.h"
#include "model/guids.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

constexpr std::size_t kMaxHits = 1000;    // of a question that codes
constexpr std::size_t kInVivoLabel = 80;  // code points of a label that was said by somebody

core::Result<core::TextRange> RangeOf(const ApplyRequest& request, const model::Document& document) {
  if (request.range) return *request.range;
  const coding::FoundQuote found = coding::FindQuote(document.text, request.quote);
  switch (found.is) {
    case coding::QuoteMatch::kExact:
    case coding::QuoteMatch::kNormalised:
      return found.range;
    case coding::QuoteMatch::kFuzzy: {
      const std::string there(core::TextIndex(document.text).Slice(found.range).value_or(""));
      return core::FailWithHint(
          ErrorCode::kInvalidInput,
          fmt::format("quote not found; closest text: \"{}\". Nothing was changed. Fix: if that is the passage, give "
                      "its position",
                      there),
          document.id.value,
          {"apply code",
           {{"document", document.id.value},
            {"code", request.code},
            {"range", fmt::format("{}-{}", found.range.start, found.range.end)}}});
    }
    case coding::QuoteMatch::kAmbiguous:
      return core::FailWithHint(
          ErrorCode::kInvalidInput,
          "quote found more than once. Nothing was changed. Fix: give more words of it, or its position",
          document.id.value, {"apply code", {{"document", document.id.value}, {"code", request.code}}});
    case coding::QuoteMatch::kNotFound:
      break;
  }
  return core::FailWithHint(
      ErrorCode::kNotFound,
      "these words are not in the text. Nothing was changed. Fix: copy them from it, or give their position",
      document.id.value, {"apply code", {{"document", document.id.value}, {"code", request.code}}});
}

}  // namespace

core::Result<std::vector<model::Coding>> CodingsSeen(const store::StudyStore& store, const CodingView& view,
                                                     const model::DocumentId& document) {
  std::vector<model::Coding> codings;
  if (!view.MayRead(document)) return codings;
  CG_ASSIGN_OR_RETURN(auto stored, store.CodingsOf(document));
  for (auto& one : stored) {
    if (!view.Sees(one.coding)) continue;
    one.coding.id = model::IdOf(one.coding);
    codings.push_back(std::move(one.coding));
  }
  return codings;
}

core::Result<std::vector<model::Coding>> CodingsNamed(const Entered& in, std::span<const std::string> names) {
  CG_ASSIGN_OR_RETURN(const Desk desk, Desk::Open(in));
  std::map<model::DocumentId, std::vector<model::Coding>> documents;
  std::vector<model::Coding> codings;
  for (const std::string& name : names) {
    const std::size_t mark = name.rfind('#');
    const model::DocumentId document(name.substr(0, mark));
    const std::string letters = mark == std::string::npos ? "" : name.substr(mark + 1);
    if (letters.empty()) {
      return core::FailWithHint(ErrorCode::kInvalidInput,
                                "invalid coding id. Nothing was changed. Fix: copy DOCUMENT#XXXXXXXX from the list",
                                name, {"list codings", {}});
    }
    if (!documents.contains(document)) {
      CG_ASSIGN_OR_RETURN(documents[document], CodingsSeen(in.store, desk.view, document));
    }
    const model::Coding* found = nullptr;
    for (const auto& coding : documents[document]) {
      if (!coding.id.value.starts_with(letters)) continue;
      if (found != nullptr) {
        return core::Fail(ErrorCode::kInvalidInput,
                          "ambiguous coding id. Nothing was changed. Fix: write more characters of it", name);
      }
      found = &coding;
    }
    if (found == nullptr) {
      return core::FailWithHint(ErrorCode::kNotFound,
                                "coding not found among those that you may see. Nothing was changed. Fix: copy its id "
                                "from the list",
                                name, {"list codings", {}});
    }
    codings.push_back(*found);
  }
  return codings;
}

namespace {

core::Result<EditResult> ApplyOnce(const Entered& in, const ApplyRequest& request) {
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const OneDocument open, OneDocument::Open(in, request.document));
  const auto& [desk, document, there] = open;
  CG_ASSIGN_OR_RETURN(const core::TextRange range, RangeOf(request, document));
  model::ChangeSet changes;
  changes.versions[document.id] = document.version;
  model::CodeId code(request.code);
  model::Coding coding = NewCoding(code, actor);
  if (request.id) coding.id = *request.id;
  CG_RETURN_IF_ERROR(coding::Place(document, range, coding));
  if (request.in_vivo) {
    model::Code own;
    own.parent = request.parent;
    own.id = coding::NextCodeId(desk.study().codebook, request.parent);
    const core::TextIndex words(coding.exact);
    own.label = core::OneLine(std::string(*words.Slice({0, std::min<std::int64_t>(words.length(), kInVivoLabel)})));
    std::ranges::replace(own.label, '\n', ' ');
    CG_ASSIGN_OR_RETURN(changes, coding::AddCode(desk.study().codebook, own));
    code = coding.code = own.id;
  } else {
    CG_RETURN_IF_ERROR(desk.CheckCode(code));
  }
  changes.action = model::EventAction::kApply;
  coding.memo = request.memo;
  coding.status = request.status.value_or(
      desk.view.IsOpen(document.id, actor.person) ? model::CodingStatus::kDraft : model::CodingStatus::kSubmitted);
  auto seen = there;
  for (const auto& one : seen) {
    if (one.coder == coding.coder && one.code == coding.code && one.range == coding.range) {
      return core::Fail(ErrorCode::kInvalidInput, "you gave this passage this code already; nothing was changed",
                        NameOf(one, kShortest));
    }
  }
  changes.codings.push_back({std::nullopt, coding});
  EditResult acted;
  acted.code = code;
  seen.push_back(coding);
  acted.codings.push_back(NameOf(coding, LettersNeeded(seen)));
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

}  // namespace

core::Result<EditResult> ApplyCode(const Workspace& workspace, const ApplyRequest& request) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kApplyCode));
  return request.in_vivo ? WithNextId([&] { return ApplyOnce(in, request); }) : ApplyOnce(in, request);
}

namespace {

// A consent of one passage names it by a coding: without it, nobody would know any more which words may not be shown.
core::Status CheckNamesNoConsent(const model::Study& study, const model::Coding& coding, const std::string& name) {
  const std::string subject = model::SubjectOf(coding.document, model::IdOf(coding));
  if (std::ranges::none_of(study.consents, [&](const auto& one) { return one.subject == subject; })) return {};
  return core::FailWithHint(ErrorCode::kConflict,
                            "a consent of its own is kept for this passage, and names it by this coding. Nothing was "
                            "changed. Fix: reject the coding, which keeps it",
                            name, {"review codings", {{"coding", name}, {"status", "reject"}}});
}

}  // namespace

core::Result<EditResult> RemoveCodings(const Workspace& workspace, std::span<const std::string> names) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kRemoveCodings));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const auto codings, CodingsNamed(in, names));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  model::ChangeSet changes;
  changes.action = model::EventAction::kRemove;
  for (std::size_t i = 0; i < codings.size(); ++i) {
    CG_RETURN_IF_ERROR(CheckNamesNoConsent(*small, codings[i], names[i]));
    if (codings[i].coder != actor.person) {
      return core::FailWithHint(
          ErrorCode::kInvalidInput,
          fmt::format("this coding is {}'s; only they can take it out. Nothing was changed. Fix: reject it, which "
                      "keeps it",
                      codings[i].coder.value),
          names[i], {"review codings", {{"coding", names[i]}, {"status", "reject"}}});
    }
    changes.codings.push_back({codings[i], std::nullopt});
  }
  EditResult acted;
  acted.codings.assign(names.begin(), names.end());
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

core::Result<EditResult> ReviewCodings(const Workspace& workspace, std::span<const std::string> names,
                                       model::CodingStatus status) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kReviewCodings));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const auto codings, CodingsNamed(in, names));
  model::ChangeSet changes;
  changes.action = model::EventAction::kReview;
  EditResult acted;
  for (std::size_t i = 0; i < codings.size(); ++i) {
    const bool is_own = codings[i].coder == actor.person;
    if (!is_own && (status == model::CodingStatus::kDraft || status == model::CodingStatus::kSubmitted)) {
      return core::Fail(ErrorCode::kInvalidInput, "only who made a coding hands it in, or takes it back to a draft",
                        names[i]);
    }
    if (codings[i].status == status) continue;
    changes.codings.push_back({codings[i], codings[i]});
    changes.codings.back().after->status = status;
    acted.codings.push_back(names[i]);
  }
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

core::Result<model::Coding> ShowCoding(const Workspace& workspace, const model::DocumentId& document,
                                       const model::CodingId& id) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kListCodings));
  return in.store.Read([&]() -> core::Result<model::Coding> {
    CG_ASSIGN_OR_RETURN(const Desk desk, Desk::OpenWithin(in));
    if (desk.view.MayRead(document)) {
      CG_ASSIGN_OR_RETURN(auto stored, in.store.FindCoding(document, id));
      if (stored && desk.view.Sees(stored->coding)) {
        stored->coding.id = id;
        return std::move(stored->coding);
      }
    }
    return core::Fail(ErrorCode::kNotFound, "coding not found among those that you may see", id.value);
  });
}

core::Result<std::vector<CodingLine>> ListCodings(const Workspace& workspace, const CodingFilter& filter) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kListCodings));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const Desk desk, Desk::Open(in));
  std::set<model::CodeId> codes;
  for (const auto& code : filter.codes) {
    const auto family = coding::WithDescendants(desk.study().codebook, code);
    codes.insert(family.begin(), family.end());
  }
  const auto is_in = [](const auto& list, const auto& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
  };
  for (const auto& document : filter.documents) {
    if (!desk.view.MayRead(document)) {
      return core::Fail(ErrorCode::kNotFound, "document not found, or no consent to analyse today", document.value);
    }
  }
  std::vector<CodingLine> lines;
  for (const auto& document : desk.study().documents) {
    if (!is_in(filter.documents, document.id)) continue;
    CG_ASSIGN_OR_RETURN(auto codings, CodingsSeen(store, desk.view, document.id));
    const std::size_t letters = LettersNeeded(codings);
    std::ranges::stable_sort(codings, {}, [](const model::Coding& one) { return one.range; });
    for (auto& coding : codings) {
      const bool wanted = (codes.empty() || codes.contains(coding.code)) && is_in(filter.coders, coding.coder) &&
                          is_in(filter.statuses, coding.status);
      if (!wanted) continue;
      std::string name = NameOf(coding, letters);
      lines.push_back({std::move(name), std::move(coding), document.title});
    }
  }
  return lines;
}

core::Result<EditResult> CodeBySearch(const Workspace& workspace, const model::SearchRequest& request,
                                      const model::CodeId& code) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kCodeBySearch));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const Desk desk, Desk::Open(in));
  CG_RETURN_IF_ERROR(desk.CheckCode(code));
  model::SearchRequest all = request;
  all.most = kMaxHits;
  CG_ASSIGN_OR_RETURN(const auto answer, SearchIn(in, all));
  if (answer.total > static_cast<std::int64_t>(kMaxHits) || answer.at_least) {
    return core::Fail(ErrorCode::kInvalidInput,
                      fmt::format("this finds more than {} passages, too many to be looked at one by one. Nothing was "
                                  "changed. Fix: ask more narrowly",
                                  kMaxHits));
  }
  std::map<model::DocumentId, std::vector<core::TextRange>> found;
  for (const auto& hit : answer.hits) found[hit.document].push_back(hit.range);
  model::ChangeSet changes;
  changes.action = model::EventAction::kApply;
  EditResult acted;
  acted.code = code;
  for (auto& [id, ranges] : found) {
    CG_ASSIGN_OR_RETURN(OneDocument open, OneDocument::Open(in, id));
    auto& [own_desk, document, seen] = open;
    changes.versions[id] = document.version;
    std::sort(ranges.begin(), ranges.end());
    std::vector<model::Coding> added;
    for (const core::TextRange range : ranges) {
      const bool has_it = std::ranges::any_of(seen, [&](const model::Coding& one) {
        return one.coder == actor.person && one.code == code && Touch(one.range, range);
      });
      if (has_it) continue;
      model::Coding coding = NewCoding(code, actor);
      coding.status = model::CodingStatus::kDraft;
      coding.memo = "found by: " + request.question;
      CG_RETURN_IF_ERROR(coding::Place(document, range, coding));
      added.push_back(std::move(coding));
    }
    seen.insert(seen.end(), added.begin(), added.end());
    const std::size_t letters = LettersNeeded(seen);
    for (auto& coding : added) {
      acted.codings.push_back(NameOf(coding, letters));
      changes.codings.push_back({std::nullopt, std::move(coding)});
    }
  }
  if (changes.codings.empty()) return acted;  // an answer, not an error
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

}  // namespace commonground::app
