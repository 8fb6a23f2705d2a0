// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Draws progress on one line of the terminal.

#include "cli/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace commonground::cli {

namespace {
constexpr auto kQuietStart = std::chrono::milliseconds(500);  // short work needs no bar
constexpr auto kBetweenDraws = std::chrono::milliseconds(100);
constexpr std::int64_t kWidth = 24;
}  // namespace

ProgressBar::ProgressBar(bool shown, std::function<bool()> cancelled)
    : shown_(shown), cancelled_(std::move(cancelled)) {}

ProgressBar::~ProgressBar() {
  End();
}

void ProgressBar::Begin(std::string_view step, std::int64_t total) {
  End();
  step_ = step;
  total_ = total;
  begun_ = std::chrono::steady_clock::now();
  drawn_ = begun_;
}

void ProgressBar::Advance(std::int64_t done) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - begun_ < kQuietStart || now - drawn_ < kBetweenDraws) return;
  drawn_ = now;
  Draw(done);
}

void ProgressBar::Draw(std::int64_t done) {
  visible_ = true;
  std::string line;
  if (total_ <= 0) {
    line = fmt::format("\r\x1b[K{} … {}", step_, done);
  } else {
    const std::int64_t filled = std::clamp<std::int64_t>(done * kWidth / total_, 0, kWidth);
    line = fmt::format("\r\x1b[K{} [{}{}] {} %", step_, std::string(static_cast<std::size_t>(filled), '#'),
                       std::string(static_cast<std::size_t>(kWidth - filled), ' '),
                       std::clamp<std::int64_t>(done * 100 / total_, 0, 100));
  }
  (void)std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

void ProgressBar::End() {
  if (visible_) {
    (void)std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
  }
  visible_ = false;
}

}  // namespace commonground::cli
