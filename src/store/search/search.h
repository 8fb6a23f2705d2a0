// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Asks the index.  What is found may be shown only through the read gateway (app/gateway/reading.h).
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "model/ids.h"
#include "store/database.h"
#include "store/search/request.h"

namespace commonground::store {

// Only passages of documents that `may_read` allows.  `all_languages`: of the study's documents; words are
// looked for as each of them stems it, whatever the request asks for.
// Errors: InvalidInput: the question.  Throws soci_error, Failure(NotFound) when the index does not hold the study.
core::Result<Found> Search(Database& database, const SearchRequest& request,
                           const std::vector<std::string>& all_languages, const std::set<model::DocumentId>& may_read);

// How many passages of each document that `may_read` allows Search would find; documents without any are left out.
// Errors and exceptions: as Search.
core::Result<std::map<model::DocumentId, std::int64_t>> CountByDocument(Database& database,
                                                                        const SearchRequest& request,
                                                                        const std::vector<std::string>& all_languages,
                                                                        const std::set<model::DocumentId>& may_read);

// Words of the index that are like `word` (one or two letters changed), most frequent first, at most `most`; as tokens.
// None when the word itself is there.
std::vector<std::string> LikeWords(Database& database, std::string_view word, std::size_t most);

}  // namespace commonground::store
