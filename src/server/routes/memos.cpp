// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Notes, through the use cases of app.

#include "server/routes/memos.h"

#include "app/memo_study.h"
#include "core/guid.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

core::Result<MemoView> OneMemo(const app::Workspace& study, const std::string& id) {
  CG_ASSIGN_OR_RETURN(const auto memos, app::FindMemos(study, {}, std::nullopt));
  for (const model::Memo& memo : memos) {
    if (memo.id.value == id) return ViewOf(memo);
  }
  return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
}

void SayWhatIsThere(RouteContext& asked, const app::Workspace& study, const std::string& id, ErrorCode code) {
  if (code != ErrorCode::kConflict) return;
  if (const auto now = OneMemo(study, id)) asked.now = ToJson(*now);
}

}  // namespace

MemoView ViewOf(const model::Memo& memo) {
  return {memo.id.value,
          memo.kind,
          memo.about,
          memo.subject,
          memo.document,
          memo.coder,
          memo.at ? std::optional(memo.at->Text()) : std::nullopt,
          memo.text,
          coding::VersionOf(memo)};
}

core::Result<ListMemos::Output> ListMemos::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(auto memos, app::FindMemos(study, {}, input.kind));
  std::erase_if(memos, [&](const model::Memo& memo) {
    return (input.about && memo.about != *input.about) || (input.subject && memo.subject != *input.subject);
  });
  Output output;
  output.total = std::ssize(memos);
  for (const model::Memo& memo : input.Of(memos)) output.memos.push_back(ViewOf(memo));
  return output;
}

core::Result<MemoView> AddMemo::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  if (core::ReadGuid(input.memo) != input.memo) {
    return core::Fail(ErrorCode::kInvalidInput, "The id of a new note is a random UUID in lower case.");
  }
  app::MemoRequest request;
  request.id = model::MemoId(input.memo);
  request.kind = input.kind.value_or(model::MemoKind::kNote);
  request.about = input.about;
  request.subject = input.subject.value_or("");
  if (input.about == model::MemoSubject::kCoding) {
    if (!input.document) {
      return core::Fail(ErrorCode::kInvalidInput, "Say in which document the coding is.");
    }
    request.subject = input.document->value + "#" + request.subject;
  }
  request.text = input.text;
  const auto alone = asked.services.locks.Lock(input.memo);
  // Said again, as after a lost answer: it is there as it was asked for.
  if (const auto there = OneMemo(study, input.memo)) {
    const bool is_same = there->text == input.text && there->about == input.about && there->kind == request.kind &&
                         there->subject == input.subject.value_or("") && there->person == asked.caller().person;
    if (!is_same) return core::Fail(ErrorCode::kConflict, "There is another note with this id.");
    asked.tag = there->version;
    return there;
  }
  CG_RETURN_IF_ERROR(app::AddMemo(study, request));
  CG_ASSIGN_OR_RETURN(MemoView view, OneMemo(study, input.memo));
  asked.status = 201;
  asked.tag = view.version;
  return view;
}

core::Result<MemoView> RewriteMemo::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_RETURN_IF_ERROR(OneMemo(study, input.memo));  // the use case also takes the first letters of an id
  const auto done = app::RewriteMemo(study, {input.memo, asked.version}, input.text);
  if (!done) {
    SayWhatIsThere(asked, study, input.memo, done.error().code);
    return core::Fail(done.error());
  }
  CG_ASSIGN_OR_RETURN(MemoView view, OneMemo(study, input.memo));
  asked.tag = view.version;
  return view;
}

core::Result<RemoveMemo::Output> RemoveMemo::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_RETURN_IF_ERROR(OneMemo(study, input.memo));  // the use case also takes the first letters of an id
  const auto done = app::RemoveMemo(study, {input.memo, asked.version});
  if (!done) {
    SayWhatIsThere(asked, study, input.memo, done.error().code);
    return core::Fail(done.error());
  }
  return Output{done->act};
}

}  // namespace commonground::server
