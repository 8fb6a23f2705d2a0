// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text with the work on it, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/compare_versions.h"
#include "app/read_document.h"
#include "app/texts_study.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"document", "organisation", ..., "text", "parts", "codings", "decided", "memos", "versions", "has_page_pictures"}
// Places count characters from 0.
Json ToJson(const OpenedDocument& opened);
// {"locked", "texts": [{"document", "organisation", "title", "language", "version", "from", "pages", "confidence",
// "least_sure", "region", "country", "state", "to_decide", "coders": [{"coder", "assignment", "codings"}]}]}
Json ToJson(const TextList& list);
// {"document", "version", "text"}
Json ToJson(const model::OldVersion& older);
// {"document", "from", "to", "versions", "same", "changed", "gone", "new", "rows": [{"what": "same" | "changed" |
// "gone" | "new", "was_paragraph", "is_paragraph", "was": [{"words", "only_here"}], "is"}]}.  Of a row that is the same
// the words are those of "is"; a paragraph that there is none of is null.
Json ToJson(const ComparedVersions& compared);

}  // namespace commonground::app::wire
