// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Failures inside the store.  SOCI throws, so the room's own failures do too; Guarded is the one place where both
// become a Result.  Nothing is thrown out of the room.
#pragma once

#include <soci/error.h>

#include <exception>
#include <string>
#include <utility>

#include "core/result.h"

namespace commonground::store {

class Failure : public std::exception {
 public:
  Failure(core::ErrorCode code, std::string message) : error_{code, std::move(message), {}} {}
  explicit Failure(core::Error error) : error_(std::move(error)) {}
  const core::Error& error() const { return error_; }
  const char* what() const noexcept override { return error_.message.c_str(); }

 private:
  core::Error error_;
};

// What an SQLite result code (also extended) means to a person.  `detail` is SQLite's own message.
core::Error Translate(int sqlite_code, const std::string& detail);
core::Error Translate(const soci::soci_error& error);
// `detail`: what libpq says when it cannot connect; it never repeats a password.
core::Error NoConnection(std::string detail);

// "The study file is damaged: DETAIL. ..."
core::Error Damaged(const std::string& detail);

// Runs work(), which returns a Result, and turns what it throws into an Error about `where`.
template <typename Work>
auto Guarded(const std::string& where, Work&& work) -> decltype(work()) {
  core::Error error;
  try {
    return work();
  } catch (const Failure& failure) {
    error = failure.error();
  } catch (const soci::soci_error& failure) {
    error = Translate(failure);
  }
  if (error.where.empty()) error.where = where;
  return core::Fail(std::move(error));
}

}  // namespace commonground::store
