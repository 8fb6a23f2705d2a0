// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Nothing lost, nothing doubled, and those who come while one writes go together.

#include "app/people/audit_queue.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <set>
#include <thread>

namespace commonground::app {
namespace {

TEST(AuditQueue, WritesWhoCameMeanwhileTogether) {
  std::mutex mutex;
  std::condition_variable changed;
  bool is_first_in = false;
  bool may_go_on = false;
  std::vector<std::size_t> sizes;
  AuditQueue queue([&](const std::vector<AuditEntry>& entries) -> core::Status {
    std::unique_lock lock(mutex);
    sizes.push_back(entries.size());
    is_first_in = true;
    changed.notify_all();
    changed.wait(lock, [&] { return may_go_on; });
    return {};
  });
  std::thread first([&] { EXPECT_TRUE(queue.Add({1, "ada", "code", "x"})); });
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return is_first_in; });
  }
  std::vector<std::thread> others;
  for (int i = 0; i < 8; ++i) others.emplace_back([&] { EXPECT_TRUE(queue.Add({2, "ben", "code", "y"})); });
  {
    const std::lock_guard lock(mutex);
    may_go_on = true;
  }
  changed.notify_all();
  first.join();
  for (auto& other : others) other.join();
  std::size_t sum = 0;
  for (const std::size_t size : sizes) sum += size;
  EXPECT_EQ(sum, 9);
  EXPECT_EQ(sizes.front(), 1);
}

TEST(AuditQueue, LosesAndDoublesNothingUnderManyThreads) {
  std::multiset<std::string> written;  // the queue writes one group at a time
  AuditQueue queue([&](const std::vector<AuditEntry>& entries) -> core::Status {
    for (const auto& entry : entries) written.insert(entry.subject);
    return {};
  });
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&queue, t] {
      for (int i = 0; i < 200; ++i) EXPECT_TRUE(queue.Add({i, "p", "a", std::to_string(t * 1000 + i)}));
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(written.size(), 1600);
  EXPECT_EQ(std::set<std::string>(written.begin(), written.end()).size(), 1600);
}

TEST(AuditQueue, TellsEachThatItsGroupFailed) {
  AuditQueue queue([](const std::vector<AuditEntry>&) -> core::Status {
    return core::Fail(core::ErrorCode::kIo, "the disk is full");
  });
  const core::Status status = queue.Add({1, "ada", "code", "x"});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, core::ErrorCode::kIo);
}

}  // namespace
}  // namespace commonground::app
