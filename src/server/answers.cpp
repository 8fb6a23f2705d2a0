// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A map that is emptied when it is full: it fills again in a moment, and needs no order of use.

#include "server/answers.h"

#include <fmt/format.h>

namespace commonground::server {

namespace {

constexpr std::size_t kMaxBytes = 32UL * 1024 * 1024;
constexpr std::size_t kMaxAnswer = 1024UL * 1024;

std::size_t SizeOf(const std::string& key, const Response& response) {
  return key.size() + response.body.size() + 500;
}

}  // namespace

std::string Answers::KeyOf(const app::Caller& caller, const std::string& target, const core::Date& day) {
  // Names and ids hold no line ends, and an address none either.
  return fmt::format("{}\n{}\n{}\n{}\n{}", caller.person.value, static_cast<int>(caller.role),
                     caller.organisation.value, day.Text(), target);
}

std::shared_ptr<const Response> Answers::Find(const app::Caller& caller, const std::string& target,
                                              const core::Date& day) {
  const std::string key = KeyOf(caller, target, day);
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(key);
  if (found == kept_.end() || found->second.made_at != now()) return nullptr;
  return found->second.response;
}

void Answers::Keep(const app::Caller& caller, const std::string& target, const core::Date& day, std::uint64_t made_at,
                   const Response& response) {
  if (response.status != 200 || response.news != nullptr || response.body.size() > kMaxAnswer || made_at != now())
    return;
  std::string key = KeyOf(caller, target, day);
  const std::size_t size = SizeOf(key, response);
  const std::lock_guard lock(mutex_);
  if (bytes_ + size > kMaxBytes) {
    kept_.clear();
    bytes_ = 0;
  }
  Kept& kept = kept_[key];
  if (kept.response != nullptr) bytes_ -= SizeOf(key, *kept.response);
  kept = {made_at, std::make_shared<const Response>(response)};
  bytes_ += size;
}

}  // namespace commonground::server
