// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study that somebody opened, for something.  Use cases take it; what is stored behind it can be reached from within
// app only (gateway/entry.h), by the name of a use case that the caller may ask for.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/caller.h"
#include "core/moment.h"
#include "core/problem.h"
#include "core/result.h"

namespace commonground::app {

// Cheap to copy: copies share the connection.  Threads: one at a time, copies included.
class Workspace {
 public:
  // `location`: a study file or a connection URI; a folder is imported first (open_study.h).  `clock` is borrowed.  The
  // study is opened for reading; the first use case that writes opens it for writing.
  // Errors: NotFound, Corrupt, NewerSchema, Io, Busy; InvalidInput: a folder, or no such location.
  static core::Result<Workspace> Open(const std::string& location, Caller caller, Purpose purpose,
                                      const core::Clock& clock);

  // The same study, for somebody else or for something else.
  Workspace For(Caller caller, Purpose purpose) const;

  // Differs whenever somebody saved or edited the study.  Errors: those of opening it.  Cost: one look.
  core::Result<std::string> ChangeStamp() const;
  // The same study; what is edited through it is refused (Conflict) unless it is still as this stamp says.
  Workspace IfUnchanged(std::string stamp) const;

  const Caller& caller() const { return caller_; }
  Purpose purpose() const { return purpose_; }
  const core::Clock& clock() const { return *clock_; }

  // A notice if the clock is before the newest edit of the study: a consent that has ended since is then taken for one
  // that holds.  None: it is not, or the study has no history.
  std::optional<core::Problem> ClockIsBehind() const;

 private:
  friend class Entry;
  class Connection;
  Workspace(std::shared_ptr<Connection> connection, Caller caller, Purpose purpose, const core::Clock& clock);

  std::shared_ptr<Connection> connection_;
  Caller caller_;
  Purpose purpose_;
  const core::Clock* clock_;
  std::string stamp_;  // empty: it may have changed
};

}  // namespace commonground::app
