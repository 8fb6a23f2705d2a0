// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Example: 1 of 2 in one group and 2 of 3 in another: (1/2 + 2/3) / 2 = 7/12.

#include "compare/classify.h"

#include <limits>
#include <numeric>

namespace commonground::compare {

namespace {

// gcc's 128-bit integers are an extension; seven groups of 20,000 cases fit, thirty do not.
__extension__ typedef __int128 Wide;  // NOLINT: "using" cannot carry __extension__
constexpr std::int64_t kRoundedDen = 1'000'000'000;

Wide Gcd(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

bool Exact(std::span<const model::Share> shares, Wide& num, Wide& den) {
  num = 0;
  den = 1;
  std::int64_t groups = 0;
  for (const model::Share& share : shares) {
    if (share.of == 0) continue;
    ++groups;
    const Wide factor = share.of / Gcd(den, share.of);
    Wide wider = 0;
    if (__builtin_mul_overflow(den, factor, &wider)) return false;
    if (__builtin_mul_overflow(num, factor, &num)) return false;
    den = wider;
    Wide term = 0;
    if (__builtin_mul_overflow(den / share.of, Wide{share.present}, &term)) return false;
    if (__builtin_add_overflow(num, term, &num)) return false;
  }
  if (groups == 0) return true;
  if (__builtin_mul_overflow(den, Wide{groups}, &den)) return false;
  const Wide divisor = Gcd(den, num);
  num /= divisor;
  den /= divisor;
  return den <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

model::PrevalenceClass Classify(const Tally& tally, const ClassRule& rule) {
  using model::PrevalenceClass;
  if (tally.present == 0) return PrevalenceClass::kAbsent;
  const bool everywhere = tally.reach > 0 && tally.reach == tally.groups_with_material;
  if (everywhere && (tally.reach >= 2 || tally.groups == 1) &&
      core::Compare(tally.present, tally.cases, rule.common_ground_share) >= 0) {
    return PrevalenceClass::kCommonGround;
  }
  if (tally.reach >= 2 && core::Compare(tally.reach, tally.groups_with_material, rule.most_regions_share) > 0) {
    return PrevalenceClass::kInMostRegions;
  }
  return tally.reach == 1 ? PrevalenceClass::kRegional : PrevalenceClass::kInFewRegions;
}

BalancedShare Balance(std::span<const model::Share> shares) {
  std::int64_t groups = 0;
  for (const model::Share& share : shares) groups += share.of > 0 ? 1 : 0;
  if (groups == 0) return {};
  Wide num = 0;
  Wide den = 1;
  if (Exact(shares, num, den)) return {static_cast<std::int64_t>(num), static_cast<std::int64_t>(den)};
  // Each share to 18 digits: their sum is wrong by less than groups / 10^18.
  constexpr Wide kScale = Wide{kRoundedDen} * kRoundedDen;
  Wide sum = 0;
  for (const model::Share& share : shares) {
    if (share.of > 0) sum += kScale * share.present / share.of;
  }
  const Wide unit = Wide{groups} * kRoundedDen;
  return {static_cast<std::int64_t>((sum + unit / 2) / unit), kRoundedDen};
}

}  // namespace commonground::compare
