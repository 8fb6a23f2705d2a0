// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Refuses XML that could swell, before anything reads it.

#include "ingest/parser/xml_check.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <memory>

#include "core/small_ascii.h"

namespace commonground::ingest::parser {

namespace {

constexpr int kMaxDepth = 256;

std::string Owned(xmlChar* text) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> owner(text, xmlFree);
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

core::Status Bad(const char* what) {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    std::string(what) + ". Fix: open it in a word processor and save it again");
}

}  // namespace

core::Status CheckXml(std::string_view bytes, Doctype doctype, const OnElement& on_element) {
  // The declaration comes first and is ASCII; in UTF-16 it is caught by the reader below.
  if (bytes.find("<!ENTITY") != std::string_view::npos)
    return Bad("the file declares entities, which can be used for a decompression bomb");
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      &xmlFreeTextReader);
  if (!reader) return Bad("a part of the file cannot be read");
  int code = 0;
  const auto attribute = [&reader](const char* name) {
    return Owned(xmlTextReaderGetAttribute(reader.get(), reinterpret_cast<const xmlChar*>(name)));
  };
  while ((code = xmlTextReaderRead(reader.get())) == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    if (type == XML_READER_TYPE_DOCUMENT_TYPE) {
      if (doctype == Doctype::kNone) return Bad("the file declares a document type, which its format never does");
      const xmlNode* node = xmlTextReaderCurrentNode(reader.get());
      if (node != nullptr && node->type == XML_DTD_NODE && node->children != nullptr) {
        return Bad("the file declares things in its document type");
      }
    }
    if (type == XML_READER_TYPE_ENTITY_REFERENCE && doctype == Doctype::kNone) return Bad("the file uses entities");
    if (xmlTextReaderDepth(reader.get()) > kMaxDepth) return Bad("the file is nested deeper than 256");
    if (type != XML_READER_TYPE_ELEMENT || !on_element) continue;
    const xmlChar* name = xmlTextReaderConstLocalName(reader.get());
    if (name != nullptr) on_element(reinterpret_cast<const char*>(name), attribute);
  }
  if (code != 0) return Bad("a part of the file is not XML, or is damaged");
  const xmlChar* encoding = xmlTextReaderConstEncoding(reader.get());
  std::string named = core::SmallAscii(encoding == nullptr ? "utf-8" : reinterpret_cast<const char*>(encoding));
  if (!named.starts_with("utf-8") && !named.starts_with("utf-16") && named != "us-ascii" && named != "ascii") {
    return Bad("a part of the file is in an encoding that its format does not allow");
  }
  return {};
}

}  // namespace commonground::ingest::parser
