// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Compares names of hosts, and believes what browsers say of where a request came from: pages cannot set these fields.

#include "server/http/hosts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace commonground::server {

namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// "[::1]:80" -> "[::1]"; a name without a port is itself.
std::string_view WithoutPort(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) return host;
  const std::string_view port = host.substr(colon + 1);
  const bool is_number =
      !port.empty() && port.size() <= 5 && std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? host.substr(0, colon) : host;
}

std::string Bracketed(std::string_view address) {
  return address.find(':') == std::string_view::npos ? std::string(address) : "[" + std::string(address) + "]";
}

}  // namespace

bool IsLoopback(std::string_view address) {
  if (address == "localhost" || address == "::1") return true;
  return address.starts_with("127.") &&
         std::ranges::all_of(address, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

Hosts::Hosts(std::string_view address, std::uint16_t port, std::vector<std::string> allowed) {
  const auto add = [&](const std::string& name) {
    exact_.push_back(fmt::format("{}:{}", name, port));
    if (port == 80 || port == 443) exact_.push_back(name);
  };
  if (IsLoopback(address)) {
    for (const char* name : {"localhost", "127.0.0.1", "[::1]"}) add(name);
  }
  if (address != "0.0.0.0" && address != "::") add(Lower(Bracketed(address)));
  for (const std::string& name : allowed) {
    const std::string lower = Lower(name);
    (WithoutPort(lower).size() == lower.size() ? any_port_ : exact_).push_back(lower);
  }
}

bool Hosts::Knows(std::string_view host) const {
  const std::string lower = Lower(host);
  return std::ranges::find(exact_, lower) != exact_.end() ||
         std::ranges::find(any_port_, WithoutPort(lower)) != any_port_.end();
}

Came WhereFrom(const Request& request) {
  const auto said = [&](std::string_view name) {
    return std::ranges::any_of(request.fields, [&](const Field& field) { return field.name == name; });
  };
  const std::string_view site = request.Get("sec-fetch-site");
  if (said("sec-fetch-site") && site != "same-origin" && site != "none") return Came::kFromElsewhere;
  if (said("origin")) {
    const std::string ours = (request.secure ? "https://" : "http://") + Lower(request.Get("host"));
    if (Lower(request.Get("origin")) != ours) return Came::kFromElsewhere;
    return Came::kFromOurPage;
  }
  return site == "same-origin" ? Came::kFromOurPage : Came::kFromNoPage;
}

}  // namespace commonground::server
