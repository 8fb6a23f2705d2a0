// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every field of a publication as text: all that a page could be made of.  A field that is added to the model and not
// here is caught by the tests that read the pages themselves.
#pragma once

#include <sstream>
#include <string>

#include "model/results/publication.h"

namespace commonground::app {

class Dump {
 public:
  std::string Text() const { return out_.str(); }

  template <typename... Fields>
  void Line(const char* kind, const Fields&... fields) {
    out_ << kind;
    ((out_ << '|', Put(fields)), ...);
    out_ << '\n';
  }

 private:
  void Put(const std::string& text) { out_ << text; }
  void Put(const char* text) { out_ << text; }
  void Put(bool value) { out_ << value; }
  void Put(int value) { out_ << value; }
  void Put(std::int64_t value) { out_ << value; }
  void Put(const core::Date& date) { out_ << date.Text(); }
  void Put(const core::Fraction& share) { out_ << share.Text(); }
  void Put(const core::Moment& at) { out_ << at.Text(); }
  void Put(const core::TextRange& range) { out_ << range.start << '-' << range.end; }
  void Put(const model::Part& part) {
    out_ << static_cast<int>(part.kind) << part.level << ':' << part.range.start << part.page;
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void Put(Enum value) { out_ << static_cast<int>(value); }
  template <typename Id>
  requires requires(const Id& id) { id.value; } &&(!std::is_enum_v<Id>)void Put(const Id& id) {
    out_ << id.value;
  }
  template <typename Value>
  void Put(const std::optional<Value>& value) {
    if (value) {
      Put(*value);
    } else {
      out_ << "none";
    }
  }
  template <typename Value>
  void Put(const std::vector<Value>& list) {
    for (const auto& one : list) {
      Put(one);
      out_ << ',';
    }
  }
  std::ostringstream out_;
};

inline void DumpStudy(const model::Study& s, Dump& d) {
  d.Line("settings", s.settings.title, s.settings.subtitle, s.settings.publisher, s.settings.language,
         s.settings.reference_date, s.settings.frame_note, s.settings.frame_sources, s.settings.at_most_per_country,
         s.settings.definitions, s.settings.record_months, static_cast<int>(s.settings.claims_about.size()),
         s.settings.smallest_cell, s.settings.many_valued, s.settings.licence);
  for (const auto& x : s.regions) d.Line("region", x.id, x.label, x.aliases, x.quota);
  for (const auto& x : s.invented_countries) d.Line("place", x.code, x.name);
  for (const auto& x : s.slots) d.Line("slot", x.id, x.region, x.country, x.organisation, x.sources, x.note);
  for (const auto& x : s.sources) d.Line("source", x.id, x.title, x.site, x.address, x.kind, x.accessed, x.note);
  for (const auto& x : s.organisations) {
    d.Line("organisation", x.id, x.name, x.short_name, x.country, x.region, x.languages, x.visibility, x.note);
  }
  for (const auto& x : s.statements) {
    d.Line("statement", x.subject, x.property, x.value, x.valid_from, x.valid_to, x.as_of, x.evidence_type, x.sources,
           x.validated_by, x.note);
  }
  for (const auto& x : s.contexts) {
    d.Line("fact", x.country, x.area, x.indicator, x.value, x.valid_from, x.valid_to, x.as_of, x.citation, x.sources,
           x.validated_by, x.note);
  }
  for (const auto& x : s.codebook) {
    d.Line("code", x.id, x.parent, x.kind, x.label, x.definition, x.basis, x.sources, x.include, x.exclude, x.colour,
           x.retired, x.merged_into, x.guid);
  }
  for (const auto& x : s.cases) d.Line("case", x.organisation, x.title, x.embargo_until);
  for (const auto& x : s.documents) {
    d.Line("document", x.id, x.organisation, x.title, x.language, x.kind, x.date, x.sources, x.version, x.text, x.hash,
           x.parts, x.original_hash, x.format);
  }
  for (const auto& x : s.codings) {
    d.Line("coding", x.document, x.exact, x.prefix, x.suffix, x.range, x.code, x.coder, x.created, x.status,
           x.evidence_type, x.sources, x.memo, x.id, x.at, x.hint);
  }
  for (const auto& x : s.partners) d.Line("partner", x.id, x.name, x.sector, x.country, x.note);
  for (const auto& x : s.partnerships) d.Line("tie", x.organisation, x.partner, x.kind, x.since, x.sources, x.publish);
  for (const auto& x : s.findings) {
    d.Line("finding", x.id, x.statement, x.codes, x.cases_for, x.cases_against, x.confidence, x.reasons, x.graded_by,
           x.text, x.kind, x.concerns, x.addressees, x.rests_on, x.looked_at);
  }
  for (const auto& x : s.outcomes) {
    d.Line("outcome", x.organisation, x.codes, x.measure, x.before, x.after, x.unit, x.before_when, x.after_when,
           x.evidence_type, x.sources, x.how, x.note, x.id);
  }
  for (const auto& x : s.answers) {
    d.Line("answer", x.practice, x.barrier, x.organisation, x.sources, x.text, x.note, x.id);
  }
  for (const auto& x : s.targets) {
    d.Line("target", x.id, x.series, x.statement, x.value, x.unit, x.due, x.sources, x.note);
  }
  for (const auto& x : s.translations) {
    d.Line("translation", x.document, x.exact, x.language, x.text, x.translator, x.id);
  }
  for (const auto& x : s.editions) d.Line("edition", x.id, x.date, x.text, x.corrections);
  for (const auto& x : s.chapters) d.Line("chapter", x.id, x.text);
  // What never leaves: how much of it there is tells, too.
  d.Line("private", std::ssize(s.leadership) + std::ssize(s.old_versions) + std::ssize(s.orphans) +
                        std::ssize(s.memos) + std::ssize(s.assignments) + std::ssize(s.adjudications) +
                        std::ssize(s.decisions) + std::ssize(s.history) + std::ssize(s.history_texts) +
                        std::ssize(s.consents));
}

inline std::string DumpOf(const model::Publication& p) {
  Dump d;
  DumpStudy(p.study, d);
  for (const auto& [id, access] : p.text_access) d.Line("access", id, access);
  for (const auto& [id, named] : p.named) d.Line("named", id, named);
  for (const auto& [id, scopes] : p.scopes) d.Line("scopes", id, scopes);
  for (const auto& [id, basis] : p.consent_basis) d.Line("basis", id, basis);
  for (const auto& [id, what] : p.look_again) d.Line("look again", id, what.was_coded, what.was_changed);
  for (const auto& x : p.context.countries) {
    d.Line("country", x.country, x.legal_model, model::InEnglish(x.legal_model_reason));
    for (const auto& i : x.indicators) d.Line("value", i.indicator, i.state, i.value, std::ssize(i.facts));
  }
  for (const auto& x : p.context.statements)
    d.Line("group", x.subject, x.property, x.disputed, std::ssize(x.statements));
  for (const auto& x : p.frame.places) d.Line("place", x.slot, x.region, x.country, x.organisation, x.in_edition);
  for (const auto& x : p.frame.regions) d.Line("asked", x.region, x.asked, x.cases, x.counted_only);
  for (const auto& x : p.counted_only) d.Line("counted only", x.case_index, x.codes);
  d.Line("frame", p.frame.asked, p.frame.cases);
  for (const auto& x : p.assessments) {
    d.Line("verdict", x.organisation, x.definition, x.definition_version, x.verdict, std::ssize(x.criteria));
  }
  d.Line("verdicts", p.assessments_private);
  d.Line("snapshot", p.snapshot.codes, p.snapshot.parent, p.snapshot.kinds, p.snapshot.cases, p.snapshot.coders);
  for (const auto& x : p.snapshot.codings) {
    d.Line("column", x.case_index, x.document_index, x.code, x.coder, x.start, x.end);
  }
  for (const auto& x : p.snapshot.groupings) d.Line("plan", x.id, x.ids, x.labels, x.group_of_case);
  for (const auto& x : p.comparison.material) d.Line("material", x.documents, x.passages, x.sources, x.code_points);
  for (const auto& grouping : p.comparison.groupings) {
    for (const auto& x : grouping.groups) d.Line("groups", grouping.id, x.id, x.label, x.cases);
    for (const auto& x : grouping.rows) {
      d.Line("row", x.code, x.overall.present, x.overall.of, x.reach, x.balanced_num, x.balanced_den, x.prevalence,
             x.so_far, x.by_case.holds, x.by_case.changed_by, x.by_coder.holds, x.by_coder.changed_by);
      for (const auto& share : x.by_group) d.Line("share", share.present, share.of);
    }
  }
  for (const auto* map : {&p.comparison.practice_by_outcome, &p.comparison.practice_by_barrier}) {
    for (const auto& x : map->cells) d.Line("cell", x.row, x.column, x.cases, x.case_indices, x.confidence);
  }
  return d.Text();
}

}  // namespace commonground::app
