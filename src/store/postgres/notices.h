// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Hears that others changed a study in PostgreSQL (Database::ChangeMark and WaitForChange): by LISTEN; on a standby,
// which hears nothing, by how far it has come.  Not for two threads at once.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <cstdint>
#include <string>

namespace commonground::store {

class Notices {
 public:
  // Both are borrowed; the study may still change.
  Notices(PGconn* link, const long long& study) : link_(link), study_(study) {}
  std::int64_t Mark();
  bool Wait(std::int64_t mark, std::chrono::milliseconds longest);

 private:
  bool WaitForReplay(std::chrono::steady_clock::time_point end);
  void Take();

  PGconn* link_;
  const long long& study_;
  std::int64_t heard_ = 0;
  std::chrono::steady_clock::time_point noticed_;    // the last notice
  std::chrono::steady_clock::time_point next_look_;  // if any is left
  std::size_t looks_left_ = 0;
  std::string replayed_;  // how far a standby was when it was looked at last
  bool listens_ = false;
};

}  // namespace commonground::store
