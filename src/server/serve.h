// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study, served until somebody says stop.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/moment.h"
#include "core/result.h"
#include "server/http/listener.h"

namespace commonground::server {

struct ServeOptions {
  std::string study;  // a file, or postgresql://...#STUDY
  std::string listen = "127.0.0.1:8700";
  std::string certificate;
  std::string key;
  std::string proxy;
  std::vector<std::string> allowed_hosts;
  Limits limits;
};

struct Ready {
  std::string url;                   // "http://127.0.0.1:8700/"
  std::optional<std::string> setup;  // what stands behind #setup=, while nobody coordinates yet
};

// Calls `ready` once when requests are taken, then asks `stop` about 20 times a second.
// Errors: InvalidInput: plain HTTP off this machine, a certificate without its key, no address; NotFound and others of
// opening the study; Io: the port.
core::Status Serve(const ServeOptions& options, const core::Clock& clock,
                   const std::function<void(const Ready&)>& ready, const std::function<bool()>& stop);

}  // namespace commonground::server
