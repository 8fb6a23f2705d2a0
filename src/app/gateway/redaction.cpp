// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "app/gateway/redaction.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/content_hash.h"
#include "publish/prose.h"

namespace commonground::app {

namespace {

using model::ConsentScope;
using model::OrganisationId;
using model::SourceId;
using model::Study;
using Appearances = std::map<OrganisationId, Appearance>;

const Appearance* Find(const Appearances& appearances, const OrganisationId& id) {
  const auto found = appearances.find(id);
  return found == appearances.end() ? nullptr : &found->second;
}

// A source is shown only when something that is itself shown cites it: one that stands behind a count, a consent or
// what nobody may see is not even listed.
class SourceFilter {
 public:
  void Keep(const std::vector<SourceId>& sources) { kept_.insert(sources.begin(), sources.end()); }
  void KeepCited(const std::string& text) {
    for (const publish::Citation& citation : publish::FindCitations(text)) {
      for (const std::string& source : citation.sources) kept_.insert(SourceId(source));
    }
  }
  bool Shows(const SourceId& id) const { return kept_.contains(id); }

 private:
  std::set<SourceId> kept_;
};

// Countries where only organisations are that may not be placed: to show them would place those.
std::set<model::CountryCode> HiddenCountries(const Study& study, const Appearances& appearances) {
  std::set<model::CountryCode> hidden;
  std::set<model::CountryCode> shown;
  for (const auto& organisation : study.organisations) {
    if (!organisation.country) continue;
    const Appearance* appearance = Find(appearances, organisation.id);
    (appearance != nullptr && appearance->placed ? shown : hidden).insert(*organisation.country);
  }
  for (const auto& slot : study.slots) {
    if (slot.country && !slot.organisation) shown.insert(*slot.country);
  }
  for (const auto& country : shown) hidden.erase(country);
  return hidden;
}

bool TextMayBeShown(const model::Document& document, const ConsentBook& book) {
  return book.Allows(document,
                     document.kind == model::DocumentKind::kSummary ? ConsentScope::kSummarise : ConsentScope::kQuote);
}

class Redactor {
 public:
  Redactor(const Study& study, const ConsentBook& book, const Appearances& appearances,
           const std::set<OrganisationId>& compared)
      : in_(study),
        book_(book),
        appearances_(appearances),
        compared_(compared),
        hidden_countries_(HiddenCountries(study, appearances)) {}

  Redacted Run() {
    Study& out = out_.study;
    out.settings = in_.settings;
    out.regions = in_.regions;
    out.definitions = in_.definitions;
    out.indicators = in_.indicators;
    out.legal_model = in_.legal_model;
    out.codebook = in_.codebook;
    out.chapters = in_.chapters;
    filter_.Keep(in_.settings.frame_sources);
    for (const auto& definition : in_.definitions) filter_.Keep(definition.sources);
    for (const auto& indicator : in_.indicators) filter_.Keep(indicator.sources);
    for (const auto& code : in_.codebook) filter_.Keep(code.sources);
    for (const auto& chapter : in_.chapters) filter_.KeepCited(chapter.text);
    for (const auto& finding : in_.findings) filter_.KeepCited(finding.text);
    Slots();
    Organisations();
    Facts();
    CasesAndDocuments();
    Codings();
    Ties();
    Findings();
    Places();
    for (const auto& source : in_.sources) {
      if (filter_.Shows(source.id)) out.sources.push_back(source);
    }
    return std::move(out_);
  }

 private:
  // Only those that something published is in.
  void Places() {
    std::set<model::CountryCode> shown;
    const auto keep = [&shown](const std::optional<model::CountryCode>& country) {
      if (country) shown.insert(*country);
    };
    for (const auto& slot : out_.study.slots) keep(slot.country);
    for (const auto& organisation : out_.study.organisations) keep(organisation.country);
    for (const auto& fact : out_.study.contexts) keep(fact.country);
    for (const auto& statement : out_.study.statements) shown.insert(model::CountryCode(statement.subject));
    for (const auto& partner : out_.study.partners) keep(partner.country);
    for (const auto& place : in_.places) {
      if (shown.contains(place.code)) out_.study.places.push_back(place);
    }
  }

  void Slots() {
    for (model::Slot slot : in_.slots) {
      const Appearance* appearance = slot.organisation ? Find(appearances_, *slot.organisation) : nullptr;
      if (slot.organisation && (appearance == nullptr || !appearance->named)) {
        slot.sources.clear();
        slot.note.clear();
      }
      if (slot.organisation && (appearance == nullptr || !appearance->placed)) slot.country.reset();
      if (slot.organisation) {
        slot.organisation = appearance == nullptr ? std::nullopt : std::optional(appearance->id);
      }
      filter_.Keep(slot.sources);
      out_.study.slots.push_back(std::move(slot));
    }
  }

  void Organisations() {
    for (model::Organisation organisation : in_.organisations) {
      const Appearance* appearance = Find(appearances_, organisation.id);
      if (appearance == nullptr) continue;
      if (!appearance->named) {
        organisation.name = organisation.short_name = appearance->id.value;
        organisation.languages.clear();
      }
      if (!appearance->named || organisation.visibility != model::Visibility::kPublic) organisation.note.clear();
      if (!appearance->placed) organisation.country.reset();
      organisation.id = appearance->id;
      out_.study.organisations.push_back(std::move(organisation));
    }
    // The file's order would give pseudonyms away.
    std::ranges::stable_sort(out_.study.organisations, [&](const auto& a, const auto& b) {
      const auto rank = [&](const auto& o) {
        return o.name == o.id.value ? std::pair(1, o.id.value) : std::pair(0, std::string());
      };
      return rank(a) < rank(b);
    });
  }

  void Facts() {
    std::set<OrganisationId> organisations;
    for (const auto& organisation : in_.organisations) organisations.insert(organisation.id);
    for (const auto& statement : in_.statements) {
      const OrganisationId id(statement.subject);
      bool show = !hidden_countries_.contains(model::CountryCode(statement.subject));
      if (organisations.contains(id)) {
        const Appearance* appearance = Find(appearances_, id);
        show = appearance != nullptr && appearance->named;
      }
      Take(statement, show, out_.study.statements);
    }
    for (const auto& fact : in_.contexts) Take(fact, !hidden_countries_.contains(fact.country), out_.study.contexts);
  }

  void CasesAndDocuments() {
    for (model::CaseStudy one : in_.cases) {
      if (!compared_.contains(one.organisation)) continue;
      const Appearance& appearance = appearances_.at(one.organisation);
      if (!appearance.named) one.title.clear();
      one.organisation = appearance.id;
      out_.study.cases.push_back(std::move(one));
    }
    std::map<OrganisationId, int> number;
    for (model::Document document : in_.documents) {
      if (!compared_.contains(document.organisation) || !book_.Allows(document, ConsentScope::kAnalyse)) continue;
      const Appearance& appearance = appearances_.at(document.organisation);
      const model::DocumentId original = document.id;
      const bool shown = TextMayBeShown(document, book_);
      if (!shown) {
        document.text.clear();
        document.hash.clear();
        document.parts.clear();
      }
      if (!appearance.named) {
        const int n = ++number[document.organisation];
        document.id = model::DocumentId(fmt::format("{}/document-{}.txt", appearance.id.value, n));
        document.title.clear();
        document.language.clear();
        document.date.reset();
        document.sources.clear();
      }
      document.original_hash.clear();
      filter_.Keep(document.sources);
      filter_.KeepCited(document.text);
      document.organisation = appearance.id;
      documents_[original] = {document.id, shown, appearance.named};
      out_.text_access[document.id] = shown ? model::TextAccess::kShown : model::TextAccess::kNoConsent;
      out_.study.documents.push_back(std::move(document));
    }
  }

  void Codings() {
    std::map<model::CoderId, int> coders;  // by id: numbers follow the ids' order among those that appear
    for (const auto& coding : in_.codings) {
      if (Publishable(coding)) coders.emplace(coding.coder, 0);
    }
    int n = 0;
    for (auto& [coder, number] : coders) number = ++n;
    for (model::Coding coding : in_.codings) {
      if (!Publishable(coding)) continue;
      const Shown& shown = documents_.at(coding.document);
      coding.document = shown.id;
      coding.memo.clear();
      coding.hint.clear();
      coding.at.reset();
      coding.created.reset();
      coding.coder = model::CoderId(fmt::format("coder-{}", coders.at(coding.coder)));
      if (!shown.text) {
        coding.exact.clear();
        coding.prefix.clear();
        coding.suffix.clear();
      }
      if (!shown.named) coding.sources.clear();
      filter_.Keep(coding.sources);
      out_.study.codings.push_back(std::move(coding));
    }
  }

  void Ties() {
    std::set<model::PartnerId> partners;
    for (model::Tie tie : in_.ties) {
      const Appearance* appearance = Find(appearances_, tie.organisation);
      const bool show = tie.publish && appearance != nullptr && appearance->named;
      if (show) {
        tie.organisation = appearance->id;
        partners.insert(tie.partner);
      }
      Take(tie, show, out_.study.ties);
    }
    for (const auto& partner : in_.partners) {
      if (partners.contains(partner.id)) out_.study.partners.push_back(partner);
    }
  }

  // A case that does not appear stays by its own id: the check of claims then names it and stops the build.
  void Findings() {
    const auto rename = [&](std::vector<OrganisationId>& ids) {
      for (OrganisationId& id : ids) {
        if (const Appearance* appearance = Find(appearances_, id)) id = appearance->id;
      }
    };
    for (model::Finding finding : in_.findings) {
      rename(finding.cases_for);
      rename(finding.cases_against);
      out_.study.findings.push_back(std::move(finding));
    }
  }

  bool Publishable(const model::Coding& coding) const {
    return coding.status == model::CodingStatus::kAccepted && documents_.contains(coding.document);
  }

  template <typename Fact>
  void Take(const Fact& fact, bool show, std::vector<Fact>& into) {
    if (!show) return;
    filter_.Keep(fact.sources);
    into.push_back(fact);
  }

  struct Shown {
    model::DocumentId id;
    bool text = false;
    bool named = false;
  };
  const Study& in_;
  const ConsentBook& book_;
  const Appearances& appearances_;
  const std::set<OrganisationId>& compared_;
  std::set<model::CountryCode> hidden_countries_;
  std::map<model::DocumentId, Shown> documents_;
  SourceFilter filter_;
  Redacted out_;
};

}  // namespace

Appearances AppearancesOf(const Study& study, const ConsentBook& book, const std::set<OrganisationId>& compared) {
  Appearances appearances;
  std::vector<std::pair<std::string, OrganisationId>> unnamed;  // by hash: the number says nothing about the file
  for (const auto& organisation : study.organisations) {
    const bool named = book.Allows(organisation.id, ConsentScope::kNameOrganisation);
    if (!named && !compared.contains(organisation.id)) continue;
    const bool placed = book.Allows(organisation.id, ConsentScope::kNamePlace);
    appearances[organisation.id] = {organisation.id, named, placed};
    if (!named) unnamed.emplace_back(core::ContentHash("pseudonym " + organisation.id.value), organisation.id);
  }
  std::ranges::sort(unnamed);
  for (std::size_t i = 0; i < unnamed.size(); ++i) {
    appearances[unnamed[i].second].id = OrganisationId(fmt::format("organisation-{}", i + 1));
  }
  return appearances;
}

Redacted Redact(const Study& study, const ConsentBook& book, const Appearances& appearances,
                const std::set<OrganisationId>& compared) {
  return Redactor(study, book, appearances, compared).Run();
}

}  // namespace commonground::app
