// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names of methods, and a field found by its name.

#include "server/http/message.h"

#include <array>

namespace commonground::server {

std::string_view NameOf(Method method) {
  static constexpr std::array<std::string_view, 6> kNames{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
  return kNames[static_cast<std::size_t>(method)];
}

std::string_view Request::Get(std::string_view name) const {
  const Field* found = nullptr;
  for (const Field& field : fields) {
    if (field.name != name) continue;
    if (found != nullptr) return {};
    found = &field;
  }
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

}  // namespace commonground::server
