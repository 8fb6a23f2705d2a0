// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What browsers are told to refuse on our pages.  Everything is from us, nothing is kept, nothing is framed, no address
// is told to others (OWASP ASVS 5.0, 3.4; ../docs/threat-model.md).

#include "server/http/header_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace commonground::server {

namespace {

struct Row {
  std::string_view name;
  std::string_view value;
  bool over_tls_only = false;
};

constexpr Row kTable[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
     "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), "
     "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), "
     "screen-wake-lock=(), usb=(), xr-spatial-tracking=()"},
    {"Cache-Control", "no-store"},
    {"X-Robots-Tag", "noindex, nofollow"},
    {"Strict-Transport-Security", "max-age=63072000; includeSubDomains", true},
};

bool Sets(const Response& response, std::string_view name) {
  return std::ranges::any_of(response.fields, [&](const Field& field) { return field.name == name; });
}

std::string Head(const Response& response, bool secure, bool keep_alive) {
  std::string head;
  head.reserve(1400);
  auto out = std::back_inserter(head);
  fmt::format_to(out, "HTTP/1.1 {} {}\r\n", response.status, ReasonOf(response.status));
  for (const Row& row : kTable) {
    if ((row.over_tls_only && !secure) || Sets(response, row.name)) continue;
    head.append(row.name).append(": ").append(row.value).append("\r\n");
  }
  for (const Field& field : response.fields) head.append(field.name).append(": ").append(field.value).append("\r\n");
  if (!response.type.empty()) head.append("Content-Type: ").append(response.type).append("\r\n");
  if (response.news != nullptr) {
    head.append("Connection: close\r\n\r\n");
    return head;
  }
  if (!keep_alive) head.append("Connection: close\r\n");
  if (response.status != 204 && response.status != 304) {
    const std::size_t size = response.fixed.empty() ? response.body.size() : response.fixed.size();
    fmt::format_to(out, "Content-Length: {}\r\n", size);
  }
  head.append("\r\n");
  return head;
}

}  // namespace

std::string HeadOf(const Response& response, const Request& request, bool keep_alive) {
  return Head(response, request.secure, keep_alive);
}

std::string HeadOf(const Response& response, bool secure) {
  return Head(response, secure, false);
}

std::string_view ReasonOf(int status) {
  struct Reason {
    int status;
    std::string_view words;
  };
  static constexpr Reason kReasons[] = {
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {304, "Not Modified"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {409, "Conflict"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {417, "Expectation Failed"},
      {421, "Misdirected Request"},
      {422, "Unprocessable Content"},
      {428, "Precondition Required"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
      {507, "Insufficient Storage"},
  };
  const auto* found = std::ranges::find(kReasons, status, &Reason::status);
  return found == std::end(kReasons) ? "Unknown" : found->words;
}

}  // namespace commonground::server
