// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes out of a study what may not be published (the rules: publishing.h).  Of use only inside the gateway.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/gateway/appearances.h"
#include "app/gateway/consent_book.h"
#include "app/gateway/hidden_passages.h"
#include "model/results/publication.h"
#include "model/study.h"

namespace commonground::app {

struct Redacted {
  model::Study study;
  std::map<model::DocumentId, model::TextAccess> text_access;  // by the published document's id
};

// Requires: `compared` documents are those that may be analysed and are not under embargo; `study` is in the order of
// PutInOrder.  Takes its codings, so that they are in memory once.
Redacted Redact(model::Study& study, const ConsentBook& book, const HiddenPassages& hidden,
                const Appearances& appearances, const std::set<model::OrganisationId>& compared,
                const Pseudonyms& pseudonyms);

}  // namespace commonground::app
