// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each line's hash takes in the one before it; the first begins from nothing.

#include "app/people/audit_chain.h"

#include <fmt/format.h>

#include "app/people/audit_rows.h"
#include "core/content_hash.h"
#include "core/keyed_hash.h"

namespace commonground::app {

namespace {
constexpr std::int64_t kBatchSize = 10'000;
}

std::string SubjectHash(const store::StoredAudit& line) {
  return core::KeyedHash(line.salt, line.subject);
}

std::string ChainOf(const store::StoredAudit& line, const std::string& before) {
  // Sizes stand before texts, so that no two lines give the same bytes.
  return core::ContentHash(fmt::format("{}\n{}\n{}\n{}:{}\n{}:{}\n{}", before, line.number, line.at, line.person.size(),
                                       line.person, line.action.size(), line.action, line.subject_hash));
}

void AddAudit(store::PeopleTables& tables, std::int64_t at, const std::string& person, std::string_view action,
              const std::string& subject) {
  const auto last = tables.LastAudit();
  store::StoredAudit line;
  line.number = last ? last->number + 1 : 1;
  line.at = at;
  line.person = person;
  line.action = std::string(action);
  line.subject = subject;
  line.salt = core::NewSecret();
  line.subject_hash = SubjectHash(line);
  line.chain = ChainOf(line, last ? last->chain : "");
  tables.Add(line);
}

core::Result<AuditCheck> VerifyAudit(const std::string& location) {
  CG_ASSIGN_OR_RETURN(const store::StudyLocation place, store::StudyLocation::Parse(location));
  CG_ASSIGN_OR_RETURN(auto people, store::PeopleStore::At(place, store::PeopleStore::Open::kToWrite));
  AuditCheck check;
  CG_RETURN_IF_ERROR(people.Read([&](store::PeopleTables& tables) -> core::Status {
    for (std::int64_t next = 1;;) {
      const auto lines = tables.Audit(next, kBatchSize);
      for (const auto& line : lines) {
        const bool blanked = line.subject.empty() && line.salt.empty();
        const bool good = line.number == check.lines + 1 && line.chain == ChainOf(line, check.head) &&
                          (blanked || SubjectHash(line) == line.subject_hash);
        if (!good) {
          check.broken_at = check.lines + 1;
          return {};
        }
        ++check.lines;
        check.head = line.chain;
      }
      if (std::ssize(lines) < kBatchSize) return {};
      next = lines.back().number + 1;
    }
  }));
  return check;
}

}  // namespace commonground::app
