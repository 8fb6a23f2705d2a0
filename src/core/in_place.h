// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts a finished file or folder where an older one may be, without a moment in which neither is there and without
// replacing what somebody else put there meanwhile.  For files.cpp and folder_in_progress.cpp.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/descriptor.h"
#include "core/result.h"

namespace commonground::core {

// A name that nobody can foresee, for what is not finished: ".common-ground-part-GUID".
std::string PartName();

// Nothing at `name` in `folder`: nullopt.  Errors: as CheckOwn, Io.
Result<std::optional<struct stat>> OwnThingAt(const Descriptor& folder, const std::string& name, Expected expected,
                                              const std::filesystem::path& shown);

// Moves `part` to `name`; `older` is what OwnThingAt gave.  What was there is afterwards at `part` (or nowhere, if
// there was nothing): if it is not `older`, or `may_replace` refuses it, all is put back.  `older` is compared by its
// number on the disk: keep the thing open, so that no other can get that number.  Where a third thing took the name
// while it was put back, that one is kept too, as NAME.kept-GUID, and the message says so. Errors: Conflict, Io, those
// of may_replace.  True: the older thing is now at `part`, for the caller to remove.
Result<bool> PutInPlace(const Descriptor& folder, const std::string& part, const std::string& name,
                        const std::optional<struct stat>& older, const std::function<Status()>& may_replace,
                        const std::filesystem::path& shown);

// Is what is called `name` in `folder` the open file or folder `thing`?
bool IsAt(const Descriptor& folder, const std::string& name, const Descriptor& thing);

// Takes out of `folder` what programs that were killed left there: things of this user with a name of PartName whose
// maker's lock is gone.  A folder in which a person changed something stays.  Failures are not told: there is nobody
// who could do more about them here.
void SweepParts(const std::filesystem::path& folder);

// Removes a folder; `last` in it goes last.  Follows no link.
void RemoveTree(const Descriptor& parent, const std::string& name, std::string_view last);

}  // namespace commonground::core
