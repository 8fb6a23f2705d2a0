// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One line on standard error that says what is being done and how far it is.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "core/progress.h"

namespace commonground::cli {

class ProgressBar : public core::Progress {
 public:
  // Nothing is drawn if not `shown`, or within the first half second of a step.
  ProgressBar(bool shown, std::function<bool()> cancelled);
  ~ProgressBar() override;

  void Begin(std::string_view step, std::int64_t total) override;
  void Advance(std::int64_t done) override;
  void End() override;
  bool Cancelled() const override { return cancelled_(); }

 private:
  void Draw(std::int64_t done);
  bool shown_;
  std::function<bool()> cancelled_;
  std::string step_;
  std::int64_t total_ = 0;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point drawn_;
  bool visible_ = false;
};

}  // namespace commonground::cli
