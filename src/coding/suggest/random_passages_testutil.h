// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Seeded passages of few made words, the relevant ones with other words than the rest.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "coding/suggest/learner.h"

namespace commonground::coding {

struct RandomPassages {
  std::vector<std::string> texts;
  std::vector<Label> truth;

  RandomPassages(std::size_t count, unsigned seed) {
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < count; ++i) {
      const bool relevant = random() % 5 == 0;
      std::string text;
      for (std::size_t words = 5 + random() % 20; words > 0; --words) {
        const std::size_t word = relevant && random() % 3 == 0 ? 90 + random() % 10 : random() % 80;
        text += "w" + std::string(1, static_cast<char>('a' + word / 26)) + static_cast<char>('a' + word % 26) + "x ";
      }
      texts.push_back(text);
      truth.push_back(relevant ? Label::kRelevant : Label::kNotRelevant);
    }
  }
  std::vector<Passage> passages() const {
    std::vector<Passage> all;
    for (const std::string& text : texts) all.push_back({text, "und"});
    return all;
  }
};

}  // namespace commonground::coding
