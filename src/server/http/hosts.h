// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether a request was meant for us, and by a page of ours: names that somebody else's domain points here (DNS
// rebinding) and pages of other sites are told apart from our own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace commonground::server {

class Hosts {
 public:
  // `address` and `port` are what is listened on; loopback goes by its three names.  `allowed`: names that people use
  // besides, with any port or with the one given ("study.example.org", "study.example.org:8443").
  Hosts(std::string_view address, std::uint16_t port, std::vector<std::string> allowed);

  // The Host of a request names us.
  bool Knows(std::string_view host) const;

 private:
  std::vector<std::string> exact_;     // with a port
  std::vector<std::string> any_port_;  // without
};

// "127.0.0.1", "127.9.9.9", "::1", "localhost".
bool IsLoopback(std::string_view address);

enum class Came { kFromOurPage, kFromNoPage, kFromElsewhere };
// By what the browser says of it (Sec-Fetch-Site, Origin); tools that are no browser say nothing.
Came WhereFrom(const Request& request);

}  // namespace commonground::server
