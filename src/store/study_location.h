// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a study is kept: in a study file, or in a PostgreSQL database, which holds many.
//
//     study.cg
//     postgresql://localhost/network#asia-2027      the study asia-2027 of the database network
//     postgresql:///network                         the only study of a database on this machine
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "core/result.h"

namespace commonground::store {

enum class OpenMode {
  kRead,           // an existing study; nothing of it changes
  kWrite,          // an existing study
  kCreateOrWrite,  // made, empty, if it is not there
};

// Holds no password: it would be seen in the list of processes.  libpq finds it in ~/.pgpass, or in PGPASSFILE.
struct ConnectionUri {
  std::string connection;  // for libpq: "host='...' dbname='...' sslmode='...'"
  std::string study;       // empty: the only one
  std::string shown;       // as a person wrote it
};

class StudyLocation {
 public:
  StudyLocation(std::filesystem::path file) : place_(std::move(file)) {}  // NOLINT: a path is a place
  StudyLocation(ConnectionUri address) : place_(std::move(address)) {}    // NOLINT: so is an address

  // A path, unless it begins with postgresql:// or postgres://, or is almost an address: in capital letters, with a
  // slash too few, of another program, a line of libpq's words.  A file of such a name is written with ./ before it.
  // Errors: InvalidInput: no address, almost one, one with a password in it, or one that would send a study over a
  // network without TLS.  What is wrong is told without repeating the address.
  static core::Result<StudyLocation> Parse(const std::string& text);
  static bool IsAddress(const std::string& text);
  // An address, or what was meant as one, with a password in it: it is repeated nowhere, not even in an error.
  static bool ShowsPassword(const std::string& argument);

  bool is_file() const { return place_.index() == 0; }
  // Requires is_file().
  const std::filesystem::path& file() const { return std::get<0>(place_); }
  const ConnectionUri& address() const { return std::get<1>(place_); }
  // For people.
  std::string Shown() const { return is_file() ? file().string() : address().shown; }

 private:
  std::variant<std::filesystem::path, ConnectionUri> place_;
};

}  // namespace commonground::store
