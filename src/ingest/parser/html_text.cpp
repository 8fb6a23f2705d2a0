// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes text out of HTML by libxml2.

#include "ingest/parser/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>

namespace commonground::ingest::parser {

namespace {

bool IsBlock(std::string_view name) {
  static constexpr std::array<std::string_view, 25> kBlocks{
      "p",  "div", "h1", "h2", "h3",         "h4",  "h5",    "h6",      "li",      "ul",     "ol",     "table", "tr",
      "td", "th",  "br", "hr", "blockquote", "pre", "title", "section", "article", "header", "footer", "body"};
  return std::ranges::find(kBlocks, name) != kBlocks.end();
}

}  // namespace

std::vector<HtmlPiece> HtmlPieces(const std::string& html) {
  std::vector<HtmlPiece> pieces;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> tree(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER),
      &xmlFreeDoc);
  if (!tree) return pieces;
  std::size_t offset = 0;
  bool new_block = true;
  // In the order of the document, without recursion: files may be nested deeply.
  for (const xmlNode* node = xmlDocGetRootElement(tree.get()); node != nullptr;) {
    const std::string_view name =
        node->name == nullptr ? std::string_view() : reinterpret_cast<const char*>(node->name);
    if (node->type == XML_ELEMENT_NODE && IsBlock(name)) new_block = true;
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != nullptr) {
      std::string text(reinterpret_cast<const char*>(node->content));
      const std::size_t size = text.size();
      pieces.push_back({offset, new_block, std::move(text)});
      new_block = false;
      offset += size;
    }
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != nullptr && node->next == nullptr) {
      node = node->parent;
      if (node == nullptr || node->type != XML_ELEMENT_NODE) {
        node = nullptr;
      } else if (IsBlock(reinterpret_cast<const char*>(node->name))) {
        new_block = true;
      }
    }
    if (node != nullptr) node = node->next;
  }
  return pieces;
}

}  // namespace commonground::ingest::parser
