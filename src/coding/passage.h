// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage of a document as a coding holds it.
#pragma once

#include <string>

#include "core/result.h"
#include "core/text_range.h"
#include "model/study.h"

namespace commonground::coding {

inline constexpr std::int64_t kContextLength = 32;  // code points before and after a passage

// Sets range, words and context of `coding`, and its hint if the parts of the document are known: "paragraph 4, What we
// did".  Requires: `document` is that of the coding, with its text.
// Errors: InvalidInput: the range is empty, holds no letter, or leaves the text.
// Cost: linear in the text.
core::Status Place(const model::Document& document, core::TextRange range, model::Coding& coding);

// "paragraph 4, What we did": which paragraph of the text a place is in, counted from 1, and the last heading before
// it. Empty: the parts are not known.
std::string HintAt(const model::Document& document, std::int64_t place);

}  // namespace commonground::coding
