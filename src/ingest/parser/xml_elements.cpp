// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads XML into elements, within limits.

#include "ingest/parser/xml_elements.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <memory>

#include "core/small_ascii.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxDepth = 256;
constexpr int kMaxAttributes = 64;

core::Status Bad(std::string_view what) {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    std::string(what) + ". Fix: export it again from the program it was made with");
}

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

struct Open {
  std::string name;
  std::string text;
  bool has_children = false;
};

}  // namespace

core::Status VisitXml(std::string_view bytes, const XmlVisitor& visitor) {
  // libxml2 reads a length as int, and lets UTF-8 begin with a mark.
  if (bytes.size() > (100u << 20)) return Bad("the file is larger than 100 MB");
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> owner(
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      &xmlFreeTextReader);
  xmlTextReader* reader = owner.get();
  if (reader == nullptr) return Bad("the file cannot be read");
  std::vector<Open> open;
  std::vector<std::pair<std::string, std::string>> attributes;
  const auto end = [&] {
    const Open& last = open.back();
    visitor.end(last.name, last.has_children && IsBlank(last.text) ? std::string_view() : last.text);
    open.pop_back();
  };
  int code = 0;
  while ((code = xmlTextReaderRead(reader)) == 1) {
    switch (xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_DOCUMENT_TYPE:
        return Bad("the file declares a document type, which its format never does");
      case XML_READER_TYPE_ENTITY_REFERENCE:
        return Bad("the file uses entities, which its format never does");
      case XML_READER_TYPE_ELEMENT: {
        if (open.size() >= kMaxDepth) return Bad("the file is nested deeper than 256");
        if (!open.empty()) open.back().has_children = true;
        Open element{std::string(View(xmlTextReaderConstLocalName(reader))), {}, false};
        const bool is_empty = xmlTextReaderIsEmptyElement(reader) == 1;
        attributes.clear();
        if (xmlTextReaderAttributeCount(reader) > kMaxAttributes) return Bad("an element has too many attributes");
        while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
          const std::string_view full = View(xmlTextReaderConstName(reader));
          if (full == "xmlns" || full.starts_with("xmlns:")) continue;
          attributes.emplace_back(View(xmlTextReaderConstLocalName(reader)), View(xmlTextReaderConstValue(reader)));
        }
        visitor.begin(element.name, attributes);
        open.push_back(std::move(element));
        if (is_empty) end();
        break;
      }
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        if (!open.empty()) open.back().text += View(xmlTextReaderConstValue(reader));
        break;
      case XML_READER_TYPE_END_ELEMENT:
        end();
        break;
      default:
        break;  // comments and instructions say nothing
    }
  }
  if (code != 0) return Bad("the file is not XML, or is damaged");
  const std::string encoding = core::SmallAscii(View(xmlTextReaderConstEncoding(reader)));
  if (!encoding.empty() && !encoding.starts_with("utf-8") && !encoding.starts_with("utf-16") &&
      encoding != "us-ascii" && encoding != "ascii") {
    return Bad("the file is in an encoding that its format does not allow");
  }
  return {};
}

}  // namespace commonground::ingest::parser
