// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Numbers and orders of those who may not be named.  They come from the study's secret and from what this edition
// publishes, so that they tell nothing about the hidden ids, and the next edition numbers anew.
#pragma once

#include <string>
#include <string_view>

#include "core/keyed_hash.h"

namespace commonground::app {

class Pseudonyms {
 public:
  // `edition`: what is published, as ContentHash or the like; nothing that is private may go into it.
  Pseudonyms(std::string_view secret, std::string_view edition) : key_(core::KeyedHash(secret, edition)) {}

  // To sort by.  `kind` keeps the orders of different things apart.
  std::string Rank(std::string_view kind, std::string_view id) const {
    return core::KeyedHash(key_, std::string(kind) + '\n' + std::string(id));
  }

 private:
  std::string key_;
};

}  // namespace commonground::app
