// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which backups stay: the newest of each day, week and month that is wanted, counted from the newest backup and not
// from today, so that a clock that is wrong takes nothing away.

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>

#include "app/backup/backup_study.h"
#include "app/withdrawal/list_place.h"
#include "core/descriptor.h"
#include "store/backup/sealed_file.h"

namespace commonground::app {

namespace fs = std::filesystem;

namespace {

std::optional<store::BackupLabel> LabelOf(const fs::path& path) {
  const core::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  std::string beginning(store::kLabelBytes, '\0');
  if (!file.open() || ::read(file.number(), beginning.data(), beginning.size()) != std::ssize(beginning)) {
    return std::nullopt;
  }
  return store::LabelOf(beginning);
}

constexpr std::int64_t kDay = 86'400;
// 1970-01-01 was a Thursday; weeks begin on Monday.
std::int64_t DayOf(core::Moment at) {
  return at.unix_seconds() / kDay;
}
std::int64_t WeekOf(core::Moment at) {
  return (DayOf(at) + 3) / 7;
}
std::int64_t MonthOf(core::Moment at) {
  return at.Day().year() * 12 + at.Day().month();
}

}  // namespace

core::Result<std::vector<PrunedFile>> PlanPruning(const fs::path& folder, const PruneSchedule& schedule) {
  if (schedule.days < 0 || schedule.weeks < 0 || schedule.months < 0) {
    return core::Fail(core::ErrorCode::kInvalidInput, "a schedule counts days, weeks and months from 0 up");
  }
  std::error_code error;
  std::map<std::string, std::vector<PrunedFile>> studies;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!entry.is_regular_file(error) || entry.is_symlink(error)) continue;
    const auto label = LabelOf(entry.path());
    // Beyond the year 9999 no clock of ours goes.
    if (!label || label->made < 0 || label->made > 253'402'300'799) continue;
    studies[label->study_mark].push_back({entry.path(), core::Moment::FromUnixSeconds(label->made), false, {}});
  }
  if (error) {
    return core::Fail(core::ErrorCode::kNotFound, "the folder of backups cannot be read: " + error.message(),
                      folder.string());
  }
  std::vector<PrunedFile> plan;
  for (auto& [mark, files] : studies) {
    std::ranges::sort(
        files, [](const auto& a, const auto& b) { return a.made != b.made ? a.made > b.made : a.file > b.file; });
    const auto keep = [&](int most, const char* why, std::int64_t (*of)(core::Moment)) {
      std::set<std::int64_t> seen;
      for (auto& one : files) {
        if (std::ssize(seen) == most && !seen.contains(of(one.made))) break;
        if (!seen.insert(of(one.made)).second || one.stays) continue;
        one.stays = true;
        one.why = why;
      }
    };
    files.front().stays = true;
    files.front().why = "newest";
    keep(schedule.days, "day", DayOf);
    keep(schedule.weeks, "week", WeekOf);
    keep(schedule.months, "month", MonthOf);
    plan.insert(plan.end(), files.begin(), files.end());
  }
  return plan;
}

core::Status Prune(const std::vector<PrunedFile>& plan) {
  for (const auto& one : plan) {
    if (one.stays) continue;
    if (::unlink(one.file.c_str()) != 0 && errno != ENOENT) {
      return core::SystemError(errno, "take the backup away", one.file);
    }
    // Without its backup a list is of no use; the same stands beside those that stay.
    ::unlink(ListBeside(one.file).c_str());
  }
  return {};
}

}  // namespace commonground::app
