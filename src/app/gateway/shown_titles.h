// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which titles of texts and cases may be published.  Of use only inside the gateway.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "app/gateway/consent_book.h"
#include "app/gateway/hidden_passages.h"
#include "model/study.h"

namespace commonground::app {

// A title is words of the text that it stands over, and is shown by the same consent: that of the whole text (to quote
// an account, to summarise for a summary of ours), and of each passage in which the same words stand.  Whether its
// organisation may be named is another question.  Cost: one look at each document.
class ShownTitles {
 public:
  ShownTitles(const model::Study& study, const ConsentBook& book, const HiddenPassages& hidden);

  bool Shows(const model::Document& document) const;
  // That of a case can be the title of any of its texts, also of one that is not in the comparison.
  bool Shows(const model::CaseStudy& one) const;

 private:
  bool Shows(const model::Document& document, const std::string& title) const;
  const ConsentBook& book_;
  const HiddenPassages& hidden_;
  std::set<std::pair<model::OrganisationId, std::string>> hidden_of_;  // cases with their titles
};

}  // namespace commonground::app
