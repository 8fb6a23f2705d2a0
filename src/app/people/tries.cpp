// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts wrong tries for a quarter of an hour.

#include "app/people/tries.h"

#include <algorithm>
#include <iterator>

#include "core/keyed_hash.h"

namespace commonground::app {

namespace {

constexpr int kFree = 5;
constexpr int kFreeOfAddress = 30;
constexpr std::int64_t kLongest = 42;     // seconds
constexpr std::int64_t kForgotten = 900;  // seconds without a wrong try
constexpr std::int64_t kKnown = 30 * 86'400;
constexpr std::size_t kMaxCounts = 100'000;  // counts that are kept; a flood pushes out the oldest

}  // namespace

Tries::Tries() : secret_(core::NewSecret()) {}

std::string Tries::Key(const char* kind, const std::string& what) const {
  return core::KeyedHash(secret_, std::string(kind) + '\n' + what);
}

std::int64_t Tries::Left(const Count& count, int free, std::int64_t now) {
  if (count.wrong < free || now - count.last > kForgotten) return 0;
  const int over = std::min(count.wrong - free, 6);
  return std::max<std::int64_t>(count.last + std::min<std::int64_t>(1LL << over, kLongest) - now, 0);
}

std::int64_t Tries::Wait(const std::string& name, const std::string& from, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  const auto left = [&](const std::string& key, int free) -> std::int64_t {
    const auto found = counts_.find(key);
    if (found == counts_.end()) return 0;
    // The clock was set back: nobody waits until it is there again.
    found->second.last = std::min(found->second.last, now);
    return Left(found->second, free, now);
  };
  const std::string both = Key("both", name + '\n' + from);
  const auto known = counts_.find(both);
  const std::int64_t own = left(both, kFree);
  if (known != counts_.end() && known->second.came_in) return own;
  return std::max({own, left(Key("from", from), kFreeOfAddress), left(Key("name", name), kFree)});
}

void Tries::Failed(const std::string& name, const std::string& from, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= kMaxCounts) Forget(now);
  for (const std::string& key : {Key("both", name + '\n' + from), Key("from", from), Key("name", name)}) {
    Count& count = counts_[key];
    if (now - count.last > kForgotten) count.wrong = 0;
    ++count.wrong;
    count.last = now;
  }
}

void Tries::CameIn(const std::string& name, const std::string& from, std::int64_t now) {
  const std::lock_guard lock(mutex_);
  Count& count = counts_[Key("both", name + '\n' + from)];
  count = {0, now, true};
}

void Tries::Forget(std::int64_t now) {
  std::erase_if(counts_,
                [&](const auto& one) { return now - one.second.last > (one.second.came_in ? kKnown : kForgotten); });
  while (counts_.size() >= kMaxCounts) counts_.erase(counts_.begin());  // in the order of hashes: any
}

}  // namespace commonground::app
