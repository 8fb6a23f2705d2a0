// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An exact share p/q.  No floating point takes part in any decision.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::core {

struct Fraction {
  std::int64_t p = 0;
  std::int64_t q = 1;  // > 0; not reduced: 33/100 stays 33/100

  // Reads "33/100", "33%" (33/100) or "1" (1/1); 0 <= p <= q <= 1,000,000.  Errors: InvalidInput.
  static Result<Fraction> Parse(std::string_view text);
  std::string Text() const;  // "33/100"

  // Equality of what was written (50/100 is not 1/2); use Compare for values.
  friend bool operator==(const Fraction&, const Fraction&) = default;
};

// -1, 0 or 1 as a/b is less than, equal to or more than share.  Requires b > 0; |a|, b < 2^40.
int Compare(std::int64_t a, std::int64_t b, const Fraction& share);

}  // namespace commonground::core
