// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Seeded ratings for tests: coders who mostly give what is true, sometimes anything, sometimes nothing.
#pragma once

#include <random>

#include "coding/agreement/ratings.h"

namespace commonground::coding {

inline Ratings RandomRatings(unsigned seed, int units, int coders, int categories) {
  std::mt19937 random(seed);
  Ratings ratings;
  ratings.coders = coders;
  ratings.categories = categories;
  for (int unit = 0; unit < units; ++unit) {
    const int truth = static_cast<int>(random() % static_cast<unsigned>(categories));
    for (int coder = 0; coder < coders; ++coder) {
      const auto draw = random() % 10;
      ratings.cells.push_back(
          static_cast<std::int16_t>(draw == 0  ? -1
                                    : draw < 8 ? truth
                                               : static_cast<int>(random() % static_cast<unsigned>(categories))));
    }
  }
  return ratings;
}

}  // namespace commonground::coding
