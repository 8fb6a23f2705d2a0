// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells readers that a study was changed.

#include "store/postgres/notices.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "store/postgres/link.h"

namespace commonground::store {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

// A notice stands for all that happens in the 100 ms after it (postgres_database.cpp: kTellOthers).  So a reader looks
// again when all of that time has been committed; and once more, for what took longer to commit.
constexpr std::array kLookAgain{milliseconds(150), milliseconds(2000)};

}  // namespace

std::int64_t Notices::Mark() {
  if (listens_) Take();
  return heard_;
}

bool Notices::Wait(std::int64_t mark, milliseconds longest) {
  const auto end = steady_clock::now() + longest;
  if (!listens_ && AskText(link_, "SELECT pg_is_in_recovery()") == "t") return WaitForReplay(end);
  if (!listens_) {
    Send(link_, fmt::format("LISTEN commonground_{}", study_));
    listens_ = true;
    ++heard_;  // what happened before is not known
    // A notice of just before was not heard, and may stand for what happens now.
    noticed_ = steady_clock::now();
    next_look_ = noticed_ + kLookAgain.front();
    looks_left_ = kLookAgain.size();
    return true;
  }
  for (Take(); heard_ == mark; Take()) {
    const auto now = steady_clock::now();
    if (looks_left_ > 0 && now >= next_look_) {
      --looks_left_;
      if (looks_left_ > 0) next_look_ = noticed_ + kLookAgain.back();
      ++heard_;
      return true;
    }
    if (now >= end) return false;
    const auto until = looks_left_ > 0 ? std::min(end, next_look_) : end;
    pollfd socket{PQsocket(link_), POLLIN, 0};
    poll(&socket, 1, static_cast<int>(std::min<long long>(duration_cast<milliseconds>(until - now).count() + 1, 1000)));
  }
  return true;
}

// Whatever it has done again, of any study, may be a change of this one.
bool Notices::WaitForReplay(steady_clock::time_point end) {
  for (;;) {
    const std::string now = AskText(link_, "SELECT pg_last_wal_replay_lsn()");
    if (now != std::exchange(replayed_, now)) {
      ++heard_;
      return true;
    }
    if (steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(milliseconds(100));
  }
}

void Notices::Take() {
  PQconsumeInput(link_);
  while (PGnotify* notice = PQnotifies(link_)) {
    ++heard_;
    noticed_ = steady_clock::now();
    next_look_ = noticed_ + kLookAgain.front();
    looks_left_ = kLookAgain.size();
    PQfreemem(notice);
  }
  if (PQstatus(link_) != CONNECTION_OK) ThrowError(link_, nullptr);
}

}  // namespace commonground::store
