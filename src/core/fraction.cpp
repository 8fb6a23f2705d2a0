// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Exact fractions, read from "1/2", "50%" and "0.5".

#include "core/fraction.h"

#include <fmt/format.h>

#include <charconv>

namespace commonground::core {

Result<Fraction> Fraction::Parse(std::string_view text) {
  const auto bad = [&] {
    return Fail(ErrorCode::kInvalidInput,
                fmt::format("\"{}\" is not a share; write it as 33/100 or 33%, between 0 and 1", text));
  };
  Fraction fraction;
  const char* const end = text.data() + text.size();
  const auto [after_p, p_error] = std::from_chars(text.data(), end, fraction.p);
  if (p_error != std::errc{}) return bad();
  if (after_p == end) {
    fraction.q = 1;
  } else if (*after_p == '%' && after_p + 1 == end) {
    fraction.q = 100;
  } else if (*after_p == '/') {
    const auto [after_q, q_error] = std::from_chars(after_p + 1, end, fraction.q);
    if (q_error != std::errc{} || after_q != end) return bad();
  } else {
    return bad();
  }
  if (fraction.q < 1 || fraction.q > 1'000'000 || fraction.p < 0 || fraction.p > fraction.q) return bad();
  return fraction;
}

std::string Fraction::Text() const {
  return fmt::format("{}/{}", p, q);
}

int Compare(std::int64_t a, std::int64_t b, const Fraction& share) {
  const std::int64_t left = a * share.q;
  const std::int64_t right = share.p * b;
  return left < right ? -1 : (left > right ? 1 : 0);
}

}  // namespace commonground::core
