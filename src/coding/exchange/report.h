// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What an exchange with another program could not carry, or carried differently, as exactly as it can be said
// (REFI-QDA 1.5, 6 and 7 ask for it).  Nothing is dropped without a line here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::coding {

struct ReportLine {
  std::string what;        // "codings that are drafts"
  std::int64_t count = 0;  // how many of them
  std::string became;      // "other programs show them as any coding"
  friend bool operator==(const ReportLine&, const ReportLine&) = default;
};

// Threads: one.
class Report {
 public:
  // The same thing that became the same is one line, where it came first.  A count of 0 is no line.
  void Add(std::string_view what, std::string_view became, std::int64_t count = 1);
  const std::vector<ReportLine>& lines() const { return lines_; }

 private:
  std::vector<ReportLine> lines_;
};

}  // namespace commonground::coding
