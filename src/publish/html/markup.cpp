// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// In("p"), Text("a < b") gives "<p>a &lt; b</p>".
#include "publish/html/markup.h"

#include "core/check.h"

namespace commonground::publish {

void Markup::Escape(std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = text.find_first_of("&<>\"'"); at != std::string_view::npos;
       at = text.find_first_of("&<>\"'", from)) {
    html_ += text.substr(from, at - from);
    switch (text[at]) {
      case '&':
        html_ += "&amp;";
        break;
      case '<':
        html_ += "&lt;";
        break;
      case '>':
        html_ += "&gt;";
        break;
      case '"':
        html_ += "&quot;";
        break;
      default:
        html_ += "&#39;";
        break;
    }
    from = at + 1;
  }
  html_ += text.substr(from);
}

void Markup::Open(std::string_view tag, Attributes attributes) {
  CG_CHECK(tag != "style" && tag != "script", "their text is raw: escaped, it would be another");
  html_ += '<';
  html_ += tag;
  for (const Attribute& one : attributes) {
    if (one.value.empty()) continue;
    html_ += ' ';
    html_ += one.name;
    html_ += "=\"";
    Escape(one.value);
    html_ += '"';
  }
  html_ += '>';
}

void Markup::Close(std::string_view tag) {
  html_ += "</";
  html_ += tag;
  html_ += '>';
}

Markup::Scope Markup::In(std::string_view tag, Attributes attributes) {
  Open(tag, attributes);
  return {*this, tag};
}

void Markup::Leaf(std::string_view tag, Attributes attributes, std::string_view text) {
  Open(tag, attributes);
  Escape(text);
  Close(tag);
}

void Markup::Void(std::string_view tag, Attributes attributes) {
  Open(tag, attributes);
}

void Markup::Style(const Css& css) {
  html_ += "<style>" + css.text() + "</style>";
}

void Markup::Text(std::string_view text) {
  Escape(text);
}

}  // namespace commonground::publish
