// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns a query into FTS5's language.

#include "store/sqlite/fts_expression.h"

#include <fmt/format.h>

#include <ranges>

#include "store/search/index.h"

namespace commonground::store {

namespace {

// FTS5 string: the tokens as they are, one after the other.
std::string Quoted(const std::vector<std::string>& tokens) {
  std::string quoted = "\"";
  for (const std::string& token : tokens) {
    quoted += kTokenMark;
    for (const char c : token) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string Write(const Expression& expression);

std::string Joined(const std::vector<Expression>& parts, std::string_view between) {
  const std::string joined = fmt::format(
      "{}", fmt::join(parts | std::views::transform([](const auto& part) { return Write(part); }), between));
  return parts.size() > 1 ? "(" + joined + ")" : joined;
}

std::string Write(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::kPhrase:
      return Quoted(expression.tokens);
    case Expression::Kind::kPrefix:
      return Quoted(expression.tokens) + " *";
    case Expression::Kind::kNear: {
      const std::string near = fmt::format(
          "{}", fmt::join(expression.phrases | std::views::transform([](const auto& phrase) { return Quoted(phrase); }),
                          " "));
      return fmt::format("NEAR({}, {})", near, expression.distance);
    }
    case Expression::Kind::kOr:
      return Joined(expression.parts, " OR ");
    case Expression::Kind::kAnd:
      break;
  }
  std::string all = Joined(expression.parts, " AND ");
  if (!expression.without.empty()) all = "(" + all + " NOT " + Joined(expression.without, " OR ") + ")";
  return all;
}

}  // namespace

FtsExpression FtsExpressionOf(const Match& match) {
  FtsExpression all{Write(match.expression), 0};
  for (const auto& group : match.facets) {
    if (!IsCode(group.front())) continue;
    std::vector<Expression> ways;
    for (const std::string& code : group) ways.push_back({Expression::Kind::kPhrase, {code}, {}, 0, {}, {}});
    all.matches += " AND " + Joined(ways, " OR ");
    all.codes += static_cast<int>(group.size());
  }
  return all;
}

}  // namespace commonground::store
