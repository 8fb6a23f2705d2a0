// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about coders side by side: how far they agree, where they differ, and what is decided there.
#pragma once

#include "app/adjudicate_study.h"
#include "app/agreement_study.h"
#include "server/route.h"
#include "server/routes/figures.h"
#include "server/routes/page.h"
#include "server/routes/range.h"

namespace commonground::server {

struct FigureView {
  model::AgreementMeasure measure = model::AgreementMeasure::kAlpha;
  std::optional<double> value;
  std::optional<model::Undefined> undefined;
  std::optional<double> low;
  std::optional<double> high;
};
void Describe(auto& visit, Is<FigureView> auto& figure) {
  visit("measure", figure.measure, "which");
  visit("value", figure.value, "not said: there is none");
  visit("undefined", figure.undefined, "why there is none");
  visit("low", figure.low, "of its interval, if resamples were asked for");
  visit("high", figure.high, "of its interval");
}

struct AgreementRowView {
  std::optional<model::CodeId> code;
  std::optional<model::DocumentId> document;
  std::vector<model::CoderId> coders;
  std::int64_t units = 0;
  std::int64_t all = 0;
  std::int64_t some = 0;
  std::int64_t none = 0;
  std::int64_t present = 0;
  std::int64_t ratings = 0;
  std::vector<FigureView> figures;
};
void Describe(auto& visit, Is<AgreementRowView> auto& row) {
  visit("code", row.code, "on this one; not said: on all");
  visit("document", row.document, "in this text; not said: in all");
  visit("coders", row.coders, "of these");
  visit("units", row.units, "that two or more were given");
  visit("all", row.all, "that all who saw them coded");
  visit("some", row.some, "that they saw differently");
  visit("none", row.none, "that nobody coded");
  visit("present", row.present, "ratings that say present");
  visit("ratings", row.ratings, "of so many");
  visit("figures", row.figures, "one a measure");
}

struct ShowAgreement {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/agreement",
                                .name = "showAgreement",
                                .summary = "How far coders agree, in texts that all of them have submitted",
                                .use_case = app::UseCase::kAgreement};
  struct Input {
    std::vector<model::CodeId> code;
    std::vector<model::CoderId> coder;
    std::vector<model::DocumentId> document;
    std::optional<model::AgreementUnit> unit;
    std::optional<bool> with_below;
    std::optional<bool> after_adjudication;
    std::optional<std::int64_t> resamples;
  };
  struct Confusion {
    model::CoderId first;
    model::CoderId second;
    std::optional<model::CodeId> first_code;
    std::optional<model::CodeId> second_code;
    std::int64_t units = 0;
  };
  struct Output {
    std::vector<model::CoderId> coders;
    std::vector<model::DocumentId> documents;
    std::vector<model::DocumentId> still_coded;
    std::vector<model::DocumentId> one_coder_only;
    AgreementRowView all_codes;
    std::vector<AgreementRowView> by_code;
    std::vector<AgreementRowView> by_document;
    std::vector<AgreementRowView> by_pair;
    std::vector<Confusion> confusions;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void DescribeAgreement(auto& visit, auto& in) {
  visit.Query("code", in.code, "on these only");
  visit.Query("coder", in.coder, "of these only");
  visit.Query("document", in.document, "in these only");
  visit.Query("unit", in.unit, "what is counted; paragraphs, if it is not said");
  visit.Query("with_below", in.with_below, "a code stands for those below it too");
  visit.Query("after_adjudication", in.after_adjudication, "with what was decided");
  visit.Query("resamples", in.resamples, "for intervals, at most 2000; none, if it is not said");
}
void Describe(auto& visit, Is<ShowAgreement::Input> auto& in) {
  DescribeAgreement(visit, in);
}
void Describe(auto& visit, Is<ShowAgreement::Confusion> auto& one) {
  visit("first", one.first, "one coder");
  visit("second", one.second, "another");
  visit("first_code", one.first_code, "gave this; not said: nothing");
  visit("second_code", one.second_code, "where the other gave this");
  visit("units", one.units, "so often");
}
void Describe(auto& visit, Is<ShowAgreement::Output> auto& out) {
  visit("coders", out.coders, "whose work was compared");
  visit("documents", out.documents, "that two or more of them were given");
  visit("still_coded", out.still_coded, "left out: somebody has not submitted");
  visit("one_coder_only", out.one_coder_only, "left out: nothing to compare");
  visit("all_codes", out.all_codes, "over all codes");
  visit("by_code", out.by_code, "in the order of the codebook");
  visit("by_document", out.by_document, "over all codes");
  visit("by_pair", out.by_pair, "over all codes");
  visit("confusions", out.confusions, "what was taken for what");
}

// GET /agreement/figure: how far coders agree, by code, as a picture or as numbers.
struct DrawAgreement {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/agreement/figure",
                                .name = "drawAgreement",
                                .summary = "How far coders agree by code, an SVG or a CSV, as an attachment",
                                .use_case = app::UseCase::kAgreement,
                                .gives_file = true,
                                .file_types = kFigureTypes};
  struct Input : ShowAgreement::Input {
    std::optional<OneOf<FigureForms>> form;
    std::optional<OneOf<FigureLanguages>> language;
  };
};
void Describe(auto& visit, Is<DrawAgreement::Input> auto& in) {
  DescribeAgreement(visit, in);
  visit.Query("form", in.form, "svg, if it is not said");
  visit.Query("language", in.language, "of the words that are ours; the study's, if it is not said");
}
Route DrawAgreementRoute();

struct ListDisagreements {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/disagreements",
                                .name = "listDisagreements",
                                .summary = "Passages that coders saw differently, with what was decided about them",
                                .use_case = app::UseCase::kAgreement};
  struct Input : Page {
    std::vector<model::DocumentId> document;
    std::vector<model::CodeId> code;
    std::optional<model::AgreementUnit> unit;
    std::optional<bool> open;
  };
  struct Coded {
    std::string coding;
    model::CoderId coder;
    model::CodeId code;
    RangeView range;
    std::string text;
  };
  struct Code {
    model::CodeId code;
    RangeView range;
    bool is_extent = false;
    std::vector<model::CoderId> coded_by;
    std::vector<model::CoderId> not_coded_by;
    std::vector<Coded> codings;
    std::vector<Coded> instead;
    bool is_decided = false;
  };
  struct Decided {
    std::string adjudication;
    model::CodeId code;
    RangeView range;
    bool stands = false;
    std::string why;
    model::CoderId decided_by;
  };
  struct Passage {
    model::DocumentId document;
    std::string title;
    std::string language;
    RangeView range;
    std::string text;
    std::vector<Code> codes;
    std::vector<Decided> decided;
    bool is_open = false;
  };
  struct Output {
    std::vector<Passage> passages;
    std::int64_t total = 0;
    std::int64_t open = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListDisagreements::Input> auto& in) {
  visit.Query("document", in.document, "in these texts only");
  visit.Query("code", in.code, "under these codes only");
  visit.Query("unit", in.unit, "what is compared; paragraphs, if it is not said");
  visit.Query("open", in.open, "those only that nobody has decided about (true), or all");
  DescribePage(visit, in);
}
void Describe(auto& visit, Is<ListDisagreements::Coded> auto& one) {
  visit("coding", one.coding, "its id");
  visit("coder", one.coder, "whose");
  visit("code", one.code, "which");
  visit("range", one.range, "in the text");
  visit("text", one.text, "its words");
}
void Describe(auto& visit, Is<ListDisagreements::Code> auto& one) {
  visit("code", one.code, "under which they differ");
  visit("range", one.range, "all its codings together");
  visit("is_extent", one.is_extent, "all coded it, not all of the same units");
  visit("coded_by", one.coded_by, "who gave it");
  visit("not_coded_by", one.not_coded_by, "who did not");
  visit("codings", one.codings, "of this code");
  visit("instead", one.instead, "what those gave who did not give it");
  visit("is_decided", one.is_decided, "somebody decided");
}
void Describe(auto& visit, Is<ListDisagreements::Decided> auto& one) {
  visit("adjudication", one.adjudication, "its id");
  visit("code", one.code, "whether this code");
  visit("range", one.range, "stands here");
  visit("stands", one.stands, "what was decided");
  visit("why", one.why, "in words");
  visit("decided_by", one.decided_by, "who");
}
void Describe(auto& visit, Is<ListDisagreements::Passage> auto& one) {
  visit("document", one.document, "where");
  visit("title", one.title, "of the text");
  visit("language", one.language, "of the text, BCP 47");
  visit("range", one.range, "of all codings that touch");
  visit("text", one.text, "its words");
  visit("codes", one.codes, "under which coders differ");
  visit("decided", one.decided, "what was decided here");
  visit("is_open", one.is_open, "a code of it waits for a decision");
}
void Describe(auto& visit, Is<ListDisagreements::Output> auto& out) {
  visit("passages", out.passages, "this page of them, by text and place");
  visit("total", out.total, "of all pages");
  visit("open", out.open, "of all, those that wait for a decision");
}

struct Adjudicate {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/documents/{document}/adjudications",
                                .name = "adjudicate",
                                .summary = "Decide where coders differed: several codes of a text in one edit",
                                .use_case = app::UseCase::kAdjudicate};
  struct Decision {
    model::CodeId code;
    std::int64_t start = 0;
    std::int64_t end = 0;
    bool stands = false;
  };
  struct Input {
    model::DocumentId document;
    std::vector<Decision> decisions;
    std::string why;
  };
  struct Output {
    std::int64_t act = 0;
    std::vector<std::string> codings;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Adjudicate::Decision> auto& one) {
  visit("code", one.code, "which");
  visit("start", one.start, "of the passage that it is decided for");
  visit("end", one.end, "behind its last code point");
  visit("stands", one.stands, "the passage has the code");
}
void Describe(auto& visit, Is<Adjudicate::Input> auto& in) {
  visit.Path("document", in.document, "CASE/FILE, its slash as %2F");
  visit("decisions", in.decisions, "one or more");
  visit("why", in.why, "the reason, which is kept");
}
void Describe(auto& visit, Is<Adjudicate::Output> auto& out) {
  visit("act", out.act, "its number in the history");
  visit("codings", out.codings, "those that stand for what was decided, as DOCUMENT#XXXXXXXX");
}

}  // namespace commonground::server
