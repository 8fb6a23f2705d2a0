// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// either  = both { "OR" both }
// both    = one { [ "AND" ] one }
// one     = [ "NOT" | "-" ] ( word | prefix | phrase | near | "(" either ")" )
#include "store/search/query.h"

#include <fmt/format.h>

#include "core/text_range.h"

namespace commonground::store {

namespace {

constexpr std::size_t kMaxBytes = 1'000;
constexpr int kMaxWords = 50;
constexpr int kMaxDepth = 20;

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  core::Result<Query> Parse() {
    if (text_.size() > kMaxBytes) return Bad("the query is longer than 1,000 characters", "ask for fewer words");
    CG_ASSIGN_OR_RETURN(Query query, Either(0));
    SkipSpaces();
    if (at_ < text_.size()) return Bad("this bracket closes nothing", "take it away, or open one before");
    return query;
  }

 private:
  tl::unexpected<core::Error> Bad(std::string_view what, std::string_view fix) const {
    const auto place = core::CountCodePoints(text_.substr(0, std::min(at_, text_.size()))) + 1;
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("invalid query at character {}: {}. Fix: {}", place, what, fix));
  }

  void SkipSpaces() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }

  // The operator, if it stands here as a word of its own.
  bool Take(std::string_view operation) {
    SkipSpaces();
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with(operation)) return false;
    const bool ends = rest.size() == operation.size() || IsSpace(rest[operation.size()]) ||
                      rest[operation.size()] == '(' || rest[operation.size()] == '"';
    if (!ends) return false;
    at_ += operation.size();
    return true;
  }

  bool AtEnd() {
    SkipSpaces();
    return at_ == text_.size() || text_[at_] == ')';
  }

  core::Result<Query> Either(int depth) {
    if (depth > kMaxDepth) return Bad("brackets stand within brackets more than 20 times", "ask more simply");
    Query either;
    either.kind = Query::Kind::kOr;
    do {
      CG_ASSIGN_OR_RETURN(Query both, Both(depth));
      either.parts.push_back(std::move(both));
    } while (Take("OR"));
    if (either.parts.size() == 1) return std::move(either.parts.front());
    return either;
  }

  core::Result<Query> Both(int depth) {
    Query both;
    both.kind = Query::Kind::kAnd;
    for (bool first = true;; first = false) {
      if (AtEnd()) {
        if (first) return Bad("a word is missing here", "write one, or take the operator or bracket away");
        break;
      }
      if (Peek("OR")) {
        if (first) return Bad("OR has nothing before it", "write a word before it");
        break;
      }
      const bool joined = Take("AND");
      if (joined && first) return Bad("AND has nothing before it", "write a word before it");
      if (joined && (AtEnd() || Peek("OR") || Peek("AND")))
        return Bad("AND has nothing after it", "write a word after it");
      bool negative = Take("NOT");
      if (!negative && at_ + 1 < text_.size() && text_[at_] == '-' && !IsSpace(text_[at_ + 1])) {
        negative = true;
        ++at_;
      }
      if (negative && AtEnd()) return Bad("NOT has nothing after it", "write a word after it");
      CG_ASSIGN_OR_RETURN(Query one, One(depth));
      (negative ? both.without : both.parts).push_back(std::move(one));
    }
    if (both.parts.empty()) {
      return Bad("it says only what must not be there", "write at least one word that must be there");
    }
    if (both.parts.size() == 1 && both.without.empty()) return std::move(both.parts.front());
    return both;
  }

  bool Peek(std::string_view operation) {
    const std::size_t before = at_;
    const bool there = Take(operation);
    at_ = before;
    return there;
  }

  core::Result<Query> One(int depth) {
    SkipSpaces();
    if (text_[at_] == '(') {
      ++at_;
      CG_ASSIGN_OR_RETURN(Query inner, Either(depth + 1));
      SkipSpaces();
      if (at_ == text_.size()) return Bad("a bracket is not closed", "write ) where it ends");
      ++at_;
      return inner;
    }
    if (text_[at_] == '"') return Phrase();
    if (text_.substr(at_).starts_with("NEAR(")) return Near();
    return Word();
  }

  // Up to a space, a bracket or a quotation mark.
  std::string_view NextWord() {
    const std::size_t start = at_;
    while (at_ < text_.size() && !IsSpace(text_[at_]) && text_[at_] != '(' && text_[at_] != ')' && text_[at_] != '"')
      ++at_;
    return text_.substr(start, at_ - start);
  }

  bool Count() { return ++words_ <= kMaxWords; }

  core::Result<Query> Word() {
    const std::size_t start = at_;
    std::string_view word = NextWord();
    if (word == "NEAR" || word.starts_with("NEAR/")) {
      at_ = start;
      return Bad("NEAR stands between no words here", "write it as NEAR(police talks, 5)");
    }
    if (!Count()) return Bad("there are more than 50 words", "ask for fewer");
    Query query;
    if (word.ends_with('*')) {
      query.kind = Query::Kind::kPrefix;
      word.remove_suffix(1);
    }
    if (word.find('*') != std::string_view::npos || (word.empty() && query.kind == Query::Kind::kPrefix)) {
      return Bad("* can stand only at the end of a word", "write the beginning of the word, then *");
    }
    query.words.emplace_back(word);
    return query;
  }

  core::Result<Query> Phrase() {
    const std::size_t end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) return Bad("a quotation mark is not closed", "write \" where the phrase ends");
    Query query;
    query.kind = Query::Kind::kPhrase;
    query.words.emplace_back(text_.substr(at_ + 1, end - at_ - 1));
    if (query.words.front().find_first_not_of(" \t\n\r") == std::string::npos) {
      return Bad("the phrase is empty", "write words between the quotation marks");
    }
    if (!Count()) return Bad("there are more than 50 words", "ask for fewer");
    at_ = end + 1;
    return query;
  }

  core::Result<Query> Near() {
    at_ += 5;
    const std::size_t end = text_.find(')', at_);
    if (end == std::string_view::npos) return Bad("NEAR( is not closed", "write it as NEAR(police talks, 5)");
    std::string_view inner = text_.substr(at_, end - at_);
    Query query;
    query.kind = Query::Kind::kNear;
    if (const std::size_t comma = inner.rfind(','); comma != std::string_view::npos) {
      std::string_view number = inner.substr(comma + 1);
      while (!number.empty() && IsSpace(number.front())) number.remove_prefix(1);
      while (!number.empty() && IsSpace(number.back())) number.remove_suffix(1);
      if (number.empty() || number.size() > 3 || number.find_first_not_of("0123456789") != std::string_view::npos) {
        return Bad("the distance of NEAR is not a number from 0 to 999", "write it as NEAR(police talks, 5)");
      }
      query.distance = std::stoi(std::string(number));
      inner = inner.substr(0, comma);
    }
    for (std::size_t i = 0; i < inner.size();) {
      while (i < inner.size() && IsSpace(inner[i])) ++i;
      const std::size_t start = i;
      while (i < inner.size() && !IsSpace(inner[i])) ++i;
      if (i > start) query.words.emplace_back(inner.substr(start, i - start));
      if (i > start && !Count()) return Bad("there are more than 50 words", "ask for fewer");
    }
    if (query.words.size() < 2) return Bad("NEAR needs at least two words", "write it as NEAR(police talks, 5)");
    at_ = end + 1;
    return query;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int words_ = 0;
};

}  // namespace

core::Result<Query> ParseQuery(std::string_view text) {
  if (text.find_first_not_of(" \t\n\r") == std::string_view::npos) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the query is empty. Fix: write a term to find");
  }
  return Parser(text).Parse();
}

}  // namespace commonground::store
