// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about common ground: which codes which cases have, by group, and the passages behind every number.
#pragma once

#include "server/route.h"
#include "server/routes/page.h"
#include "server/routes/range.h"

namespace commonground::server {

struct ShareView {
  std::int64_t present = 0;
  std::int64_t of = 0;
};
void Describe(auto& visit, Is<ShareView> auto& share) {
  visit("present", share.present, "cases that have it");
  visit("of", share.of, "cases there are");
}

struct RobustnessView {
  std::int64_t holds = 0;
  std::int64_t of = 0;
  std::vector<std::string> changed_by;
};
void Describe(auto& visit, Is<RobustnessView> auto& robust) {
  visit("holds", robust.holds, "the class is the same after so many removals");
  visit("of", robust.of, "removals that were tried");
  visit("changed_by", robust.changed_by, "whose removal changes it");
}

struct ShowComparison {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/compare",
                                .name = "showComparison",
                                .summary = "Which codes of a kind the cases have, by group, with denominators",
                                .use_case = app::UseCase::kCompare};
  struct Input {
    std::optional<std::string> by;
    std::optional<model::CodeKind> kind;
    std::optional<bool> all;
  };
  struct Group {
    std::string group;
    std::string label;
    std::int64_t cases = 0;
  };
  struct Row {
    model::CodeId code;
    std::string label;
    std::vector<ShareView> by_group;
    ShareView overall;
    std::int64_t reach = 0;
    std::int64_t balanced_num = 0;
    std::int64_t balanced_den = 0;
    std::string prevalence;
    RobustnessView without_each_case;
    RobustnessView without_each_coder;
  };
  struct Output {
    std::string by;
    std::vector<std::string> groupings;
    model::CodeKind kind = model::CodeKind::kPractice;
    std::int64_t cases = 0;
    std::int64_t passages = 0;
    std::int64_t codings = 0;
    std::vector<model::OrganisationId> under_embargo;
    std::vector<model::OrganisationId> not_yet_coded;
    std::vector<model::DocumentId> still_coded;
    std::vector<Group> groups;
    std::vector<Row> rows;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowComparison::Input> auto& in) {
  visit.Query("by", in.by, "region (if it is not said), legal_model, or an indicator");
  visit.Query("kind", in.kind, "practice, if it is not said");
  visit.Query("all", in.all, "also codes that no case has");
}
void Describe(auto& visit, Is<ShowComparison::Group> auto& group) {
  visit("group", group.group, "its id");
  visit("label", group.label, "its name");
  visit("cases", group.cases, "in it");
}
void Describe(auto& visit, Is<ShowComparison::Row> auto& row) {
  visit("code", row.code, "its id");
  visit("label", row.label, "what people call it");
  visit("by_group", row.by_group, "in the order of groups");
  visit("overall", row.overall, "of all groups");
  visit("reach", row.reach, "groups with a case that has it");
  visit("balanced_num", row.balanced_num, "the mean of the groups' shares, a fraction: above");
  visit("balanced_den", row.balanced_den, "and below; 0: no case");
  visit("prevalence", row.prevalence, "its class, in words");
  visit("without_each_case", row.without_each_case, "by organisation");
  visit("without_each_coder", row.without_each_coder, "by person");
}
void Describe(auto& visit, Is<ShowComparison::Output> auto& out) {
  visit("by", out.by, "what the cases are grouped by");
  visit("groupings", out.groupings, "what they could be grouped by");
  visit("kind", out.kind, "of the codes");
  visit("cases", out.cases, "compared");
  visit("passages", out.passages, "places with an accepted coding");
  visit("codings", out.codings, "accepted");
  visit("under_embargo", out.under_embargo, "compared, and in no report yet");
  visit("not_yet_coded", out.not_yet_coded, "compared, and nobody coded a passage of theirs");
  visit("still_coded", out.still_coded, "texts whose codings are not counted: somebody codes them blind");
  visit("groups", out.groups, "the columns");
  visit("rows", out.rows, "higher balanced prevalence first");
}

struct ShowGapMap {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/gap-map",
                                .name = "showGapMap",
                                .summary = "Practices by barriers or outcomes: how many cases have both",
                                .use_case = app::UseCase::kCompare};
  struct Columns {
    static constexpr std::array<std::string_view, 2> kWords{"barrier", "outcome"};
  };
  struct Input {
    std::optional<OneOf<Columns>> columns;
  };
  struct Code {
    model::CodeId code;
    std::string label;
  };
  struct Cell {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::int64_t cases = 0;
    std::vector<model::OrganisationId> organisations;
    std::string confidence;
  };
  struct Output {
    std::vector<Code> rows;
    std::vector<Code> columns;
    std::vector<Cell> cells;
    std::int64_t cases = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowGapMap::Input> auto& in) {
  visit.Query("columns", in.columns, "barrier, if it is not said");
}
void Describe(auto& visit, Is<ShowGapMap::Code> auto& code) {
  visit("code", code.code, "its id");
  visit("label", code.label, "what people call it");
}
void Describe(auto& visit, Is<ShowGapMap::Cell> auto& cell) {
  visit("row", cell.row, "from 0");
  visit("column", cell.column, "from 0");
  visit("cases", cell.cases, "that have both; 0: a gap");
  visit("organisations", cell.organisations, "whose cases");
  visit("confidence", cell.confidence, "the lowest of the findings that these cases support; empty: none");
}
void Describe(auto& visit, Is<ShowGapMap::Output> auto& out) {
  visit("rows", out.rows, "practices");
  visit("columns", out.columns, "barriers or outcomes");
  visit("cells", out.cells, "row by row, empty ones too");
  visit("cases", out.cases, "compared: the denominator");
}

struct ListSamePassages {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/compare/same-passage",
                                .name = "listSamePassages",
                                .summary = "Codes that stand on the very same passage",
                                .use_case = app::UseCase::kCompare};
  struct Input : Page {};
  struct Place {
    model::DocumentId document;
    std::int64_t start = 0;
  };
  struct Pair {
    model::CodeId one;
    model::CodeId other;
    std::int64_t passages = 0;
    std::int64_t cases = 0;
    std::vector<Place> places;
  };
  struct Output {
    std::vector<Pair> pairs;
    std::int64_t total = 0;
    std::int64_t cases = 0;
    std::int64_t codings = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListSamePassages::Input> auto& in) {
  DescribePage(visit, in);
}
void Describe(auto& visit, Is<ListSamePassages::Place> auto& place) {
  visit("document", place.document, "which");
  visit("start", place.start, "of the passage, in code points");
}
void Describe(auto& visit, Is<ListSamePassages::Pair> auto& pair) {
  visit("one", pair.one, "a code");
  visit("other", pair.other, "another");
  visit("passages", pair.passages, "that have both, each once, whoever coded it");
  visit("cases", pair.cases, "in which");
  visit("places", pair.places, "the first 50 of the passages");
}
void Describe(auto& visit, Is<ListSamePassages::Output> auto& out) {
  visit("pairs", out.pairs, "most passages first");
  visit("total", out.total, "how many pairs there are");
  visit("cases", out.cases, "compared");
  visit("codings", out.codings, "compared: accepted, and in no text that somebody still codes");
}

struct ListPassages {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/compare/passages",
                                .name = "listPassages",
                                .summary = "The passages behind a number of a comparison, with their words",
                                .use_case = app::UseCase::kSeePassages};
  struct Input : Page {
    model::CodeId code;
    std::optional<std::string> by;
    std::optional<std::string> group;
    std::optional<model::CodeId> with;
  };
  struct Passage {
    model::OrganisationId organisation;
    model::DocumentId document;
    std::string title;
    std::string language;
    RangeView range;
    std::vector<model::CodeId> codes;
    std::string text;
  };
  struct Output {
    std::vector<Passage> passages;
    std::int64_t total = 0;
    std::vector<model::OrganisationId> cases;
    std::int64_t of = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListPassages::Input> auto& in) {
  visit.Query("code", in.code, "with this code, and those below it");
  visit.Query("by", in.by, "region, if it is not said");
  visit.Query("group", in.group, "of cases of this group only");
  visit.Query("with", in.with,
              "that stand with this code, as a cell of the gap map counts them: in one text, or on one passage");
  DescribePage(visit, in);
}
void Describe(auto& visit, Is<ListPassages::Passage> auto& passage) {
  visit("organisation", passage.organisation, "whose case");
  visit("document", passage.document, "where");
  visit("title", passage.title, "of the text");
  visit("language", passage.language, "of the text, BCP 47");
  visit("range", passage.range, "in the text");
  visit("codes", passage.codes, "the code, or those below it, that it has");
  visit("text", passage.text, "its words");
}
void Describe(auto& visit, Is<ListPassages::Output> auto& out) {
  visit("passages", out.passages, "this page of them, by case, text and place");
  visit("total", out.total, "of all pages");
  visit("cases", out.cases, "whose: the number");
  visit("of", out.of, "cases of the group: the denominator");
}

}  // namespace commonground::server
