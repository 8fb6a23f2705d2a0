// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consent: whose, until when, and where it is kept.
#include "rules/checked.h"

namespace commonground::rules {

void CheckConsents(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.consents.size(); ++i) {
    const model::Consent& consent = checked.study.consents[i];
    const Field field = checked.Of(Kind::kConsent, i, "subject");
    const std::string& subject = consent.subject;
    const bool of_document = KindOfSubject(consent) == Kind::kDocument;
    const Known& known = of_document ? checked.documents : checked.organisations;
    const bool readable = of_document ? checked.Readable(Kind::kDocument, subject) : known.readable;
    if (!subject.empty() && readable && !known.Has(subject)) {
      field.Bad(subject, "is neither an organisation's id nor a document's",
                "write an id of {1}, or a document such as org/case-study.md", {All(Kind::kOrganisation)});
    }
    CheckOrder(consent.given, consent.expires, field.At("expires"), "given");
    CheckOrder(consent.given, consent.withdrawn, field.At("withdrawn"), "given");
    if (consent.basis != model::ConsentBasis::kPublicSource) continue;
    if (consent.evidence.empty()) {
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
