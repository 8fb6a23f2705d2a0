// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a fact is from.
#pragma once

#include <optional>
#include <string>

#include "core/date.h"
#include "model/fields.h"
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
template <typename Visit>
void Fields(Visit& visit, Is<Source> auto& source) {
  visit.Key("source", source.id);
  visit.Words("title", source.title);
  visit.Words("site", source.site);
  visit.Words("address", source.address);
  visit.Words("kind", source.kind);
  visit("accessed", source.accessed);
  visit.Remark("note", source.note);
}

}  // namespace commonground::model
