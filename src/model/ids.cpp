// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Says which ids are valid.

#include "model/ids.h"

#include <algorithm>

namespace commonground::model {

namespace {
bool IsAlphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
}  // namespace

bool IsValidId(std::string_view text) {
  return !text.empty() && text.size() <= 120 && IsAlphanumeric(text.front()) &&
         text.find("..") == std::string_view::npos && std::all_of(text.begin(), text.end(), [](char c) {
           return IsAlphanumeric(c) || c == '.' || c == '_' || c == '-';
         });
}

bool IsValidDocumentId(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && IsValidId(text.substr(0, slash)) && IsValidId(text.substr(slash + 1));
}

}  // namespace commonground::model
