// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Calls the rules of each subject, and holds those that several of them share.
#include "rules/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/language_tag.h"
#include "rules/checked.h"
#include "rules/shown.h"

namespace commonground::rules {

namespace {

template <typename Thing>
Known KnownOf(const Circumstances& circumstances, const std::vector<Thing>& list) {
  constexpr Kind kKind = Listed<Thing>::kKind;
  Known known{kKind, !circumstances.readable || circumstances.readable(kKind, {}), {}};
  for (const Thing& one : list) known.ids.insert(one.id.value);
  return known;
}

// Says which id a label or alias means.
void CheckRegion(const Checked& checked, std::string_view id, const Field& field) {
  if (checked.regions.Has(id)) return;
  for (const model::Region& region : checked.study.regions) {
    if (region.label != id && std::ranges::find(region.aliases, id) == region.aliases.end()) continue;
    field.Bad(id, "is a region's name, not its id", "write " + region.id.value);
    return;
  }
  if (!checked.regions.readable || id.empty()) return;
  field.Bad(id, "there is no region of this id",
            "write the id of a [[frame.region]] of {1}, or add one there with this id", {All(Kind::kRegion)});
}

void CheckDocument(const Checked& checked, std::string_view id, const Field& field) {
  if (checked.documents.Has(id)) return;
  if (!model::IsValidDocumentId(id)) {
    if (checked.IsUnread() && !id.empty()) field.Bad(id, kNotADocument);
  } else if (checked.Readable(Kind::kDocument, id)) {
    field.Bad(id, "there is no such document", "take the row out, or put the document back");
  }
}

const Known& KnownIds(const Checked& checked, Kind kind) {
  switch (kind) {
    case Kind::kOrganisation:
      return checked.organisations;
    case Kind::kCode:
      return checked.codes;
    case Kind::kIndicator:
      return checked.indicators;
    case Kind::kPartner:
      return checked.partners;
    case Kind::kFinding:
      return checked.findings;
    default:
      return checked.sources;
  }
}

}  // namespace

Checked::Checked(const model::Study& s, const Circumstances& c, Problems& all)
    : study(s),
      circumstances(c),
      problems(all),
      sources(KnownOf(c, s.sources)),
      organisations(KnownOf(c, s.organisations)),
      regions(KnownOf(c, s.regions)),
      codes(KnownOf(c, s.codebook)),
      indicators(KnownOf(c, s.indicators)),
      partners(KnownOf(c, s.partners)),
      documents(KnownOf(c, s.documents)),
      findings(KnownOf(c, s.findings)) {}

void CheckReference(const Checked& checked, Kind kind, std::string_view id, const Field& field) {
  if (kind == Kind::kRegion) return CheckRegion(checked, id, field);
  if (kind == Kind::kDocument) return CheckDocument(checked, id, field);
  const Known& known = KnownIds(checked, kind);
  if (!known.readable || known.Has(id)) return;
  if (!model::IsValidId(id)) {
    if (checked.IsUnread() && !id.empty()) field.Bad(id, kNotAnId);
    return;
  }
  field.Bad(id, fmt::format("there is no {} of this id", NameOf(kind)), "add it to {1}, or correct the id",
            {All(kind)});
}

void CheckAnyReference(const Checked& checked, Kind kind, const std::vector<std::string_view>& ids,
                       const Field& field) {
  const Known& known = KnownIds(checked, kind);
  if (ids.empty() || std::ranges::any_of(ids, [&](std::string_view id) { return known.Has(id); })) return;
  CheckReference(checked, kind, ids.back(), field);
}

void CheckOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Field& to_field,
                std::string_view from_name) {
  if (AreInOrder(from, to)) return;
  to_field.Bad(to->Text(), fmt::format("is before {} ({})", from_name, from->Text()), "correct one of the two dates");
}

void CheckLanguage(const Checked& checked, std::string_view language, const Field& field) {
  if (checked.tags.contains(language)) return;
  if (core::IsLanguageTag(language)) {
    checked.tags.insert(language);
    return;
  }
  const auto meant = core::LanguageMeantBy(language);
  field.Bad(language, "is not a language's tag (BCP 47)",
            meant ? fmt::format("write \"{}\"", *meant)
                  : "write a tag such as en, fr, es, ru, zh-Hant or pt-BR, or und if nobody knows the language");
}

void CheckCitations(const Checked& checked, std::string_view text, const Field& field) {
  Field at = field;
  at.line = 1;
  std::size_t counted = 0;
  std::size_t close = 0;  // the next one: sought once, however many citations begin before it
  for (std::size_t open = text.find("[@"); open != std::string_view::npos;) {
    if (close <= open) close = text.find_first_of("]\n", open);
    if (close == std::string_view::npos) return;
    const std::size_t next = text.find("[@", open + 1);
    const std::string_view all = text.substr(open + 1, std::min(close, next) - open - 1);
    at.line += static_cast<int>(std::ranges::count(text.substr(counted, open - counted), '\n'));
    counted = open;
    open = next;
    if (text[close] == '\n') continue;  // not a citation
    if (next < close) {
      at.Bad(all, "does not end before the next citation begins", "write ] behind it");
      continue;
    }
    const auto fault = [&](std::string message, std::string fix) { at.Bad(all, std::move(message), std::move(fix)); };
    for (const std::string_view item : ItemsOf(all, fault)) {
      if (item.starts_with('@')) CheckReference(checked, Kind::kSource, item.substr(1), at);
    }
  }
}

std::vector<Problem> Check(const model::Study& study, const Circumstances& circumstances) {
  Problems problems;
  const Checked checked(study, circumstances, problems);
  if (checked.IsUnread()) CheckForm(checked);
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
  CheckOutcomes(checked);
  CheckTranslations(checked);
  CheckFindings(checked);
  CheckOwnIds(checked);
  CheckDates(checked);
  return problems;
}

}  // namespace commonground::rules
