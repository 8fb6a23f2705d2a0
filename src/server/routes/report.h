// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about the report: what blocks it, its pages to look at, who approved them, drafts and editions.
#pragma once

#include "server/routes/jobs.h"

namespace commonground::server {

// What a report would be, or why there can be none.
struct ReportView {
  struct Problem {
    bool blocks = false;
    std::string thing;
    std::string id;
    std::string file;
    std::int64_t line = 0;
    std::string field;
    std::string value;
    std::string message;
    std::string fix;
  };
  std::string summary;
  std::int64_t cases = 0;
  std::int64_t under_embargo = 0;
  std::int64_t still_coded = 0;
  bool blocked = false;
  std::vector<Problem> problems;
};
void Describe(auto& visit, Is<ReportView::Problem> auto& one) {
  visit("blocks", one.blocks, "nothing is published until it is mended; else it is to be looked at");
  visit("thing", one.thing, "what kind of thing it is about: finding, organisation, ...; empty: no one thing");
  visit("id", one.id, "of that thing");
  visit("file", one.file, "of the study folder: which thing");
  visit("line", one.line, "of it; 0: all of it");
  visit("field", one.field, "of it; empty: none");
  visit("value", one.value, "what stands there, cut");
  visit("message", one.message, "what is wrong");
  visit("fix", one.fix, "what to do");
}
void Describe(auto& visit, Is<ReportView> auto& view) {
  visit("summary", view.summary, "of the frame, in one line");
  visit("cases", view.cases, "in the report");
  visit("under_embargo", view.under_embargo, "compared, and not in it yet");
  visit("still_coded", view.still_coded, "texts whose codings are not in it: somebody codes them blind");
  visit("blocked", view.blocked, "it cannot be published as it is");
  visit("problems", view.problems, "those that block first");
}

struct CheckReport {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/report",
                                .name = "checkReport",
                                .summary = "What blocks publishing, and where to mend it; nothing is written",
                                .use_case = app::UseCase::kReport};
  using Input = Nothing;
  using Output = ReportView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

struct MakeReport {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/report",
                                .name = "makeReport",
                                .summary =
                                    "Begins a job that makes a draft of the report, or an edition that two approved, "
                                    "as a ZIP to be fetched",
                                .use_case = app::UseCase::kReport,
                                .is_fresh = true,
                                .made = 202};
  struct Input {
    std::optional<std::vector<std::string>> forms;
    std::optional<std::vector<std::string>> languages;
    std::optional<bool> publish;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<MakeReport::Input> auto& in) {
  visit("forms", in.forms, "html, pdf, docx, epub, data; html, if it is not said");
  visit("languages", in.languages, "en, fr, es, ru, zh; the study's, if it is not said");
  visit("publish", in.publish,
        "an edition, if two coordinators approved exactly what it says; else the job fails. Not said: a draft, and "
        "every page says so");
}

// The languages of reports.
struct ReportLanguageWords {
  static constexpr std::array<std::string_view, 5> kWords{"en", "fr", "es", "ru", "zh"};
};
struct MakePreview {
  static constexpr Rules kRules{
      .method = Method::kPost,
      .path = "/report/preview",
      .name = "makePreview",
      .summary =
          "Begins a job that draws the pages in memory, for this session only: for coordinators "
          "also while something blocks publishing; for others what would be published, and "
          "nothing while something blocks it",
      .use_case = app::UseCase::kPreviewReport,
      .only_asks = true,
      .made = 202};
  struct Input {
    std::optional<OneOf<ReportLanguageWords>> language;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<MakePreview::Input> auto& in) {
  visit("language", in.language, "the study's, if it is not said");
}

struct ShowPreview {
  static constexpr Rules kRules{
      .method = Method::kGet,
      .path = "/report/preview",
      .name = "showPreview",
      .summary =
          "What there is to look at; for coordinators with what blocks it and the hash of what "
          "it says",
      .use_case = app::UseCase::kPreviewReport,
      .of_session = true};
  using Input = Nothing;
  struct Output {
    std::string preview;
    std::optional<std::string> content;
    std::vector<std::string> pages;
    std::vector<std::string> left_out;
    std::optional<ReportView> report;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowPreview::Output> auto& out) {
  visit("preview", out.preview, "its id");
  visit("content", out.content,
        "the hash that is approved: of all it says in every language; not said: something blocks it, or you do not "
        "coordinate");
  visit("pages", out.pages, "each at /report/preview/{preview}/PAGE; none: nothing can be drawn");
  visit("left_out", out.left_out, "findings that are not in it, for coordinators");
  visit("report", out.report, "for coordinators: with names that may not appear, which only written pages show");
}

// GET /report/preview/{preview}/{page}: a page, its style or a font; that session's alone, and without script.
Route PreviewPageRoute();
// GET /report/preview/{preview}/{folder}/{page}
Route PreviewPageBelowRoute();

struct ListEditions {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/report/editions",
                                .name = "listEditions",
                                .summary = "What was published, and who approved what",
                                .use_case = app::UseCase::kSeeEditions};
  using Input = Nothing;
  struct Edition {
    std::string edition;
    std::string made_at;
    std::vector<std::string> forms;
    std::vector<std::string> languages;
  };
  struct Approval {
    std::string content;
    model::CoderId person;
    std::string at;
    bool counts = false;
  };
  struct Output {
    std::vector<Edition> editions;
    std::vector<Approval> approvals;
    std::int64_t needed = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListEditions::Edition> auto& one) {
  visit("edition", one.edition, "16 hex digits of the hash of its files");
  visit("made_at", one.made_at, "UTC");
  visit("forms", one.forms, "html, pdf, ...");
  visit("languages", one.languages, "en, fr, ...");
}
void Describe(auto& visit, Is<ListEditions::Approval> auto& one) {
  visit("content", one.content, "of what");
  visit("person", one.person, "by whom");
  visit("at", one.at, "UTC");
  visit("counts", one.counts, "that person coordinates still");
}
void Describe(auto& visit, Is<ListEditions::Output> auto& out) {
  visit("editions", out.editions, "the newest first");
  visit("approvals", out.approvals, "the newest first");
  visit("needed", out.needed, "approvals of one content, by different people, before it may be published");
}

struct ApproveReport {
  static constexpr Rules kRules{.method = Method::kPut,
                                .path = "/report/approvals/{content}",
                                .name = "approveReport",
                                .summary = "Says that this may be published, exactly as it is in your preview",
                                .coordinators_only = true,
                                .hashes = true};
  struct Input {
    std::string content;
    std::string passphrase;
    std::optional<std::string> code;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ApproveReport::Input> auto& in) {
  visit.Path("content", in.content, "of a preview of this session");
  visit("passphrase", in.passphrase, "again, each time");
  visit("code", in.code, "of the second key");
}

struct TakeBackApproval {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/report/approvals/{content}",
                                .name = "takeBackApproval",
                                .summary = "Takes one's own approval back; what was published stays published",
                                .coordinators_only = true};
  struct Input {
    std::string content;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<TakeBackApproval::Input> auto& in) {
  visit.Path("content", in.content, "of what was approved");
}

}  // namespace commonground::server
