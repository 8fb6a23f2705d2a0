// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consent: whose, until when, and where it is kept.

#include "ingest/folder/checks/checks.h"

namespace commonground::ingest {

namespace {
constexpr std::string_view kFile = "consents.csv";
}

void CheckConsents(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.consents.size(); ++i) {
    const model::Consent& consent = checked.study.consents[i];
    const std::string& subject = consent.subject;
    const bool of_document = subject.find('/') != std::string::npos;
    const Known& known = of_document ? checked.documents : checked.organisations;
    const bool readable = of_document ? checked.places.Readable("case-studies/" + subject) : known.readable;
    if (!subject.empty() && readable && !known.Has(subject)) {
      checked.Row(kFile, i, "subject")
          .Bad(subject, "is neither an organisation's id nor a document's",
               "write an id of organisations.csv, or a document such as org/case-study.md");
    }
    CheckOrder(consent.given, consent.expires, checked.Row(kFile, i, "expires"), "given");
    CheckOrder(consent.given, consent.withdrawn, checked.Row(kFile, i, "withdrawn"), "given");
    if (consent.basis != model::ConsentBasis::kPublicSource) continue;
    const Spot spot = checked.Row(kFile, i, "evidence");
    if (consent.evidence.empty()) {
      spot.Bad({}, "is blank, but consent from a public source needs that source", "write the source's id");
    } else if (checked.sources.readable && !checked.sources.Has(consent.evidence)) {
      spot.Bad(consent.evidence, "there is no source of this id", "add it to sources.csv, or correct the id");
    }
  }
}

}  // namespace commonground::ingest
