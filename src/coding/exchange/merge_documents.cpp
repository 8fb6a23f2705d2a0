// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Merges documents by what they say, not by their names.

#include <algorithm>

#include "coding/exchange/internal/merger.h"
#include "coding/exchange/raw_text.h"
#include "core/content_hash.h"
#include "core/language_tag.h"
#include "core/small_ascii.h"

namespace commonground::coding {

namespace {

// The text without white space at its ends: one project that is exported twice differs there.
std::string_view Inner(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::int64_t BlanksBefore(std::string_view text) {
  return static_cast<std::int64_t>(std::min(text.size(), text.find_first_not_of(" \t\n")));
}

}  // namespace

void Merger::Documents() {
  std::map<std::string, std::vector<const model::Document*>> by_text;
  std::map<std::string, const model::Document*> by_guid;
  std::map<std::pair<model::DocumentId, std::string>, int> old;
  for (const auto& document : study().documents) {
    by_text[core::ContentHash(Inner(document.text))].push_back(&document);
    by_guid.emplace(GuidOfDocument(document.id), &document);
    document_ids_.insert(document.id);
  }
  for (const auto& version : study().old_versions) {
    old.emplace(std::pair(version.document, core::ContentHash(version.text)), version.version);
  }
  std::map<std::string, const model::Document*> sides;
  if (project_.side) {
    for (const auto& [guid, document] : project_.side->documents) sides.emplace(guid, &document);
  }
  std::vector<model::Document> made;
  std::map<std::string, model::DocumentId> made_by_text;
  for (const ImportedSource& source : project_.sources) {
    const std::string hash = core::ContentHash(source.text);
    const auto same = by_guid.find(source.guid);
    if (same != by_guid.end() && same->second->hash == hash) {
      places_[source.guid] = {same->second->id, 0, 0};
      out_.report.Add("documents that the study has already", "the study's own kept");
      continue;
    }
    if (same != by_guid.end()) {
      if (const auto version = old.find({same->second->id, hash}); version != old.end()) {
        places_[source.guid] = {same->second->id, version->second, 0};
        out_.report.Add("documents whose text has changed in the study since", "codings moved to the newest text");
        continue;
      }
    }
    if (const auto found = by_text.find(core::ContentHash(Inner(source.text))); found != by_text.end()) {
      const auto in_case = std::ranges::find_if(found->second, [&](const model::Document* one) {
        return options_.into_case && one->organisation == *options_.into_case;
      });
      const model::Document& kept = *(in_case == found->second.end() ? found->second.front() : *in_case);
      places_[source.guid] = {kept.id, 0, BlanksBefore(kept.text) - BlanksBefore(source.text)};
      out_.report.Add("documents that the study has already (same text)", "the study's own kept");
      continue;
    }
    const auto side = sides.find(source.guid);
    model::Document document = NewDocument(source, side == sides.end() ? nullptr : side->second);
    document.hash = hash;
    places_[source.guid] = {document.id, 0, 0};
    made.push_back(std::move(document));
  }
  for (model::Document& document : made) {
    out_.new_documents.push_back(document.id);
    study().documents.push_back(std::move(document));
  }
  for (const auto& [guid, place] : places_) out_.documents.insert(place.document);
}

model::Document Merger::NewDocument(const ImportedSource& source, const model::Document* side) {
  model::Document document;
  if (side != nullptr) document = *side;
  if (document.title.empty()) document.title = source.name;
  if (side == nullptr && IsBlank(document.title)) document.title = "Document";
  document.text = source.text;
  document.sources = Known(document.sources);
  document.version = 1;
  const std::int64_t length = core::CountCodePoints(source.text);
  std::int64_t at = 0;
  for (const model::Part& part : document.parts) {
    if (part.range.start < at || part.range.end < part.range.start || part.range.end > length) {
      document.parts.clear();
      break;
    }
    at = part.range.end;
  }
  document.organisation = CaseOf(source, side);
  if (!core::IsLanguageTag(document.language)) document.language = core::kUnknownLanguage;
  const bool same_case = side != nullptr && document.organisation == side->organisation;
  document.id = FreeDocument(same_case ? side->id.value : std::string(), document.organisation, source.name);
  return document;
}

model::DocumentId Merger::FreeDocument(const std::string& wanted, const model::OrganisationId& organisation,
                                       const std::string& name) {
  const bool good = model::IsValidDocumentId(wanted) && wanted.starts_with(organisation.value + "/") &&
                    !core::SmallAscii(wanted).starts_with(organisation.value + "/readme");
  model::DocumentId id(wanted);
  if (good && document_ids_.insert(id).second) return id;
  std::string base = IdFrom(name);
  if (base.size() > 100) base.resize(100);
  for (const char* ending : {".txt", ".md"}) {
    if (base.ends_with(ending)) base.resize(base.size() - std::string_view(ending).size());
  }
  // A folder has a text beside its file as story.docx.txt, and passes over a readme: neither is this text.
  std::ranges::replace(base, '.', '-');
  if (core::SmallAscii(base).starts_with("readme")) base = "text-" + base;
  if (!model::IsValidId(base)) base = "document";
  id = model::DocumentId(organisation.value + "/" + base + ".txt");
  for (int next = 2; !document_ids_.insert(id).second; ++next) {
    id = model::DocumentId(organisation.value + "/" + base + "-" + std::to_string(next) + ".txt");
  }
  return id;
}

model::OrganisationId Merger::CaseOf(const ImportedSource& source, const model::Document* side) {
  if (options_.into_case) return Organisation(*options_.into_case, options_.into_case->value);
  if (side != nullptr && model::IsValidId(side->organisation.value)) {
    return Organisation(side->organisation, side->organisation.value);
  }
  const auto found = std::ranges::find(project_.cases, source.case_guid, &ImportedCase::guid);
  if (found == project_.cases.end()) {
    out_.report.Add("documents that belong to no case", "put into the case \"imported\"");
    return Organisation(model::OrganisationId("imported"), project_.name.empty() ? "Imported" : project_.name);
  }
  return OrganisationOf(*found);
}

model::OrganisationId Merger::OrganisationOf(const ImportedCase& one) {
  for (const auto& organisation : study().organisations) {
    if (GuidOfCase(organisation.id) == one.guid || organisation.name == one.name) {
      return Organisation(organisation.id, one.name);
    }
  }
  if (project_.side) {
    for (const auto& organisation : project_.side->organisations) {
      if (GuidOfCase(organisation.id) == one.guid && model::IsValidId(organisation.id.value)) {
        return Organisation(organisation.id, one.name);
      }
    }
  }
  const std::string id = IdFrom(one.name);
  return Organisation(model::OrganisationId(id.empty() ? "case-" + one.guid.substr(0, 8) : id), one.name);
}

model::OrganisationId Merger::Organisation(model::OrganisationId id, const std::string& name) {
  // Other tables mean the study, or a country, by these.
  const bool means_country =
      id.value.size() == 3 && std::ranges::all_of(id.value, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (id.value == "study" || means_country) id.value += "-case";
  if (std::ranges::find(study().organisations, id, &model::Organisation::id) == study().organisations.end()) {
    model::Organisation made;
    if (project_.side) {
      const auto found = std::ranges::find(project_.side->organisations, id, &model::Organisation::id);
      if (found != project_.side->organisations.end()) made = *found;
    }
    made.id = id;
    if (made.name.empty()) made.name = name;
    if (made.region && !regions_.contains(*made.region)) made.region.reset();
    study().organisations.push_back(std::move(made));
    out_.report.Add("cases that the study did not have", "an organisation each, private: look at them");
  }
  if (std::ranges::find(study().cases, id, &model::CaseStudy::organisation) == study().cases.end()) {
    model::CaseStudy made{id, name, {}};
    if (project_.side) {
      const auto found = std::ranges::find(project_.side->cases, id, &model::CaseStudy::organisation);
      if (found != project_.side->cases.end()) made = *found;
    }
    study().cases.push_back(std::move(made));
  }
  return id;
}

}  // namespace commonground::coding
