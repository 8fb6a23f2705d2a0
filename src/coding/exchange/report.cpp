// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Collects what could not be carried, in lines with counts.

#include "coding/exchange/report.h"

#include <algorithm>

namespace commonground::coding {

void Report::Add(std::string_view what, std::string_view became, std::int64_t count) {
  if (count == 0) return;
  const auto found =
      std::ranges::find_if(lines_, [&](const ReportLine& line) { return line.what == what && line.became == became; });
  if (found != lines_.end()) {
    found->count += count;
  } else {
    lines_.push_back({std::string(what), count, std::string(became)});
  }
}

}  // namespace commonground::coding
