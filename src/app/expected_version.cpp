// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the version of a code or coding that a person names, and merges what two people changed.

#include "app/expected_version.h"

#include <fmt/format.h>

#include "coding/history/undo.h"
#include "core/hinted.h"
#include "model/guids.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

constexpr int kMaxTries = 6;

struct Named {
  model::RecordType thing;
  std::string subject;
  std::string shown;
};
Named NamedAs(const model::Code& code) {
  return {model::RecordType::kCode, code.id.value, "the code " + code.id.value};
}
Named NamedAs(const model::Coding& coding) {
  return {model::RecordType::kCoding, model::IdOf(coding).value, "this coding"};
}
Named NamedAs(const model::Memo& memo) {
  return {model::RecordType::kMemo, memo.id.value, "this note"};
}

template <typename Thing>
core::Result<coding::LookedUp<Thing>> LookUp(const store::StudyStore& store, const Thing& now,
                                             const std::string& version) {
  const Named name = NamedAs(now);
  CG_ASSIGN_OR_RETURN(const auto events, store.EventsAbout(name.thing, name.subject));
  CG_ASSIGN_OR_RETURN(const auto history_texts, store.HistoryTexts(coding::HistoryTextsNamedBy(events)));
  auto looked = coding::LookUp(version, now, events, history_texts);
  if (looked.seen) return looked;
  const char* why = looked.is_erased ? "and its former texts were erased, because a document was removed or its "
                                       "consent withdrawn, so that yours cannot be compared with them"
                                     : "and the history does not hold the version that you name (an import of the "
                                       "study is no part of it)";
  return core::FailWithHint(
      ErrorCode::kConflict,
      fmt::format("{} is not the version that you name, {}. Nothing was changed. Fix: review the current version, "
                  "and if yours is still right, do it again on that",
                  name.shown, why),
      name.subject, {"on version", {{"version", coding::VersionOf(now)}}});
}

std::string Quoted(const std::string& value) {
  return value.empty() ? "(nothing)" : value;
}

template <typename Thing>
tl::unexpected<core::Error> ShowBoth(const Thing& now, const coding::LookedUp<Thing>& looked,
                                     const std::vector<coding::FieldConflict>& conflicts) {
  const Named name = NamedAs(now);
  std::string message = fmt::format(
      "{} was changed by somebody else since you saw it. Nothing of theirs or yours was lost, and nothing "
      "was changed now:\n",
      name.shown);
  for (const auto& one : conflicts) {
    const auto change = looked.changed.find(one.field);
    const bool by_person = change != looked.changed.end() && change->second.person;
    message += fmt::format(
        "  {}\n    you saw: {}\n    now:     {}  ({})\n    yours:   {}\n", one.field, Quoted(one.seen),
        Quoted(one.theirs),
        by_person ? change->second.person->value + ", " + change->second.at.Text() : "by an import of the study",
        Quoted(one.yours));
  }
  message += "Fix: decide which it is to be, and do it again on the current version";
  return core::FailWithHint(ErrorCode::kConflict, std::move(message), name.subject,
                            {"on version", {{"version", coding::VersionOf(now)}}});
}

}  // namespace

template <typename Thing>
core::Result<coding::MergeResult<Thing>> MergeEdit(const store::StudyStore& store, const Thing& now,
                                                   const std::string& version,
                                                   const std::function<void(Thing&)>& edit) {
  coding::MergeResult<Thing> combined{now, {}, {}};
  if (version.empty() || version == coding::VersionOf(now)) {
    edit(combined.thing);
    return combined;
  }
  CG_ASSIGN_OR_RETURN(const auto looked, LookUp(store, now, version));
  Thing yours = *looked.seen;
  edit(yours);
  combined = coding::Combine(*looked.seen, now, yours);
  if (!combined.conflicts.empty()) return ShowBoth(now, looked, combined.conflicts);
  return combined;
}

core::Status RemoveIfUnchanged(const store::StudyStore& store, const model::Memo& now, const std::string& version) {
  if (version.empty() || version == coding::VersionOf(now)) return {};
  CG_ASSIGN_OR_RETURN(const auto looked, LookUp(store, now, version));
  return ShowBoth(now, looked, {{"text", looked.seen->text, now.text, "take the note out"}});
}

template core::Result<coding::MergeResult<model::Code>> MergeEdit(const store::StudyStore&, const model::Code&,
                                                                  const std::string&,
                                                                  const std::function<void(model::Code&)>&);
template core::Result<coding::MergeResult<model::Coding>> MergeEdit(const store::StudyStore&, const model::Coding&,
                                                                    const std::string&,
                                                                    const std::function<void(model::Coding&)>&);
template core::Result<coding::MergeResult<model::Memo>> MergeEdit(const store::StudyStore&, const model::Memo&,
                                                                  const std::string&,
                                                                  const std::function<void(model::Memo&)>&);

core::Result<EditResult> ActOnNow(store::StudyStore& store, const EditContext& actor, const std::string& version,
                                  const std::function<core::Result<Prepared>()>& prepare) {
  for (int tried = 1;; ++tried) {
    CG_ASSIGN_OR_RETURN(Prepared prepared, prepare());
    const bool is_so =
        prepared.changes.codes.empty() && prepared.changes.codings.empty() && prepared.changes.memos.empty();
    if (is_so) return prepared.acted;
    auto act = ApplyEdit(store, std::move(prepared.changes), actor);
    if (act) {
      prepared.acted.act = *act;
      return prepared.acted;
    }
    const bool came_between = act.error().code == ErrorCode::kConflict && !version.empty() && tried < kMaxTries;
    if (!came_between) return core::Fail(std::move(act).error());
  }
}

}  // namespace commonground::app
