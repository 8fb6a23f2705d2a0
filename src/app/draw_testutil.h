// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What random studies of tests are drawn with: the same for the same seed, on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace commonground::app {

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}
  std::size_t Below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool OneIn(std::size_t n) { return Below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

}  // namespace commonground::app
