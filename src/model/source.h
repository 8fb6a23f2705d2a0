// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a fact is from.
#pragma once

#include <optional>
#include <string>

#include "core/date.h"
#include "model/ids.h"

namespace commonground::model {

using core::Date;

struct Source {
  SourceId id;
  std::string title;
  std::string site;
  std::string address;  // empty if withheld or none
  std::string kind;     // free word: web page, report, interview, ...
  std::optional<Date> accessed;
  std::string note;
  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace commonground::model
