// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// First the list beside the study, then one transaction that holds the withdrawn study and the same list.

#include "app/withdrawal/carry_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "app/withdrawal/list_place.h"
#include "coding/history/record.h"
#include "model/guids.h"

namespace commonground::app {

using coding::WithdrawalList;
using core::ErrorCode;

namespace {

constexpr int kMaxTries = 6;
// Whose act a withdrawal is in the history: nobody's, so that it neither tells who withdrew nor is taken back by an
// undo.
constexpr const char* kNobody = "withdrawal";

// Of the consents that are closed; their texts (evidence) are not kept.
std::int64_t Remember(model::Study& study, const coding::Removed& removed, core::Moment now) {
  std::int64_t number = 1;
  for (const auto& one : study.history) number = std::max(number, one.number + 1);
  model::ChangeSet changes;
  changes.action = model::EventAction::kTakeOut;
  changes.person = model::CoderId(kNobody);
  changes.at = now;
  for (const auto& change : removed.changes) {
    changes.facts.Of<model::Consent>().push_back({change.before, change.after, -1, -1});
  }
  model::Recorded recorded = coding::Record(changes, {});
  if (recorded.events.empty()) return 0;
  for (auto& event : recorded.events) event.number = number;
  std::ranges::move(recorded.events, std::back_inserter(study.history));
  return number;
}

// What a study is like at one moment.
struct Moment {
  std::string revision;
  model::Study study;
  std::vector<model::FileHash> files;
};

core::Result<Moment> LoadMoment(const store::StudyStore& store, core::Progress& progress) {
  const auto read = [&]() -> core::Result<Moment> {
    Moment moment;
    CG_ASSIGN_OR_RETURN(moment.revision, store.Revision());
    CG_ASSIGN_OR_RETURN(moment.study, store.Load(progress));
    CG_ASSIGN_OR_RETURN(moment.files, store.ImportedFiles());
    return moment;
  };
  return store.Read(read);
}

core::Error AddPlace(core::Error error, const std::filesystem::path& place) {
  if (error.where.empty()) error.where = place.string();
  return error;
}

// What stands in the study itself, at one moment.
struct OwnList {
  std::string secret;
  std::string text;
};

core::Result<OwnList> ReadOwnList(const store::StudyStore& store) {
  const auto read = [&]() -> core::Result<OwnList> {
    OwnList own;
    CG_ASSIGN_OR_RETURN(own.text, store.Withdrawals());
    CG_ASSIGN_OR_RETURN(own.secret, store.KeptSecret());
    return own;
  };
  return store.Read(read);
}

core::Result<WithdrawalList> WithThatBeside(const store::StudyStore& store, const OwnList& own) {
  auto list = WithdrawalList::Read(own.text, own.secret);
  if (!list) return list;
  const auto place = ListPlaceOf(store.place(), list->StudyMark());
  if (!place) return list;
  CG_ASSIGN_OR_RETURN(const std::string beside, ReadList(*place));
  auto other = WithdrawalList::Read(beside, own.secret);
  if (!other) return core::Fail(AddPlace(std::move(other).error(), *place));
  list->Add(*other);
  return list;
}

}  // namespace

core::Result<WithdrawalList> ListOf(const store::StudyStore& store) {
  CG_ASSIGN_OR_RETURN(const OwnList own, ReadOwnList(store));
  return WithThatBeside(store, own);
}

std::optional<coding::Removed> Honour(const WithdrawalList& list, model::Study& study) {
  const auto due = list.DueIn(study);
  if (due.empty()) return std::nullopt;
  return coding::Withdraw(study, due);
}

core::Result<CarriedOut> CarryOut(store::StudyStore& store, std::vector<coding::Withdrawal> withdrawals,
                                  core::Moment now, core::Progress& progress, const std::vector<std::string>& more) {
  CG_ASSIGN_OR_RETURN(std::string secret, store.KeptSecret());
  if (secret.empty()) {
    CG_ASSIGN_OR_RETURN(const Moment moment, LoadMoment(store, progress));
    CG_RETURN_IF_ERROR(store.Save(moment.study, moment.files, progress, nullptr, &moment.revision));
    CG_ASSIGN_OR_RETURN(secret, store.KeptSecret());
  }
  for (int tried = 1;; ++tried) {
    CG_ASSIGN_OR_RETURN(WithdrawalList list, ListOf(store));
    for (const std::string& text : more) {
      CG_ASSIGN_OR_RETURN(const WithdrawalList other, WithdrawalList::Read(text, secret));
      list.Add(other);
    }
    CG_ASSIGN_OR_RETURN(Moment moment, LoadMoment(store, progress));
    std::vector<coding::Withdrawal> all = list.DueIn(moment.study);
    all.insert(all.end(), withdrawals.begin(), withdrawals.end());
    CarriedOut done;
    const model::Study as_read = moment.study;
    done.removed = coding::Withdraw(moment.study, all);
    list.Add(done.removed);
    done.act = Remember(moment.study, done.removed, now);

    const auto place = ListPlaceOf(store.place(), list.StudyMark());
    std::string before;
    if (place) {
      CG_ASSIGN_OR_RETURN(before, ReadList(*place));
      CG_RETURN_IF_ERROR(WriteList(*place, list.Text()));
    }
    auto wiped = store.SaveWithdrawn(as_read, moment.study, moment.files, list.Text(), moment.revision, progress);
    if (wiped) {
      done.wiped = *wiped;
      return done;
    }
    core::Error error = std::move(wiped).error();
    if (place) {
      const core::Status taken_back = WriteList(*place, before);
      if (!taken_back) {
        error.message += ". The list beside the study says it already: it is carried out when the study is opened next";
        return core::Fail(std::move(error));
      }
    }
    if (error.code != ErrorCode::kConflict || tried == kMaxTries) return core::Fail(std::move(error));
  }
}

core::Result<bool> IsBehindItsList(const store::StudyStore& store) {
  CG_ASSIGN_OR_RETURN(const OwnList own, ReadOwnList(store));
  if (store.place().is_file()) {
    // Nothing was ever withdrawn: the usual case costs no more than this.
    std::error_code ignored;
    const auto beside = ListBeside(store.place().file());
    if (own.text.empty() && !std::filesystem::exists(beside, ignored)) return false;
    CG_ASSIGN_OR_RETURN(const std::string text, ReadList(beside));
    if (text == own.text) return false;
  }
  CG_ASSIGN_OR_RETURN(const WithdrawalList list, WithThatBeside(store, own));
  CG_ASSIGN_OR_RETURN(const WithdrawalList within, WithdrawalList::Read(own.text, own.secret));
  if (!within.Holds(list)) return true;
  if (const auto place = ListPlaceOf(store.place(), list.StudyMark()); place && !list.empty()) {
    CG_ASSIGN_OR_RETURN(const std::string text, ReadList(*place));
    // Where nobody may write beside a study, nobody can put an older one there either.
    if (text != own.text) (void)WriteList(*place, own.text);
  }
  return false;
}

core::Result<bool> CompleteWithdrawals(const store::StudyLocation& place, const core::Clock& clock,
                                       core::Progress& progress) {
  {
    auto store = store::StudyStore::Open(place, store::OpenMode::kRead);
    if (!store) {
      if (store.error().code != ErrorCode::kNotFound) return core::Fail(std::move(store).error());
      std::error_code ignored;
      if (!place.is_file() || !std::filesystem::exists(ListBeside(place.file()), ignored)) return false;
      return core::Fail(ErrorCode::kNoConsent,
                        "a list of withdrawals lies beside this place, and the study that it belongs to is not here: "
                        "what is put here could bring back what was withdrawn. Nothing was written. Fix: restore the "
                        "study from a backup, or, if this is to be another study, name "
                        "another place",
                        ListBeside(place.file()).string());
    }
    CG_ASSIGN_OR_RETURN(const bool behind, IsBehindItsList(*store));
    if (!behind) return false;
  }
  auto store = store::StudyStore::Open(place, store::OpenMode::kWrite);
  if (!store) {
    core::Error error = std::move(store).error();
    error.message =
        "a withdrawal of consent has not been carried out in this study, so it is shown to nobody: " + error.message +
        ". Fix: open it where you may write to it";
    if (error.code == ErrorCode::kIo) error.code = ErrorCode::kNoConsent;
    return core::Fail(std::move(error));
  }
  CG_RETURN_IF_ERROR(CarryOut(*store, {}, clock.Now(), progress));
  return true;
}

}  // namespace commonground::app
