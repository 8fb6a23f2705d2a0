// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The nodes of pandoc's document that we use, as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace commonground::publish::pandoc {

using nlohmann::json;
using Keys = std::vector<std::pair<std::string, std::string>>;

inline json Node(const char* kind) {
  return {{"t", kind}};
}
inline json Node(const char* kind, json content) {
  return {{"t", kind}, {"c", std::move(content)}};
}
inline json Attr(const std::string& id = {}, const Keys& keys = {}) {
  json pairs = json::array();
  for (const auto& [key, value] : keys) pairs.push_back(json::array({key, value}));
  return json::array({id, json::array(), std::move(pairs)});
}
inline json Str(const std::string& text) {
  return Node("Str", text);
}
inline json Para(json inlines) {
  return Node("Para", std::move(inlines));
}
inline json PlainNode(json inlines) {
  return Node("Plain", std::move(inlines));
}
inline json Strong(json inlines) {
  return Node("Strong", std::move(inlines));
}
inline json Emph(json inlines) {
  return Node("Emph", std::move(inlines));
}
inline json Header(int level, const std::string& id, json inlines) {
  return Node("Header", json::array({level, Attr(id), std::move(inlines)}));
}
inline json Div(json attr, json blocks) {
  return Node("Div", json::array({std::move(attr), std::move(blocks)}));
}
inline json SpanOf(json attr, json inlines) {
  return Node("Span", json::array({std::move(attr), std::move(inlines)}));
}
inline json LinkNode(const std::string& to, json inlines) {
  return Node("Link", json::array({Attr(), std::move(inlines), json::array({to, ""})}));
}
inline json Cell(json blocks, const std::string& style = {}) {
  json attr = Attr();
  if (!style.empty()) attr[1].push_back(style);
  return json::array({std::move(attr), Node("AlignDefault"), 1, 1, std::move(blocks)});
}
inline json Row(json cells) {
  return json::array({Attr(), std::move(cells)});
}

}  // namespace commonground::publish::pandoc
