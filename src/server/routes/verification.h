// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about leadership: whether organisations meet definitions, by counts that are saved or not yet, and what would
// change that.
#pragma once

#include "app/verify_study.h"
#include "server/route.h"

namespace commonground::server {

struct FractionView {
  std::int64_t num = 0;
  std::int64_t den = 1;
};
void Describe(auto& visit, Is<FractionView> auto& fraction) {
  visit("num", fraction.num, "above");
  visit("den", fraction.den, "below");
}

// People who come and go.
struct BodyChangeView {
  std::int64_t sex_workers_join = 0;
  std::int64_t sex_workers_leave = 0;
  std::int64_t others_join = 0;
  std::int64_t others_leave = 0;
};
void Describe(auto& visit, Is<BodyChangeView> auto& change) {
  visit("sex_workers_join", change.sex_workers_join, "so many");
  visit("sex_workers_leave", change.sex_workers_leave, "so many");
  visit("others_join", change.others_join, "so many");
  visit("others_leave", change.others_leave, "so many");
}

struct CriterionView {
  std::string body;
  FractionView share;
  bool more_than = false;
  model::Verdict verdict = model::Verdict::kUndetermined;
  std::string reason;
  std::optional<std::int64_t> headroom;
  std::optional<std::int64_t> shortfall;
  std::optional<std::string> as_of;
  std::optional<model::Basis> basis;
  std::vector<model::SourceId> sources;
  bool is_met = false;
  std::vector<BodyChangeView> smallest_changes;
  std::optional<std::int64_t> undisclosed;
  std::optional<std::int64_t> needed_of_undisclosed;
};
void Describe(auto& visit, Is<CriterionView> auto& one) {
  visit("body", one.body, "who is counted");
  visit("share", one.share, "of sex workers that is asked for");
  visit("more_than", one.more_than, "more than that share; else at least");
  visit("verdict", one.verdict, "what the counts say");
  visit("reason", one.reason, "why, in a sentence without counts");
  visit("headroom", one.headroom, "so many changes, in any mix, and it still meets; not said: counts do not decide");
  visit("shortfall", one.shortfall, "the fewest changes after which it meets");
  visit("as_of", one.as_of, "of the record that was used");
  visit("basis", one.basis, "who counted");
  visit("sources", one.sources, "of the record");
  visit("is_met", one.is_met, "by the least that the record says for sure: the changes below turn that");
  visit("smallest_changes", one.smallest_changes, "every mix of the fewest people that turns it");
  visit("undisclosed", one.undisclosed, "members whose status is not disclosed, and who decide it");
  visit("needed_of_undisclosed", one.needed_of_undisclosed, "sex workers among them that would be enough");
}

struct VerificationView {
  struct Definition {
    model::DefinitionId definition;
    std::string version;
    std::string label;
    std::string kind;
    std::string summary;
    std::vector<std::string> not_sourced;
    std::vector<model::SourceId> sources;
  };
  struct Assessment {
    model::OrganisationId organisation;
    model::DefinitionId definition;
    model::Verdict verdict = model::Verdict::kUndetermined;
    std::vector<CriterionView> criteria;
  };
  std::string on;
  std::vector<Definition> definitions;
  std::vector<Assessment> assessments;
};
void Describe(auto& visit, Is<VerificationView::Definition> auto& one) {
  visit("definition", one.definition, "its id");
  visit("version", one.version, "of it");
  visit("label", one.label, "what people call it");
  visit("kind", one.kind, "numeric, majority, qualitative, ...");
  visit("summary", one.summary, "what its source says, in our words");
  visit("not_sourced", one.not_sourced, "what of it is not known");
  visit("sources", one.sources, "where it is from");
}
void Describe(auto& visit, Is<VerificationView::Assessment> auto& one) {
  visit("organisation", one.organisation, "whose");
  visit("definition", one.definition, "by which");
  visit("verdict", one.verdict, "of all criteria");
  visit("criteria", one.criteria, "in the order of the definition");
}
void Describe(auto& visit, Is<VerificationView> auto& view) {
  visit("on", view.on, "the day");
  visit("definitions", view.definitions, "side by side");
  visit("assessments", view.assessments, "by organisation, then definition");
}

struct ShowVerification {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/verification",
                                .name = "showVerification",
                                .summary = "Whether organisations meet definitions, and what would change it",
                                .use_case = app::UseCase::kVerify};
  struct Input {
    std::vector<model::DefinitionId> definition;
    std::optional<model::OrganisationId> organisation;
    std::optional<std::string> on;
  };
  using Output = VerificationView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowVerification::Input> auto& in) {
  visit.Query("definition", in.definition, "by these; not said: by those of the study");
  visit.Query("organisation", in.organisation, "of this one only");
  visit.Query("on", in.on, "on this day; not said: the study's reference date, or today");
}

struct TryCounts {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/verification",
                                .name = "tryCounts",
                                .summary = "The same with counts that are not saved: nothing is changed",
                                .use_case = app::UseCase::kVerify,
                                .only_asks = true};
  struct Counts {
    std::string body;
    std::string as_of;
    std::optional<std::int64_t> members;
    std::optional<std::int64_t> sex_workers;
    std::optional<std::int64_t> undisclosed;
    std::optional<model::Basis> basis;
  };
  struct Input {
    model::OrganisationId organisation;
    std::vector<Counts> counts;
    std::optional<std::vector<model::DefinitionId>> definitions;
    std::optional<std::string> on;
  };
  using Output = VerificationView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<TryCounts::Counts> auto& counts) {
  visit("body", counts.body, "who is counted");
  visit("as_of", counts.as_of, "2026, 2026-05 or 2026-05-25");
  visit("members", counts.members, "of the body");
  visit("sex_workers", counts.sex_workers, "among them");
  visit("undisclosed", counts.undisclosed, "whose status is not disclosed");
  visit("basis", counts.basis, "who counted; self-declared, if it is not said");
}
void Describe(auto& visit, Is<TryCounts::Input> auto& in) {
  visit("organisation", in.organisation, "whose");
  visit("counts", in.counts, "beside those that are saved; of one day, these count");
  visit("definitions", in.definitions, "by these; not said: by those of the study");
  visit("on", in.on, "on this day; not said: the study's reference date, or today");
}

}  // namespace commonground::server
