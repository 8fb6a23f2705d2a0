// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Only tags are looked into: text between them is escaped, so a '<' begins a tag and the next '>' ends it.
#include "publish/print/one_document.h"

#include <algorithm>

namespace commonground::publish {

namespace {

// "../cases/a.html" from "regions/b.html" is "cases/a.html"; no page lies deeper than one folder.
std::string Resolved(std::string_view href, const std::string& from) {
  if (href.starts_with("../")) return std::string(href.substr(3));
  const std::size_t slash = from.find('/');
  return (slash == std::string::npos ? "" : from.substr(0, slash + 1)) + std::string(href);
}

}  // namespace

std::string OneDocument::Tag(std::string_view tag, const std::string& path, int page_level) {
  std::string out;
  const std::size_t name_end = std::min(tag.find(' '), tag.size());
  const std::string_view name = tag.substr(0, name_end);
  out += name;
  std::string_view rest = tag.substr(name_end);
  while (!rest.empty()) {
    const std::size_t quote = rest.find("=\"");
    const std::size_t end = quote == std::string_view::npos ? quote : rest.find('"', quote + 2);
    if (end == std::string_view::npos) break;
    const std::string_view key = rest.substr(1, quote - 1);
    std::string value(rest.substr(quote + 2, end - quote - 2));
    rest.remove_prefix(end + 1);
    if (key == "id") {
      value = place_(path, value);
    } else if (key == "aria-labelledby" || key == "aria-describedby") {
      std::string all;
      for (std::size_t from = 0; from < value.size();) {
        const std::size_t space = std::min(value.find(' ', from), value.size());
        all += (all.empty() ? "" : " ") + place_(path, value.substr(from, space - from));
        from = space + 1;
      }
      value = all;
    } else if (key == "fill" && value.starts_with("url(#")) {
      value = "url(#" + place_(path, value.substr(5, value.size() - 6)) + ")";
    } else if (key == "href" && !value.starts_with("http:") && !value.starts_with("https:") &&
               !value.starts_with("mailto:")) {
      const std::size_t hash = std::min(value.find('#'), value.size());
      const std::string page = hash == 0 ? path : Resolved(value.substr(0, hash), path);
      const std::string place = place_(page, hash == value.size() ? "" : value.substr(hash + 1));
      if (place.empty()) continue;
      value = "#" + place;
    } else if (key == "tabindex") {
      continue;
    }
    out += " " + std::string(key) + "=\"" + value + "\"";
  }
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    last_ = std::min({last_ + 1, page_level + (name[1] - '1'), 6});
    out += " aria-level=\"" + std::to_string(last_) + "\"";
  }
  return out;
}

std::string OneDocument::Put(std::string_view html, const std::string& path, int page_level) {
  std::string out;
  out.reserve(html.size() + html.size() / 4);
  while (true) {
    const std::size_t open = html.find('<');
    const std::size_t close = open == std::string_view::npos ? open : html.find('>', open);
    if (close == std::string_view::npos) break;
    out += html.substr(0, open + 1);
    out += Tag(html.substr(open + 1, close - open - 1), path, page_level);
    out += '>';
    html.remove_prefix(close + 1);
  }
  out += html;
  return out;
}

}  // namespace commonground::publish
