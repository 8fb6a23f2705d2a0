// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Parses XML parts and goes through their trees.

#include "ingest/parser/xml_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include <unordered_map>

#include "ingest/parser/alternate.h"

namespace commonground::ingest::parser {

namespace {

constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

using Reader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;

Reader Open(std::string_view bytes) {
  return {xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions),
          &xmlFreeTextReader};
}

}  // namespace

XmlTree ReadTree(std::string_view bytes) {
  return {xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions | XML_PARSE_RECOVER),
          &xmlFreeDoc};
}

const xmlAttr* FindAttribute(const xmlNode* node, std::string_view local_name) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return nullptr;
  for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
    if (View(attribute->name) == local_name) return attribute;
  }
  return nullptr;
}

std::string AttributeOf(const xmlNode* node, std::string_view local_name) {
  std::string value;
  const xmlAttr* attribute = FindAttribute(node, local_name);
  for (const xmlNode* part = attribute == nullptr ? nullptr : attribute->children; part != nullptr; part = part->next) {
    if (IsText(part)) value += View(part->content);
  }
  return value;
}

const xmlNode* Child(const xmlNode* node, std::string_view name) {
  for (const xmlNode* child = node == nullptr ? nullptr : node->children; child != nullptr; child = child->next) {
    if (NameOf(child) == name) return child;
  }
  return nullptr;
}

namespace {

// Whether a node is one of several wordings, and another one is shown.  Each group is looked through once.
class WordingsLeftOut {
 public:
  bool Has(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE || node->parent == nullptr || NameOf(node->parent) != "AlternateContent")
      return false;
    const auto [found, is_new] = chosen_.try_emplace(node->parent, nullptr);
    if (is_new) found->second = Chosen(node->parent);
    return found->second != node;
  }

 private:
  std::unordered_map<const xmlNode*, const xmlNode*> chosen_;
};

}  // namespace

std::string TextBelow(const xmlNode* node, const std::set<std::string_view>& breaks,
                      const std::set<std::string_view>& skipped) {
  std::string text;
  WordingsLeftOut left_out;
  // Without recursion: of any depth.
  for (const xmlNode* at = node; at != nullptr;) {
    if (IsText(at)) text += View(at->content);
    if (at->type == XML_ELEMENT_NODE && at->children != nullptr && !skipped.contains(View(at->name)) &&
        !left_out.Has(at)) {
      at = at->children;
      continue;
    }
    while (at != node && at->next == nullptr) {
      at = at->parent;
      if (breaks.contains(NameOf(at))) text += ' ';
    }
    if (at == node) break;
    if (breaks.contains(NameOf(at))) text += ' ';
    at = at->next;
  }
  return text;
}

void EachPart(std::string_view bytes, const std::vector<std::string>& parent,
              const std::function<void(const xmlNode*)>& on_part) {
  const Reader reader = Open(bytes);
  if (!reader) return;
  const int depth = static_cast<int>(parent.size());
  std::vector<bool> matches(parent.size(), false);
  for (int code = xmlTextReaderRead(reader.get()); code == 1;) {
    const bool element = xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT;
    const int here = xmlTextReaderDepth(reader.get());
    if (element && here < depth) {
      const auto place = static_cast<std::size_t>(here);
      matches[place] = View(xmlTextReaderConstLocalName(reader.get())) == parent[place];
    }
    bool inside = here >= depth;
    for (const bool match : matches) inside = inside && match;
    if (element && here == depth && inside) {
      if (const xmlNode* part = xmlTextReaderExpand(reader.get())) on_part(part);
    }
    code = element && here >= depth ? xmlTextReaderNext(reader.get()) : xmlTextReaderRead(reader.get());
  }
}

namespace {

std::string Taken(xmlChar* text) {
  const std::string taken = text == nullptr ? "" : reinterpret_cast<const char*>(text);
  xmlFree(text);
  return taken;
}

std::string Attribute(xmlTextReader* reader, const char* name) {
  return Taken(xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name)));
}

std::string NamespaceOf(xmlTextReader* reader, const std::string& prefix) {
  return Taken(xmlTextReaderLookupNamespace(reader, reinterpret_cast<const xmlChar*>(prefix.c_str())));
}

}  // namespace

std::string OwnTextOf(std::string_view bytes, const OwnText& how) {
  std::string text;
  const Reader reader = Open(bytes);
  if (!reader) return text;
  struct Alternate {
    int depth;
    bool chosen;
  };
  std::vector<Alternate> alternates;
  int code = xmlTextReaderRead(reader.get());
  while (code == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    if (type == XML_READER_TYPE_ELEMENT) {
      const std::string_view name = View(xmlTextReaderConstLocalName(reader.get()));
      const int depth = xmlTextReaderDepth(reader.get());
      while (!alternates.empty() && alternates.back().depth >= depth) alternates.pop_back();
      bool skip = how.not_words.contains(name);
      if (how.choices && !alternates.empty() && alternates.back().depth == depth - 1 &&
          (name == "Choice" || name == "Fallback")) {
        const bool shown =
            name == "Fallback" || IsUnderstood(Attribute(reader.get(), "Requires"),
                                               [&](const auto& prefix) { return NamespaceOf(reader.get(), prefix); });
        skip = skip || alternates.back().chosen || !shown;
        alternates.back().chosen = alternates.back().chosen || shown;
      }
      if (skip) {
        code = xmlTextReaderNext(reader.get());
        continue;
      }
      if (how.choices && name == "AlternateContent") alternates.push_back({depth, false});
      if (how.breaks.contains(name)) text += ' ';
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
      if (how.breaks.contains(View(xmlTextReaderConstLocalName(reader.get())))) text += ' ';
    } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
               type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
      text += View(xmlTextReaderConstValue(reader.get()));
    }
    code = xmlTextReaderRead(reader.get());
  }
  return text;
}

}  // namespace commonground::ingest::parser
