// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command suggest: passages that a code may be given to.

#include <fmt/format.h>

#include <algorithm>

#include "app/suggest_study.h"
#include "app/wire/suggest_json.h"
#include "cli/command.h"
#include "cli/editing.h"
#include "cli/marked.h"
#include "cli/study_argument.h"
#include "cli/suggestions.h"

namespace commonground::cli {

namespace {

struct Words {
  std::string study;
  std::string code;
  std::string model = "svm";
  app::SuggestRequest request;
  app::SuggestChoice choice;
  bool below = false;
};

void PrintText(const Console& session, const app::SuggestAnswer& answer) {
  std::size_t number = 0;
  for (const auto& one : answer.suggestions) {
    std::vector<core::TextRange> marks;
    for (const auto& word : one.suggestion.words) marks.push_back(word.range);
    std::ranges::sort(marks);
    session.Print(fmt::format("{:>3}. {}:{}-{} ({})\n     {}\n", ++number, one.suggestion.document.value,
                              one.suggestion.range.start, one.suggestion.range.end, one.language,
                              Marked(app::SnippetAround(one.text, marks))));
    if (!one.suggestion.words.empty())
      session.Print(fmt::format("     key terms: {}\n", WordList(one.suggestion.words)));
  }
  session.Print((number == 0 ? "" : "\n") + LearntText(answer.learnt, "passages") + LeftText(answer.left, "passages") +
                "A suggestion is not a coding until somebody accepts it.\n");
}

int List(Console& session, const Words& words, const std::string& who) {
  return WithStudy(session, words.study, app::Caller::Owner(model::CoderId(who)), app::Purpose::kWork,
                   [&](const app::Workspace& workspace) {
                     const auto answer = app::SuggestPassages(workspace, words.request, session.progress());
                     if (!answer) return session.Fail(answer.error());
                     if (session.json) {
                       session.Print(app::wire::ToJson(words.code, *answer).dump(2) + "\n");
                     } else {
                       PrintText(session, *answer);
                     }
                     return 0;
                   });
}

int Tell(const Console& session, const Words& words, std::int64_t act, const model::ChangeSet& changes) {
  std::string text;
  for (const auto& change : changes.decisions) {
    const model::Decision& decision = *change.after;
    const bool yes = decision.outcome == model::DecisionOutcome::kIncluded;
    text += fmt::format("{} {}:{}-{}\n", yes ? "Accepted" : "Rejected", decision.document.value, decision.range.start,
                        decision.range.end);
  }
  if (session.json) {
    session.Print(app::wire::ToJson(words.code, act, changes).dump(2) + "\n");
  } else {
    session.Say(text + "The list is ranked again by this: numbers in it may have changed.\n");
  }
  return 0;
}

int Decide(Console& session, const Words& words, const std::string& who) {
  return Acting(session, words.study, who, [&](const app::Workspace& workspace) {
    const auto decided = app::DecideSuggestions(workspace, words.request, words.choice, session.progress());
    return decided ? Tell(session, words, decided->act, decided->changes) : session.Fail(decided.error());
  });
}

}  // namespace

Run AddSuggest(CLI::App& command) {
  auto words = std::make_shared<Words>();
  command
      .add_option("STUDY", words->study,
                  "a study file, postgresql://HOST/DATABASE#STUDY, or a study folder to list from")
      ->required();
  command.add_option("CODE", words->code, "the code that passages are looked for")->required();
  command.add_option("--model", words->model, "how to learn: svm (if not given) or nb, naive Bayes")
      ->type_name("MODEL")
      ->check(CLI::IsMember({"svm", "nb"}));
  command.add_option("--limit", words->request.most, "list at most so many; 20 if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  command.add_option("--language", words->request.language, "only passages in this language")->type_name("TAG");
  command.add_flag("--include-children", words->below, "learn from its child codes too");
  auto who = AddWho(command);
  command
      .add_option("--accept", words->choice.accepted,
                  "these have the code: numbers of the list (3, 1-4) or DOCUMENT:START-END, with commas between")
      ->type_name("WHICH")
      ->delimiter(',');
  command.add_option("--reject", words->choice.rejected, "these do not")->type_name("WHICH")->delimiter(',');
  return [=](Console& session) {
    words->request.code = model::CodeId(words->code);
    words->request.method = *MethodFrom(words->model);
    if (words->below) words->request.target = app::SuggestRequest::Target::kWithDescendants;
    const bool decides = !words->choice.accepted.empty() || !words->choice.rejected.empty();
    return decides ? Decide(session, *words, *who) : List(session, *words, *who);
  };
}

}  // namespace commonground::cli
