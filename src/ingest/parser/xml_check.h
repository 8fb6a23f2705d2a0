// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks through an XML part before pandoc reads it (SECURITY C5.21).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::ingest::parser {

enum class Doctype {
  kNone,   // office formats need none
  kPlain,  // e-books have one that names HTML; nothing may be declared in it
};

// An element as it opens: its name without prefix, and its attributes.
using OnElement = std::function<void(std::string_view name, const std::function<std::string(const char*)>& attribute)>;

// Reads the part from its beginning to its end, with no network, no DTD, no entities but the five of XML.
// Errors: InvalidInput: it is no XML, is not UTF-8 or UTF-16, declares entities, nests deeper than 256, or holds a text
// of over 10 MB.  Threads: any.  Cost: linear.
core::Status CheckXml(std::string_view bytes, Doctype doctype, const OnElement& on_element);

}  // namespace commonground::ingest::parser
