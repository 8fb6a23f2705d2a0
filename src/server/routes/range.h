// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage of a text, as routes give it.
#pragma once

#include <cstdint>

#include "core/text_range.h"
#include "server/shape/shape.h"

namespace commonground::server {

struct RangeView {
  std::int64_t start = 0;
  std::int64_t end = 0;
};
inline RangeView PlaceOf(const core::TextRange& range) {
  return {range.start, range.end};
}
void Describe(auto& visit, Is<RangeView> auto& range) {
  visit("start", range.start, "in code points");
  visit("end", range.end, "behind the last one");
}

}  // namespace commonground::server
