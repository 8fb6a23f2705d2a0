// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Example: "coordinator of the network" is A until 2012 and B from 2012.  The change came some day in 2012, so the two
// do not contradict each other.  A from 2010 to 2012 and B from 2011 do: both were valid on every day from 2011-12-31.

#include "context/statements.h"

#include <algorithm>
#include <map>

namespace commonground::context {

namespace {

using core::Date;

struct Span {
  std::optional<Date> first;  // none: open
  std::optional<Date> last;
  const std::string* value = nullptr;
};

// The days on which it is certainly valid; if there are none, those on which it may be.
Span SpanOf(const model::Statement& statement) {
  Span span;
  span.value = &statement.value;
  if (statement.valid_from) span.first = statement.valid_from->Last();
  if (statement.valid_to) span.last = statement.valid_to->First();
  if (span.first && span.last && *span.first > *span.last) {
    span.first = statement.valid_from->First();
    span.last = statement.valid_to->Last();
  }
  return span;
}

bool EndsLater(const std::optional<Date>& a, const std::optional<Date>& b) {
  return b && (!a || *a > *b);
}

bool BeginsEarlier(const std::optional<Date>& a, const std::optional<Date>& b) {
  return b && (!a || *a < *b);
}

// Sweep by first day: the latest end so far, and the latest end among the other values.
bool Contradict(std::vector<Span> spans) {
  std::ranges::sort(spans, [](const Span& a, const Span& b) { return BeginsEarlier(a.first, b.first); });
  const Span* latest = nullptr;
  const Span* other = nullptr;  // latest end among values that differ from latest's
  for (const Span& span : spans) {
    for (const Span* before : {latest, other}) {
      if (before != nullptr && *before->value != *span.value &&
          (!before->last || !span.first || *span.first <= *before->last)) {
        return true;
      }
    }
    if (latest == nullptr || EndsLater(span.last, latest->last)) {
      if (latest != nullptr && *latest->value != *span.value) other = latest;
      latest = &span;
    } else if (*latest->value != *span.value && (other == nullptr || EndsLater(span.last, other->last))) {
      other = &span;
    }
  }
  return false;
}

}  // namespace

std::vector<model::StatementGroup> GroupStatements(std::span<const model::Statement> statements,
                                                   std::span<const std::string> many_valued) {
  std::vector<model::StatementGroup> groups;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> group_of;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const model::Statement& statement = statements[i];
    const auto [found, added] = group_of.try_emplace({statement.subject, statement.property}, groups.size());
    if (added) groups.push_back({statement.subject, statement.property, false, {}});
    groups[found->second].statements.push_back(i);
  }
  for (model::StatementGroup& group : groups) {
    if (group.statements.size() < 2 || std::ranges::find(many_valued, group.property) != many_valued.end()) continue;
    std::vector<Span> spans;
    spans.reserve(group.statements.size());
    for (const std::size_t i : group.statements) {
      const Span span = SpanOf(statements[i]);
      const bool never_valid = span.first && span.last && *span.first > *span.last;  // its end is before its start
      if (!never_valid) spans.push_back(span);
    }
    group.disputed = Contradict(std::move(spans));
  }
  return groups;
}

}  // namespace commonground::context
