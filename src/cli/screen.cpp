// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command screen: which documents belong to the study.

#include <fmt/format.h>

#include <algorithm>

#include "app/screen_study.h"
#include "app/wire/suggest_json.h"
#include "cli/command.h"
#include "cli/editing.h"
#include "cli/study_argument.h"
#include "cli/suggestions.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

constexpr int kWidest = 100;

struct Words {
  std::string study;
  std::string document;
  std::string model = "svm";
  std::string reason;
  app::ScreenRequest request;
  bool include = false;
  bool unsure = false;
  bool flow = false;
};

void PrintFlow(const Console& session, const model::ScreeningFlow& flow) {
  if (session.json) {
    session.Print(app::wire::ToJson(flow).dump(2) + "\n");
    return;
  }
  Table table({"documents", "count"});
  table.Add({"that may be read", std::to_string(flow.documents)});
  table.Add({"included", std::to_string(flow.included)});
  table.Add({"excluded", std::to_string(flow.excluded)});
  for (const auto& one : flow.reasons) table.Add({"excluded: " + one.reason, std::to_string(one.documents)});
  table.Add({"unsure", std::to_string(flow.unsure)});
  table.Add({"people disagree", std::to_string(flow.disagreed)});
  table.Add({"undecided", std::to_string(flow.undecided)});
  session.Print(table.Text(std::min(TerminalWidth(), kWidest)));
}

void PrintList(const Console& session, const app::ScreenAnswer& answer) {
  if (session.json) {
    session.Print(app::wire::ToJson(answer).dump(2) + "\n");
    return;
  }
  Table table({"document", "title", "language", "key terms"});
  for (const auto& one : answer.documents) {
    table.Add({one.suggestion.document.value, one.title, one.language, WordList(one.suggestion.words)});
  }
  if (!table.empty()) session.Print(table.Text(std::min(TerminalWidth(), kWidest)) + "\n");
  session.Print(LearntText(answer.learnt, "documents") + LeftText(answer.left, "documents"));
}

int List(Console& session, const Words& words) {
  return WithStudy(session, words.study, [&](const app::Workspace& workspace) {
    const auto answer = app::ScreenDocuments(workspace, words.request, session.progress());
    if (!answer) return session.Fail(answer.error());
    words.flow ? PrintFlow(session, answer->flow) : PrintList(session, *answer);
    return 0;
  });
}

int Decide(Console& session, const Words& words, const std::string& who, model::DecisionOutcome outcome) {
  return Acting(session, words.study, who, [&](const app::Workspace& workspace) {
    const auto decided = app::DecideDocument(workspace, {words.document, outcome, words.reason}, session.progress());
    if (!decided) return session.Fail(decided.error());
    if (session.json) {
      session.Print(app::wire::ToJson({words.document, outcome, words.reason}, decided->act).dump(2) + "\n");
    } else {
      session.Say(fmt::format("{}: {}.\n", words.document, model::Word(outcome)));
    }
    return 0;
  });
}

}  // namespace

Run AddScreen(CLI::App& command) {
  auto words = std::make_shared<Words>();
  command
      .add_option("STUDY", words->study,
                  "a study file, postgresql://HOST/DATABASE#STUDY, or a study folder to list from")
      ->required();
  auto* document = command.add_option("DOCUMENT", words->document, "the document that you decide about");
  auto who = AddWho(command);
  auto* include = command.add_flag("--include", words->include, "it belongs to the study")->needs(document);
  auto* exclude = command.add_option("--exclude", words->reason, "it does not, for this reason")
                      ->type_name("REASON")

                      ->needs(document)
                      ->excludes(include);
  command
      .add_flag("--unsure", words->unsure, "to be talked about")

      ->needs(document)
      ->excludes(include)
      ->excludes(exclude);
  command.add_flag("--flow", words->flow, "how many were included and excluded, by reason")->excludes(document);
  command.add_option("--model", words->model, "how to learn: svm (if not given) or nb, naive Bayes")
      ->type_name("MODEL")
      ->check(CLI::IsMember({"svm", "nb"}));
  command.add_option("--limit", words->request.most, "list at most so many; 20 if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  command.add_option("--language", words->request.language, "only documents in this language")->type_name("TAG");
  return [=](Console& session) {
    words->request.method = *MethodFrom(words->model);
    if (words->include) return Decide(session, *words, *who, model::DecisionOutcome::kIncluded);
    if (words->unsure) return Decide(session, *words, *who, model::DecisionOutcome::kUnsure);
    if (exclude->count() > 0) return Decide(session, *words, *who, model::DecisionOutcome::kExcluded);
    if (!words->document.empty()) {
      return session.Fail({core::ErrorCode::kInvalidInput,
                           "a document was named, but no decision. Fix: --include, --exclude REASON or --unsure",
                           {}});
    }
    return List(session, *words);
  };
}

}  // namespace commonground::cli
