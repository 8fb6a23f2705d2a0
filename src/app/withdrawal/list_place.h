// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where lists of withdrawals lie: beside a study file or a backup, under its name with ".withdrawals" behind it; of a
// study in a database, in the folder of the person who works on it, because a dump of the database that is restored
// would bring back an older list with the older study.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/result.h"
#include "store/study_location.h"

namespace commonground::app {

// "study.cg" -> "study.cg.withdrawals".
std::filesystem::path ListBeside(const std::filesystem::path& file);

// `mark`: WithdrawalList::StudyMark.  nullopt: a database, and there is no home folder.
std::optional<std::filesystem::path> ListPlaceOf(const store::StudyLocation& study, const std::string& mark);

// Empty: there is no such file.  Errors: Io; InvalidInput: it is larger than any list.
core::Result<std::string> ReadList(const std::filesystem::path& place);

// The file then says `text`, whole and flushed to the disk, or what it said before; an empty text takes it away.
core::Status WriteList(const std::filesystem::path& place, const std::string& text);

}  // namespace commonground::app
