// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Estimates how many relevant passages remain.

#include "coding/suggest/stopping.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace commonground::coding {

namespace {

constexpr std::int64_t kShortestWindow = 25;
constexpr double kDoubt = 0.05;
constexpr double kEvenDoubt = 0.5;

double LogChoose(std::int64_t n, std::int64_t k) {
  int sign = 0;  // lgamma_r: lgamma writes a global
  const auto log_factorial = [&sign](std::int64_t m) { return lgamma_r(static_cast<double>(m) + 1, &sign); };
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

// The last `drawn` decisions, with what was undecided before them.
struct Window {
  std::int64_t all = 0;
  std::int64_t drawn = 0;
  std::int64_t relevant = 0;  // of the drawn
};

std::vector<Window> WindowsOf(std::span<const Label> decisions, std::int64_t undecided) {
  std::vector<Window> windows;
  const auto count = static_cast<std::int64_t>(decisions.size());
  Window window;
  for (std::int64_t length = std::min(kShortestWindow, count); length > 0; length = std::min(2 * length, count)) {
    for (; window.drawn < length; ++window.drawn) {
      window.relevant += decisions[static_cast<std::size_t>(count - 1 - window.drawn)] == Label::kRelevant ? 1 : 0;
    }
    window.all = undecided + length;
    windows.push_back(window);
    if (length == count) break;
  }
  return windows;
}

// The most relevant passages left that are believed with this doubt.
std::int64_t MostLeft(const Window& window, double doubt) {
  std::int64_t believed = window.relevant;  // as many as were drawn: surely possible
  std::int64_t too_many = window.all - window.drawn + window.relevant + 1;
  while (too_many - believed > 1) {
    const std::int64_t middle = believed + (too_many - believed) / 2;
    (ChanceOfAtMost(window.relevant, {window.all, middle, window.drawn}) >= doubt ? believed : too_many) = middle;
  }
  return believed - window.relevant;
}

}  // namespace

double ChanceOfAtMost(std::int64_t k, const Hypergeometric& urn) {
  const std::int64_t least = std::max<std::int64_t>(0, urn.drawn - (urn.all - urn.relevant));
  const std::int64_t most = std::min(urn.drawn, urn.relevant);
  if (k >= most) return 1;
  double sum = 0;
  const double all_ways = LogChoose(urn.all, urn.drawn);
  for (std::int64_t i = k; i >= least; --i) {
    const double term =
        std::exp(LogChoose(urn.relevant, i) + LogChoose(urn.all - urn.relevant, urn.drawn - i) - all_ways);
    sum += term;
    if (term < sum * 1e-17) break;  // terms fall from here on
  }
  return std::min(sum, 1.0);
}

double ChanceOfMissing(std::span<const Label> decisions, std::int64_t undecided, std::int64_t found_before,
                       double target) {
  if (undecided == 0) return 0;
  const auto found = found_before + std::ranges::count(decisions, Label::kRelevant);
  const std::vector<Window> windows = WindowsOf(decisions, undecided);
  double least = 1;
  for (const Window& window : windows) {
    // The fewest relevant in the window's urn with which less than `target` would have been found: the paper's K_tar.
    const std::int64_t before_window = found - window.relevant;
    const auto enough = static_cast<std::int64_t>(
        std::floor(static_cast<double>(found) / target - static_cast<double>(before_window) + 1));
    const double chance = enough > window.all - window.drawn + window.relevant
                              ? 0
                              : ChanceOfAtMost(window.relevant, {window.all, enough, window.drawn});
    least = std::min(least, chance * static_cast<double>(windows.size()));
  }
  return least;
}

model::RecallEstimate EstimateLeft(std::span<const Label> decisions, std::int64_t undecided,
                                   std::int64_t found_before) {
  model::RecallEstimate left;
  left.found = found_before + std::ranges::count(decisions, Label::kRelevant);
  left.decided = std::ssize(decisions);
  left.undecided = undecided;
  left.probably_at_most = undecided;
  left.at_most = undecided;
  const std::vector<Window> windows = WindowsOf(decisions, undecided);
  for (const Window& window : windows) {
    const auto shared = static_cast<double>(windows.size());
    left.probably_at_most = std::min(left.probably_at_most, MostLeft(window, kEvenDoubt / shared));
    left.at_most = std::min(left.at_most, MostLeft(window, kDoubt / shared));
  }
  const std::int64_t all = left.found + left.at_most;
  left.recall_at_least = all == 0 ? 1 : static_cast<double>(left.found) / static_cast<double>(all);
  if (undecided > 0 && decisions.empty()) {
    left.state = model::RecallEstimate::State::kNothingDecided;
  } else if (left.at_most > left.found && left.at_most > 0) {
    left.state = model::RecallEstimate::State::kCannotTell;
  } else {
    left.state = model::RecallEstimate::State::kBounded;
  }
  return left;
}

}  // namespace commonground::coding
