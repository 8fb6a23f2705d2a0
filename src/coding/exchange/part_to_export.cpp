// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes out of a study what may leave, and reports what stays.

#include <algorithm>

#include "coding/exchange/write_refi.h"
#include "model/guids.h"

namespace commonground::coding {

using model::MemoSubject;

namespace {

template <typename Row, typename Keep>
std::int64_t KeepOnly(std::vector<Row>& rows, const Keep& keep) {
  const auto gone = std::erase_if(rows, [&](const Row& row) { return !keep(row); });
  return static_cast<std::int64_t>(gone);
}

template <typename Row>
void Leave(std::vector<Row>& rows, const char* what, const char* became, Report& report) {
  report.Add(what, became, static_cast<std::int64_t>(rows.size()));
  rows.clear();
}

class Part {
 public:
  Part(const model::Study& study, const std::set<model::DocumentId>& readable, Statuses statuses, Report& report)
      : part_(study), readable_(readable), statuses_(statuses), report_(report) {}

  model::Study Take() {
    Documents();
    Cases();
    Codings();
    Memos();
    Sets();
    Rest();
    Countries();
    References();
    return std::move(part_);
  }

 private:
  void Documents() {
    const auto may = [&](const auto& row) { return readable_.contains(row.id); };
    report_.Add("documents that may not be read (no consent to analyse, or withdrawn)", "left out",
                KeepOnly(part_.documents, may));
    for (const auto& document : part_.documents) cases_.insert(document.organisation);
    report_.Add("codings of documents that may not be read", "left out",
                KeepOnly(part_.codings, [&](const auto& row) { return readable_.contains(row.document); }));
    Leave(part_.old_versions, "older versions of texts", "left out: REFI-QDA knows one text a source", report_);
    Leave(part_.orphans, "codings without a place in the newest text", "left out", report_);
  }

  void Cases() {
    const auto has_text = [&](const auto& row) { return cases_.contains(row.organisation); };
    report_.Add("cases without a document that may be read", "left out", KeepOnly(part_.cases, has_text));
    KeepOnly(part_.organisations, [&](const auto& row) { return cases_.contains(row.id); });
    for (auto& organisation : part_.organisations) organisation.note.clear();
    std::set<std::string> subjects;
    for (const auto& id : cases_) subjects.insert(id.value);
    for (const auto& document : part_.documents) subjects.insert(document.id.value);
    KeepOnly(part_.consents, [&](const auto& row) { return subjects.contains(row.subject); });
    for (auto& consent : part_.consents) {
      // Where a consent is kept is nobody's business elsewhere.
      if (consent.basis != model::ConsentBasis::kPublicSource) consent.evidence.clear();
    }
  }

  void Codings() {
    if (statuses_ == Statuses::kAcceptedOnly) {
      report_.Add(
          "codings that are not accepted", "left out, as you asked",
          KeepOnly(part_.codings, [](const auto& row) { return row.status == model::CodingStatus::kAccepted; }));
    }
    for (const auto& coding : part_.codings) {
      codings_.insert(model::IdOf(coding));
      if (coding.status != model::CodingStatus::kAccepted) {
        report_.Add("codings that are " + Shown(coding.status),
                    "other programs show them as any coding; commonground.json says what they are");
      }
      if (coding.evidence_type != model::EvidenceType::kDocumented) Side("grades of codings");
      if (!coding.sources.empty()) Side("codings with sources");
    }
    const auto known = [&](const model::Adjudication& one) {
      const auto has = [&](const model::CodingId& id) { return codings_.contains(id); };
      return readable_.contains(one.document) && std::ranges::all_of(one.originals, has) &&
             (!one.result || has(*one.result));
    };
    report_.Add("adjudications of what is not exported", "left out", KeepOnly(part_.adjudications, known));
    Side("adjudications", static_cast<std::int64_t>(part_.adjudications.size()));
    for (const auto& code : part_.codebook) {
      if (code.retired) Side("retired codes");
      if (!code.basis.empty() || !code.sources.empty()) Side("codes with a basis or sources");
    }
    Side("places of codes in the codebook's order", static_cast<std::int64_t>(part_.codebook.size()));
  }

  static std::string Shown(model::CodingStatus status) {
    return status == model::CodingStatus::kDraft ? "drafts" : std::string(model::Word(status));
  }

  void Side(std::string_view what, std::int64_t count = 1) {
    report_.Add(what, "in commonground.json only: other programs do not see them", count);
  }

  void Memos() {
    report_.Add("memos about what is not exported", "left out", KeepOnly(part_.memos, [&](const model::Memo& memo) {
                  switch (memo.about) {
                    case MemoSubject::kStudy:
                      return true;
                    case MemoSubject::kCode:
                      return std::ranges::any_of(part_.codebook,
                                                 [&](const auto& c) { return c.id.value == memo.subject; });
                    case MemoSubject::kCase:
                      return cases_.contains(model::OrganisationId(memo.subject));
                    case MemoSubject::kDocument:
                      return readable_.contains(model::DocumentId(memo.subject));
                    case MemoSubject::kCoding:
                      return codings_.contains(model::CodingId(memo.subject));
                  }
                  return false;
                }));
  }

  // Members that do not leave are taken out, and a set that none is left of.
  void Sets() {
    for (model::Set& set : part_.sets) {
      std::erase_if(set.codes, [&](const auto& id) {
        return std::ranges::find(part_.codebook, id, &model::Code::id) == part_.codebook.end();
      });
      std::erase_if(set.documents, [&](const auto& id) { return !readable_.contains(id); });
    }
    report_.Add("sets of what is not exported", "left out",
                KeepOnly(part_.sets, [](const auto& set) { return !set.codes.empty() || !set.documents.empty(); }));
  }

  void Rest() {
    constexpr const char* kNot = "left out: REFI-QDA has no place for them";
    Leave(part_.assignments, "assignments", kNot, report_);
    Leave(part_.decisions, "decisions about documents and suggestions", kNot, report_);
    Leave(part_.history, "events of the history", kNot, report_);
    part_.history_texts.clear();
    constexpr const char* kOther = "left out: not about coding";
    Leave(part_.slots, "slots of the frame", kOther, report_);
    Leave(part_.statements, "statements", kOther, report_);
    Leave(part_.leadership, "leadership records", kOther, report_);
    Leave(part_.definitions, "definitions", kOther, report_);
    Leave(part_.partners, "partners", kOther, report_);
    Leave(part_.partnerships, "ties", kOther, report_);
    Leave(part_.outcomes, "outcomes", kOther, report_);
    Leave(part_.answers, "answers", kOther, report_);
    Leave(part_.targets, "targets", kOther, report_);
    Leave(part_.translations, "translations of passages", kOther, report_);
    Leave(part_.findings, "findings", kOther, report_);
    Leave(part_.editions, "editions of the report", kOther, report_);
    Leave(part_.chapters, "chapters", kOther, report_);
  }

  // Facts about other countries would tell that somebody is there.  Who validated one is nobody's business elsewhere.
  void Countries() {
    for (const auto& organisation : part_.organisations) {
      if (organisation.country) countries_.insert(*organisation.country);
    }
    report_.Add("facts about countries of which nothing is exported", "left out",
                KeepOnly(part_.contexts, [&](const auto& row) { return countries_.contains(row.country); }));
    for (auto& fact : part_.contexts) {
      fact.validated_by.clear();
      fact.note.clear();
    }
    for (auto& indicator : part_.indicators) indicator.note.clear();
    Side("indicators", static_cast<std::int64_t>(part_.indicators.size()));
    Side("facts about countries", static_cast<std::int64_t>(part_.contexts.size()));
  }

  // Sources and places that something exported refers to.
  void References() {
    std::set<model::SourceId> sources;
    const auto add = [&](const std::vector<model::SourceId>& ids) { sources.insert(ids.begin(), ids.end()); };
    for (const auto& code : part_.codebook) add(code.sources);
    for (const auto& coding : part_.codings) add(coding.sources);
    for (const auto& document : part_.documents) add(document.sources);
    for (const auto& indicator : part_.indicators) add(indicator.sources);
    for (const auto& fact : part_.contexts) add(fact.sources);
    for (const auto& consent : part_.consents) sources.insert(model::SourceId(consent.evidence));
    KeepOnly(part_.sources, [&](const auto& row) { return sources.contains(row.id); });
    // Regions all stay: a comparison also says where nothing is known yet.
    KeepOnly(part_.invented_countries, [&](const auto& row) { return countries_.contains(row.code); });
  }

  model::Study part_;
  const std::set<model::DocumentId>& readable_;
  Statuses statuses_;
  Report& report_;
  std::set<model::OrganisationId> cases_;
  std::set<model::CountryCode> countries_;
  std::set<model::CodingId> codings_;
};

}  // namespace

model::Study PartToExport(const model::Study& study, const std::set<model::DocumentId>& readable, Statuses statuses,
                          Report& report) {
  return Part(study, readable, statuses, report).Take();
}

}  // namespace commonground::coding
