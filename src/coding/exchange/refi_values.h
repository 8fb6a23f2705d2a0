// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The simple types of REFI-QDA (its section 2, and XML Schema part 2), read as leniently as programs write them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "coding/exchange/report.h"
#include "core/moment.h"

namespace commonground::coding {

// "-12", " +3 "; nullopt: no integer, or none that a text can have.
std::optional<std::int64_t> ReadInteger(std::string_view text);
// "true", "1" / "false", "0"; any case.
std::optional<bool> ReadBoolean(std::string_view text);
// "#abc", "#AABBCC" -> "#aabbcc".
std::optional<std::string> ReadColour(std::string_view text);

struct ReadDateTime {
  core::Moment at;  // in UTC; to the second
  bool has_zone = true;
};
// "2026-11-25T14:03:05.123+02:00"; without a zone it is taken as UTC.
std::optional<ReadDateTime> ReadMoment(std::string_view text);

// GUIDs of one file.  What is no GUID ("c001") is made one, always the same, so that references to it still hold.
class GuidRegistry {
 public:
  explicit GuidRegistry(Report& report) : report_(report) {}
  // Of something that is defined here; `where` says what it is, and stands for a GUID that is missing.  One that
  // another thing of the file has already is made anew.
  std::string Define(std::string_view text, const std::string& where);
  // Of something that is referred to.  Empty: nothing is.
  std::string Refer(std::string_view text);

 private:
  std::string Read(std::string_view text);
  Report& report_;
  std::map<std::string, std::set<std::string>> defined_;  // by kind
  std::set<std::string> bad_;
};

}  // namespace commonground::coding
