// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far long work is, and whether it should stop.  Passed in by whoever started the work.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

namespace commonground::core {

// Threads: one worker calls Begin, Advance and End in turn; Cancelled may be asked from any.
class Progress {
 public:
  virtual ~Progress() = default;
  // A new step begins; `total` units (0: unknown).  Names are English verbs: "Reading the folder".
  virtual void Begin(std::string_view step, std::int64_t total) = 0;
  virtual void Advance(std::int64_t done) = 0;  // units done so far in this step
  virtual void End() = 0;
  // Has the person asked to stop?  Work checks it often and then fails with ErrorCode::kCancelled.
  virtual bool Cancelled() const = 0;
};

class NoProgress : public Progress {
 public:
  void Begin(std::string_view, std::int64_t) override {}
  void Advance(std::int64_t) override {}
  void End() override {}
  bool Cancelled() const override { return false; }
};

}  // namespace commonground::core
