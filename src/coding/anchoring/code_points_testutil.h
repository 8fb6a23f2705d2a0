// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Random texts, and the plain way to tell how far two are apart.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "coding/anchoring/code_points.h"

namespace commonground::coding {

inline int SlowDistance(CodePointsView a, CodePointsView b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<int>(i + j);
      } else {
        d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      }
    }
  }
  return d[a.size()][b.size()];
}

inline std::string RandomText(std::mt19937& random, int words) {
  static const std::vector<std::string> kWords{"police", "health",  "条件", "закон", "the", "a",
                                               "centre", "условие", "😀",    "of",    "work"};
  std::string text;
  for (int i = 0; i < words; ++i) {
    text += kWords[random() % kWords.size()];
    text += random() % 9 == 0 ? "\n\n" : random() % 6 == 0 ? ". " : " ";
  }
  return text + "\n";
}

}  // namespace commonground::coding
