// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads both texts at one moment, through the gateway, and compares them when the store is free again.

#include "app/compare_versions.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/gateway/desk.h"
#include "app/gateway/entry.h"
#include "publish/html/language.h"

namespace commonground::app {

namespace {

struct TwoTexts {
  ComparedVersions of;
  std::string was;
  std::string is;
};

tl::unexpected<core::Error> NoVersion(const model::DocumentId& document) {
  return core::Fail(core::ErrorCode::kNotFound,
                    "document not found, or no consent to analyse today. Fix: check the id and the consents",
                    document.value);
}

core::Result<TwoTexts> ReadBoth(const Entered& in, const model::DocumentId& id, int from, int to) {
  CG_ASSIGN_OR_RETURN(const Desk desk, Desk::OpenWithin(in));
  const auto about = std::ranges::find(desk.study().documents, id, &model::Document::id);
  if (about == desk.study().documents.end() || !desk.view.MayRead(id)) return NoVersion(id);
  CG_ASSIGN_OR_RETURN(const auto newest, in.store.LoadTexts({id}));
  CG_ASSIGN_OR_RETURN(const auto older, in.store.OldVersionsOf({id}));
  TwoTexts texts;
  texts.of.document = *about;
  texts.of.direction = publish::DirectionOf(about->language);
  texts.of.from = from;
  texts.of.to = to;
  for (const model::OldVersion& one : older) texts.of.versions.push_back(one.version);
  texts.of.versions.push_back(about->version);
  std::ranges::sort(texts.of.versions);
  const auto text_of = [&](int version) -> const std::string* {
    if (version == about->version && !newest.empty()) return &newest.front().text;
    const auto found = std::ranges::find(older, version, &model::OldVersion::version);
    return found == older.end() ? nullptr : &found->text;
  };
  const std::string* was = text_of(from);
  const std::string* is = text_of(to);
  if (was == nullptr || is == nullptr) return NoVersion(id);
  if (std::max(was->size(), is->size()) > kMaxComparedBytes) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("texts of more than {} bytes are not compared. Fix: read one version after the other",
                                  kMaxComparedBytes),
                      id.value);
  }
  texts.was = *was;
  texts.is = *is;
  return texts;
}

}  // namespace

core::Result<ComparedVersions> CompareVersions(const Workspace& workspace, const model::DocumentId& document, int from,
                                               int to) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSearch));
  CG_ASSIGN_OR_RETURN(TwoTexts texts, in.store.Read([&] { return ReadBoth(in, document, from, to); }));
  ComparedVersions compared = std::move(texts.of);
  compared.rows = coding::CompareTexts(texts.was, texts.is);
  for (const coding::ComparedRow& row : compared.rows) {
    switch (row.what) {
      case coding::ComparedRow::What::kSame:
        ++compared.same;
        break;
      case coding::ComparedRow::What::kChanged:
        ++compared.changed;
        break;
      case coding::ComparedRow::What::kGone:
        ++compared.gone;
        break;
      case coding::ComparedRow::What::kNew:
        ++compared.added;
        break;
    }
  }
  return compared;
}

}  // namespace commonground::app
