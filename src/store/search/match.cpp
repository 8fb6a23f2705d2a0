// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/search/match.h"

#include <fmt/format.h>

#include "store/search/fts_tokenizer.h"

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

std::string Joined(const std::set<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : std::string(between)) + part;
  return parts.size() > 1 ? "(" + joined + ")" : joined;
}

class Maker {
 public:
  Maker(const std::vector<std::string>& languages, Tokenizer& tokenizer, Match& match)
      : tokenizer_(tokenizer), match_(match) {
    std::set<std::string_view> stemmers;
    for (const std::string& language : languages) {
      if (stemmers.insert(Tokenizer::StemmerOf(language)).second) languages_.push_back(language);
    }
    if (languages_.empty()) languages_.emplace_back();
  }

  core::Result<std::string> Of(const Query& query) {
    switch (query.kind) {
      case Query::Kind::kWord:
      case Query::Kind::kPhrase:
        return Words(query);
      case Query::Kind::kPrefix:
        return Prefix(query);
      case Query::Kind::kNear:
        return Near(query);
      case Query::Kind::kOr:
        return All(query.parts, " OR ");
      case Query::Kind::kAnd:
        break;
    }
    CG_ASSIGN_OR_RETURN(std::string all, All(query.parts, " AND "));
    if (query.without.empty()) return all;
    // What must not be there is not shown as found.
    Match ignored;
    std::swap(ignored.phrases, match_.phrases);
    std::swap(ignored.prefixes, match_.prefixes);
    auto without = All(query.without, " OR ");
    std::swap(ignored.phrases, match_.phrases);
    std::swap(ignored.prefixes, match_.prefixes);
    if (!without) return core::Fail(std::move(without).error());
    return "(" + all + " NOT " + *without + ")";
  }

 private:
  std::vector<std::string> Tokens(const std::string& words, const std::string& language) {
    std::vector<std::string> tokens;
    tokenizer_.Cut(words, language, [&](const Token& token) {
      tokens.emplace_back(token.text);
      return true;
    });
    return tokens;
  }

  core::Result<std::string> NothingIn(const std::string& words) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("\"{}\" holds no letter or digit to look for. Way out: write a word", words));
  }

  // A word that is several tokens ("drop-in") is a phrase.
  core::Result<std::string> Words(const Query& query) {
    std::set<std::string> ways;
    for (const std::string& language : languages_) {
      const auto tokens = Tokens(query.words.front(), language);
      if (tokens.empty()) return NothingIn(query.words.front());
      match_.phrases.insert(tokens);
      ways.insert(Quoted(tokens));
    }
    return Joined(ways, " OR ");
  }

  // The beginning of a word has no stem: its letters are looked for, and the stem may be shorter than they are.
  core::Result<std::string> Prefix(const Query& query) {
    std::vector<std::string> tokens = Tokens(query.words.front(), "");
    if (tokens.empty()) return NothingIn(query.words.front());
    std::set<std::string> ways{Quoted(tokens) + " *"};
    match_.prefixes.insert(tokens.back());
    for (const std::string& language : languages_) {
      const auto stems = Tokens(query.words.front(), language);
      if (stems.empty()) continue;
      ways.insert(Quoted(stems) + " *");
      match_.prefixes.insert(stems.back());
    }
    return Joined(ways, " OR ");
  }

  core::Result<std::string> Near(const Query& query) {
    std::set<std::string> ways;
    for (const std::string& language : languages_) {
      std::string near = "NEAR(";
      for (const std::string& word : query.words) {
        const auto tokens = Tokens(word, language);
        if (tokens.empty()) return NothingIn(word);
        match_.phrases.insert(tokens);
        near += Quoted(tokens) + " ";
      }
      near.pop_back();
      ways.insert(near + fmt::format(", {})", query.distance));
    }
    return Joined(ways, " OR ");
  }

  core::Result<std::string> All(const std::vector<Query>& parts, std::string_view between) {
    std::string all;
    for (const Query& part : parts) {
      CG_ASSIGN_OR_RETURN(const std::string one, Of(part));
      all += (all.empty() ? "" : std::string(between)) + one;
    }
    return parts.size() > 1 ? "(" + all + ")" : all;
  }

  std::vector<std::string> languages_;  // one a stemmer
  Tokenizer& tokenizer_;
  Match& match_;
};

}  // namespace

core::Result<Match> MatchOf(const Query& query, const std::vector<std::string>& languages,
                            const std::vector<std::vector<std::string>>& facets, Tokenizer& tokenizer) {
  Match match;
  CG_ASSIGN_OR_RETURN(match.expression, Maker(languages, tokenizer, match).Of(query));
  for (const auto& group : facets) {
    if (group.empty()) continue;
    std::set<std::string> ways;
    for (const std::string& facet : group) ways.insert(Quoted({facet}));
    match.expression += " AND " + Joined(ways, " OR ");
  }
  return match;
}

}  // namespace commonground::store
