// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a set of documents that people have labelled, for measuring suggestions.

#include "bench/labelled_set.h"

#include <algorithm>
#include <random>

namespace commonground::bench {

namespace {

constexpr std::size_t kWords = 20'000;
constexpr std::size_t kSubjects = 40;
constexpr std::size_t kWordsOfSubject = 90;

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {
    double sum = 0;
    for (std::size_t rank = 1; rank <= kWords; ++rank) {
      sum += 1.0 / static_cast<double>(rank);
      share_.push_back(sum);
    }
    for (double& share : share_) share /= sum;
    // Words that are neither in every passage nor in hardly any.
    for (auto& words : subjects_) {
      for (std::size_t i = 0; i < kWordsOfSubject; ++i) words.push_back(100 + Below(kWords / 4));
    }
    for (std::size_t near = 1; near <= 2; ++near) {
      std::copy_n(subjects_[0].begin() + (near - 1) * kWordsOfSubject / 2, kWordsOfSubject / 2,
                  subjects_[near].begin());
    }
  }

  std::size_t Below(std::size_t limit) { return random_() % limit; }
  double Share() { return static_cast<double>(random_() >> 11) / 9007199254740992.0; }

  std::string Passage(std::size_t subject) {
    const std::size_t length = 20 + Below(61);
    const double own = 0.06 + 0.34 * Share();
    const std::size_t way = Below(3);
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
      std::size_t word = 0;
      if (Share() < own) {
        // Two of three words of a subject belong to one way of speaking of it.
        const std::size_t third = kWordsOfSubject / 3;
        word = subjects_[subject][Share() < 0.67 ? way * third + Below(third) : Below(kWordsOfSubject)];
      } else {
        word = static_cast<std::size_t>(std::ranges::lower_bound(share_, Share()) - share_.begin());
      }
      text += (i == 0 ? "" : " ") + Word(word);
    }
    return text;
  }

 private:
  static std::string Word(std::size_t rank) {
    static constexpr const char* kParts[] = {"ka", "lo", "mi", "ru", "te", "sa", "no", "vi", "pe", "du"};
    std::string word;
    for (std::size_t n = rank + 10; n > 0; n /= 10) word += kParts[n % 10];
    return word + "x";
  }

  std::mt19937_64 random_;
  std::vector<double> share_;
  std::vector<std::size_t> subjects_[kSubjects];
};

}  // namespace

LabelledSet MakeLabelledSet(int passages, unsigned seed) {
  Writer writer(seed);
  LabelledSet set;
  for (int i = 0; i < passages; ++i) {
    const std::size_t subject = writer.Below(25) == 0 ? 0 : 1 + writer.Below(kSubjects - 1);
    const bool slip = writer.Below(50) == 0 && subject < 3;
    set.passages.push_back(writer.Passage(subject));
    set.relevant.push_back((subject == 0) != slip);
  }
  return set;
}

}  // namespace commonground::bench
