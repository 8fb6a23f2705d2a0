// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Held by the id of a session.

#include "server/previews.h"

#include <algorithm>
#include <utility>

#include "app/people/gate.h"

namespace commonground::server {

namespace {
constexpr std::size_t kMaxHeld = 8;
}

Previews::Held* Previews::Find(const std::string& session) {
  const std::int64_t now = clock_.Now().unix_seconds();
  std::erase_if(held_, [&](const Held& one) { return now - one.used > app::kIdleSeconds; });
  const auto found = std::ranges::find(held_, session, &Held::session);
  if (found == held_.end()) return nullptr;
  found->used = now;
  return &*found;
}

void Previews::Await(const std::string& session) {
  const std::lock_guard lock(mutex_);
  const Held* own = Find(session);
  Held next{session, own == nullptr ? nullptr : own->preview, clock_.Now().unix_seconds()};
  std::erase_if(held_, [&](const Held& one) { return one.session == session; });
  held_.push_back(std::move(next));
  if (held_.size() > kMaxHeld) held_.pop_front();
}

void Previews::Keep(const std::string& session, std::shared_ptr<const Preview> preview) {
  const std::lock_guard lock(mutex_);
  if (Held* own = Find(session)) own->preview = std::move(preview);
}

std::shared_ptr<const Preview> Previews::Of(const std::string& session) {
  const std::lock_guard lock(mutex_);
  const Held* own = Find(session);
  return own == nullptr ? nullptr : own->preview;
}

void Previews::Forget(const std::string& session) {
  const std::lock_guard lock(mutex_);
  std::erase_if(held_, [&](const Held& one) { return one.session == session; });
}

void Previews::ForgetAll() {
  const std::lock_guard lock(mutex_);
  held_.clear();
}

}  // namespace commonground::server
