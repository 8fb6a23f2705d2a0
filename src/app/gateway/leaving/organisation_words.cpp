// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A name is cut into words as a page is (letters.h), so that "Lamp-Collective" and "LampCollective" are two of them.
#include "app/gateway/leaving/organisation_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <span>

#include "app/gateway/leaving/names_in_text.h"
#include "app/gateway/leaving/words_of_letters.h"
#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile>
OrganisationWordFiles();  // made by cg_embed: "everyday.txt", "field.txt", "kinds.tsv"

namespace app {

namespace {

constexpr std::string_view kLittle[]{"a",   "al",  "an",  "and", "at",  "au",   "aux",   "by",   "d",    "da",   "das",
                                     "de",  "del", "des", "do",  "dos", "du",   "e",     "el",   "en",   "et",   "for",
                                     "in",  "l",   "la",  "las", "le",  "les",  "los",   "of",   "on",   "os",   "our",
                                     "par", "por", "s",   "the", "to",  "und",  "y",     "para", "pour", "with", "в",
                                     "и",   "на",  "для", "по",  "за",  "from", "their", "its"};
constexpr int kFewestLetters = 4;  // of a word that the lists of ordinary words can hold

template <typename Take>
void EachPiece(std::string_view text, char between, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool IsChinese(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xE3 && static_cast<unsigned char>(text[0]) <= 0xE9;
}

bool IsCyrillic(std::string_view text) {
  return !text.empty() && (static_cast<unsigned char>(text[0]) == 0xD0 || static_cast<unsigned char>(text[0]) == 0xD1);
}

std::string FirstLetter(std::string_view word) {
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
  return std::string(word.substr(0, end));
}

std::string_view FileNamed(std::string_view end) {
  for (const core::EmbeddedFile& file : OrganisationWordFiles()) {
    if (std::string_view(file.name).ends_with(end)) return file.bytes;
  }
  return {};
}

}  // namespace

struct OrganisationWords::Word {
  std::string folded;
  std::string written;
  std::string kind;
  bool little = false;
  bool field = false;
  bool place = false;
  bool everyday = false;
  bool Tells() const { return kind.empty() && !little && !field && !place; }
};

OrganisationWords::OrganisationWords(LetterReader& reader) : reader_(reader) {
  for (const std::string_view word : kLittle) little_.insert(reader_.Fold(word));
  EachPiece(FileNamed("kinds.tsv"), '\n', [&](std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    std::string kind;
    EachPiece(line, '\t', [&](std::string_view column) {
      if (kind.empty()) {
        kind = column;
        return;
      }
      EachPiece(column, ',', [&](std::string_view word) {
        const bool doubtful = word.starts_with('?');
        if (doubtful) word.remove_prefix(1);
        const std::string folded = reader_.Fold(word);
        if (IsChinese(word)) {
          chinese_kinds_.push_back(folded);
          return;
        }
        kinds_.emplace(folded, kind);
        if (doubtful) doubtful_.insert(folded);
        if (IsCyrillic(word) && CountLetters(word) > kFewestLetters) {
          russian_.emplace(reader_.Fold(tokenizer_.Fold(word, "ru")), kind);
        }
      });
    });
  });
  EachPiece(FileNamed("everyday.txt"), '\n', [&](std::string_view line) {
    if (!line.empty() && line.front() != '#') everyday_.insert(reader_.Fold(line));
  });
  EachPiece(FileNamed("field.txt"), '\n', [&](std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (IsChinese(line)) {
      chinese_.push_back(reader_.Fold(line));
    } else {
      field_.insert(reader_.Fold(line));
      if (IsCyrillic(line)) field_.insert(reader_.Fold(tokenizer_.Fold(line, "ru")));
    }
  });
  chinese_.insert(chinese_.end(), chinese_kinds_.begin(), chinese_kinds_.end());
  for (auto* words : {&chinese_, &chinese_kinds_}) {
    std::ranges::stable_sort(*words, std::greater(), &std::string::size);
  }
}

std::string OrganisationWords::KindAt(const Letters& text, std::size_t at, std::size_t end) const {
  const std::string_view folded = text.bytes().substr(at, end - at);
  if (const auto found = kinds_.find(folded); found != kinds_.end()) return found->second;
  const std::string written = Utf8(WrittenIn(text, at, end));
  if (!IsCyrillic(written)) return {};
  const auto found = russian_.find(reader_.Fold(tokenizer_.Fold(written, "ru")));
  return found == russian_.end() ? "" : found->second;
}

bool OrganisationWords::ChineseKindAt(const Letters& text, std::size_t at) const {
  return std::ranges::any_of(chinese_kinds_, [&](const std::string& kind) { return text.Has(at, kind); });
}

std::vector<OrganisationWords::Word> OrganisationWords::WordsOf(
    const std::string& name, const std::function<bool(const std::string&)>& is_place) const {
  Letters letters;
  Letters unused;
  reader_.Read(name, letters, unused);
  std::vector<Word> words;
  for (std::size_t at = 0; at < letters.size();) {
    const std::size_t end = WordEnd(letters, at);
    Word word;
    word.folded = letters.bytes().substr(at, end - at);
    word.written = Utf8(WrittenIn(letters, at, end));
    word.little = little_.contains(word.folded) || CountLetters(word.written) == 1;
    word.kind = word.little ? "" : KindAt(letters, at, end);
    word.field = field_.contains(word.folded) ||
                 (IsCyrillic(word.written) && field_.contains(reader_.Fold(tokenizer_.Fold(word.written, "ru"))));
    word.everyday =
        word.field || everyday_.contains(word.folded) || CountLetters(word.written) < kFewestLetters ||
        IsCommonWord(word.written) ||
        (word.folded.ends_with('s') && IsCommonWord(std::string_view(word.written).substr(0, word.written.size() - 1)));
    word.place = is_place(word.written);
    words.push_back(std::move(word));
    at = end;
  }
  const bool sure = std::ranges::any_of(
      words, [&](const Word& word) { return !word.kind.empty() && !doubtful_.contains(word.folded); });
  for (Word& word : words) {
    if (sure && doubtful_.contains(word.folded)) word.kind.clear();
  }
  return words;
}

std::vector<OrganisationWords::Part> OrganisationWords::PartsOf(
    const std::string& name, const std::function<bool(const std::string&)>& is_place) const {
  const std::vector<Word> words = WordsOf(name, is_place);
  if (words.size() == 1 && IsChinese(words[0].written)) return ChinesePartsOf(words[0].folded);
  std::string kind;
  for (const Word& word : words) {
    if (!word.kind.empty()) kind = word.kind;
  }
  std::vector<Part> parts;
  // From the first to the last word that counts, with what stands between, but without the others.
  const auto add = [&](const auto& counts, const auto& leaves_out) {
    const auto first = std::ranges::find_if(words, counts);
    if (first == words.end()) return;
    const auto last = std::ranges::find_if(words.rbegin(), words.rend(), counts).base();
    Part part;
    int own = 0;
    bool tells = false;
    part.everyday = true;
    for (auto word = first; word != last; ++word) {
      if (leaves_out(*word)) continue;
      part.text += (part.text.empty() ? "" : " ") + word->written;
      if (word->little) continue;
      ++own;
      tells = tells || word->Tells();
      part.initials += (part.initials.empty() ? "" : " ") + FirstLetter(word->written);
      part.turned = word->written + (part.turned.empty() ? "" : " ") + part.turned;
      part.everyday = part.everyday && word->everyday;
    }
    part.one_word = own == 1;
    if (own != 2) part.turned.clear();
    if (own < 2 || !tells || kind.empty()) part.initials.clear();
    part.kind_of_initials = kind;
    if (!tells && (kind.empty() || own < 2)) return;
    if (!tells) part.kind = kind;
    const bool whole = SameLetters(part.text, name) && (tells || part.kind.empty());
    if (whole || std::ranges::find(parts, part.text, &Part::text) != parts.end()) return;
    parts.push_back(std::move(part));
  };
  const auto own = [](const Word& word) { return word.kind.empty() && !word.little && !word.place; };
  add(own, [](const Word& word) { return !word.kind.empty() || word.place; });
  const auto tells = [](const Word& word) { return word.Tells(); };
  const bool rare = std::ranges::any_of(words, [&](const Word& word) { return word.Tells() && !word.everyday; });
  if (rare) add(tells, [](const Word& word) { return !word.little && !word.Tells(); });
  return parts;
}

// What is left between the words of the lists, where that is three characters or more; two may be an ordinary word.
std::vector<OrganisationWords::Part> OrganisationWords::ChinesePartsOf(const std::string& name) const {
  std::string_view left = name;
  for (bool cut = true; cut;) {
    cut = std::ranges::any_of(chinese_, [&](const std::string& word) {
      if (left.size() <= word.size()) return false;
      if (left.ends_with(word)) {
        left.remove_suffix(word.size());
        return true;
      }
      if (!left.starts_with(word)) return false;
      left.remove_prefix(word.size());
      return true;
    });
  }
  const bool all = std::ranges::find(chinese_, left) != chinese_.end();
  if (left.size() == name.size() || all || CountOf(left) < 2) return {};
  Part part;
  part.text = left;
  part.everyday = CountOf(left) < 3;
  part.turned.clear();
  part.one_word = true;
  return {part};
}

}  // namespace app
}  // namespace commonground
