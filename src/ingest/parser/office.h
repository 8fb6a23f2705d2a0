// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a container of an office program or an e-book holds, looked through before anything reads it: what is never
// taken over (author, company, times), and what no case study needs (macros, embedded files, parts from elsewhere).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "ingest/parser/reading.h"

namespace commonground::ingest::parser {

using Parts = std::map<std::string, std::string, std::less<>>;  // name in the container: bytes

// Those of `parts` that its reader needs (XML); `reading` says what else the container holds.
// Errors: as VisitZip and CheckXml, and InvalidInput: another format than the name says; locked with a password;
// macros, embedded files or outside parts.
core::Result<Parts> OpenDocx(std::string_view bytes, Reading& reading);
core::Result<Parts> OpenOdt(std::string_view bytes, Reading& reading);
core::Result<Parts> OpenEpub(std::string_view bytes, Reading& reading);

// The parts that a part of a DOCX names: id, the last word of the type, the name in the container.
struct Related {
  std::string id;
  std::string type;
  std::string name;
};
std::vector<Related> RelatedTo(const Parts& parts, std::string_view part);

// "OEBPS/text/a.xhtml" of "OEBPS/content.opf" and "text/a.xhtml"; percent signs are read, what follows "#" is cut.
std::string NameBeside(std::string_view part, std::string_view target);

}  // namespace commonground::ingest::parser
