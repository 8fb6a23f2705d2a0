// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A line of a chapter that places a quotation: [[quote:lantern/interview.md|They said we do not come]].  It names a
// document and the first words of a passage that is coded there; what is shown is the passage, by its own consent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/results/publication.h"

namespace commonground::publish {

struct QuoteLine {
  std::string document;
  std::string words;
  int line = 1;
};

// Nothing when the line is no placeholder of a quotation.
std::optional<QuoteLine> ReadQuoteLine(std::string_view line);
std::vector<QuoteLine> FindQuoteLines(std::string_view text);

// The first coded passage of the document that begins with the words; null: there is none in this publication, or its
// words may not be shown.  Owns: nothing; of `publication`.  Cost: O(codings).
const model::CodingColumn* FindQuote(const model::Publication& publication, const QuoteLine& line);

}  // namespace commonground::publish
