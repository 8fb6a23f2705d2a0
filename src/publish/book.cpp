// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Not in the header: gcc 12 takes the moves of a variant that it sees through for a use of what is not set.
#include "publish/book.h"

namespace commonground::publish {

Span::Span(std::string of_text, Target leads_to, std::string looks, std::string in_language)
    : text(std::move(of_text)),
      target(std::move(leads_to)),
      style(std::move(looks)),
      language(std::move(in_language)) {}

}  // namespace commonground::publish
