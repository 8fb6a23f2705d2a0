// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens desks and documents through the gateway.

#include "app/gateway/desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/gateway/seen_in_store.h"
#include "core/guid.h"
#include "core/hinted.h"

namespace commonground::app {

using core::ErrorCode;

core::Result<Desk> Desk::Open(const Entered& in) {
  return in.store.Read([&] { return OpenWithin(in); });
}

core::Result<Desk> Desk::OpenWithin(const Entered& in) {
  CG_ASSIGN_OR_RETURN(auto kept, in.kept.DeskWithin(in.store));
  CodingView view = in.kept.ViewOfDesk(in.caller, in.today);
  return Desk{std::move(kept), std::move(view)};
}

core::Result<model::Document> Desk::Text(const store::StudyStore& store, const model::DocumentId& id) const {
  const auto about = std::ranges::find(study().documents, id, &model::Document::id);
  if (about != study().documents.end() && view.MayRead(id)) {
    CG_ASSIGN_OR_RETURN(auto texts, store.LoadTexts({id}));
    if (!texts.empty()) {
      model::Document document = *about;
      document.text = std::move(texts.front().text);
      document.parts = std::move(texts.front().parts);
      return document;
    }
  }
  return core::FailWithHint(ErrorCode::kNotFound,
                            "document not found, or no consent to analyse today. Fix: check the id and the consents",
                            id.value, {"list assignments", {}});
}

core::Status Desk::CheckCode(const model::CodeId& id) const {
  const auto code = std::ranges::find(study().codebook, id, &model::Code::id);
  if (code == study().codebook.end()) {
    return core::FailWithHint(ErrorCode::kNotFound, "code not found. Fix: list the codes", id.value, {"code tree", {}});
  }
  if (code->retired) {
    return core::FailWithHint(
        ErrorCode::kInvalidInput,
        fmt::format("this code is retired{}. Nothing was changed. Fix: use another, or restore it",
                    code->merged_into ? " and merged into " + code->merged_into->value : ""),
        id.value, {"restore code", {{"code", id.value}}});
  }
  return {};
}

core::Result<OneDocument> OneDocument::Open(const Entered& in, const model::DocumentId& id) {
  return in.store.Read([&]() -> core::Result<OneDocument> {
    CG_ASSIGN_OR_RETURN(Desk desk, Desk::OpenWithin(in));
    CG_ASSIGN_OR_RETURN(model::Document document, desk.Text(in.store, id));
    CG_ASSIGN_OR_RETURN(auto seen, CodingsSeen(in.store, desk.view, id));
    return OneDocument{std::move(desk), std::move(document), std::move(seen)};
  });
}

std::string NameOf(const model::Coding& coding, std::size_t letters) {
  return coding.document.value + "#" + coding.id.value.substr(0, letters);
}

std::size_t LettersNeeded(const std::vector<model::Coding>& codings) {
  std::vector<std::string_view> ids;
  for (const auto& coding : codings) ids.push_back(coding.id.value);
  std::sort(ids.begin(), ids.end());
  std::size_t letters = kShortest;
  for (std::size_t i = 1; i < ids.size(); ++i) {
    while (letters < ids[i].size() && ids[i].substr(0, letters) == ids[i - 1].substr(0, letters)) ++letters;
  }
  return letters;
}

model::Coding NewCoding(const model::CodeId& code, const EditContext& actor) {
  model::Coding coding;
  coding.id = model::CodingId(core::NewGuid());
  coding.code = code;
  coding.coder = actor.person;
  coding.at = actor.now;
  coding.created = actor.now.Day();
  return coding;
}

bool Touch(core::TextRange a, core::TextRange b) {
  return a.start < b.end && b.start < a.end;
}

}  // namespace commonground::app
