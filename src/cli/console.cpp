// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Prints, complains, asks for a stop: all that commands do with the terminal.

#include "cli/console.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "app/wire/error_json.h"
#include "cli/arguments.h"
#include "cli/hints.h"
#include "cli/progress_bar.h"

namespace commonground::cli {

namespace {
volatile std::sig_atomic_t interrupted = 0;

extern "C" void OnInterrupt(int signal_number) {
  if (interrupted != 0) _exit(128 + signal_number);
  interrupted = 1;
}
}  // namespace

void CatchSignals() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // Reading from it, or writing to it, is an error, as it is when it is closed.
    if (fcntl(number, F_GETFD) < 0) (void)open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
  struct sigaction action {};
  sigemptyset(&action.sa_mask);
  action.sa_handler = [](int) {};  // not ignored: programs that are started from here have the default
  sigaction(SIGPIPE, &action, nullptr);
  action.sa_handler = OnInterrupt;
  sigset_t listened;
  sigemptyset(&listened);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(number, nullptr, &before);
    if (number == SIGHUP && before.sa_handler == SIG_IGN) continue;  // nohup
    sigaction(number, &action, nullptr);
    sigaddset(&listened, number);
  }
  // Whoever started the program may have held them back.
  sigprocmask(SIG_UNBLOCK, &listened, nullptr);
}

Console::Console() = default;

core::Progress& Console::progress() {
  if (!progress_) {
    const bool shown = !quiet && !json && ::isatty(STDERR_FILENO) != 0;
    progress_ = std::make_unique<ProgressBar>(shown, [] { return interrupted != 0; });
  }
  return *progress_;
}

void Console::Print(std::string_view text) const {
  const std::string safe = Harmless(text, json ? Shown::kJson : Shown::kText);
  if (std::fwrite(safe.data(), 1, safe.size(), stdout) != safe.size() && output_error_ == 0) output_error_ = errno;
}

void Console::Complain(std::string_view text) const {
  const std::string safe = Harmless(text, Shown::kText);
  (void)std::fwrite(safe.data(), 1, safe.size(), stderr);  // where it is closed or full, there is nobody to tell
}

void Console::Say(std::string_view text) const {
  if (!quiet) Print(text);
}

int Console::Fail(const core::Error& error) const {
  if (json) {
    const app::wire::Json body = app::wire::ToJson(error);
    Print(body.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }
  core::Error shown = error;
  shown.message = WithFix(error);
  Complain("commonground: " + core::Describe(shown) + "\n");
  return core::ExitCode(error.code);
}

int Console::Finish() const {
  if (std::fflush(stdout) != 0 && output_error_ == 0) output_error_ = errno;
  if (output_error_ == 0 && std::ferror(stdout) == 0) return 0;
  if (output_error_ == EPIPE) {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  const std::string why = output_error_ == 0 ? "unknown error" : std::strerror(output_error_);
  return Fail(
      {core::ErrorCode::kIo,
       "the result could not be written: " + why +
           ". What the command changed in the study stays. Fix: free some space or name another output, and run "
           "a command that only shows the result",
       "standard output"});
}

void Console::Note(const std::vector<core::Problem>& problems) const {
  if (quiet) return;
  for (const core::Problem& problem : problems) {
    if (problem.severity == core::Severity::kNotice) Complain(core::Describe(problem) + "\n");
  }
}

int Console::Refuse(const std::vector<core::Problem>& problems, std::string_view what_stayed) const {
  std::size_t errors = 0;
  for (const core::Problem& problem : problems) {
    if (problem.severity != core::Severity::kError) continue;
    ++errors;
    Complain(core::Describe(problem) + "\n");
  }
  if (json) {
    Print(app::wire::ToJson(problems).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }
  Complain(fmt::format("commonground: {} {}. {}\n", errors, errors == 1 ? "problem" : "problems", what_stayed));
  return core::ExitCode(core::ErrorCode::kInvalidInput);
}

}  // namespace commonground::cli
