// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is asked and what is answered, as plain values: all that the rest of the room sees of HTTP.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commonground::server {

enum class Method : std::uint8_t { kGet, kHead, kPost, kPut, kPatch, kDelete };

// "GET".
std::string_view NameOf(Method method);

struct Field {
  std::string name;  // in lower case where it was read
  std::string value;
};

struct Request {
  Method method = Method::kGet;
  std::string target;         // as it was sent: "/api/v1/codings?code=INT.3"
  std::vector<Field> fields;  // each name as often as it was sent
  std::string body;
  std::string from;     // the address of who asks; kept in memory only, and never written down
  bool secure = false;  // came by TLS, to us or to the proxy

  // Empty: it was not sent, or more than once.
  std::string_view Get(std::string_view name) const;
};

// Sends news as they come.  The connection asks from its own thread of workers.
class NewsStream {
 public:
  virtual ~NewsStream() = default;
  // What is to be sent now, as event-stream text; empty: nothing.
  virtual std::string Take() = 0;
  // Whether it ends now (the session did).
  virtual bool Over() = 0;
};

struct Response {
  int status = 200;
  std::string type;  // empty: no body
  std::string body;
  std::string_view fixed;  // in place of body: bytes that live as long as the program
  std::vector<Field> fields;
  bool close = false;                // the connection ends after it
  std::shared_ptr<NewsStream> news;  // the body never ends, and comes from here
};

}  // namespace commonground::server
