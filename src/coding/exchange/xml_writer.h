// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes XML by libxml2: the only file that knows its writer.
#pragma once

#include <libxml/xmlwriter.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace commonground::coding {

class XmlWriter {
 public:
  XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;
  ~XmlWriter();

  XmlWriter& Begin(const char* name);
  // Written even if it is empty.
  XmlWriter& Attribute(const char* name, std::string_view value);
  XmlWriter& Text(std::string_view text);
  XmlWriter& End();
  // <name>text</name>, or nothing if the text is empty.
  XmlWriter& Element(const char* name, std::string_view text);
  // Characters that XML cannot hold and that became U+FFFD.
  std::int64_t replaced() const { return replaced_; }
  // The whole document, with its declaration.
  std::string Take();

 private:
  const xmlChar* Clean(std::string_view text);
  xmlBuffer* buffer_ = nullptr;
  xmlTextWriter* writer_ = nullptr;
  std::string clean_;
  std::int64_t replaced_ = 0;
};

}  // namespace commonground::coding
