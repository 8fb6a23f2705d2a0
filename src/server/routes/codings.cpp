// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings, through the use cases of app.

#include "server/routes/codings.h"

#include "app/edit_coding.h"
#include "core/guid.h"
#include "model/words.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

core::Result<CodingView> OneCoding(const app::Workspace& study, const model::DocumentId& document,
                                   const std::string& id) {
  const auto coding = app::ShowCoding(study, document, model::CodingId(id));
  if (coding) return ViewOf(*coding);
  if (coding.error().code != ErrorCode::kNotFound) return core::Fail(coding.error());
  // The same whether it is not there or may not be seen.
  return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
}

std::string NameOf(const model::DocumentId& document, const std::string& id) {
  return document.value + "#" + id;
}

}  // namespace

CodingView ViewOf(const model::Coding& coding) {
  return {coding.id.value,
          coding.document,
          coding.code,
          coding.coder,
          coding.range.start,
          coding.range.end,
          coding.exact,
          {std::string(model::Word(coding.status))},
          coding.memo,
          coding.at ? std::optional(coding.at->Text()) : std::nullopt,
          coding::VersionOf(coding)};
}

core::Result<ListCodings::Output> ListCodings::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::CodingFilter filter;
  filter.documents = input.document;
  filter.codes = input.code;
  filter.coders = input.coder;
  CG_ASSIGN_OR_RETURN(const auto lines, app::ListCodings(study, filter));
  Output output;
  output.total = std::ssize(lines);
  for (const app::CodingLine& line : input.Of(lines)) output.codings.push_back(ViewOf(line.coding));
  return output;
}

core::Result<CodingView> ShowCoding::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(CodingView view, OneCoding(study, input.document, input.coding));
  asked.tag = view.version;
  return view;
}

core::Result<CodingView> ApplyCode::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  if (input.start.has_value() != input.end.has_value() || input.start.has_value() == input.quote.has_value()) {
    return core::Fail(ErrorCode::kInvalidInput, "Say where: start and end, or the words as quote.");
  }
  const bool in_vivo = input.in_vivo.value_or(false);
  if (input.code.has_value() == in_vivo || (input.parent && !in_vivo)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "Say which code, or in_vivo for a new one of the words (below parent, if it is given).");
  }
  if (core::ReadGuid(input.coding) != input.coding) {
    return core::Fail(ErrorCode::kInvalidInput, "The id of a new coding is a random UUID in lower case.");
  }
  app::ApplyRequest request;
  request.id = model::CodingId(input.coding);
  request.document = input.document;
  if (input.code) request.code = input.code->value;
  request.in_vivo = in_vivo;
  request.parent = input.parent;
  if (input.start) request.range = core::TextRange{*input.start, *input.end};
  request.quote = input.quote.value_or("");
  request.memo = input.memo.value_or("");
  const auto alone = asked.services.locks.Lock(input.coding);
  // Said again, as after a lost answer: it is there as it was asked for.
  if (const auto there = OneCoding(study, input.document, input.coding)) {
    const bool is_same = (!input.code || there->code == *input.code) && there->coder == asked.caller().person &&
                         (!input.start || (there->start == *input.start && there->end == *input.end)) &&
                         (!input.quote || there->exact == *input.quote);
    if (!is_same) return core::Fail(ErrorCode::kConflict, "There is another coding with this id.");
    asked.tag = there->version;
    return there;
  }
  CG_RETURN_IF_ERROR(app::ApplyCode(study, request));
  CG_ASSIGN_OR_RETURN(CodingView view, OneCoding(study, input.document, input.coding));
  asked.status = 201;
  asked.tag = view.version;
  return view;
}

core::Result<CodingView> EditCoding::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_RETURN_IF_ERROR(OneCoding(study, input.document, input.coding));  // the use case also takes its first letters
  app::CodingEdit edit;
  if (input.status) edit.status = model::FromWord<model::CodingStatus>(input.status->value);
  edit.memo = input.memo;
  const auto done = app::EditCoding(
      study, app::ExpectedVersion<std::string>(NameOf(input.document, input.coding), asked.version), edit);
  if (!done) {
    if (done.error().code == ErrorCode::kConflict) {
      if (const auto now = OneCoding(study, input.document, input.coding)) asked.now = ToJson(*now);
    }
    return core::Fail(done.error());
  }
  CG_ASSIGN_OR_RETURN(CodingView view, OneCoding(study, input.document, input.coding));
  asked.tag = view.version;
  return view;
}

core::Result<ActView> RemoveCoding::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_RETURN_IF_ERROR(OneCoding(study, input.document, input.coding));
  const std::vector<std::string> names{NameOf(input.document, input.coding)};
  CG_ASSIGN_OR_RETURN(const app::EditResult acted, app::RemoveCodings(study, names));
  return ActView{acted.act, acted.kept};
}

}  // namespace commonground::server
