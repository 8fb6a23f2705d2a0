// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Merges an imported project into a study, part by part.

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "coding/exchange/internal/merger.h"
#include "core/guid.h"
#include "core/relative_path.h"
#include "core/small_ascii.h"

namespace commonground::coding {

Merged Merger::Run() {
  if (was_empty_) Settings();
  Sources();
  Users();
  Codes();
  Documents();
  Variables();
  Codings();
  Memos();
  Sets();
  if (project_.side) {
    Facts();
    Adjudications();
    TakeConsents();
  }
  GiveConsents();
  Sort();
  return std::move(out_);
}

void Merger::Settings() {
  if (project_.side) study().settings = project_.side->settings;
  if (study().settings.title.empty()) study().settings.title = project_.name.empty() ? "Imported" : project_.name;
}

void Merger::Sources() {
  for (const auto& one : study().sources) sources_.insert(one.id);
  for (const auto& one : study().regions) regions_.insert(one.id);
  if (!project_.side) return;
  for (const auto& one : project_.side->sources) {
    if (model::IsValidId(one.id.value) && !one.title.empty() && sources_.insert(one.id).second)
      study().sources.push_back(one);
  }
  std::set<model::CountryCode> places;
  for (const auto& one : study().invented_countries) places.insert(one.code);
  for (const auto& one : project_.side->places) {
    const bool good = one.code.value.size() == 3 && one.code.value >= "AAA" && one.code.value <= "ZZZ";
    if (good && !one.name.empty() && places.insert(one.code).second) study().invented_countries.push_back(one);
  }
  for (const auto& one : project_.side->regions) {
    if (model::IsValidId(one.id.value) && !one.label.empty() && regions_.insert(one.id).second)
      study().regions.push_back(one);
  }
}

std::vector<model::SourceId> Merger::Known(const std::vector<model::SourceId>& ids) const {
  std::vector<model::SourceId> known;
  std::ranges::copy_if(ids, std::back_inserter(known), [&](const auto& id) { return sources_.contains(id); });
  return known;
}

void Merger::Users() {
  std::set<model::CoderId> given;
  for (const ImportedUser& user : project_.users) {
    model::CoderId coder;
    const auto by_guid = options_.coders.find(user.guid);
    const auto by_name = options_.coders.find(user.name);
    if (by_guid != options_.coders.end()) {
      coder = by_guid->second;
    } else if (by_name != options_.coders.end()) {
      coder = by_name->second;
    } else if (user.guid == GuidOfCoder(model::CoderId(user.name)) && model::IsValidId(user.name)) {
      coder = model::CoderId(user.name);
      given.insert(coder);
    } else {
      const std::string base = IdFrom(user.name).empty() ? "coder" : IdFrom(user.name);
      coder = model::CoderId(base);
      for (int next = 2; !given.insert(coder).second; ++next) coder = model::CoderId(base + "-" + std::to_string(next));
    }
    users_[user.guid] = out_.coders.size();
    out_.coders.push_back({user.name, coder, 0, 0});
  }
}

CoderMapping& Merger::Coder(const std::string& guid) {
  const auto found = users_.find(guid);
  if (found != users_.end()) return out_.coders[found->second];
  if (!guid.empty()) out_.report.Add("codings and memos by users that the project does not list", "by \"unknown\"");
  const auto mapped = options_.coders.find("unknown");
  users_[guid] = out_.coders.size();
  out_.coders.push_back({{}, mapped == options_.coders.end() ? model::CoderId("unknown") : mapped->second, 0, 0});
  return out_.coders.back();
}

void Merger::Sort() {
  if (project_.side) {
    std::map<model::OrganisationId, std::size_t> place;
    for (const auto& organisation : project_.side->organisations) place.emplace(organisation.id, place.size());
    const auto place_of = [&](const model::Organisation& one) {
      const auto found = place.find(one.id);
      return found == place.end() ? place.size() : found->second;
    };
    std::ranges::stable_sort(study().organisations.begin() + had_organisations_, study().organisations.end(), {},
                             place_of);
  }
  std::ranges::stable_sort(study().cases, {}, &model::CaseStudy::organisation);
  std::ranges::stable_sort(study().documents, [](const auto& a, const auto& b) {
    return std::tie(a.organisation, a.id) < std::tie(b.organisation, b.id);
  });
}

std::string IdFrom(std::string_view name) {
  std::string ascii(name);
  if (std::ranges::any_of(name, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; })) {
    UErrorCode status = U_ZERO_ERROR;
    // Made once: it takes milliseconds.
    static const std::unique_ptr<icu::Transliterator> to_ascii(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; [:^ASCII:] Remove", UTRANS_FORWARD, status));
    if (to_ascii) {
      icu::UnicodeString text =
          icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
      to_ascii->transliterate(text);
      ascii.clear();
      text.toUTF8String(ascii);
    }
  }
  std::string id;
  for (const char c : core::SmallAscii(ascii)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += c;
    } else if (!id.empty() && (c == '.' || c == '_') && id.back() != '.' && id.back() != '-') {
      id += c;
    } else if (!id.empty() && id.back() != '-' && id.back() != '.') {
      id += '-';
    }
    if (id.size() >= 100) break;
  }
  while (!id.empty() && (id.back() == '-' || id.back() == '.')) id.pop_back();
  if (core::IsNameOfDevice(id)) id.insert(std::min(id.find('.'), id.size()), "-1");
  return model::IsValidId(id) ? id : std::string();
}

namespace {
// A file can repeat an id of its own or of the study, or call something by what is no GUID: that thing has the one that
// follows from what it says.
void KeepIdsApart(auto& list) {
  std::set<std::string> seen;
  for (auto& one : list) {
    if (one.id.empty()) continue;
    if (core::ReadGuid(one.id.value) != one.id.value || !seen.insert(one.id.value).second) one.id.value.clear();
  }
}
}  // namespace

Merged Merge(const model::Study& study, const Imported& project, const MergeOptions& options) {
  Merged merged = Merger(study, project, options).Run();
  KeepIdsApart(merged.study.contexts);
  KeepIdsApart(merged.study.legal_model);
  KeepIdsApart(merged.study.consents);
  return merged;
}

}  // namespace commonground::coding
