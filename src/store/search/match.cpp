// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns a query into what an index is asked.

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
  // The tokens of the words as they are written, and as if they were written without accents: a text has the second
  // ones too, or they are all that it has.
  struct Ways {
    std::vector<std::string> written;
    std::vector<std::string> plain;
  };

  Ways Tokens(const std::string& words, const std::string& language) {
    Ways ways;
    tokenizer_.Cut(words, language, [&](const Token& token) {
      ways.written.emplace_back(token.text);
      ways.plain.emplace_back(token.also.empty() ? token.text : token.also);
      return true;
    });
    return ways;
  }

  core::Result<Expression> NothingIn(const std::string& words) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("\"{}\" holds no letter or digit to look for. Fix: write a word", words));
  }

  // A word that is several tokens ("drop-in") is a phrase.
  core::Result<Expression> Words(const Query& query) {
    std::set<std::vector<std::string>> ways;
    for (const std::string& language : languages_) {
      const Ways tokens = Tokens(query.words.front(), language);
      if (tokens.written.empty()) return NothingIn(query.words.front());
      for (const auto& way : {tokens.written, tokens.plain}) {
        match_.phrases.insert(way);
        ways.insert(way);
      }
    }
    return OneOfWays(Kind::kPhrase, ways);
  }

  // The beginning of a word has no stem: its letters are looked for, and the stem may be shorter than they are.
  core::Result<Expression> Prefix(const Query& query) {
    const std::vector<std::string> tokens = Tokens(query.words.front(), "").written;
    if (tokens.empty()) return NothingIn(query.words.front());
    std::set<std::vector<std::string>> ways{tokens};
    match_.prefixes.insert(tokens.back());
    for (const std::string& language : languages_) {
      const Ways stems = Tokens(query.words.front(), language);
      if (stems.written.empty()) continue;
      for (const auto& way : {stems.written, stems.plain}) {
        ways.insert(way);
        match_.prefixes.insert(way.back());
      }
    }
    return OneOfWays(Kind::kPrefix, ways);
  }

  static Expression OneOfWays(Kind kind, const std::set<std::vector<std::string>>& ways) {
    std::vector<Expression> parts;
    for (const auto& tokens : ways) parts.push_back({kind, tokens, {}, 0, {}, {}});
    return OneOf(std::move(parts));
  }

  core::Result<Expression> Near(const Query& query) {
    std::set<std::vector<std::vector<std::string>>> ways;
    for (const std::string& language : languages_) {
      std::vector<std::vector<std::string>> written;
      std::vector<std::vector<std::string>> plain;
      for (const std::string& word : query.words) {
        Ways tokens = Tokens(word, language);
        if (tokens.written.empty()) return NothingIn(word);
        for (const auto& way : {tokens.written, tokens.plain}) match_.phrases.insert(way);
        written.push_back(std::move(tokens.written));
        plain.push_back(std::move(tokens.plain));
      }
      ways.insert(std::move(written));
      ways.insert(std::move(plain));
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
