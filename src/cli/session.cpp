// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/progress_bar.h"

namespace commonground::cli {

namespace {
volatile std::sig_atomic_t interrupted = 0;

// What a study's files hold must not steer the terminal: control characters but LF and TAB become "?".
std::string Harmless(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    const bool c0 = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    safe += c0 || c1 ? '?' : text[i];
    if (c1) ++i;
  }
  return safe;
}

extern "C" void OnInterrupt(int signal_number) {
  if (interrupted != 0) _exit(128 + signal_number);
  interrupted = 1;
}
}  // namespace

void CatchInterrupts() {
  struct sigaction action {};
  action.sa_handler = OnInterrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

Session::Session() = default;

core::Progress& Session::progress() {
  if (!progress_) {
    const bool shown = !quiet && !json && ::isatty(STDERR_FILENO) != 0;
    progress_ = std::make_unique<ProgressBar>(shown, [] { return interrupted != 0; });
  }
  return *progress_;
}

void Session::Print(std::string_view text) const {
  const std::string safe = Harmless(text);
  std::fwrite(safe.data(), 1, safe.size(), stdout);
}

void Session::Say(std::string_view text) const {
  if (!quiet) Print(text);
}

int Session::Fail(const core::Error& error) const {
  if (json) {
    const nlohmann::ordered_json body = {
        {"error", {{"code", core::Name(error.code)}, {"message", error.message}, {"where", error.where}}}};
    Print(body.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }
  fmt::print(stderr, "commonground: {}\n", Harmless(core::Describe(error)));
  return core::ExitCode(error.code);
}

int Session::Finish() const {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
  return Fail({core::ErrorCode::kIo, "the result could not be written; is the disk full?", "standard output"});
}

void Session::Note(const std::vector<core::Problem>& problems) const {
  if (quiet) return;
  for (const core::Problem& problem : problems) {
    if (problem.severity == core::Severity::kNotice) fmt::print(stderr, "{}\n", Harmless(core::Describe(problem)));
  }
}

int Session::Refuse(const std::vector<core::Problem>& problems, std::string_view what_stayed) const {
  std::size_t errors = 0;
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const core::Problem& problem : problems) {
    if (problem.severity != core::Severity::kError) continue;
    ++errors;
    fmt::print(stderr, "{}\n", Harmless(core::Describe(problem)));
    list.push_back({{"file", problem.file},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"value", problem.value},
                    {"message", problem.message},
                    {"fix", problem.fix}});
  }
  if (json) {
    Print(nlohmann::ordered_json{{"problems", list}}.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
          "\n");
  }
  fmt::print(stderr, "commonground: {} {}. {}\n", errors, errors == 1 ? "problem" : "problems", what_stayed);
  return core::ExitCode(core::ErrorCode::kInvalidInput);
}

}  // namespace commonground::cli
