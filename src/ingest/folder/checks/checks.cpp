// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs all checks of a study that was read.

#include "ingest/folder/checks/checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/language_tag.h"
#include "ingest/folder/values.h"

namespace commonground::ingest {

namespace {

template <typename Row>
Known KnownOf(std::string_view file, std::string_view thing, const Places& places, const std::vector<Row>& rows) {
  Known known{file, thing, places.Readable(file), {}};
  for (const Row& row : rows) known.ids.insert(row.id.value);
  return known;
}

}  // namespace

Checked::Checked(const model::Study& s, const Places& p, Problems& all)
    : study(s),
      places(p),
      problems(all),
      sources(KnownOf("sources.csv", "source", p, s.sources)),
      organisations(KnownOf("organisations.csv", "organisation", p, s.organisations)),
      regions(KnownOf("study.toml", "region", p, s.regions)),
      codes(KnownOf("codebook.csv", "code", p, s.codebook)),
      indicators(KnownOf("indicators.csv", "indicator", p, s.indicators)),
      partners(KnownOf("partners.csv", "partner", p, s.partners)),
      documents(KnownOf("case-studies", "document", p, s.documents)) {}

void CheckReference(const Known& known, const std::string& id, const Spot& spot) {
  if (!known.readable || known.Has(id) || !model::IsValidId(id)) return;
  spot.Bad(id, fmt::format("there is no {} of this id", known.thing),
           fmt::format("add it to {}, or correct the id", known.file));
}

void CheckOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Spot& to_spot,
                std::string_view from_name) {
  if (!from || !to || from->First() <= to->Last()) return;
  to_spot.Bad(to->Text(), fmt::format("is before {} ({})", from_name, from->Text()), "correct one of the two dates");
}

void CheckLanguage(std::string_view language, const Spot& spot) {
  if (core::IsLanguageTag(language)) return;
  const auto meant = core::LanguageMeantBy(language);
  spot.Bad(language, "is not a language's tag (BCP 47)",
           meant ? fmt::format("write \"{}\"", *meant)
                 : "write a tag such as en, fr, es, ru, zh-Hant or pt-BR, or und if nobody knows the language");
}

void CheckCitations(const Checked& checked, std::string_view file, std::string_view text, int first_line) {
  int line = first_line;
  std::size_t counted = 0;
  for (std::size_t at = text.find("[@"); at != std::string_view::npos; at = text.find("[@", at + 1)) {
    const std::size_t close = text.find_first_of("]\n", at);
    if (close == std::string_view::npos || text[close] == '\n') continue;  // not a citation
    line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                        text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    const Spot spot{&checked.problems, file, line, {}};
    for (const std::string_view item : ReadItems(text.substr(at + 1, close - at - 1), spot)) {
      if (item.starts_with('@')) CheckReference(checked.sources, std::string(item.substr(1)), spot);
    }
  }
}

void CheckStudy(const model::Study& study, const Places& places, Problems& problems) {
  const Checked checked(study, places, problems);
  CheckPlaces(checked);
  CheckSettings(checked);
  CheckOrganisations(checked);
  CheckFacts(checked);
  CheckLeadership(checked);
  CheckCodes(checked);
  CheckCoding(checked);
  CheckCases(checked);
  CheckVersions(checked);
  CheckConsents(checked);
  CheckFindings(checked);
  CheckDates(checked);
}

}  // namespace commonground::ingest
