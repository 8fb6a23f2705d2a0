// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts right what Chromium leaves out of a tagged PDF, and takes out what tells of programs and times (libqpdf): title
// and language in XMP, the title shown in place of the file's name, bodies of list items, scopes of headers, words for
// links, fixed dates and ids.  It does not claim PDF/UA: docs/report.md says what is checked.
#pragma once

#include <map>
#include <string>

#include "core/date.h"
#include "core/result.h"
#include "publish/print/print_page.h"

namespace commonground::publish {

struct PdfAbout {
  std::string title;
  std::string language;                       // BCP 47
  core::Date day;                             // of the edition
  std::map<std::string, std::string> titles;  // of places that links lead to
};

// On which page each named place is.  Errors: Io (it is no PDF).
core::Result<PlacesInPdf> FindPlaces(const std::string& pdf);

// The same PDF gives the same bytes.  Errors: Io (it is no PDF).
core::Result<std::string> PutPdfRight(const std::string& pdf, const PdfAbout& about);

}  // namespace commonground::publish
