// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Ranks what FTS5 found.

#include "store/sqlite/fts_rank.h"

#include <algorithm>
#include <cmath>

#include "store/failure.h"
#include "store/sqlite/fts_api.h"

namespace commonground::store {

namespace {

using Api = sqlite_api::Fts5ExtensionApi;
using sqlite_api::Fts5Context;

constexpr double kSaturation = 1.2;  // k1: how soon another occurrence of a word adds little
constexpr double kLengths = 0.75;    // b: how much a long passage has to hold more
constexpr double kMin = 1e-6;        // of a word in more than half of the passages, as in FTS5's own

int CountOne(const Api*, Fts5Context*, void* count) {
  ++*static_cast<std::int64_t*>(count);
  return SQLITE_OK;
}

}  // namespace

FtsRank::FtsRank(sqlite_api::sqlite3* database) : database_(database) {
  sqlite_api::fts5_api& api = FtsApi(database);
  const int code = api.xCreateFunction(&api, "relevance", this, &Relevance, nullptr);
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(database), code);
}

void FtsRank::Begin(std::vector<FtsRows> wanted, int codes) {
  wanted_ = std::move(wanted);
  at_ = 0;
  codes_ = codes;
  rarity_.clear();
  words_.clear();
}

// No exception may pass through SQLite: it becomes a code, and SQLite's caller throws again.
void FtsRank::Relevance(const Api* api, Fts5Context* fts, sqlite_api::sqlite3_context* result, int,
                        sqlite_api::sqlite3_value**) {
  FtsRank& self = *static_cast<FtsRank*>(api->xUserData(fts));
  const std::int64_t row = api->xRowid(fts);
  if (!self.IsWanted(row)) return;
  int code = SQLITE_OK;
  double score = 0;
  try {
    code = self.Score(api, fts, row, score);
  } catch (const soci::sqlite3_soci_error& error) {
    code = error.result();
  } catch (const Failure&) {
    code = SQLITE_CORRUPT;
  }
  if (code == SQLITE_OK) {
    sqlite_api::sqlite3_result_double(result, score);
  } else {
    sqlite_api::sqlite3_result_error_code(result, code);
  }
}

bool FtsRank::IsWanted(std::int64_t row) {
  while (at_ < wanted_.size() && wanted_[at_].last < row) ++at_;
  return at_ < wanted_.size() && wanted_[at_].first <= row;
}

int FtsRank::ReadFrequencies(const Api* api, Fts5Context* fts) {
  sqlite_api::sqlite3_int64 passages = 0;
  sqlite_api::sqlite3_int64 words = 0;
  int code = api->xRowCount(fts, &passages);
  if (code == SQLITE_OK) code = api->xColumnTotalSize(fts, 0, &words);
  if (code != SQLITE_OK) return code;
  average_ = std::max(1.0, static_cast<double>(words)) / std::max(1.0, static_cast<double>(passages));
  for (int phrase = 0; phrase < api->xPhraseCount(fts) - codes_; ++phrase) {
    std::int64_t with = 0;
    code = api->xQueryPhrase(fts, phrase, &with, &CountOne);
    if (code != SQLITE_OK) return code;
    const double share = (static_cast<double>(passages - with) + 0.5) / (static_cast<double>(with) + 0.5);
    rarity_.push_back(std::max(kMin, std::log(share)));
  }
  return SQLITE_OK;
}

int FtsRank::Score(const Api* api, Fts5Context* fts, std::int64_t row, double& score) {
  if (rarity_.empty()) {
    const int code = ReadFrequencies(api, fts);
    if (code != SQLITE_OK) return code;
  }
  const double length = kSaturation * (1 - kLengths + kLengths * WordsOf(row) / average_);
  for (std::size_t phrase = 0; phrase < rarity_.size(); ++phrase) {
    sqlite_api::Fts5PhraseIter places;
    int column = 0;
    int place = 0;
    int code = api->xPhraseFirst(fts, static_cast<int>(phrase), &places, &column, &place);
    if (code != SQLITE_OK) return code;
    double found = 0;
    for (; column >= 0; api->xPhraseNext(fts, &places, &column, &place)) ++found;
    score += rarity_[phrase] * found * (kSaturation + 1) / (found + length);
  }
  return SQLITE_OK;
}

double FtsRank::WordsOf(std::int64_t row) {
  if (words_.empty() || of_ != at_) {
    if (!select_words_) select_words_.emplace(database_, "SELECT words FROM passages WHERE document = ?");
    select_words_->Bind(1, std::int64_t{wanted_[at_].document});
    words_ = select_words_->Step() ? Unpack(select_words_->Blob(0)) : std::vector<std::int64_t>();
    select_words_->Reset();
    of_ = at_;
  }
  const auto nth = static_cast<std::size_t>(row - wanted_[at_].first);
  if (nth >= words_.size()) throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
  return static_cast<double>(words_[nth]);
}

}  // namespace commonground::store
