// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names of things, as distinct types: an OrganisationId cannot be passed where a CodeId is meant.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace commonground::core {

template <typename Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string v) : value(std::move(v)) {}
  bool empty() const { return value.empty(); }
  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace commonground::core

template <typename Tag>
struct std::hash<commonground::core::Id<Tag>> {
  std::size_t operator()(const commonground::core::Id<Tag>& id) const { return std::hash<std::string>{}(id.value); }
};
