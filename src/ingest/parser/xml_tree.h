// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An XML part as a tree of libxml2, and how readers go through one.  Elements and attributes are known by their local
// names: programs write namespaces in several ways (strict and transitional OOXML), and no format here has two elements
// of a name that differ in what they show.
#pragma once

#include <libxml/tree.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest::parser {

using XmlTree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

// Requires: CheckXml was content with these bytes.  Empty when they are no XML after all.
XmlTree ReadTree(std::string_view bytes);

inline std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}
// Of an element; empty for all else.
inline std::string_view NameOf(const xmlNode* node) {
  return node != nullptr && node->type == XML_ELEMENT_NODE ? View(node->name) : std::string_view();
}
inline bool IsText(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}
// nullptr when it has none.
const xmlAttr* FindAttribute(const xmlNode* node, std::string_view local_name);
// Empty when it has none.
std::string AttributeOf(const xmlNode* node, std::string_view local_name);
// The first child element of this name; nullptr when there is none, or no node.
const xmlNode* Child(const xmlNode* node, std::string_view name);
// Every text below, in order; a space after each element named in `breaks`; nothing of elements named in `skipped`.
std::string TextBelow(const xmlNode* node, const std::set<std::string_view>& breaks,
                      const std::set<std::string_view>& skipped = {});

template <typename OnElement>
void EachChild(const xmlNode* node, OnElement on_element) {
  for (const xmlNode* child = node == nullptr ? nullptr : node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) on_element(child);
  }
}

// Calls `on_part` for every element right below `parent` (its path of local names from the root, "document/body"), one
// after another; each is freed before the next is read, so that memory is that of the largest, not of the whole.
// Requires: as ReadTree.
void EachPart(std::string_view bytes, const std::vector<std::string>& parent,
              const std::function<void(const xmlNode*)>& on_part);

// The text of a part, read for itself and without a thought for what it means: the other side of the account of words.
struct OwnText {
  std::set<std::string_view> breaks;     // a space before and after these
  std::set<std::string_view> not_words;  // what stands in these is no word of the document: numbers for the program
  bool choices = false;                  // AlternateContent: the one wording that is shown (alternate.h)
};
std::string OwnTextOf(std::string_view bytes, const OwnText& how);

}  // namespace commonground::ingest::parser
