// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words become lines, lines of the same column become paragraphs.  Sizes are compared by the height of words: it is
// what every PDF gives.
#include "ingest/parser/layout.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_set>

#include "core/small_ascii.h"
#include "ingest/parser/page_lines.h"

namespace commonground::ingest::parser {

namespace {

using model::PartKind;

// --- running headers, footers, page numbers -------------------------------------------------------------------------

std::string Pattern(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !pattern.empty() && pattern.back() == '#') continue;
    pattern += digit ? '#' : c;
  }
  return pattern;
}

bool IsPageNumber(const std::string& pattern) {
  static const std::set<std::string> kForms{"#",        "- # -",         "– # –",        "— # —",  "#/#",
                                            "# / #",    "Page #",        "page #",       "p. #",   "Page # of #",
                                            "Página #", "Página # de #", "Page # sur #", "Стр. #", "с. #",
                                            "第 # 页",  "第#页",         "[#]",          "(#)"};
  return kForms.contains(pattern);
}

constexpr double kMargin = 0.12;  // of the page's height

bool InMargin(const PageLine& line, const PlacedPage& page) {
  return line.y + line.height < page.height * kMargin || line.y > page.height * (1 - kMargin);
}

// "Interview 2 – answer: no" beside "Interview 3 – answer: yes": alike up to what says that an answer follows, or of
// pages that take turns and alike in more than half.
bool VariesInAnAnswer(const std::string& a, const std::set<int>& a_pages, const std::string& b,
                      const std::set<int>& b_pages) {
  if (a == b) return false;
  const auto same = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  if (same < 4) return false;
  const std::string_view beginning = std::string_view(a).substr(0, same);
  if (beginning.find_last_of(":?=") != std::string_view::npos ||
      beginning.find("\xEF\xBC\x9A") != std::string_view::npos) {
    return true;
  }
  const bool turns = *a_pages.begin() < *b_pages.rbegin() && *b_pages.begin() < *a_pages.rbegin();
  return turns && 2 * same >= std::min(a.size(), b.size());
}

void RemoveRunning(std::vector<PageLine>& lines, const std::vector<PlacedPage>& pages,
                   std::set<std::string>& left_out) {
  std::map<std::pair<std::string, int>, std::set<int>> places;  // pattern and height -> pages
  const auto key = [](const PageLine& line) {
    return std::pair(Pattern(line.text), static_cast<int>(std::lround(line.y / 12)));
  };
  for (const PageLine& line : lines) {
    if (!InMargin(line, pages[static_cast<std::size_t>(line.page)])) continue;
    auto [pattern, at] = key(line);
    for (const int near : {at - 1, at, at + 1}) places[{pattern, near}].insert(line.page);
  }
  const std::size_t often = std::max<std::size_t>(2, std::min<std::size_t>(3, (pages.size() + 1) / 2));
  std::map<int, std::set<std::string>> patterns;  // at a height
  for (const auto& [pattern_at, on] : places) patterns[pattern_at.second].insert(pattern_at.first);
  const auto varies = [&](const PageLine& line) {
    const auto [pattern, at] = key(line);
    return std::ranges::any_of(patterns[at], [&](const std::string& other) {
      return VariesInAnAnswer(pattern, places[{pattern, at}], other, places[{other, at}]);
    });
  };
  std::map<std::pair<std::string, int>, bool> varying;  // asked once each
  std::vector<bool> runs;
  for (const PageLine& line : lines) {
    const bool in_margin = InMargin(line, pages[static_cast<std::size_t>(line.page)]);
    const bool number = pages.size() >= 2 && IsPageNumber(Pattern(line.text));
    bool often_there = in_margin && !number && pages.size() >= 3 && places[key(line)].size() >= often;
    if (often_there) {
      const auto [known, is_new] = varying.emplace(key(line), false);
      if (is_new) known->second = varies(line);
      often_there = !known->second;
    }
    runs.push_back((in_margin && number) || often_there);
  }
  // What stands as near to the text as its own lines do belongs to it.
  const auto is_text = [&](std::size_t i, std::size_t next) {
    if (next >= lines.size() || runs[next] || lines[next].page != lines[i].page) return false;
    const PageLine& upper = lines[std::min(i, next)];
    const PageLine& lower = lines[std::max(i, next)];
    return lower.y - (upper.y + upper.height) < 0.6 * upper.height && lower.y > upper.y;
  };
  // So does, in turn, what stands near to that.
  for (bool found = true; found;) {
    found = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!runs[i] || IsPageNumber(Pattern(lines[i].text)) || !(is_text(i, i + 1) || is_text(i, i - 1))) continue;
      runs[i] = false;
      found = true;
    }
  }
  std::vector<PageLine> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!runs[i]) {
      kept.push_back(std::move(lines[i]));
    } else if (!IsPageNumber(Pattern(lines[i].text))) {
      left_out.insert(lines[i].text);
    }
  }
  lines = std::move(kept);
}

// --- paragraphs -----------------------------------------------------------------------------------------------------

double BodyHeight(const std::vector<PageLine>& lines) {
  std::map<int, std::size_t> letters;  // by height in quarter points
  for (const PageLine& line : lines) letters[static_cast<int>(std::lround(line.height * 4))] += line.text.size();
  int best = 0;
  std::size_t most = 0;
  for (const auto& [height, count] : letters) {
    if (count > most) {
      most = count;
      best = height;
    }
  }
  return best / 4.0;
}

// Distance from line to line within the text, by which a wider gap is told.
double BodyPitch(const std::vector<PageLine>& lines, double body) {
  std::map<int, int> pitches;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double pitch = lines[i].y - lines[i - 1].y;
    if (lines[i].page == lines[i - 1].page && pitch > 0 && pitch < 3 * body &&
        std::abs(lines[i].height - body) < body / 8) {
      ++pitches[static_cast<int>(std::lround(pitch * 4))];
    }
  }
  int best = static_cast<int>(std::lround(body * 5));
  int most = 0;
  for (const auto& [pitch, count] : pitches) {
    if (count > most) {
      most = count;
      best = pitch;
    }
  }
  return best / 4.0;
}

// "• ", "1. ", "(a) ": how many bytes; 0: no list item.
std::size_t ItemMark(std::string_view text) {
  static constexpr std::string_view kBullets[] = {"•", "◦", "▪", "●", "○", "■", "‣", "–", "—", "-", "*", "·", "", "▪"};
  for (const std::string_view bullet : kBullets) {
    if (text.starts_with(bullet) && text.size() > bullet.size() + 1 && text[bullet.size()] == ' ')
      return bullet.size() + 1;
    if (text == bullet) return text.size();
  }
  std::size_t at = text.starts_with('(') ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == begin && at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
  if (at == begin || at - begin > 2 || at + 1 >= text.size()) return 0;
  if ((text[at] == '.' || text[at] == ')') && text[at + 1] == ' ') return at + 2;
  return 0;
}

constexpr double kLarge = 1.15;  // times the height of most letters: a heading

class Builder {
 public:
  Builder(std::vector<PageLine> lines, double body, double pitch)
      : lines_(std::move(lines)), body_(body), pitch_(pitch) {
    CollectWords();
    CollectSizes();
    heading_ = HeadingLines(lines_, kLarge * body_, pitch_);
  }

  std::vector<Block> Build() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const PageLine& line = lines_[i];
      if (i > 0 && GoesOn(i)) {
        Append(blocks_.back().text, line.text);
      } else {
        Begin(line, heading_[i]);
      }
    }
    return std::move(blocks_);
  }

 private:
  void CollectWords() {
    for (const PageLine& line : lines_) {
      for (std::size_t at = 0; at < line.text.size();) {
        const std::size_t end = std::min(line.text.find(' ', at), line.text.size());
        words_.insert(Bare(std::string_view(line.text).substr(at, end - at)));
        // What begins or ends a line may be half of a word.
        if (at > 0 && end < line.text.size())
          alone_.insert(core::SmallAscii(Bare(std::string_view(line.text).substr(at, end - at))));
        at = end + 1;
      }
    }
  }

  // Heights of headings, largest first: the rank is the level.
  void CollectSizes() {
    std::set<int, std::greater<>> sizes;
    for (const PageLine& line : lines_) {
      if (IsLarge(line)) sizes.insert(static_cast<int>(std::lround(line.height)));
    }
    int level = 0;
    for (const int size : sizes) levels_[size] = std::min(6, ++level);
  }

  // Does it stand below the line before it, on the same page?
  bool Follows(std::size_t i) const { return lines_[i].page == lines_[i - 1].page && lines_[i].y > lines_[i - 1].y; }

  bool IsLarge(const PageLine& line) const { return line.height > kLarge * body_; }

  static std::string Bare(std::string_view word) {
    while (!word.empty() && !u_isalnum(FirstLetter(word))) word.remove_prefix(1);
    while (!word.empty() && !u_isalnum(LastLetter(word))) word.remove_suffix(1);
    return std::string(word);
  }

  bool GoesOn(std::size_t i) const {
    const PageLine& before = lines_[i - 1];
    const PageLine& line = lines_[i];
    if (line.row || before.row) return false;
    if (heading_[i] != 0 || heading_[i - 1] != 0) {
      return heading_[i] != 0 && heading_[i - 1] != 0 && Follows(i) &&
             line.y - before.y <= 1.35 * std::max(pitch_, before.height) && DepthOfNumber(line.text) == 0 &&
             blocks_.back().text.size() < 200;
    }
    if (std::abs(line.height - before.height) > 0.12 * before.height && (IsLarge(line) || IsLarge(before)))
      return false;
    const std::string& text = blocks_.back().text;
    if (IsLarge(line)) {  // a heading over several lines
      return line.page == before.page && line.y > before.y && line.y - before.y < 1.6 * line.height &&
             text.size() < 200;
    }
    if (ItemMark(line.text) > 0) return false;
    const bool unfinished = !EndsSentence(before.text) || IsHyphen(LastLetter(before.text));
    const bool other_column = line.page != before.page || line.y < before.y;
    if (other_column) {
      const UChar32 first = FirstLetter(line.text);
      return unfinished && (u_islower(first) || NoSpaces(first) || (!u_isalpha(first) && !u_isdigit(first)) ||
                            IsHyphen(LastLetter(before.text)));
    }
    const double step = line.y - before.y;
    const double usual = std::max(pitch_, before.height);
    if (step > 1.35 * usual) return false;
    const double width = std::max(line.right, before.right) - std::min(line.x, before.x);
    const bool short_line = before.right < std::max(line.right, before.right) - 0.15 * width;
    const bool indented = line.x > before.x + 0.8 * body_ && blocks_.back().kind != PartKind::kListItem;
    if (indented && !unfinished) return false;
    if (blocks_.back().kind == PartKind::kListItem && line.x < item_x_ - 0.5 * body_ && !unfinished) return false;
    return !(short_line && !unfinished && !u_islower(FirstLetter(line.text)));
  }

  void Begin(const PageLine& line, int heading) {
    Block block;
    block.page = line.page + 1;
    block.text = line.text;
    const std::size_t mark = ItemMark(line.text);
    if (IsLarge(line) && line.text.size() < 200) {
      block.kind = PartKind::kHeading;
      block.level = levels_.at(static_cast<int>(std::lround(line.height)));
    } else if (heading > 0) {
      block.kind = PartKind::kHeading;
      block.level = std::min(6, static_cast<int>(levels_.size()) + heading);
    } else if (mark > 0) {
      block.kind = PartKind::kListItem;
      block.level = 1;
      item_x_ = line.x;
    }
    blocks_.push_back(std::move(block));
  }

  void Append(std::string& text, const std::string& next) const {
    const UChar32 last = LastLetter(text);
    const UChar32 first = FirstLetter(next);
    if (IsHyphen(last) && u_islower(first)) return Join(text, next, last);
    if (last == '-' && u_isdigit(first)) {  // 2019-2020
      text += next;
      return;
    }
    if (!(NoSpaces(last) && NoSpaces(first)) && !text.ends_with(' ')) text += ' ';
    text += next;
  }

  // Words of English that are written with a hyphen whatever the line: HIV-positive, drop-in, community-led, self-help.
  static bool IsCompound(const std::string& head, const std::string& tail) {
    static const std::set<std::string> kHeads{"self", "non", "ex"};
    static const std::set<std::string> kTails{"in", "up",    "out",     "on",       "off",      "led",      "run",
                                              "of", "based", "related", "friendly", "positive", "negative", "specific"};
    static const std::set<std::string> kNever{"with", "there", "where", "here", "beg", "con", "coup", "proof"};
    const bool acronym = head.size() >= 2 && std::ranges::all_of(head, [](char c) { return c >= 'A' && c <= 'Z'; });
    const std::string small = core::SmallAscii(Bare(head));
    return acronym || kHeads.contains(small) || (kTails.contains(tail) && small.size() >= 3 && !kNever.contains(small));
  }

  // "harm-" + "reduction", "decision-" + "making": both are words, and together they would be a third one.
  bool AreTwoWords(const std::string& head, const std::string& tail) const {
    static const std::set<std::string> kTails{"reduction", "making", "term",  "wide",  "known",       "free",
                                              "being",     "driven", "only",  "like",  "trafficking", "time",
                                              "profit",    "income", "level", "scale", "building",    "sharing"};
    static const std::set<std::string> kHeads{"harm", "decision", "policy", "long",  "short", "high", "low",   "well",
                                              "full", "part",     "anti",   "peer",  "drop",  "not",  "for",   "middle",
                                              "rule", "capacity", "fund",   "sense", "real",  "risk", "small", "large"};
    // "some-thing", "under-stand" are written together.
    static const std::set<std::string> kTogether{
        "after",   "any",   "back",  "day", "down", "ever", "every", "fore",  "foot", "hand", "head", "here",
        "home",    "house", "how",   "in",  "land", "life", "mean",  "news",  "out",  "over", "some", "there",
        "through", "to",    "under", "up",  "web",  "what", "when",  "where", "who",  "with", "work", "be"};
    if (head.size() < 3 || tail.size() < 4) return false;
    if (kHeads.contains(head) && kTails.contains(tail)) return true;
    return head.size() >= 4 && !kTogether.contains(head) && alone_.contains(head) && alone_.contains(tail);
  }

  // "inter-" + "vention of": without the hyphen, unless the word is written with it elsewhere only.
  void Join(std::string& text, const std::string& next, UChar32 hyphen) const {
    const std::size_t space = text.rfind(' ');
    const std::size_t begin = space == std::string::npos ? 0 : space + 1;
    std::string head = text.substr(begin);
    while (!head.empty() && IsHyphen(LastLetter(head)))
      head.resize(head.size() - static_cast<std::size_t>(U8_LENGTH(LastLetter(head))));
    const std::string tail = next.substr(0, next.find(' '));
    const bool together = words_.contains(Bare(head + tail));
    const bool apart = words_.contains(Bare(head + "-" + tail));
    text.resize(begin);
    text += head;
    if (hyphen != 0x00AD && !together &&
        (apart || IsCompound(head, Bare(tail)) || AreTwoWords(core::SmallAscii(Bare(head)), Bare(tail))))
      text += '-';
    text += next;
  }

  std::vector<PageLine> lines_;
  double body_;
  double pitch_;
  double item_x_ = 0;
  std::unordered_set<std::string> words_;
  std::unordered_set<std::string> alone_;  // of them those within a line, small
  std::map<int, int> levels_;
  std::vector<int> heading_;  // of each line
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> LayOut(const std::vector<PlacedPage>& pages, std::set<std::string>& left_out) {
  std::vector<PageLine> lines;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (PageLine& line : LinesOf(pages[i], static_cast<int>(i))) lines.push_back(std::move(line));
  }
  RemoveRunning(lines, pages, left_out);
  const double body = BodyHeight(lines);
  const double pitch = BodyPitch(lines, body);
  return Builder(std::move(lines), body, pitch).Build();
}

}  // namespace commonground::ingest::parser
