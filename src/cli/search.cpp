// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The commands search and reindex.

#include <fmt/format.h>

#include "app/search_study.h"
#include "app/wire/search_json.h"
#include "cli/command.h"
#include "cli/marked.h"
#include "cli/study_argument.h"

namespace commonground::cli {

namespace {

void PrintText(const Console& session, const app::SearchAnswer& answer) {
  if (answer.hits.empty()) {
    const std::string words = fmt::format("{}", fmt::join(answer.did_you_mean, ", "));
    session.Print(words.empty() ? "Nothing was found.\n" : "Nothing was found. Did you mean: " + words + "?\n");
    return;
  }
  const model::DocumentId* before = nullptr;
  for (const auto& hit : answer.hits) {
    if (before == nullptr || *before != hit.document) {
      session.Print(
          fmt::format("{}{} ({}, {})\n", before == nullptr ? "" : "\n", hit.title, hit.document.value, hit.language));
    }
    before = &hit.document;
    const std::string page = hit.page > 0 ? fmt::format("page {}, ", hit.page) : "";
    session.Print(fmt::format("  {}{}-{}: {}\n", page, hit.range.start, hit.range.end, Marked(hit.snippet)));
  }
  session.Print(
      fmt::format("\n{} of {}{} passages\n", answer.hits.size(), answer.at_least ? "more than " : "", answer.total));
}

}  // namespace

Run AddSearch(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto request = std::make_shared<model::SearchRequest>();
  command
      .add_option("QUESTION", request->question,
                  "words, \"phrases\", beginnings*, AND, OR, NOT, NEAR(a b, 5), brackets")
      ->required();
  command.add_option("--region", request->regions, "only in this region (repeatable)")->type_name("ID");
  command.add_option("--country", request->countries, "only in this country")->type_name("CODE");
  command.add_option("--language", request->languages, "only texts in this language")->type_name("TAG");
  command.add_option("--code", request->codes, "only passages with this code, or one below it")->type_name("ID");
  command.add_option("--case", request->cases, "only of this organisation")->type_name("ID");
  command.add_option("--kind", request->kinds, "only summaries, or only accounts")->type_name("KIND");
  command.add_option("--limit", request->most, "show at most so many; 20 if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  return [=](Console& session) {
    return WithStudy(session, *study, [&](const app::Workspace& workspace) {
      model::SearchRequest asked = *request;
      asked.count_facets = session.json;
      const auto answer = app::SearchStudy(workspace, asked);
      if (!answer) return session.Fail(answer.error());
      if (session.json) {
        session.Print(app::wire::ToJson(*answer).dump(2) + "\n");
      } else {
        PrintText(session, *answer);
      }
      return 0;
    });
  };
}

Run AddReindex(CLI::App& command) {
  auto file = std::make_shared<std::string>();
  command.add_option("STUDY", *file, "the study file, or postgresql://HOST/DATABASE#STUDY")->required();
  return [=](Console& session) {
    const auto study = app::Workspace::Open(*file, app::Caller::Owner(), app::Purpose::kWork, session.clock());
    if (!study) return session.Fail(study.error());
    const auto done = app::Reindex(*study, session.progress());
    if (!done) return session.Fail(done.error());
    if (session.json) {
      session.Print(app::wire::Json{{"file", *file}}.dump(2) + "\n");
    } else {
      session.Say(fmt::format("Reindexed {}.\n", *file));
    }
    return 0;
  };
}

}  // namespace commonground::cli
