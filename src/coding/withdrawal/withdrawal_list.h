// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study must never show again, as hashes that only who has the study can make: the list tells how many
// withdrawals there were, and neither who nor what nor when.  It lies beside the study and beside its backups, so that
// an older copy cannot bring back what was taken out (docs/decisions/0028-list-of-withdrawals.md).
//
//     commonground withdrawals 1
//     study 4b1f...          of which study
//     t 09c3... 5e6f7081     a text or a file that went; the day, readable by who knows what it was
//     w 77aa... 01c2e3f4     an organisation's or document's consent, likewise
//     p 18d2... 9a8b7c6d     a passage's consent, likewise
//     end d00d...            of all the lines before
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "coding/withdrawal/withdraw.h"
#include "core/date.h"
#include "core/result.h"
#include "model/study.h"

namespace commonground::coding {

// Threads: one at a time.
class WithdrawalList {
 public:
  // Empty, of the study that has this secret (store::StudyStore::Secret).
  explicit WithdrawalList(std::string secret) : secret_(std::move(secret)) {}
  // An empty text is an empty list.
  // Errors: Corrupt: cut or changed; InvalidInput: that of another study, or no such list; NewerSchema.
  static core::Result<WithdrawalList> Read(std::string_view text, std::string secret);
  // Empty, if the list is.
  std::string Text() const;
  // Which study, for the name of a file: 64 hex digits that tell nothing.
  std::string StudyMark() const;

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  bool Holds(const WithdrawalList& other) const;

  void Add(const Removed& removed);
  void Add(const WithdrawalList& other);

  // What of this study has to go: what an entry is of, unless a consent was given anew after that day.
  // Cost: eight hashes for each organisation and document, and for each coding if a passage was ever withdrawn.
  std::vector<Withdrawal> DueIn(const model::Study& study) const;

 private:
  void Put(char kind, const std::string& subject, const core::Date& day);
  // The newest; nullopt: it is not in the list.
  std::optional<core::Date> DayOf(char kind, const std::string& subject) const;
  std::string HashOf(char kind, const std::string& subject) const;
  std::uint32_t PadOf(char kind, const std::string& subject) const;

  std::string secret_;
  std::set<std::string> entries_;  // lines, sorted: their order tells nothing
};

}  // namespace commonground::coding
