// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consent: whose, until when, and where it is kept.
#include <algorithm>
#include <set>
#include <string>

#include "model/consent_subject.h"
#include "model/guids.h"
#include "rules/checked.h"
#include "rules/evidence.h"

namespace commonground::rules {

namespace {

// A passage is named by one of its codings.  Where no coding was read (as when a form is checked), that is left out.
void CheckPassage(const Checked& checked, const model::Consent& consent, const std::set<std::string>& passages,
                  const Field& field) {
  const std::string_view passage = model::PassageOfSubject(consent.subject);
  if (passage.empty()) return;
  if (!model::IsOfPassages(consent.scope)) {
    field.At("scope").Bad(model::Word(consent.scope), "cannot be said of one passage",
                          "name its document, or write quote, summarise or translate");
  }
  if (!checked.study.codings.empty() && checked.Readable(Kind::kCoding) && !passages.contains(consent.subject)) {
    field.Bad(consent.subject, "there is no coding of this id in this document",
              "write DOCUMENT#CODING, or the document alone; if the row of the coding was changed, write its old id "
              "into the column id of codings.csv");
  }
}

std::set<std::string> PassagesOf(const model::Study& study) {
  std::set<std::string> passages;
  if (std::ranges::none_of(study.consents,
                           [](const auto& one) { return !model::PassageOfSubject(one.subject).empty(); })) {
    return passages;
  }
  for (const auto& coding : study.codings) passages.insert(model::SubjectOf(coding.document, model::IdOf(coding)));
  for (const auto& orphan : study.orphans) {
    passages.insert(model::SubjectOf(orphan.coding.document, model::IdOf(orphan.coding)));
  }
  return passages;
}

}  // namespace

void CheckConsents(const Checked& checked) {
  const std::set<std::string> passages = PassagesOf(checked.study);
  for (std::size_t i = 0; i < checked.study.consents.size(); ++i) {
    const model::Consent& consent = checked.study.consents[i];
    const Field field = checked.Of(Kind::kConsent, i, "subject");
    const bool of_document = KindOfSubject(consent) == Kind::kDocument;
    const std::string subject(of_document ? model::DocumentOfSubject(consent.subject) : consent.subject);
    const Known& known = of_document ? checked.documents : checked.organisations;
    const bool readable = of_document ? checked.Readable(Kind::kDocument, subject) : known.readable;
    if (!subject.empty() && readable && !known.Has(subject)) {
      field.Bad(subject, "is neither an organisation's id nor a document's",
                "write an id of {1}, or a document such as org/case-study.md", {All(Kind::kOrganisation)});
    }
    CheckPassage(checked, consent, passages, field);
    CheckOrder(consent.given, consent.expires, field.At("expires"), "given");
    CheckOrder(consent.given, consent.withdrawn, field.At("withdrawn"), "given");
    if (consent.basis != model::ConsentBasis::kPublicSource) continue;
    if (LacksSource(consent)) {
      field.At("evidence")
          .Bad({}, "is blank, but consent from a public source needs that source", "write the source's id");
    } else if (checked.sources.readable && !checked.sources.Has(consent.evidence)) {
      field.At("evidence")
          .Bad(consent.evidence, "there is no source of this id", "add it to {1}, or correct the id",
               {All(Kind::kSource)});
    }
  }
}

}  // namespace commonground::rules
