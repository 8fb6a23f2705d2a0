// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/search/match.h"

#include <fmt/format.h>

namespace commonground::store {

namespace {

using Kind = Expression::Kind;

// One way of several, without a bracket around a single one.
Expression OneOf(std::vector<Expression> ways) {
  if (ways.size() == 1) return std::move(ways.front());
  Expression either;
  either.kind = Kind::kOr;
  either.parts = std::move(ways);
  return either;
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

  core::Result<Expression> Of(const Query& query) {
    switch (query.kind) {
      case Query::Kind::kWord:
      case Query::Kind::kPhrase:
        return Words(query);
      case Query::Kind::kPrefix:
        return Prefix(query);
      case Query::Kind::kNear:
        return Near(query);
      case Query::Kind::kOr:
      case Query::Kind::kAnd:
        break;
    }
    Expression all;
    all.kind = query.kind == Query::Kind::kOr ? Kind::kOr : Kind::kAnd;
    CG_ASSIGN_OR_RETURN(all.parts, All(query.parts));
    // What must not be there is not shown as found.
    Match ignored;
    std::swap(ignored.phrases, match_.phrases);
    std::swap(ignored.prefixes, match_.prefixes);
    auto without = All(query.without);
    std::swap(ignored.phrases, match_.phrases);
    std::swap(ignored.prefixes, match_.prefixes);
    if (!without) return core::Fail(std::move(without).error());
    all.without = std::move(*without);
    return all;
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

  core::Result<Expression> NothingIn(const std::string& words) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("\"{}\" holds no letter or digit to look for. Fix: write a word", words));
  }

  // A word that is several tokens ("drop-in") is a phrase.
  core::Result<Expression> Words(const Query& query) {
    std::set<std::vector<std::string>> ways;
    for (const std::string& language : languages_) {
      const auto tokens = Tokens(query.words.front(), language);
      if (tokens.empty()) return NothingIn(query.words.front());
      match_.phrases.insert(tokens);
      ways.insert(tokens);
    }
    return Ways(Kind::kPhrase, ways);
  }

  // The beginning of a word has no stem: its letters are looked for, and the stem may be shorter than they are.
  core::Result<Expression> Prefix(const Query& query) {
    const std::vector<std::string> tokens = Tokens(query.words.front(), "");
    if (tokens.empty()) return NothingIn(query.words.front());
    std::set<std::vector<std::string>> ways{tokens};
    match_.prefixes.insert(tokens.back());
    for (const std::string& language : languages_) {
      const auto stems = Tokens(query.words.front(), language);
      if (stems.empty()) continue;
      ways.insert(stems);
      match_.prefixes.insert(stems.back());
    }
    return Ways(Kind::kPrefix, ways);
  }

  static Expression Ways(Kind kind, const std::set<std::vector<std::string>>& ways) {
    std::vector<Expression> parts;
    for (const auto& tokens : ways) parts.push_back({kind, tokens, {}, 0, {}, {}});
    return OneOf(std::move(parts));
  }

  core::Result<Expression> Near(const Query& query) {
    std::set<std::vector<std::vector<std::string>>> ways;
    for (const std::string& language : languages_) {
      std::vector<std::vector<std::string>> phrases;
      for (const std::string& word : query.words) {
        phrases.push_back(Tokens(word, language));
        if (phrases.back().empty()) return NothingIn(word);
        match_.phrases.insert(phrases.back());
      }
      ways.insert(std::move(phrases));
    }
    std::vector<Expression> parts;
    for (const auto& phrases : ways) parts.push_back({Kind::kNear, {}, phrases, query.distance, {}, {}});
    return OneOf(std::move(parts));
  }

  core::Result<std::vector<Expression>> All(const std::vector<Query>& parts) {
    std::vector<Expression> all;
    for (const Query& part : parts) {
      CG_ASSIGN_OR_RETURN(Expression one, Of(part));
      all.push_back(std::move(one));
    }
    return all;
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
    if (!group.empty()) match.facets.push_back(group);
  }
  return match;
}

}  // namespace commonground::store
