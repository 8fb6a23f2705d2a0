// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Says which documents may be read on a day.

#include "app/gateway/reading.h"

#include <algorithm>

#include "app/gateway/consent_book.h"
#include "ingest/documents/formats.h"

namespace commonground::app {

std::set<model::DocumentId> ReadableDocuments(const model::Study& study, const core::Date& today) {
  const ConsentBook book(study.consents, today);
  std::set<model::DocumentId> readable;
  for (const auto& document : study.documents) {
    if (book.Allows(document, model::ConsentScope::kAnalyse)) readable.insert(readable.end(), document.id);
  }
  return readable;
}

std::set<model::DocumentId> ReadableDocuments(const model::Study& study, const core::Date& today,
                                              const Caller& caller) {
  if (caller.role == Role::kReader) return {};
  auto readable = ReadableDocuments(study, today);
  if (caller.role != Role::kMember) return readable;
  for (const auto& document : study.documents) {
    if (document.organisation != caller.organisation) readable.erase(document.id);
  }
  return readable;
}

bool MayShowPages(const model::Study& study, std::span<const model::KeptOriginal> kept,
                  const model::DocumentId& document, const core::Date& today) {
  const auto found = std::ranges::find(study.documents, document, &model::Document::id);
  if (found == study.documents.end() || !ingest::HasPages(document.value)) return false;
  const bool is_kept = std::ranges::any_of(
      kept, [&](const auto& one) { return one.document == document && one.version == found->version; });
  return is_kept && ConsentBook(study.consents, today).Allows(*found, model::ConsentScope::kPhoto);
}

}  // namespace commonground::app
