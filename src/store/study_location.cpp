// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells an address of a database from a path, and checks it.

#include "store/study_location.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <regex>

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr std::size_t kLongestStudy = 64;

// What is wrong, never the address itself: it may hold a password.
tl::unexpected<core::Error> Bad(std::string_view what, std::string_view fix) {
  return core::Fail(ErrorCode::kInvalidInput, fmt::format("the address of the database {}. Fix: {}", what, fix));
}

tl::unexpected<core::Error> HoldsPassword() {
  return Bad("holds a password, which others would see in the list of processes",
             "put it into the file ~/.pgpass (mode 0600), as HOST:PORT:DATABASE:NAME:PASSWORD, and take it out of the "
             "address");
}

bool IsLoopback(std::string_view host) {
  return host.starts_with('/') || host.starts_with('@') || host == "localhost" || host == "::1" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

std::string Environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets them
  return value == nullptr ? "" : value;
}

// Every host that libpq may go to is this machine.
bool StaysHere(const std::map<std::string, std::string>& options) {
  if (!Environment("PGSERVICE").empty()) return false;  // it may name any host
  const auto value = [&](const char* name, const char* variable) {
    const auto found = options.find(name);
    return found != options.end() ? found->second : Environment(variable);
  };
  for (const std::string& hosts : {value("host", "PGHOST"), value("hostaddr", "PGHOSTADDR")}) {
    for (std::size_t at = 0; at < hosts.size();) {
      const std::size_t end = std::min(hosts.find(',', at), hosts.size());
      if (end > at && !IsLoopback(std::string_view(hosts).substr(at, end - at))) return false;
      at = end + 1;
    }
  }
  return true;
}

std::string Quoted(std::string_view value) {
  std::string quoted = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

constexpr std::size_t kMaxLooked = 4096;  // bytes: std::regex takes a step a byte on the stack

// A password that is called one, wherever it stands: a variable of libpq's, a word of another program's address, an
// option of another program's, a line of ~/.pgpass.
bool HoldsPasswordWord(const std::string& text) {
  static const std::regex kWord(
      R"(PG(SSL)?PASSWORD\s*=)"
      R"(|^([^\s=]+\s+)?["']?(\w*(password|passwd|pwd|passwort)|(\w+_)?pass)["']?\s*=\s*\S)"  // PASSWORD=..., export
                                                                                              // DB_PASS=...
      R"(|^-\w?-?(password|passwd|pwd|pass)(=|:|\s)\s*\S)"                                    // --password=...
      R"(|[;&?{,]\s*["']?\w*(password|passwd|pwd)["']?\s*[=:]\s*\S)"  // ...;Pwd=..., {"password": ...
      R"(|^[^:\s]*:(\d+|\*):[^:\s]*:[^:\s]*:\S)",                     // HOST:PORT:DATABASE:NAME:...
      std::regex::icase | std::regex::optimize);
  return std::regex_search(text.substr(0, kMaxLooked), kWord);
}

// Meant as an address, and not written as one.  A path may hold any of these signs; whoever has such a file writes ./
// before its name.
bool IsAlmostAnAddress(const std::string& text) {
  static const std::regex kAlmost(
      R"(^[^A-Za-z0-9./]*(jdbc:)?(p(ost)?g(re?s+)?(ql)?|postgre|pgsql|psql)(\+\w+)?([^A-Za-z0-9._/+-]|//))"  // postgresql:/
                                                                                                             // ...
      R"(|^[^./][^/]*://)"                                                                         // another scheme
      R"(|^[^./][^/]*:[^/]*@[^/])"                                                                 // NAME:PASSWORD@HOST
      R"(|^(?!.*[.]cg$)[^./:][^/:]*:[^/]+$)"                                                       // NAME:PASSWORD
      R"(|(^|\s)(host|hostaddr|port|dbname|user|password|passfile|service|sslmode|options)\s*=)",  // libpq's words
      std::regex::icase | std::regex::optimize);
  if (HoldsPasswordWord(text)) return true;
  return std::regex_search(text.substr(0, kMaxLooked), kAlmost);
}

}  // namespace

bool StudyLocation::ShowsPassword(const std::string& argument) {
  static const std::regex kShows(
      R"((:|/|^)[^/\s:@=]*:[^/\s]*@[^/\s])"  // NAME:PASSWORD@HOST
      R"(|://[^\s]*:[^\s]*@)"                // the same, whatever the password holds
      R"(|://.*pass\w*=|(^|["'\s])(host|dbname|user)\s*=.*password|password.*(host|dbname|user)\s*=)",
      std::regex::icase | std::regex::optimize);
  if (HoldsPasswordWord(argument)) return true;
  const bool is_meant = IsAddress(argument) || IsAlmostAnAddress(argument);
  return is_meant && std::regex_search(argument.substr(0, kMaxLooked), kShows);
}

bool StudyLocation::IsAddress(const std::string& text) {
  return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

core::Result<StudyLocation> StudyLocation::Parse(const std::string& text) {
  if (!IsAddress(text)) {
    if (!IsAlmostAnAddress(text)) return StudyLocation(std::filesystem::path(text));
    return Bad(
        "is not written as one",
        "write it as postgresql://HOST/DATABASE#STUDY, in small letters and without a password; or ./ before the "
        "name of a file");
  }
  ConnectionUri address;
  const std::size_t mark = text.find('#');
  const std::string database = text.substr(0, mark);
  if (mark != std::string::npos) {
    address.study = text.substr(mark + 1);
    const bool plain = std::ranges::all_of(
        address.study, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (address.study.empty() || address.study.size() > kLongestStudy || !plain) {
      return Bad("names a study by what is not an id",
                 "write it as postgresql://HOST/DATABASE#STUDY, the study in a-z, 0-9 and -");
    }
  }
  if (ShowsPassword(text)) return HoldsPassword();
  char* problem = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(PQconninfoParse(database.c_str(), &problem),
                                                                            &PQconninfoFree);
  PQfreemem(problem);  // it repeats the address
  if (!parsed) return Bad("cannot be understood", "write it as postgresql://NAME@HOST:PORT/DATABASE#STUDY");
  std::map<std::string, std::string> options;
  for (const PQconninfoOption* option = parsed.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) options[option->keyword] = option->val;
  }
  if (options.contains("password") || options.contains("sslpassword")) {
    return HoldsPassword();
  }
  if (options.contains("service")) return Bad("names a service", "write host and database into the address");
  std::string& tls = options["sslmode"];
  if (StaysHere(options)) {
    if (tls.empty()) tls = "prefer";
  } else if (tls.empty()) {
    tls = "verify-full";
  } else if (tls != "require" && tls != "verify-ca" && tls != "verify-full") {
    return Bad("would send a study over a network that others may listen to",
               "leave sslmode out, or make it verify-full (docs/databases.md)");
  }
  options.try_emplace("connect_timeout", "10");
  options.try_emplace("application_name", "commonground");
  options.try_emplace("keepalives_idle", "30");
  options.try_emplace("tcp_user_timeout", "30000");  // ms: a server that is gone is noticed
  options["client_encoding"] = "UTF8";
  for (const auto& [name, value] : options) {
    address.connection += (address.connection.empty() ? "" : " ") + name + "=" + Quoted(value);
  }
  address.shown = text;
  return StudyLocation(std::move(address));
}

}  // namespace commonground::store
