// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes the files that lists of withdrawals are.
#include "app/withdrawal/list_place.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "core/files.h"

namespace commonground::app {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kLongestList = 100 << 20;

}  // namespace

fs::path ListBeside(const fs::path& file) {
  return file.string() + ".withdrawals";
}

std::optional<fs::path> ListPlaceOf(const store::StudyLocation& study, const std::string& mark) {
  if (study.is_file()) return ListBeside(study.file());
  // https://specifications.freedesktop.org/basedir-spec/latest/
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  fs::path folder;
  if (data != nullptr && fs::path(data).is_absolute()) {
    folder = data;
  } else if (home != nullptr && fs::path(home).is_absolute()) {
    folder = fs::path(home) / ".local" / "share";
  } else {
    return std::nullopt;
  }
  return folder / "commonground" / "withdrawals" / (mark + ".withdrawals");
}

core::Result<std::string> ReadList(const fs::path& place) {
  auto text = core::ReadFile(place, kLongestList);
  if (!text && text.error().code == core::ErrorCode::kNotFound) return std::string();
  return text;
}

core::Status WriteList(const fs::path& place, const std::string& text) {
  if (text.empty()) {
    std::error_code error;
    fs::remove(place, error);
    if (!error) return {};
    return core::Fail(core::ErrorCode::kIo, "the list of withdrawals could not be taken away: " + error.message(),
                      place.string());
  }
  if (place.has_parent_path()) CG_RETURN_IF_ERROR(core::MakeFolders(place.parent_path()));
  return core::WriteFile(place, text);
}

}  // namespace commonground::app
