// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How a value of the model stands in a cell or a TOML string: one ReadValue and one WriteValue a type, inverse to each
// other.  ReadValue is never called for a blank text; it reports what it cannot read and leaves an id as it was
// written, so that one misspelt id is one problem and not two.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/fraction.h"
#include "core/moment.h"
#include "ingest/folder/source_location.h"
#include "ingest/folder/strange.h"
#include "model/study.h"

namespace commonground::ingest {

// Without spaces, tabs and line ends around it.  Bare (strange.h) takes off what nobody sees, too.
std::string_view Trimmed(std::string_view text);

// Is there an error among the problems after the first `before`?  Notices tell what was read in another way.
bool ErrorsSince(std::size_t before, const SourceLocation& spot);

void ReadValue(std::string_view text, const SourceLocation& spot, std::string& value);
void ReadValue(std::string_view text, const SourceLocation& spot, core::Date& value);
void ReadValue(std::string_view text, const SourceLocation& spot, core::Moment& value);
void ReadValue(std::string_view text, const SourceLocation& spot, core::Fraction& value);
void ReadValue(std::string_view text, const SourceLocation& spot, std::int64_t& value);  // 0 to 1,000,000,000
void ReadValue(std::string_view text, const SourceLocation& spot, model::CountryCode& value);
void ReadValue(std::string_view text, const SourceLocation& spot, model::DocumentId& value);
// Reports nothing: the checks know the regions, and say which one a region's name means.
void ReadValue(std::string_view text, const SourceLocation& spot, model::RegionId& value);
void ReadValue(std::string_view text, const SourceLocation& spot, bool& value);  // yes, no
void ReadId(std::string_view text, const SourceLocation& spot, std::string& value);
// Items between semicolons; blank items and repeated items are problems.
std::vector<std::string_view> ReadItems(std::string_view text, const SourceLocation& spot);

// What is wrong with a text that is no word of a closed list.
std::string NotAWord(std::string_view text);

inline std::string WriteValue(const std::string& value) {
  return value;
}
inline std::string WriteValue(const core::Date& value) {
  return value.Text();
}
inline std::string WriteValue(const core::Moment& value) {
  return value.Text();
}
inline std::string WriteValue(const core::Fraction& value) {
  return value.Text();
}
inline std::string WriteValue(std::int64_t value) {
  return std::to_string(value);
}
inline std::string WriteValue(bool value) {
  return value ? "yes" : "no";
}
std::string JoinItems(const std::vector<std::string>& items);

template <typename Tag>
void ReadValue(std::string_view text, const SourceLocation& spot, core::Id<Tag>& id) {
  ReadId(text, spot, id.value);
}
template <typename Tag>
std::string WriteValue(const core::Id<Tag>& id) {
  return id.value;
}

template <typename Enum>
requires std::is_enum_v<Enum>
void ReadValue(std::string_view text, const SourceLocation& spot, Enum& value) {
  if (const std::optional<Enum> found = model::FromWord<Enum>(Bare(text))) {
    value = *found;
  } else {
    spot.Bad(text, NotAWord(text), "write one of: " + model::AllWords<Enum>());
  }
}
template <typename Enum>
requires std::is_enum_v<Enum> std::string WriteValue(Enum value) {
  return std::string(model::Word(value));
}

template <typename T>
void ReadValue(std::string_view text, const SourceLocation& spot, std::optional<T>& value) {
  const std::size_t before = spot.problems->size();
  ReadValue(text, spot, value.emplace());
  // What could not be read must not be compared with anything; an id stays (see above).
  const bool misread = ErrorsSince(before, spot);
  if (misread && !requires { value->value; }) value.reset();
}
template <typename T>
std::string WriteValue(const std::optional<T>& value) {
  return value ? WriteValue(*value) : std::string();
}

template <typename T>
void ReadValue(std::string_view text, const SourceLocation& spot, std::vector<T>& values) {
  for (const std::string_view item : ReadItems(text, spot)) ReadValue(item, spot, values.emplace_back());
}
template <typename T>
std::string WriteValue(const std::vector<T>& values) {
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const T& value : values) items.push_back(WriteValue(value));
  return JoinItems(items);
}

}  // namespace commonground::ingest
