// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks at the same things before and after; what is told is the difference.

#include "app/import/rests_on_lost.h"

#include <algorithm>

#include "app/gateway/coding_view.h"
#include "coding/withdrawal/evidence.h"
#include "model/consent_subject.h"
#include "model/guids.h"
#include "model/identity.h"
#include "publish/quote_line.h"

namespace commonground::app {

namespace {

// Words of passages that a quotation may place: accepted codings of the text.
std::vector<std::string_view> WordsOf(const model::Study& study, const model::DocumentId& document,
                                      const CodingView& view) {
  std::vector<std::string_view> words;
  for (const model::Coding& coding : study.codings) {
    if (coding.document == document && coding.status == model::CodingStatus::kAccepted && view.Sees(coding)) {
      words.push_back(coding.exact);
    }
  }
  return words;
}

bool AnyBegins(const std::vector<std::string_view>& words, const std::string& with) {
  return !with.empty() && std::ranges::any_of(words, [&](std::string_view one) { return one.starts_with(with); });
}

// The nearest words of a lost coding, put together.
std::string NearestWords(const LostCoding& lost) {
  std::string words;
  for (const auto& part : lost.is) words += part.words;
  return words;
}

std::string_view TextOf(const model::Study& study, const model::DocumentId& document) {
  const auto found = std::ranges::find(study.documents, document, &model::Document::id);
  return found == study.documents.end() ? std::string_view() : std::string_view(found->text);
}

std::vector<RestsOnLost::Quote> QuotesOf(const model::Study& study, const model::DocumentId& document) {
  std::vector<RestsOnLost::Quote> quotes;
  const auto add = [&](const char* kind, const std::string& id, const std::string& text) {
    for (const publish::QuoteLine& line : publish::FindQuoteLines(text)) {
      if (line.document == document.value) quotes.push_back({kind, id, line.line, line.words, {}});
    }
  };
  for (const auto& one : study.chapters) add("chapter", one.id.value, one.text);
  for (const auto& one : study.findings) add("finding", one.id.value, one.text);
  return quotes;
}

// Of which coding of the text a consent is; empty: it is of something else.
model::CodingId PassageIn(const model::Consent& consent, const model::DocumentId& document) {
  if (model::DocumentOfSubject(consent.subject) != document.value) return {};
  return model::CodingId(std::string(model::PassageOfSubject(consent.subject)));
}

std::set<model::CodingId> PlacedOf(const model::Study& study, const model::DocumentId& document) {
  std::set<model::CodingId> wanted;
  for (const auto& one : study.consents) {
    if (model::CodingId coding = PassageIn(one, document); !coding.empty()) wanted.insert(std::move(coding));
  }
  std::set<model::CodingId> placed;
  if (wanted.empty()) return placed;
  for (const model::Coding& coding : study.codings) {
    if (coding.document != document) continue;
    if (model::CodingId id = model::IdOf(coding); wanted.contains(id)) placed.insert(std::move(id));
  }
  return placed;
}

bool IsIn(const std::vector<model::OrganisationId>& cases, const model::OrganisationId& one) {
  return std::ranges::find(cases, one) != cases.end();
}

}  // namespace

RestsOnText::RestsOnText(const model::Study& study, const model::DocumentId& document, const CodingView& view)
    : document_(document), quotes_(QuotesOf(study, document)), placed_(PlacedOf(study, document)) {
  const auto words = WordsOf(study, document, view);
  std::erase_if(quotes_, [&](const RestsOnLost::Quote& one) { return !AnyBegins(words, one.words); });
  const std::string_view text = TextOf(study, document);
  const auto ids = model::IdsOf(study.translations);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const model::Translation& one = study.translations[i];
    if (one.document == document && text.find(one.exact) != std::string_view::npos) translations_.insert(ids[i]);
  }
}

RestsOnLost RestsOnText::WhatIsLost(const model::Study& now, const LostCodings& lost, const CodingView& view) const {
  RestsOnLost rests;
  const auto words = WordsOf(now, document_, view);
  const auto document = std::ranges::find(now.documents, document_, &model::Document::id);
  if (document == now.documents.end()) return rests;
  const auto placed = PlacedOf(now, document_);
  std::set<model::CodingId> still_lost;
  for (const auto& orphan : now.orphans) {
    if (orphan.coding.document == document_) still_lost.insert(model::IdOf(orphan.coding));
  }
  std::vector<const LostCoding*> accepted;
  for (const LostCoding& one : lost.seen) {
    if (one.coding.status == model::CodingStatus::kAccepted && still_lost.contains(one.coding.id)) {
      accepted.push_back(&one);
    }
  }
  for (RestsOnLost::Quote quote : quotes_) {
    if (AnyBegins(words, quote.words)) continue;
    for (const LostCoding* one : accepted) {
      if (one->nearest && NearestWords(*one).starts_with(quote.words)) quote.stays_with.push_back(one->coding.id);
    }
    rests.quotes.push_back(std::move(quote));
  }
  if (!accepted.empty()) {
    const coding::Evidence evidence(now, [&](const model::Coding& coding) { return view.Sees(coding); });
    for (const model::Finding& finding : now.findings) {
      RestsOnLost::OfFinding of;
      of.id = finding.id;
      const bool is_for = IsIn(finding.cases_for, document->organisation);
      const bool is_against = IsIn(finding.cases_against, document->organisation);
      for (const LostCoding* one : accepted) {
        if ((!is_for && !is_against) || !evidence.IsUnder(one->coding.code, finding)) continue;
        if (is_for) of.lost_for.push_back(one->coding.id);
        if (is_against) of.lost_against.push_back(one->coding.id);
      }
      if (of.lost_for.empty() && of.lost_against.empty()) continue;
      of.left_for = evidence.For(finding);
      of.left_against = evidence.Against(finding);
      rests.findings.push_back(std::move(of));
    }
  }
  const auto ids = model::IdsOf(now.translations);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const model::Translation& one = now.translations[i];
    if (!translations_.contains(ids[i]) || document->text.find(one.exact) != std::string::npos) continue;
    rests.translations.push_back({ids[i], one.language, one.exact});
  }
  for (const model::Consent& one : now.consents) {
    const model::CodingId coding = PassageIn(one, document_);
    if (coding.empty() || !placed_.contains(coding) || placed.contains(coding)) continue;
    rests.consents.push_back({one.subject, coding, one.scope, one.withdrawn.has_value()});
  }
  return rests;
}

}  // namespace commonground::app
