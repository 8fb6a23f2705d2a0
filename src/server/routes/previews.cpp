// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// By the hash of a session's token: two servers in one process cannot mix them up.

#include "server/routes/previews.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>

namespace commonground::server {

namespace {

constexpr std::size_t kMaxHeld = 8;

struct Held {
  std::string session;
  std::shared_ptr<const Preview> preview;  // nullptr: it is being drawn
};

struct All {
  std::mutex mutex;
  std::deque<Held> held;  // guarded by mutex; the newest last
};
All& Here() {
  static All all;
  return all;
}

auto Of(std::deque<Held>& held, const std::string& session) {
  return std::ranges::find(held, session, &Held::session);
}

}  // namespace

void AwaitPreview(const std::string& session) {
  All& all = Here();
  const std::lock_guard lock(all.mutex);
  const auto found = Of(all.held, session);
  Held own{session, found == all.held.end() ? nullptr : found->preview};
  if (found != all.held.end()) all.held.erase(found);
  all.held.push_back(std::move(own));
  if (all.held.size() > kMaxHeld) all.held.pop_front();
}

void KeepPreview(const std::string& session, std::shared_ptr<const Preview> preview) {
  All& all = Here();
  const std::lock_guard lock(all.mutex);
  const auto found = Of(all.held, session);
  if (found != all.held.end()) found->preview = std::move(preview);
}

std::shared_ptr<const Preview> PreviewOf(const std::string& session) {
  All& all = Here();
  const std::lock_guard lock(all.mutex);
  const auto found = Of(all.held, session);
  return found == all.held.end() ? nullptr : found->preview;
}

void ForgetPreview(const std::string& session) {
  All& all = Here();
  const std::lock_guard lock(all.mutex);
  std::erase_if(all.held, [&](const Held& one) { return one.session == session; });
}

}  // namespace commonground::server
