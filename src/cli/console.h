// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What all commands share: where output goes, how errors look, when to stop.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/moment.h"
#include "core/problem.h"
#include "core/progress.h"

namespace commonground::cli {

class Console {
 public:
  Console();

  bool json = false;
  bool quiet = false;
  std::string study_passphrase_file;  // of an encrypted study; empty: it is asked for

  // A bar on the terminal; silent when the terminal is no terminal, or with --quiet or --json.  Cancelled after SIGINT
  // or SIGTERM.
  core::Progress& progress();
  const core::Clock& clock() const { return clock_; }

  // To standard output.
  void Print(std::string_view text) const;
  // To standard output, but not with --quiet.
  void Say(std::string_view text) const;
  // To standard error, as it is but for what would steer a terminal.
  void Complain(std::string_view text) const;
  // To standard error; gives the exit code.
  int Fail(const core::Error& error) const;
  // What was printed has arrived: 0, or the exit code for a full disk or a closed output.  If who read it went away
  // (`| head`), the program ends here as such programs do: by SIGPIPE, without a word.
  int Finish() const;
  // All of them to standard error, with their number; gives the exit code for refused input.
  int Refuse(const std::vector<core::Problem>& problems, std::string_view what_stayed) const;
  // Notices to standard error, but not with --quiet.
  void Note(const std::vector<core::Problem>& problems) const;

 private:
  core::SystemClock clock_;
  std::unique_ptr<core::Progress> progress_;
  mutable int output_error_ = 0;  // errno of the first write that failed
};

// From here on SIGINT, SIGTERM and SIGHUP ask for a stop (a second one ends the program at once), and SIGPIPE ends
// nothing: what is being written is finished or taken away first.  Without standard input, output or error, nothing
// else ever gets their numbers: what is printed would go into the study.
void CatchSignals();

}  // namespace commonground::cli
