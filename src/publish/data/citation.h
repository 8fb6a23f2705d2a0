// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How to cite an edition, in the three formats that programs read.
#pragma once

#include <string>

#include "core/date.h"

namespace commonground::publish {

struct Citation {
  std::string title;
  std::string publisher;     // the author too, as an organisation; empty: no author is named
  std::string licence;       // as people write it: "CC BY 4.0"
  std::string language;      // BCP 47
  core::Date day;            // of the edition: the study's reference date
  std::string notice = {};   // what every page says (publish/notice.h)
  std::string about = {};    // in a sentence
  std::string authors = {};  // what stands for them where a format needs somebody: "the authors of this report"
};

std::string CffOf(const Citation& citation);     // CITATION.cff 1.2.0
std::string BibTexOf(const Citation& citation);  // for biblatex with UTF-8
std::string CslOf(const Citation& citation);     // CSL-JSON

// "CC BY-SA 4.0" gives "CC-BY-SA-4.0", the SPDX name; empty where it has none that we know.
std::string SpdxOf(const std::string& licence);
// Where the licence is to be read; empty where it is none that we know.
std::string LicenceAddressOf(const std::string& licence);

}  // namespace commonground::publish
