// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes out of a study what consent to publish does not cover, and gives pseudonyms.

#include "app/gateway/redaction.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/gateway/shown_titles.h"
#include "core/content_hash.h"
#include "model/chapters.h"
#include "publish/prose.h"

namespace commonground::app {

namespace {

// With its memory: of a million codings it is needed for the pages.
void LetGo(std::string& text) {
  std::string().swap(text);
}

using model::ConsentScope;
using model::OrganisationId;
using model::SourceId;
using model::Study;

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

// Positions in a text that is not shown would tell how long it is: they become 0, 1, 2 and so on in their order, which
// keeps what overlaps what.
class HiddenPositions {
 public:
  void Add(const model::DocumentId& document, const core::TextRange& range) {
    auto& of = positions_[document];
    of.push_back(range.start);
    of.push_back(range.end);
  }
  void Close() {
    for (auto& [document, of] : positions_) {
      std::ranges::sort(of);
      of.erase(std::ranges::unique(of).begin(), of.end());
    }
  }
  core::TextRange Hide(const model::DocumentId& document, const core::TextRange& range) const {
    const auto& of = positions_.at(document);
    const auto place = [&](std::int64_t at) { return std::ranges::lower_bound(of, at) - of.begin(); };
    return {place(range.start), place(range.end)};
  }

 private:
  std::map<model::DocumentId, std::vector<std::int64_t>> positions_;
};

class Redactor {
 public:
  Redactor(Study& study, const ConsentBook& book, const HiddenPassages& hidden, const Appearances& appearances,
           const std::set<OrganisationId>& compared, const Pseudonyms& pseudonyms)
      : in_(study),
        codings_(std::exchange(study.codings, {})),
        book_(book),
        hidden_(hidden),
        appearances_(appearances),
        compared_(compared),
        pseudonyms_(pseudonyms) {}

  Redacted Run() {
    Study& out = out_.study;
    out.settings = in_.settings;
    out.regions = in_.regions;
    out.definitions = in_.definitions;
    out.indicators = in_.indicators;
    out.legal_model = in_.legal_model;
    out.codebook = in_.codebook;
    Chapters();
    filter_.Keep(in_.settings.frame_sources);
    for (const auto& definition : in_.definitions) filter_.Keep(definition.sources);
    for (const auto& indicator : in_.indicators) filter_.Keep(indicator.sources);
    for (const auto& code : in_.codebook) filter_.Keep(code.sources);
    for (const auto& chapter : out.chapters) filter_.KeepCited(chapter.text);
    for (const auto& finding : in_.findings) filter_.KeepCited(finding.text);
    out.settings.claims_about.clear();
    Slots();
    Organisations();
    FindShownCountries();
    Facts();
    CasesAndDocuments();
    Codings();
    Ties();
    Outcomes();
    Answers();
    Targets();
    Translations();
    Findings();
    out.editions = in_.editions;
    Places();
    for (const auto& source : in_.sources) {
      if (filter_.Shows(source.id)) out.sources.push_back(source);
    }
    return std::move(out_);
  }

 private:
  // What people wrote of one case (case-ORGANISATION) goes out with that case and its name, and not otherwise.
  void Chapters() {
    for (const auto& chapter : in_.chapters) {
      bool shown = !chapter.id.value.starts_with(model::kCaseChapter);
      for (const std::string_view subject : model::SubjectsOfChapter(chapter.id.value, model::kCaseChapter)) {
        const OrganisationId of{std::string(subject)};
        if (std::ranges::find(in_.organisations, of, &model::Organisation::id) == in_.organisations.end()) continue;
        const Appearance* appearance = Find(appearances_, of);
        shown = appearance != nullptr && appearance->named && compared_.contains(of);
        if (!shown) break;  // its name can mean another one too
      }
      if (shown) out_.study.chapters.push_back(chapter);
    }
  }

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
    for (const auto& place : in_.invented_countries) {
      if (shown.contains(place.code)) out_.study.invented_countries.push_back(place);
    }
  }

  // A slot is told of if its organisation may be named, or if it has none and something is known of it.  Any other
  // looks like one of which nothing is known (published_frame.h).
  void Slots() {
    for (model::Slot slot : in_.slots) {
      bool show = slot.country || !slot.note.empty() || !slot.sources.empty();
      if (slot.organisation) {
        const Appearance* appearance = Find(appearances_, *slot.organisation);
        show = appearance != nullptr && appearance->named;
        if (show && !appearance->placed) {  // a note is about the place: "Iquitos" alone is one
          slot.country.reset();
          slot.note.clear();
        }
      }
      if (!show) continue;
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
      if (!appearance->named || !appearance->placed || organisation.visibility != model::Visibility::kPublic) {
        organisation.note.clear();
      }
      if (!appearance->placed) organisation.country.reset();
      organisation.id = appearance->id;
      out_.study.organisations.push_back(std::move(organisation));
    }
  }

  // Only those that something published is in: were all others shown, one that is not would be where a case without a
  // place is.
  void FindShownCountries() {
    for (const auto& slot : out_.study.slots) {
      if (slot.country) shown_countries_.insert(*slot.country);
    }
    for (const auto& organisation : out_.study.organisations) {
      if (organisation.country) shown_countries_.insert(*organisation.country);
    }
  }

  void Facts() {
    std::set<OrganisationId> organisations;
    for (const auto& organisation : in_.organisations) organisations.insert(organisation.id);
    for (const auto& statement : in_.statements) {
      const OrganisationId id(statement.subject);
      bool show = statement.subject == "study" || shown_countries_.contains(model::CountryCode(statement.subject));
      if (organisations.contains(id)) {
        const Appearance* appearance = Find(appearances_, id);
        show = appearance != nullptr && appearance->named;
      }
      Take(statement, show, out_.study.statements);
    }
    for (const auto& fact : in_.contexts) Take(fact, shown_countries_.contains(fact.country), out_.study.contexts);
  }

  void CasesAndDocuments() {
    const ShownTitles titles(in_, book_, hidden_);
    for (model::CaseStudy one : in_.cases) {
      if (!compared_.contains(one.organisation)) continue;
      const Appearance& appearance = appearances_.at(one.organisation);
      if (!appearance.named || !titles.Shows(one)) one.title.clear();
      one.embargo_until.reset();
      one.organisation = appearance.id;
      out_.study.cases.push_back(std::move(one));
    }
    std::map<OrganisationId, int> number;
    for (model::Document document : in_.documents) {
      if (!compared_.contains(document.organisation) || !book_.Allows(document, ConsentScope::kAnalyse)) continue;
      const Appearance& appearance = appearances_.at(document.organisation);
      const model::DocumentId original = document.id;
      const bool shown = hidden_.MayBeRead(document);
      if (!appearance.named || !titles.Shows(document)) document.title.clear();
      if (shown) {
        if (auto hidden = hidden_.HiddenIn(document); !hidden.empty()) Blank(document, std::move(hidden));
      } else {
        document.text.clear();
        document.hash.clear();
        document.parts.clear();
        document.version = 1;
      }
      if (!appearance.named) {
        const int n = ++number[document.organisation];
        const bool is_markdown = shown && document.id.value.ends_with(".md");  // it is read as such
        document.id =
            model::DocumentId(fmt::format("{}/document-{}{}", appearance.id.value, n, is_markdown ? ".md" : ".txt"));
        if (!shown) document.language.clear();  // words that are shown say it themselves
        document.date.reset();
        document.sources.clear();
      }
      document.original_hash.clear();
      document.format.clear();
      filter_.Keep(document.sources);
      filter_.KeepCited(document.text);
      document.organisation = appearance.id;
      documents_[original] = {document.id, shown, appearance.named};
      out_.text_access[document.id] = shown ? model::TextAccess::kShown : model::TextAccess::kNoConsent;
      out_.study.documents.push_back(std::move(document));
    }
  }

  // How many parts lie in what is not shown is not told: one stands for all of a stretch.
  static void JoinHiddenParts(std::vector<model::Part>& parts, const std::vector<core::TextRange>& hidden) {
    for (const core::TextRange& stretch : hidden) {
      bool is_told = std::ranges::any_of(parts, [&](const model::Part& part) {
        const bool touches = part.range.start < stretch.end && stretch.start < part.range.end;
        return touches && (part.range.start < stretch.start || stretch.end < part.range.end);
      });
      std::erase_if(parts, [&](model::Part& part) {
        if (part.range.start < stretch.start || stretch.end < part.range.end) return false;
        if (std::exchange(is_told, true)) return true;
        part = {model::PartKind::kParagraph, 0, stretch, part.page, std::nullopt};
        return false;
      });
    }
  }

  // Passages that may not be shown, in a text of which some may.
  void Blank(model::Document& document, std::vector<core::TextRange> hidden) {
    std::vector<std::int64_t> places;
    const auto add = [&](const core::TextRange& range) {
      places.push_back(range.start);
      places.push_back(range.end);
    };
    JoinHiddenParts(document.parts, hidden);
    for (const model::Part& part : document.parts) add(part.range);
    for (const model::Coding& coding : codings_) {
      if (coding.document == document.id && coding.status == model::CodingStatus::kAccepted) add(coding.range);
    }
    const BlankedText& blanked =
        blanked_.try_emplace(document.id, document.text, std::move(hidden), std::move(places)).first->second;
    document.text = blanked.text();
    document.hash = core::ContentHash(document.text);
    document.version = 1;
    for (model::Part& part : document.parts) part.range = blanked.Moved(part.range);
  }

  // In their own list: beside a second one of them a large study would take twice the memory.
  void Codings() {
    std::erase_if(codings_, [&](const auto& coding) { return !Publishable(coding); });
    std::set<std::pair<std::string, model::CoderId>> ranks;
    std::map<model::CoderId, model::CoderId> coders;  // as they appear
    HiddenPositions positions;
    for (const model::Coding& coding : codings_) {
      if (coders.emplace(coding.coder, coding.coder).second) {
        ranks.emplace(pseudonyms_.Rank("coder", coding.coder.value), coding.coder);
      }
      if (!documents_.at(coding.document).text) positions.Add(coding.document, coding.range);
    }
    positions.Close();
    int n = 0;
    for (const auto& [rank, coder] : ranks) coders[coder] = model::CoderId(fmt::format("coder-{}", ++n));
    // A passage's own words are in its document; they serve to find what translates them.
    std::set<model::DocumentId> translated;
    for (const model::Translation& one : in_.translations) translated.insert(one.document);
    for (model::Coding& coding : codings_) {
      const Shown& shown = documents_.at(coding.document);
      if (!shown.text) coding.range = positions.Hide(coding.document, coding.range);
      if (const auto blanked = blanked_.find(coding.document); blanked != blanked_.end()) {
        coding.range = blanked->second.Moved(coding.range);
        coding.exact = blanked->second.WordsIn(coding.range);
      }
      if (!shown.text || !translated.contains(coding.document)) LetGo(coding.exact);
      coding.document = shown.id;
      coding.coder = coders.at(coding.coder);
      LetGo(coding.memo);
      LetGo(coding.hint);
      coding.at.reset();
      coding.created.reset();
      LetGo(coding.id.value);  // stays from edition to edition
      LetGo(coding.prefix);    // what stands around it serves to find it again in another version
      LetGo(coding.suffix);
      if (!shown.named) coding.sources.clear();
      filter_.Keep(coding.sources);
    }
    out_.study.codings = std::move(codings_);
  }

  // Where a partner is tells where its organisation is: without consent to name the place such a tie is held back.
  void Ties() {
    std::set<model::PartnerId> partners;
    std::set<model::PartnerId> somewhere;  // with a country
    for (const auto& partner : in_.partners) {
      if (partner.country) somewhere.insert(partner.id);
    }
    for (model::Partnership tie : in_.partnerships) {
      const Appearance* appearance = Find(appearances_, tie.organisation);
      const bool show = tie.publish && appearance != nullptr && appearance->named &&
                        (appearance->placed || !somewhere.contains(tie.partner));
      if (show) {
        tie.organisation = appearance->id;
        partners.insert(tie.partner);
      }
      Take(tie, show, out_.study.partnerships);
    }
    for (const auto& partner : in_.partners) {
      if (partners.contains(partner.id)) out_.study.partners.push_back(partner);
    }
  }

  // Our own words about a case: of one that is in the comparison, named, and may be summarised.
  bool MayTellOf(const OrganisationId& id) const {
    const Appearance* appearance = Find(appearances_, id);
    return appearance != nullptr && appearance->named && compared_.contains(id) &&
           book_.Allows(id, ConsentScope::kSummarise);
  }

  void Outcomes() {
    for (model::Outcome outcome : in_.outcomes) {
      outcome.note.clear();
      Take(outcome, MayTellOf(outcome.organisation), out_.study.outcomes);
    }
  }

  // One that a source says is about no case.
  void Answers() {
    for (model::Answer answer : in_.answers) {
      answer.note.clear();
      Take(answer, !answer.organisation || MayTellOf(*answer.organisation), out_.study.answers);
    }
  }

  void Targets() {
    for (model::Target target : in_.targets) {
      target.note.clear();
      Take(target, true, out_.study.targets);
    }
  }

  // With the words that they translate: consent to show those and to translate them.  In the order of the documents, so
  // that no row tells where a hidden one stood.
  void Translations() {
    std::map<model::DocumentId, std::vector<model::Translation>> shown;  // by the document's own id
    for (const model::Translation& translation : in_.translations) shown[translation.document].push_back(translation);
    for (const model::Document& document : in_.documents) {
      const auto published = documents_.find(document.id);
      const auto found = shown.find(document.id);
      if (published == documents_.end() || found == shown.end() || !published->second.text) continue;
      const auto blanked = blanked_.find(document.id);
      const std::string& text = blanked == blanked_.end() ? document.text : blanked->second.text();
      for (model::Translation& translation : found->second) {
        if (!hidden_.MayBeTranslated(document, translation.exact)) continue;
        if (text.find(translation.exact) == std::string::npos) continue;
        translation.document = published->second.id;
        translation.id = {};
        if (!published->second.named) translation.translator.clear();
        out_.study.translations.push_back(std::move(translation));
      }
    }
  }

  // A case that does not appear, or is counted only, stays by its own id: the check of claims then names it and stops
  // the build.
  void Findings() {
    const auto rename = [&](std::vector<OrganisationId>& ids) {
      std::ranges::stable_sort(ids, {}, [&](const OrganisationId& id) {
        const Appearance* appearance = Find(appearances_, id);
        return appearance == nullptr ? 0 : appearance->number;
      });
      for (OrganisationId& id : ids) {
        const Appearance* appearance = Find(appearances_, id);
        if (appearance != nullptr && !appearance->counted_only) id = appearance->id;
      }
    };
    for (model::Finding finding : in_.findings) {
      rename(finding.cases_for);
      rename(finding.cases_against);
      finding.looked_at.reset();
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
  const Study& in_;  // without its codings
  std::vector<model::Coding> codings_;
  const ConsentBook& book_;
  const HiddenPassages& hidden_;
  const Appearances& appearances_;
  const std::set<OrganisationId>& compared_;
  const Pseudonyms& pseudonyms_;
  std::set<model::CountryCode> shown_countries_;
  std::map<model::DocumentId, Shown> documents_;
  std::map<model::DocumentId, BlankedText> blanked_;  // by its own id
  SourceFilter filter_;
  Redacted out_;
};

}  // namespace

Redacted Redact(Study& study, const ConsentBook& book, const HiddenPassages& hidden, const Appearances& appearances,
                const std::set<OrganisationId>& compared, const Pseudonyms& pseudonyms) {
  return Redactor(study, book, hidden, appearances, compared, pseudonyms).Run();
}

}  // namespace commonground::app
