// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts, through the use cases of app.

#include "server/routes/documents.h"

#include <algorithm>

#include "app/compare_versions.h"
#include "app/read_document.h"

namespace commonground::server {

namespace {

DocumentView ViewOf(const app::ListedDocument& listed) {
  const model::Document& one = listed.document;
  return {one.id,
          one.organisation,
          one.title,
          one.language,
          listed.direction,
          one.kind,
          one.date ? std::optional(one.date->Text()) : std::nullopt,
          one.sources,
          one.version,
          listed.own_assignment,
          listed.is_blind};
}

}  // namespace

core::Result<ListDocuments::Output> ListDocuments::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto documents, app::ListDocuments(study));
  Output output;
  for (const app::ListedDocument& one : documents) {
    if (!input.organisation || one.document.organisation == *input.organisation) {
      output.documents.push_back(ViewOf(one));
    }
  }
  return output;
}

core::Result<ListTexts::Output> ListTexts::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const app::TextList list, app::ListTexts(study));
  Output output;
  output.locked = list.locked;
  for (const app::ListedText& one : list.texts) {
    Text& text = output.texts.emplace_back();
    text.document = one.document;
    text.organisation = one.organisation;
    text.title = one.title;
    text.language = one.language;
    text.direction = one.direction;
    text.version = one.version;
    text.from = one.from;
    text.pages = one.pages;
    if (one.confidence) text.confidence = *one.confidence;
    if (one.least_sure) text.least_sure = *one.least_sure;
    text.region = one.region;
    text.country = one.country;
    text.state = one.state;
    text.to_decide = one.to_decide;
    for (const app::TextCoder& coder : one.coders)
      text.coders.push_back({coder.coder, coder.assignment, coder.codings});
  }
  return output;
}

core::Result<ReadDocument::Output> ReadDocument::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(app::OpenedDocument opened, app::OpenDocument(study, input.document));
  Output output;
  output.about = ViewOf(opened.listed);
  output.text = std::move(opened.listed.document.text);
  for (const model::Part& part : opened.listed.document.parts) {
    output.parts.push_back({part.kind, part.level, PlaceOf(part.range), part.page, part.confidence});
  }
  for (const model::Coding& one : opened.codings) output.codings.push_back(ViewOf(one));
  for (const model::Adjudication& one : opened.decided) {
    output.decided.push_back({one.id.value, one.code, PlaceOf(one.range), one.result.has_value(), one.why,
                              one.decided_by, one.at ? std::optional(one.at->Text()) : std::nullopt});
  }
  for (const model::Memo& one : opened.memos) output.memos.push_back(ViewOf(one));
  output.versions.assign(opened.versions.begin(), opened.versions.end());
  output.has_page_pictures = opened.has_page_pictures;
  return output;
}

core::Result<ReadOlderVersion::Output> ReadOlderVersion::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  if (input.version < 1 || input.version > 1'000'000) {
    return core::Fail(core::ErrorCode::kNotFound, "There is nothing here.");
  }
  CG_ASSIGN_OR_RETURN(auto older, app::OpenOlderVersion(study, input.document, static_cast<int>(input.version)));
  return Output{older.document, older.version, std::move(older.text)};
}

core::Result<CompareVersions::Output> CompareVersions::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  constexpr std::int64_t kMaxVersion = 1'000'000;
  if (std::min(input.version, input.other) < 1 || std::max(input.version, input.other) > kMaxVersion) {
    return core::Fail(core::ErrorCode::kNotFound, "There is nothing here.");
  }
  CG_ASSIGN_OR_RETURN(
      const app::ComparedVersions compared,
      app::CompareVersions(study, input.document, static_cast<int>(input.version), static_cast<int>(input.other)));
  Output output;
  output.document = compared.document.id;
  output.title = compared.document.title;
  output.language = compared.document.language;
  output.direction = compared.direction;
  output.versions.assign(compared.versions.begin(), compared.versions.end());
  output.same = compared.same;
  output.changed = compared.changed;
  output.gone = compared.gone;
  output.added = compared.added;
  for (const coding::ComparedRow& one : compared.rows) {
    Row& row = output.rows.emplace_back();
    row.what.value = coding::NameOf(one.what);
    if (one.was_paragraph > 0) row.was_paragraph = one.was_paragraph;
    if (one.is_paragraph > 0) row.is_paragraph = one.is_paragraph;
    for (const auto& part : one.was) row.was.push_back({part.words, part.only_here});
    for (const auto& part : one.is) row.is.push_back({part.words, part.only_here});
  }
  return output;
}

}  // namespace commonground::server
