// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes XML, escaped and in order.

#include "coding/exchange/xml_writer.h"

#include "core/check.h"

namespace commonground::coding {

namespace {
const xmlChar* Name(const char* name) {
  return reinterpret_cast<const xmlChar*>(name);
}
}  // namespace

XmlWriter::XmlWriter() : buffer_(xmlBufferCreate()) {
  CG_CHECK(buffer_ != nullptr, "there is memory for an empty buffer");
  writer_ = xmlNewTextWriterMemory(buffer_, 0);
  CG_CHECK(writer_ != nullptr, "there is memory for a writer");
  xmlTextWriterSetIndent(writer_, 1);
  xmlTextWriterStartDocument(writer_, "1.0", "utf-8", "yes");
}

XmlWriter::~XmlWriter() {
  xmlFreeTextWriter(writer_);
  xmlBufferFree(buffer_);
}

// XML 1.0, 2.2: no control characters but tab, LF and CR; not U+FFFE and U+FFFF.
const xmlChar* XmlWriter::Clean(std::string_view text) {
  clean_.clear();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    const bool none = text.substr(at).starts_with("\xEF\xBF\xBE") || text.substr(at).starts_with("\xEF\xBF\xBF");
    if (control || none) {
      clean_ += "\xEF\xBF\xBD";
      ++replaced_;
      at += none ? 2 : 0;
    } else {
      clean_ += text[at];
    }
  }
  return reinterpret_cast<const xmlChar*>(clean_.c_str());
}

XmlWriter& XmlWriter::Begin(const char* name) {
  xmlTextWriterStartElement(writer_, Name(name));
  return *this;
}

XmlWriter& XmlWriter::Attribute(const char* name, std::string_view value) {
  xmlTextWriterWriteAttribute(writer_, Name(name), Clean(value));
  return *this;
}

XmlWriter& XmlWriter::Text(std::string_view text) {
  xmlTextWriterWriteString(writer_, Clean(text));
  return *this;
}

XmlWriter& XmlWriter::End() {
  xmlTextWriterEndElement(writer_);
  return *this;
}

XmlWriter& XmlWriter::Element(const char* name, std::string_view text) {
  return text.empty() ? *this : Begin(name).Text(text).End();
}

std::string XmlWriter::Take() {
  xmlTextWriterEndDocument(writer_);
  xmlTextWriterFlush(writer_);
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer_)), static_cast<std::size_t>(xmlBufferLength(buffer_))};
}

}  // namespace commonground::coding
