// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about projects of other coding programs that come in.
#pragma once

#include "server/route.h"
#include "server/routes/jobs.h"
#include "server/routes/uploads.h"

namespace commonground::server {

struct CoderFromWords {
  static constexpr std::array<std::string_view, 3> kWords{"auto", "coding", "passage"};
};
struct EncodingWords {
  static constexpr std::array<std::string_view, 4> kWords{"codepoint-crlf2", "utf16-crlf2", "codepoint-crlf1",
                                                          "utf16-crlf1"};
};

struct ImportProject {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/exchange/import",
                                .name = "importProject",
                                .summary =
                                    "Begins a job that takes a project of another coding program in, or says what it "
                                    "would do (GET /jobs/{job}/exchange)",
                                .use_case = app::UseCase::kImportProject,
                                .made = 202};
  struct Coder {
    std::string user;
    model::CoderId coder;
  };
  struct Input {
    std::string upload;
    std::string file_name;
    bool dry_run = true;
    std::optional<model::OrganisationId> organisation;
    std::optional<std::vector<Coder>> coders;
    std::optional<OneOf<CoderFromWords>> coder_from;
    std::optional<OneOf<EncodingWords>> position_encoding;
    std::optional<bool> with_consents;
    std::optional<ConsentWithFileInput> consent;
  };
  using Output = JobView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ImportProject::Coder> auto& one) {
  visit("user", one.user, "their name or GUID in the project");
  visit("coder", one.coder, "who that is here");
}
void Describe(auto& visit, Is<ImportProject::Input> auto& in) {
  visit("upload", in.upload, "the file, as it was sent");
  visit("file_name", in.file_name, "what it is called: .qdpx, .qdc, .xlsx, .csv, .sqlite3, .qda or .zip");
  visit("dry_run", in.dry_run, "true: nothing is changed");
  visit("organisation", in.organisation, "whose case new texts belong to; the one that the project names, if not said");
  visit("coders", in.coders, "whom users of the project are here");
  visit("coder_from", in.coder_from, "whom a coding is by, where it and its passage differ; auto, if not said");
  visit("position_encoding", in.position_encoding, "how the project counts places; found out, if not said");
  visit("with_consents", in.with_consents, "takes over consents of one of our own exports");
  visit("consent", in.consent, "is recorded for its texts; never over one that is there, or withdrawn");
}

// What a project became, or would become.
struct ProjectCameView {
  struct Coder {
    std::string user;
    model::CoderId coder;
    std::int64_t codings = 0;
  };
  struct Line {
    std::string what;
    std::int64_t count = 0;
    std::string became;
  };
  std::string project;
  std::string origin;
  bool changed = false;
  bool is_dry_run = false;
  bool can_be_undone = false;
  std::int64_t new_codes = 0;
  std::vector<model::DocumentId> new_documents;
  std::int64_t new_codings = 0;
  std::int64_t new_memos = 0;
  std::int64_t new_consents = 0;
  std::int64_t without_consent = 0;
  std::vector<Coder> coders;
  std::vector<Line> report;
};
void Describe(auto& visit, Is<ProjectCameView::Coder> auto& one) {
  visit("user", one.user, "in the project; empty: nobody");
  visit("coder", one.coder, "here");
  visit("codings", one.codings, "that are theirs");
}
void Describe(auto& visit, Is<ProjectCameView::Line> auto& one) {
  visit("what", one.what, "of the file, in English");
  visit("count", one.count, "how many");
  visit("became", one.became, "what became of them, in English");
}
void Describe(auto& visit, Is<ProjectCameView> auto& view) {
  visit("project", view.project, "its name");
  visit("origin", view.origin, "the program that wrote it");
  visit("changed", view.changed, "the study is, or would be, another one");
  visit("is_dry_run", view.is_dry_run, "nothing was changed");
  visit("can_be_undone", view.can_be_undone, "codes, codings and memos, not texts");
  visit("new_codes", view.new_codes, "how many");
  visit("new_documents", view.new_documents, "their ids");
  visit("new_codings", view.new_codings, "how many");
  visit("new_memos", view.new_memos, "how many");
  visit("new_consents", view.new_consents, "how many");
  visit("without_consent", view.without_consent, "texts that nobody may read until a consent is recorded");
  visit("coders", view.coders, "who coded");
  visit("report", view.report, "what became of everything in it");
}
// GET /jobs/{job}/exchange.
Route ProjectCameRoute();

}  // namespace commonground::server
