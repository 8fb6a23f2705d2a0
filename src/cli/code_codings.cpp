// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground code apply|list|review|find|adjudicate|remove|undo|redo|history
#include <fmt/format.h>

#include <algorithm>

#include "app/adjudicate_study.h"
#include "app/codings_study.h"
#include "app/edit_coding.h"
#include "app/history_study.h"
#include "app/undo_study.h"
#include "app/wire/coding_json.h"
#include "cli/code_parts.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

using Text = std::shared_ptr<std::string>;
using Texts = std::shared_ptr<std::vector<std::string>>;
constexpr int kWidest = 100;

Text AddText(CLI::App& command, const char* name, const char* purpose, const char* type = "TEXT") {
  auto text = std::make_shared<std::string>();
  command.add_option(name, *text, purpose)->type_name(type);
  return text;
}
Texts AddTexts(CLI::App& command, const char* name, const char* purpose, const char* type) {
  auto texts = std::make_shared<std::vector<std::string>>();
  command.add_option(name, *texts, purpose)->type_name(type);
  return texts;
}
Text AddRequired(CLI::App& command, const char* name, const char* purpose) {
  auto text = std::make_shared<std::string>();
  command.add_option(name, *text, purpose)->required();
  return text;
}
std::string Undo(const std::string& study) {
  return fmt::format(" Undo: commonground code undo {}\n", study);
}

// --- apply, find

std::function<int(Console&)> AddApply(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto document = AddRequired(command, "DOCUMENT", "such as lamp/case-study.docx");
  auto code = std::make_shared<std::string>();
  command.add_option("CODE", *code, "a code's id; none with --in-vivo");
  auto quote = AddText(command, "--quote", "the passage, as it stands in the text");
  auto at =
      AddText(command, "--at", "its place: first character and the one after the last, counted from 0", "START-END");
  auto memo = AddText(command, "--memo", "a note on the coding");
  auto status = AddText(
      command, "--status",
      "draft, submitted or accepted; none given: draft while you have the document to code, else submitted", "STATUS");
  auto in_vivo = std::make_shared<bool>(false);
  command.add_flag("--in-vivo", *in_vivo, "the words themselves become a new code");
  auto parent = AddText(command, "--parent", "the parent code of the new one", "CODE");
  auto who = AddWho(command);
  return [=](Console& session) {
    app::ApplyRequest request;
    request.document = model::DocumentId(*document);
    request.code = *code;
    request.quote = *quote;
    request.memo = *memo;
    request.in_vivo = *in_vivo;
    if (!parent->empty()) request.parent = model::CodeId(*parent);
    if (!status->empty()) {
      request.status = model::FromWord<model::CodingStatus>(*status);
      if (!request.status) {
        return session.Fail(
            {core::ErrorCode::kInvalidInput, "write one of: " + model::AllWords<model::CodingStatus>(), "--status"});
      }
    }
    if (!at->empty()) {
      const auto range = ReadRange(*at);
      if (!range) return session.Fail(range.error());
      request.range = *range;
    }
    if (quote->empty() == at->empty() || code->empty() != *in_vivo) {
      return session.Fail(
          {core::ErrorCode::kInvalidInput,
           "give the passage with one of --quote and --at, and a code unless --in-vivo makes one. Nothing was changed",
           *document});
    }
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      const auto acted = app::ApplyCode(workspace, request);
      return Tell(session, acted,
                  acted ? fmt::format("{}: {}.", acted->codings.front(), acted->code.value) + Undo(*study) : "");
    });
  };
}

std::function<int(Console&)> AddFind(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto code = AddRequired(command, "CODE", "a code's id");
  auto request = std::make_shared<model::SearchRequest>();
  command.add_option("QUESTION", request->question, "as for commonground search")->required();
  command.add_option("--region", request->regions, "only in this region (repeatable)")->type_name("ID");
  command.add_option("--country", request->countries, "only in this country")->type_name("CODE");
  command.add_option("--language", request->languages, "only texts in this language")->type_name("TAG");
  command.add_option("--case", request->cases, "only of this organisation")->type_name("ID");
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      const auto acted = app::CodeBySearch(workspace, *request, model::CodeId(*code));
      std::string said;
      if (acted && acted->codings.empty()) said = "Nothing was found that you have not coded so already.\n";
      if (acted && !acted->codings.empty()) {
        said = fmt::format(
            "{} draft codings created. They count only after you accept them:\n  commonground code list {} --code {} "
            "--status draft\n  commonground code review {} --reject CODING...\n  commonground code review {} --drafts "
            "{} --accept\n",
            acted->codings.size(), *study, *code, *study, *study, *code);
      }
      return Tell(session, acted, said);
    });
  };
}

// --- list

std::function<int(Console&)> AddList(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto documents = AddTexts(command, "--document", "only in this document (repeatable)", "DOCUMENT");
  auto codes = AddTexts(command, "--code", "only with this code, or one below it", "CODE");
  auto coders = AddTexts(command, "--coder", "only by this coder", "NAME");
  auto statuses = AddTexts(command, "--status", "only draft, submitted, accepted or rejected", "STATUS");
  auto versions = AddVersions(command);
  auto who = AddWho(command);
  return [=](Console& session) {
    return WithStudy(session, *study, app::Caller::Owner(model::CoderId(*who)), app::Purpose::kWork,
                     [&](const app::Workspace& workspace) {
                       app::CodingFilter filter;
                       for (const auto& one : *documents) filter.documents.emplace_back(one);
                       for (const auto& one : *codes) filter.codes.emplace_back(one);
                       for (const auto& one : *coders) filter.coders.emplace_back(one);
                       for (const auto& one : *statuses) {
                         const auto status = model::FromWord<model::CodingStatus>(one);
                         if (!status) {
                           return session.Fail({core::ErrorCode::kInvalidInput,
                                                "write one of: " + model::AllWords<model::CodingStatus>(), "--status"});
                         }
                         filter.statuses.push_back(*status);
                       }
                       const auto lines = app::ListCodings(workspace, filter);
                       if (!lines) return session.Fail(lines.error());
                       if (session.json) {
                         session.Print(app::wire::ToJson(*lines).dump(2) + "\n");
                         return 0;
                       }
                       std::vector<std::string> heads{"coding", "code", "by", "status", "passage"};
                       if (*versions) heads.emplace_back("version");
                       Table table(heads);
                       for (const auto& line : *lines) {
                         std::string words = line.coding.exact;
                         std::ranges::replace(words, '\n', ' ');
                         std::vector<std::string> cells{line.name, line.coding.code.value, line.coding.coder.value,
                                                        std::string(model::Word(line.coding.status)), words};
                         if (*versions) cells.push_back(coding::VersionOf(line.coding));
                         table.Add(cells);
                       }
                       session.Print(table.empty() ? "There are no codings that you may see.\n"
                                                   : table.Text(std::min(TerminalWidth(), kWidest)));
                       return 0;
                     });
  };
}

// --- review, adjudicate, remove

std::function<int(Console&)> AddReview(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto codings = std::make_shared<std::vector<std::string>>();
  command.add_option("CODING", *codings, "DOCUMENT#XXXXXXXX, as code list shows them");
  auto drafts = AddText(command, "--drafts", "all that is left of your drafts with this code", "CODE");
  auto* choice = command.add_option_group("what becomes of them");
  auto chosen = std::make_shared<std::vector<model::CodingStatus>>();
  const auto add = [&](const char* name, model::CodingStatus status, const char* purpose) {
    choice->add_flag_callback(
        name, [=] { chosen->push_back(status); }, purpose);
  };
  add("--accept", model::CodingStatus::kAccepted, "they count");
  add("--reject", model::CodingStatus::kRejected, "they stay, and do not count");
  add("--submit", model::CodingStatus::kSubmitted, "submit your own drafts");
  add("--draft", model::CodingStatus::kDraft, "take one's own back to a draft");
  choice->require_option(0, 1);
  auto memo = AddText(command, "--memo", "replace the memo at one coding of your own");
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  const auto given = [&command](const char* name) { return command.get_option(name)->count() > 0; };
  return [=](Console& session) {
    const bool is_one = given("--memo") || !seen->empty();
    if ((chosen->empty() && !given("--memo")) || (is_one && (codings->size() != 1 || !drafts->empty()))) {
      return session.Fail({core::ErrorCode::kInvalidInput,
                           "say what becomes of them: --accept, --reject, --submit, --draft; or of one coding with "
                           "--memo, --if-version. Nothing was changed",
                           ""});
    }
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      if (is_one) {
        app::CodingEdit edit;
        if (!chosen->empty()) edit.status = chosen->front();
        if (given("--memo")) edit.memo = *memo;
        return Tell(session, app::EditCoding(workspace, {codings->front(), *seen}, edit),
                    fmt::format("Changed {}.", codings->front()) + Undo(*study));
      }
      std::vector<std::string> names = *codings;
      if (!drafts->empty()) {
        app::CodingFilter filter;
        filter.codes.emplace_back(*drafts);
        filter.coders.push_back(workspace.caller().person);
        filter.statuses.push_back(model::CodingStatus::kDraft);
        const auto lines = app::ListCodings(workspace, filter);
        if (!lines) return session.Fail(lines.error());
        for (const auto& line : *lines) names.push_back(line.name);
      }
      const auto acted = app::ReviewCodings(workspace, names, chosen->front());
      return Tell(session, acted,
                  acted ? fmt::format("{} codings are {} now.", acted->codings.size(), model::Word(chosen->front())) +
                              Undo(*study)
                        : "");
    });
  };
}

std::function<int(Console&)> AddAdjudicate(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto document = AddRequired(command, "DOCUMENT", "such as lamp/case-study.docx");
  auto code = AddRequired(command, "CODE", "the code that was coded differently");
  auto at = std::make_shared<std::string>();
  command.add_option("--at", *at, "the passage: first character and the one after the last, counted from 0")
      ->type_name("START-END")
      ->required();
  auto why = AddText(command, "--why", "the reason, which is kept");
  auto* choice = command.add_option_group("what was decided");
  using Outcome = app::Adjudicated::Outcome;
  auto outcome = std::make_shared<Outcome>();
  choice->add_flag_callback(
      "--present", [=] { *outcome = Outcome::kStands; }, "the passage has the code");
  choice->add_flag_callback(
      "--absent", [=] { *outcome = Outcome::kFalls; }, "the passage does not have the code");
  choice->require_option(1);
  auto others = AddTexts(command, "--and", "decide about this code of the passage too, in the same edit (repeatable)",
                         "CODE=present|absent");
  auto who = AddWho(command);
  return [=](Console& session) {
    const auto range = ReadRange(*at);
    if (!range) return session.Fail(range.error());
    std::vector<app::Adjudicated> decisions{{model::CodeId(*code), *range, *outcome}};
    for (const std::string& one : *others) {
      const std::size_t sign = std::min(one.rfind('='), one.size());
      const std::string said = one.substr(std::min(sign + 1, one.size()));
      if (sign == 0 || (said != "present" && said != "absent")) {
        return session.Fail(
            {core::ErrorCode::kInvalidInput, "write a code and what was decided. Fix: --and CODE=present|absent", one});
      }
      decisions.push_back(
          {model::CodeId(one.substr(0, sign)), *range, said == "present" ? Outcome::kStands : Outcome::kFalls});
    }
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      const auto acted = app::Adjudicate(workspace, {model::DocumentId(*document), decisions, *why});
      return Tell(session, acted, "Decided; what the coders did stays beside it." + Undo(*study));
    });
  };
}

std::function<int(Console&)> AddRemove(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto codings = std::make_shared<std::vector<std::string>>();
  command.add_option("CODING", *codings, "DOCUMENT#XXXXXXXX, as code list shows them")->required();
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      return Tell(session, app::RemoveCodings(workspace, *codings),
                  fmt::format("Took out {} codings.", codings->size()) + Undo(*study));
    });
  };
}

// --- undo, redo, history

std::string Said(const model::HistoryEntry& act) {
  return fmt::format("{} ({}, {} {})", model::Word(act.action), act.at.Text(), act.things,
                     act.things == 1 ? "item" : "items");
}

template <auto Take, bool kForward>
std::function<int(Console&)> AddTakeBack(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto preview = std::make_shared<bool>(false);
  command.add_flag("--preview", *preview, "say what would be done, and change nothing");
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      core::Result<model::HistoryEntry> act = model::HistoryEntry();
      if (*preview) {
        const auto next = app::NextUndoAndRedo(workspace);
        if (!next) return session.Fail(next.error());
        const auto& one = kForward ? next->redo : next->undo;
        if (!one)
          return session.Fail({core::ErrorCode::kNotFound, "there is nothing", workspace.caller().person.value});
        act = *one;
      } else {
        act = Take(workspace);
        if (!act) return session.Fail(act.error());
      }
      act = app::SeenOfAct(workspace, std::move(*act));
      if (!act) return session.Fail(act.error());
      if (session.json) {
        session.Print(app::wire::ToJson(*act).dump(2) + "\n");
      } else {
        session.Say(fmt::format("{}: {}\n",
                                *preview   ? (kForward ? "Would redo" : "Would undo")
                                : kForward ? "Redone"
                                           : "Taken back",
                                Said(*act)));
        if (!kForward && act->action == model::EventAction::kImportCodings) {
          session.Say("Documents that came with it stay, with their texts, cases, sources and consents.\n");
        }
      }
      return 0;
    });
  };
}

std::function<int(Console&)> AddHistory(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto by = AddText(command, "--by", "only what this person did", "NAME");
  auto limit = std::make_shared<std::size_t>(20);
  command.add_option("--limit", *limit, "show at most so many; 20 if not given")->type_name("N");
  auto after = std::make_shared<std::int64_t>(0);
  command.add_option("--after", *after, "only what was done after the change of this number: what changed since")
      ->type_name("N");
  auto who = AddWho(command);
  return [=](Console& session) {
    return WithStudy(session, *study, app::Caller::Owner(model::CoderId(*who)), app::Purpose::kWork,
                     [&](const app::Workspace& workspace) {
                       auto acts = app::ActsSeen(workspace, model::CoderId(*by), *limit);
                       if (!acts) return session.Fail(acts.error());
                       std::erase_if(*acts, [&](const auto& act) { return act.number <= *after; });
                       if (session.json) {
                         session.Print(app::wire::ToJson(*acts).dump(2) + "\n");
                         return 0;
                       }
                       Table table({"change", "when", "who", "what", "items"});
                       for (const auto& act : *acts) {
                         table.Add({std::to_string(act.number), act.at.Text(), act.person.value,
                                    std::string(model::Word(act.action)) +
                                        (act.undoes == 0 ? "" : " of " + std::to_string(act.undoes)),
                                    std::to_string(act.things)});
                       }
                       session.Print(table.empty() ? "Nothing was done here yet that you may see.\n"
                                                   : table.Text(std::min(TerminalWidth(), kWidest)));
                       return 0;
                     });
  };
}

}  // namespace

std::span<const Part> CodingParts() {
  static constexpr Part kParts[] = {
      {"apply", "give a passage a code", AddApply},
      {"find", "make a draft of every passage that a query finds", AddFind},
      {"list", "codings, as far as you may see them", AddList},
      {"review", "accept, reject or submit codings", AddReview},
      {"adjudicate", "decide where coders differ; theirs stay beside it", AddAdjudicate},
      {"remove", "remove codings of one's own", AddRemove},
      {"undo", "undo what you did last; again and again, also tomorrow", AddTakeBack<&app::UndoLast, false>},
      {"redo", "do again what you took back last", AddTakeBack<&app::RedoLast, true>},
      {"history", "what was done, by whom, when, as far as you may see it", AddHistory},
  };
  return kParts;
}

}  // namespace commonground::cli
