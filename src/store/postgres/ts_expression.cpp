// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns a query into PostgreSQL's tsquery.

#include "store/postgres/ts_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <ranges>

namespace commonground::store {

namespace {

using Kind = Expression::Kind;

bool HasNear(const Expression& expression) {
  return expression.kind == Kind::kNear || std::ranges::any_of(expression.parts, HasNear) ||
         std::ranges::any_of(expression.without, HasNear);
}

std::string Row(const std::vector<std::string>& tokens, bool prefix) {
  std::string row = fmt::format(
      "{}", fmt::join(tokens | std::views::transform([](const auto& token) { return QuotedToken(token); }), " <-> "));
  if (prefix) row += ":*";
  return tokens.size() > 1 ? "(" + row + ")" : row;
}

std::string Joined(std::vector<std::string> parts, std::string_view between) {
  const std::string joined = fmt::format("{}", fmt::join(parts, between));
  return parts.size() > 1 ? "(" + joined + ")" : joined;
}

// Finds at least what the expression does.
std::string Wide(const Expression& expression) {
  std::vector<std::string> parts;
  switch (expression.kind) {
    case Kind::kPhrase:
      return Row(expression.tokens, false);
    case Kind::kPrefix:
      return Row(expression.tokens, true);
    case Kind::kNear:
      for (const auto& phrase : expression.phrases) parts.push_back(Row(phrase, false));
      return Joined(std::move(parts), " & ");
    case Kind::kOr:
      for (const Expression& part : expression.parts) parts.push_back(Wide(part));
      return Joined(std::move(parts), " | ");
    case Kind::kAnd:
      break;
  }
  for (const Expression& part : expression.parts) parts.push_back(Wide(part));
  for (const Expression& part : expression.without) {
    if (!HasNear(part)) parts.push_back("!" + Wide(part));
  }
  return Joined(std::move(parts), " & ");
}

void CollectWords(const Expression& expression, std::vector<std::string>& words) {
  if (expression.kind == Kind::kPhrase || expression.kind == Kind::kPrefix) {
    words.push_back(Row(expression.tokens, expression.kind == Kind::kPrefix));
  }
  for (const auto& phrase : expression.phrases) words.push_back(Row(phrase, false));
  for (const Expression& part : expression.parts) CollectWords(part, words);
}

// Where the phrase begins.
std::vector<int> Starts(const std::vector<std::string>& tokens, bool prefix, const Places& places) {
  std::vector<int> starts;
  const auto stands = [&](std::size_t i, int at) {
    const std::string& token = tokens[i];
    for (auto word = places.lower_bound(token); word != places.end() && word->first.starts_with(token); ++word) {
      const bool same = word->first == token || (prefix && i + 1 == tokens.size());
      if (same && std::ranges::binary_search(word->second, at)) return true;
      if (!prefix || i + 1 < tokens.size()) break;
    }
    return false;
  };
  std::vector<int> candidates;
  for (auto word = places.lower_bound(tokens.front()); word != places.end(); ++word) {
    if (!word->first.starts_with(tokens.front())) break;
    if (word->first != tokens.front() && !(prefix && tokens.size() == 1)) break;
    candidates.insert(candidates.end(), word->second.begin(), word->second.end());
  }
  std::ranges::sort(candidates);
  for (const int at : candidates) {
    bool all = true;
    for (std::size_t i = 1; all && i < tokens.size(); ++i) all = stands(i, at + static_cast<int>(i));
    if (all) starts.push_back(at);
  }
  return starts;
}

// Is there a place for each phrase, so that at most `distance` tokens lie between the end of the first and the
// beginning of the last?  As FTS5 does it: always the phrase that stands first is moved on.
bool AreNear(const Expression& near, const Places& places) {
  std::vector<std::vector<int>> starts;
  for (const auto& phrase : near.phrases) {
    starts.push_back(Starts(phrase, false, places));
    if (starts.back().empty()) return false;
  }
  std::vector<std::size_t> at(starts.size(), 0);
  for (;;) {
    std::size_t first = 0;
    int last = std::numeric_limits<int>::min();
    for (std::size_t i = 0; i < starts.size(); ++i) {
      if (starts[i][at[i]] < starts[first][at[first]]) first = i;
      last = std::max(last, starts[i][at[i]]);
    }
    const int end = starts[first][at[first]] + static_cast<int>(near.phrases[first].size());
    if (last - end <= near.distance) return true;
    if (++at[first] == starts[first].size()) return false;
  }
}

}  // namespace

std::string QuotedToken(std::string_view token) {
  std::string quoted = "'";
  for (const char c : token) {
    if (c == '\'' || c == '\\') quoted += c;
    quoted += c;
  }
  return quoted + "'";
}

TsExpression TsExpressionOf(const Match& match) {
  std::vector<std::string> parts{Wide(match.expression)};
  for (const auto& group : match.facets) {
    std::vector<std::string> ways;
    for (const std::string& facet : group) ways.push_back(QuotedToken(facet));
    parts.push_back(Joined(std::move(ways), " | "));
  }
  std::vector<std::string> words;
  CollectWords(match.expression, words);
  return {Joined(std::move(parts), " & "), Joined(std::move(words), " | "), HasNear(match.expression)};
}

Places ReadTsVector(std::string_view text) {
  Places places;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '\'') {
      ++i;
      continue;
    }
    std::string token;
    for (++i; i < text.size(); ++i) {
      if ((text[i] == '\'' || text[i] == '\\') && i + 1 < text.size() && text[i + 1] == text[i])
        ++i;
      else if (text[i] == '\'')
        break;
      token += text[i];
    }
    ++i;
    std::vector<int>& at = places[token];
    while (i < text.size() && (text[i] == ':' || text[i] == ',')) {
      int place = 0;
      const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + text.size(), place);
      if (error != std::errc()) break;
      at.push_back(place);
      i = static_cast<std::size_t>(end - text.data());
    }
  }
  return places;
}

bool Holds(const Expression& expression, const Places& places) {
  const auto holds = [&places](const Expression& part) { return Holds(part, places); };
  switch (expression.kind) {
    case Kind::kPhrase:
      return !Starts(expression.tokens, false, places).empty();
    case Kind::kPrefix:
      return !Starts(expression.tokens, true, places).empty();
    case Kind::kNear:
      return AreNear(expression, places);
    case Kind::kOr:
      return std::ranges::any_of(expression.parts, holds);
    case Kind::kAnd:
      break;
  }
  return std::ranges::all_of(expression.parts, holds) && std::ranges::none_of(expression.without, holds);
}

}  // namespace commonground::store
