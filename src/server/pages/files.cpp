// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The sign-in page in five languages, made once; its style and script, compressed at build; the workbench; the
// calendar.

#include "server/pages/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "app/page_words.h"
#include "core/check.h"
#include "core/content_hash.h"
#include "core/embedded_file.h"
#include "server/pages/pack.h"
#include "server/problem.h"

namespace commonground {
std::span<const core::EmbeddedFile> PageFiles();  // cmake/embed.cmake: NAME and NAME.gz
}

namespace commonground::server {

namespace {

std::optional<std::string_view> FileIfThere(std::string_view name) {
  const auto files = PageFiles();
  // Those that are made at build stand under their bare name.
  const auto found = std::ranges::find_if(
      files, [&](const core::EmbeddedFile& file) { return file.name.substr(file.name.rfind('/') + 1) == name; });
  if (found == files.end()) return std::nullopt;
  return found->bytes;
}

std::string_view FileNamed(std::string_view name) {
  const auto bytes = FileIfThere(name);
  CG_CHECK(bytes.has_value(), "a page without its file");
  return *bytes;
}

// Empty when the program was built without Node.
const std::map<std::string, PackedFile, std::less<>>& Workbench() {
  static const auto files = [] {
    std::map<std::string, PackedFile, std::less<>> none;
    const auto bytes = FileIfThere("workbench.pack");
    if (!bytes) return none;
    auto read = ReadPack(*bytes);
    CG_CHECK(read.has_value(), "the pack of the workbench is as it was built");
    return *std::move(read);
  }();
  return files;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

// Where the workbench begins; it goes on to the first place of the role.
constexpr const char* kFirstPlace = "/overview";
// The first part of every address that the workbench has.  Others are 404, whether or not somebody is signed in; to a
// browser the workbench says so.
constexpr std::array<std::string_view, 13> kPlaces{"overview", "work",    "us",       "organisations", "countries",
                                                   "texts",    "search",  "codebook", "compare",       "findings",
                                                   "report",   "suggest", "settings"};

std::string MakePage(const std::string& language) {
  const auto words = app::PageWords::For(language);
  CG_CHECK(words.has_value(), "every language of the list has a catalogue");
  std::string options;
  for (const auto& [code, name] : app::PageLanguages()) {
    options += fmt::format("<option value=\"{}\" lang=\"{}\"{}>{}</option>", code, code,
                           code == language ? " selected" : "", name);
  }
  std::string page;
  std::string_view rest = FileNamed("page.html");
  while (!rest.empty()) {
    const std::size_t mark = std::min({rest.find("{{"), rest.find("[["), rest.size()});
    page += rest.substr(0, mark);
    rest.remove_prefix(mark);
    if (rest.empty()) break;
    const std::size_t end = rest.find(rest.front() == '{' ? "}}" : "]]");
    const std::string name(rest.substr(2, end - 2));
    page += rest.front() == '{'   ? Escaped((*words)(name))
            : name == "language"  ? language
            : name == "workbench" ? (Workbench().empty() ? "" : kFirstPlace)
                                  : options;
    rest.remove_prefix(end + 2);
  }
  return page;
}

// Made when somebody first asks for it: a catalogue takes as long to open as all else of a start.
std::string_view PageIn(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, std::string> pages;  // guarded by mutex; what is in it stays
  const std::lock_guard lock(mutex);
  std::string& page = pages[language];
  if (page.empty()) page = MakePage(language);
  return page;
}

// By ?lang=, then by what the browser asks for, in its order.
std::string LanguageOf(const Request& request, const Target& target) {
  const auto known = [](std::string_view code) {
    return std::ranges::any_of(app::PageLanguages(), [&](const auto& one) { return one.first == code; });
  };
  const std::string_view chosen = target.Parameter("lang");
  if (known(chosen)) return std::string(chosen);
  std::string_view rest = request.Get("accept-language");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    std::string_view one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    one = one.substr(0, one.find_first_of("-;"));
    if (known(one)) return std::string(one);
  }
  return "en";
}

Response Page(std::string_view bytes, const std::string& language) {
  Response response;
  response.type = "text/html; charset=utf-8";
  response.fixed = bytes;
  response.fields.push_back({"Content-Language", language});
  response.fields.push_back({"Vary", "Accept-Language"});
  return response;
}

// Styles and scripts hold nothing of the study: a browser may keep them, and asks whether they changed.
Response Asset(const Request& request, std::string_view name, const char* type) {
  Response response;
  const std::string_view bytes = FileNamed(name);
  const std::string tag = "\"" + core::ContentHash(bytes).substr(0, 32) + "\"";
  response.fields.push_back({"Cache-Control", "private, no-cache"});
  response.fields.push_back({"ETag", tag});
  response.fields.push_back({"Vary", "Accept-Encoding"});
  if (request.Get("if-none-match") == tag) {
    response.status = 304;
    return response;
  }
  response.type = type;
  response.fixed = bytes;
  if (request.Get("accept-encoding").find("gzip") != std::string_view::npos) {
    response.fixed = FileNamed(std::string(name) + ".gz");
    response.fields.push_back({"Content-Encoding", "gzip"});
  }
  return response;
}

// A part of the workbench.  Its name changes with its bytes, so that a browser need not ask whether it changed.
Response Part(const Request& request, std::string_view name, const PackedFile& file) {
  const auto ends = [&](std::string_view end) { return name.ends_with(end); };
  Response response;
  response.type = ends(".js")    ? "text/javascript; charset=utf-8"
                  : ends(".css") ? "text/css; charset=utf-8"
                                 : "text/html; charset=utf-8";
  response.fixed = file.plain;
  response.fields.push_back({"Vary", "Accept-Encoding"});
  if (!ends(".html")) response.fields.push_back({"Cache-Control", "private, max-age=31536000, immutable"});
  if (request.Get("accept-encoding").find("gzip") != std::string_view::npos) {
    response.fixed = file.gzip;
    response.fields.push_back({"Content-Encoding", "gzip"});
  }
  return response;
}

// Whether somebody opens the address in a browser, in place of a program, a script of ours or a part of a page.
bool IsOpenedInBrowser(const Request& request, const Target& target) {
  if (target.segments.front() == "api") return false;
  const std::string_view into = request.Get("sec-fetch-dest");  // browsers before 2023 do not say
  return request.Get("accept").find("text/html") != std::string_view::npos && (into.empty() || into == "document");
}

// Not there.  The page of the workbench says so in the language of who asks, and repeats nothing of the address.
Response NothingAt(const Request& request, const Target& target) {
  const auto page = Workbench().find("workbench.html");
  Response response = page != Workbench().end() && IsOpenedInBrowser(request, target)
                          ? Part(request, page->first, page->second)
                          : ProblemOf(404, "not_found", "There is nothing here.");
  response.status = 404;
  response.fields.push_back({"Vary", "Accept, Sec-Fetch-Dest"});
  return response;
}

// A month of nothing, in numbers alone, and no trace of us.
Response Calendar(const core::Date& today) {
  using namespace std::chrono;
  const std::string text = today.Text();
  const year_month_day day{year(std::stoi(text.substr(0, 4))),
                           month(static_cast<unsigned>(std::stoi(text.substr(5, 2)))),
                           std::chrono::day(static_cast<unsigned>(std::stoi(text.substr(8, 2))))};
  const unsigned last = static_cast<unsigned>(year_month_day_last(day.year() / day.month() / std::chrono::last).day());
  const unsigned first = weekday(sys_days(day.year() / day.month() / 1)).iso_encoding();
  Response response;
  response.type = "text/html; charset=utf-8";
  response.body = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\"><title>Calendar</title><link rel=\"stylesheet\" "
      "href=\"/calendar.css\"></head>\n<body><main><h1>{:02}/{}</h1><table><thead><tr>",
      static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
  for (const char* name : {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"}) {
    response.body += fmt::format("<th scope=\"col\">{}</th>", name);
  }
  response.body += "</tr></thead><tbody><tr>";
  for (unsigned cell = 1; cell < first; ++cell) response.body += "<td></td>";
  for (unsigned number = 1; number <= last; ++number) {
    const bool is_today = number == static_cast<unsigned>(day.day());
    response.body += fmt::format("<td{}>{}</td>", is_today ? " aria-current=\"date\"" : "", number);
    if ((number + first - 1) % 7 == 0 && number < last) response.body += "</tr><tr>";
  }
  response.body += "</tr></tbody></table></main></body>\n</html>\n";
  response.fields.push_back({"Clear-Site-Data", "\"cache\", \"cookies\", \"storage\""});
  response.fields.push_back({"Set-Cookie", "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict"});
  return response;
}

}  // namespace

Response FileFor(const Request& request, const Target& target, const core::Date& today) {
  if (target.segments.empty()) {
    const std::string language = LanguageOf(request, target);
    return Page(PageIn(language), language);
  }
  if (target.segments.size() == 1) {
    const std::string& name = target.segments.front();
    if (name == "style.css" || name == "calendar.css") return Asset(request, name, "text/css; charset=utf-8");
    if (name == "page.js") return Asset(request, name, "text/javascript; charset=utf-8");
    if (name == "icon.svg") return Asset(request, name, "image/svg+xml");
    if (name == "calendar") return Calendar(today);
  }
  const auto& workbench = Workbench();
  if (target.segments.size() == 2 && target.segments.front() == "assets") {
    const auto part = workbench.find("assets/" + target.segments.back());
    if (part != workbench.end()) return Part(request, part->first, part->second);
  } else if (std::ranges::find(kPlaces, target.segments.front()) != kPlaces.end()) {
    const auto page = workbench.find("workbench.html");
    if (page != workbench.end()) return Part(request, page->first, page->second);
  }
  return NothingAt(request, target);
}

}  // namespace commonground::server
