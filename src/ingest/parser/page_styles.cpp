// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Applies those rules of CSS that hide elements or number lists.

#include "ingest/parser/page_styles.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "core/small_ascii.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxRules = 5'000;
constexpr int kMaxSteps = 1'000;  // of looking for one rule's elements

std::string_view Trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n\f");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t\r\n\f") - begin + 1);
}

std::string WithoutStyleComments(std::string_view css) {
  std::string plain;
  for (std::size_t at = 0; at < css.size();) {
    if (css.substr(at, 2) == "/*") {
      const std::size_t end = css.find("*/", at + 2);
      at = end == std::string_view::npos ? css.size() : end + 2;
      plain += ' ';
    } else if (css.substr(at, 4) == "<!--" || css.substr(at, 3) == "-->") {
      at += css[at] == '<' ? 4 : 3;
    } else {
      plain += css[at++];
    }
  }
  return plain;
}

// "display" of "dis\\70 lay".
std::string WithoutEscapes(std::string_view css) {
  std::string plain;
  for (std::size_t at = 0; at < css.size(); ++at) {
    if (css[at] != '\\' || at + 1 == css.size()) {
      plain += css[at];
      continue;
    }
    std::uint32_t code = 0;
    std::size_t digits = 0;
    while (digits < 6 && at + 1 < css.size() && std::isxdigit(static_cast<unsigned char>(css[at + 1])) != 0) {
      const char c = css[++at];
      code = code * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
      ++digits;
    }
    if (digits == 0) {
      plain += css[++at];
    } else {
      if (code > 0 && code < 0x80) plain += static_cast<char>(code);  // no name or value of ours has another letter
      if (at + 1 < css.size() && std::isspace(static_cast<unsigned char>(css[at + 1])) != 0) ++at;
    }
  }
  return plain;
}

// Where the block that opens at `open` closes.
std::size_t Closing(std::string_view css, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < css.size(); ++at) {
    if (css[at] == '{') ++depth;
    if (css[at] == '}' && --depth == 0) return at;
  }
  return css.size();
}

bool IsForAnyScreen(const std::string& query) {
  if (query.find('(') != std::string::npos) return false;
  return query.find("screen") != std::string::npos || query.find("all") != std::string::npos;
}

bool IsNameCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool HasClass(const std::string& classes, const std::string& wanted) {
  for (std::size_t at = 0; (at = classes.find(wanted, at)) != std::string::npos; ++at) {
    const bool begins = at == 0 || std::isspace(static_cast<unsigned char>(classes[at - 1])) != 0;
    const std::size_t end = at + wanted.size();
    if (begins && (end == classes.size() || std::isspace(static_cast<unsigned char>(classes[end])) != 0)) return true;
  }
  return false;
}

const xmlNode* ElementBefore(const xmlNode* node) {
  do node = node->prev;
  while (node != nullptr && node->type != XML_ELEMENT_NODE);
  return node;
}

const xmlNode* ElementAbove(const xmlNode* node) {
  return node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE ? node->parent : nullptr;
}

}  // namespace

PageStyles::Declared PageStyles::Declarations(std::string_view css) {
  Declared declared;
  const std::string plain = WithoutEscapes(WithoutStyleComments(css));
  std::string_view text = plain;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = core::SmallAscii(Trim(one.substr(0, colon)));
    std::string value = core::SmallAscii(Trim(one.substr(colon + 1)));
    const std::size_t mark = value.find('!');
    const bool important = mark != std::string::npos;
    if (important) value = std::string(Trim(std::string_view(value).substr(0, mark)));
    if (name == "display" || name == "visibility" || name == "content-visibility" || name == "list-style-type") {
      declared[name] = {value, important};
    } else if (name == "list-style") {
      declared["list-style-type"] = {value, important};
    }
  }
  return declared;
}

void PageStyles::Add(std::string_view css) {
  const std::string plain = WithoutStyleComments(css);
  std::vector<std::string_view> open{plain};
  while (!open.empty()) {
    std::string_view rest = open.back();
    open.pop_back();
    while (!(rest = Trim(rest)).empty()) {
      const std::size_t stop = rest.find_first_of("{;}");
      if (stop == std::string_view::npos) break;
      if (rest[stop] != '{') {  // "@import ...;", or a brace too many
        rest.remove_prefix(stop + 1);
        continue;
      }
      const std::string_view head = Trim(rest.substr(0, stop));
      const std::size_t end = Closing(rest, stop);
      const std::string_view body = rest.substr(stop + 1, end - std::min(end, stop + 1));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!head.starts_with('@')) {
        AddRule(head, body);
      } else {
        const std::string rule = core::SmallAscii(head);
        const bool taken = rule.starts_with("@supports") || rule.starts_with("@layer") ||
                           (rule.starts_with("@media") && IsForAnyScreen(rule));
        if (taken && open.size() < 64) {
          open.push_back(rest);
          rest = body;
        }
      }
    }
  }
}

void PageStyles::AddRule(std::string_view selectors, std::string_view body) {
  Declared declared = Declarations(body);
  if (declared.empty()) return;
  const auto display = declared.find("display");
  const auto visibility = declared.find("visibility");
  const auto content = declared.find("content-visibility");
  const bool hides = (content != declared.end() && content->second.value == "hidden") ||
                     (display != declared.end() && display->second.value == "none") ||
                     (visibility != declared.end() && visibility->second.value == "hidden");
  while (!selectors.empty() && rules_.size() < kMaxRules) {
    const std::size_t end = std::min(selectors.find(','), selectors.size());
    const std::string_view selector = Trim(selectors.substr(0, end));
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
    Rule rule;
    rule.declared = declared;
    if (selector.empty()) continue;
    if (Parse(selector, rule)) {
      rules_.push_back(std::move(rule));
      continue;
    }
    // What depends on the mouse, or is made by the style itself, hides no word of the page.
    constexpr std::string_view kPassing[] = {":hover", ":focus",   ":active",   ":target", ":visited", ":before",
                                             ":after", ":checked", ":disabled", ":empty",  ":marker"};
    const bool passing =
        std::ranges::any_of(kPassing,
                            [&](std::string_view mark) { return selector.find(mark) != std::string_view::npos; }) ||
        selector.find("::") != std::string_view::npos;
    if (hides && !passing && not_followed_.size() < 20) not_followed_.emplace_back(selector.substr(0, 80));
  }
}

bool PageStyles::Parse(std::string_view selector, Rule& rule) {
  char before = ' ';
  for (std::size_t at = 0; at < selector.size();) {
    Simple simple;
    simple.before = before;
    const std::size_t begin = at;
    const auto name = [&] {
      const std::size_t from = at;
      while (at < selector.size() && IsNameCharacter(selector[at])) ++at;
      return std::string(selector.substr(from, at - from));
    };
    while (at < selector.size() && std::string_view(" \t\r\n>+~").find(selector[at]) == std::string_view::npos) {
      const char c = selector[at];
      if (c == '*') {
        ++at;
      } else if (c == '#') {
        ++at;
        simple.id = name();
        rule.specificity += 10'000;
        if (simple.id.empty()) return false;
      } else if (c == '.') {
        ++at;
        simple.classes.push_back(name());
        rule.specificity += 100;
        if (simple.classes.back().empty()) return false;
      } else if (c == '[') {
        const std::size_t close = selector.find(']', at);
        if (close == std::string_view::npos) return false;
        const std::string_view inner = selector.substr(at + 1, close - at - 1);
        const std::size_t equals = inner.find('=');
        std::string value(equals == std::string_view::npos ? "" : Trim(inner.substr(equals + 1)));
        if (equals != std::string_view::npos && equals > 0 &&
            std::string_view("~|^$*").find(inner[equals - 1]) != std::string_view::npos)
          return false;
        std::erase_if(value, [](char quote) { return quote == '"' || quote == '\''; });
        simple.attributes.emplace_back(core::SmallAscii(Trim(inner.substr(0, equals))), value);
        rule.specificity += 100;
        at = close + 1;
      } else if (IsNameCharacter(c) && at == begin) {
        simple.tag = core::SmallAscii(name());
        rule.specificity += 1;
      } else {
        return false;
      }
    }
    if (at == begin) return false;
    rule.chain.push_back(std::move(simple));
    before = ' ';
    while (at < selector.size() && std::string_view(" \t\r\n>+~").find(selector[at]) != std::string_view::npos) {
      if (std::string_view(">+~").find(selector[at]) != std::string_view::npos) before = selector[at];
      ++at;
    }
  }
  return !rule.chain.empty();
}

bool PageStyles::Matches(const Simple& simple, const xmlNode* element) {
  if (!simple.tag.empty() && simple.tag != NameOf(element)) return false;
  if (!simple.id.empty() && AttributeOf(element, "id") != simple.id) return false;
  if (!simple.classes.empty()) {
    const std::string classes = AttributeOf(element, "class");
    for (const std::string& wanted : simple.classes) {
      if (!HasClass(classes, wanted)) return false;
    }
  }
  return std::ranges::all_of(simple.attributes, [element](const auto& wanted) {
    return FindAttribute(element, wanted.first) != nullptr &&
           (wanted.second.empty() || AttributeOf(element, wanted.first) == wanted.second);
  });
}

bool PageStyles::Matches(const Rule& rule, std::size_t last, const xmlNode* element, int& steps) {
  if (!Matches(rule.chain[last], element)) return false;
  if (last == 0) return true;
  const char before = rule.chain[last].before;
  const bool beside = before == '+' || before == '~';
  const bool many = before == ' ' || before == '~';
  const xmlNode* at = element;
  while (steps++ < kMaxSteps && (at = beside ? ElementBefore(at) : ElementAbove(at)) != nullptr) {
    if (Matches(rule, last - 1, at, steps)) return true;
    if (!many) return false;
  }
  return false;
}

PageStyle PageStyles::Of(const xmlNode* element) const {
  struct Best {
    std::string value;
    bool important = false;
    int specificity = -1;
  };
  std::map<std::string, Best> best;
  const auto take = [&best](const Declared& declared, int specificity) {
    for (const auto& [name, said] : declared) {
      Best& so_far = best[name];
      if (so_far.important && !said.important) continue;
      if (said.important == so_far.important && specificity < so_far.specificity) continue;
      so_far = {said.value, said.important, specificity};
    }
  };
  for (const Rule& rule : rules_) {
    int steps = 0;
    if (Matches(rule, rule.chain.size() - 1, element, steps)) take(rule.declared, rule.specificity);
  }
  if (FindAttribute(element, "style") != nullptr) take(Declarations(AttributeOf(element, "style")), 1'000'000);
  if (best.empty()) return {};
  if (best["content-visibility"].value == "hidden") return {"none", {}, {}};
  return {best["display"].value, best["visibility"].value, best["list-style-type"].value};
}

}  // namespace commonground::ingest::parser
