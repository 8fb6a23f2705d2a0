// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The index of passages: a row a passage, with its words and its facets.  A passage is a part of a document, or, where
// parts are not known, a paragraph between blank lines.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "model/study.h"
#include "store/rows.h"
#include "store/search/passage_index.h"

namespace commonground::store {

// Facets are tokens beside the words; no word begins as they do.
enum class Facet { kRegion, kCountry, kLanguage, kCode, kCase, kKind };
std::string FacetToken(Facet facet, std::string_view value);
// Codes are facets of a passage, all others of a whole document.
bool IsCode(std::string_view facet_token);

std::vector<core::TextRange> PassagesOf(const model::Document& document);

// A study with the numbers that its documents have in the database.
struct Numbered {
  const model::Study& study;
  const Numbers& documents;
};

// Makes the index say what `now` says.  Only documents whose words or facets differ are done again; taking one out
// needs the study as it is in the database, which `load_before` gives.  Where words are taken out, nothing of them
// stays. Requires: a write transaction, in which `now` is saved afterwards.  Throws soci_error, Failure(Cancelled).
// Cost: O(codings + words of the changed documents); and the whole index once where words are taken out.
void UpdateIndex(PassageIndex& index, const Numbered& now, const std::function<Numbered()>& load_before,
                 core::Progress& progress);

// Throws the index away and makes it anew.  Requires and throws: as above; `now` is what the database holds.
void RebuildIndex(PassageIndex& index, const Numbered& now, core::Progress& progress);

}  // namespace commonground::store
