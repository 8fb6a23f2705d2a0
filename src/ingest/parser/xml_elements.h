// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An XML file as elements (SECURITY C5.21): no document type, no entities but the five of XML, no network, a depth of
// at most 256, no text of over 10 MB.  Names lose their prefix: programs write namespaces in several ways.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace commonground::ingest::parser {

struct XmlVisitor {
  std::function<void(std::string_view name, const std::vector<std::pair<std::string, std::string>>& attributes)> begin;
  // `text`: what stands in the element itself; blanks between its children are left out.
  std::function<void(std::string_view name, std::string_view text)> end;
};

// Errors: InvalidInput.  Threads: any.  Cost: linear.
core::Status VisitXml(std::string_view bytes, const XmlVisitor& visitor);

}  // namespace commonground::ingest::parser
