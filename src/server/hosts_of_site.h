// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The hosts that the site is known by: they are complete when the listener knows its port, before any request.
#pragma once

#include <memory>

#include "server/http/hosts.h"

namespace commonground::server {

struct HostsOfSite {
  std::unique_ptr<Hosts> hosts;
};

}  // namespace commonground::server
