// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground code tree|add|edit|move|merge|split|retire|restore|memo
#include <fmt/format.h>

#include <algorithm>

#include "app/codebook_study.h"
#include "app/memo_study.h"
#include "app/wire/coding_json.h"
#include "cli/code_parts.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

using Text = std::shared_ptr<std::string>;
constexpr int kWidest = 100;  // columns, also where the output is no terminal

Text AddText(CLI::App& command, const char* name, const char* purpose, const char* type = "TEXT") {
  auto text = std::make_shared<std::string>();
  command.add_option(name, *text, purpose)->type_name(type);
  return text;
}
std::shared_ptr<std::string> AddCodeArgument(CLI::App& command, const char* name = "CODE") {
  auto code = std::make_shared<std::string>();
  command.add_option(name, *code, "a code's id")->required();
  return code;
}
std::string Undo(const std::string& study) {
  return fmt::format(" Undo: commonground code undo {}\n", study);
}

// --- tree

std::function<int(Console&)> AddTree(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto who = AddWho(command);
  auto all = std::make_shared<bool>(false);
  command.add_flag("--all", *all, "retired codes as well");
  auto versions = AddVersions(command);
  return [=](Console& session) {
    return WithStudy(
        session, *study, app::Caller::Owner(model::CoderId(*who)), app::Purpose::kWork,
        [&](const app::Workspace& workspace) {
          const auto tree = app::CodeTree(workspace);
          if (!tree) return session.Fail(tree.error());
          if (session.json) {
            session.Print(app::wire::ToJson(*tree).dump(2) + "\n");
            return 0;
          }
          std::vector<std::string> heads{"code", "kind", "label", "codings", "with below"};
          if (*versions) heads.emplace_back("version");
          Table table(heads);
          for (const auto& line : *tree) {
            if (line.code.retired && !*all) continue;
            std::string label = std::string(static_cast<std::size_t>(line.depth) * 2, ' ') + line.code.label;
            if (line.code.retired) {
              label +=
                  line.code.merged_into ? fmt::format(" (merged into {})", line.code.merged_into->value) : " (retired)";
            }
            std::vector<std::string> cells{line.code.id.value, std::string(model::Word(line.code.kind)), label,
                                           std::to_string(line.own), std::to_string(line.with_below)};
            if (*versions) cells.push_back(coding::VersionOf(line.code));
            table.Add(cells);
          }
          session.Print(table.empty() ? "There are no codes yet. commonground code add STUDY LABEL makes one.\n"
                                      : table.Text(std::min(TerminalWidth(), kWidest)));
          return 0;
        });
  };
}

// --- add, edit

struct CodeFields {
  Text definition;
  Text include;
  Text exclude;
  Text colour;
  Text kind;
};
CodeFields AddFields(CLI::App& command) {
  return {AddText(command, "--definition", "what belongs to it"),
          AddText(command, "--include", "an example of what belongs to it"),
          AddText(command, "--exclude", "an example of what does not"),
          AddText(command, "--colour", "such as #0b5c8f; none given: that of its place", "#RRGGBB"),
          AddText(command, "--kind", "practice, barrier, outcome, enabler, sector or other", "KIND")};
}
core::Result<std::optional<model::CodeKind>> KindOf(const std::string& word) {
  if (word.empty()) return std::optional<model::CodeKind>();
  const auto kind = model::FromWord<model::CodeKind>(word);
  if (kind) return std::optional(*kind);
  return core::Fail(core::ErrorCode::kInvalidInput,
                    "\"" + word + "\" is not a kind of code. Fix: one of " + model::AllWords<model::CodeKind>(),
                    "--kind");
}

std::function<int(Console&)> AddAdd(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto label = std::make_shared<std::string>();
  command.add_option("LABEL", *label, "what people call it")->required();
  auto id = AddText(command, "--id", "its id; the next free one if not given", "ID");
  auto parent = AddText(command, "--parent", "its parent code", "CODE");
  const auto fields = AddFields(command);
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      const auto kind = KindOf(*fields.kind);
      if (!kind) return session.Fail(kind.error());
      model::Code code;
      code.id = model::CodeId(*id);
      code.label = *label;
      if (!parent->empty()) code.parent = model::CodeId(*parent);
      code.kind = kind->value_or(model::CodeKind::kOther);
      code.definition = *fields.definition;
      code.include = *fields.include;
      code.exclude = *fields.exclude;
      code.colour = *fields.colour;
      const auto acted = app::AddCode(workspace, code);
      return Tell(session, acted, acted ? fmt::format("Added {}.", acted->code.value) + Undo(*study) : "");
    });
  };
}

std::function<int(Console&)> AddEdit(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto code = AddCodeArgument(command);
  auto label = AddText(command, "--label", "what people call it");
  const auto fields = AddFields(command);
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  const auto given = [&command](const char* name) { return command.get_option(name)->count() > 0; };
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      const auto kind = KindOf(*fields.kind);
      if (!kind) return session.Fail(kind.error());
      const auto text = [&](const char* name, const Text& value) {
        return given(name) ? std::optional(*value) : std::nullopt;
      };
      coding::CodeEdit edit{text("--label", label),
                            text("--definition", fields.definition),
                            text("--include", fields.include),
                            text("--exclude", fields.exclude),
                            text("--colour", fields.colour),
                            *kind};
      return Tell(session, app::EditCode(workspace, {model::CodeId(*code), *seen}, edit),
                  fmt::format("Changed {}.", *code) + Undo(*study));
    });
  };
}

// --- move, merge, split, retire, restore

std::function<int(Console&)> AddMove(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto code = AddCodeArgument(command);
  auto parent = AddText(command, "--parent", "the code that it comes below; none given: to the top", "CODE");
  auto before = AddText(command, "--before", "the code that it comes before; none given: behind them all", "CODE");
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      coding::CodeMove move;
      if (!parent->empty()) move.parent = model::CodeId(*parent);
      if (!before->empty()) move.before = model::CodeId(*before);
      return Tell(session, app::MoveCode(workspace, {model::CodeId(*code), *seen}, move),
                  fmt::format("Moved {}.", *code) + Undo(*study));
    });
  };
}

std::function<int(Console&)> AddMerge(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto from = AddCodeArgument(command, "FROM");
  auto into = AddCodeArgument(command, "INTO");
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      const auto acted = app::MergeCodes(workspace, model::CodeId(*from), model::CodeId(*into));
      return Tell(session, acted,
                  acted ? fmt::format("Merged {} into {}: {} codings that you see have the new code, and so have any "
                                      "that you do not see yet; {} is retired.",
                                      *from, *into, acted->moved, *from) +
                              Undo(*study)
                        : "");
    });
  };
}

std::function<int(Console&)> AddSplit(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto code = AddCodeArgument(command);
  auto label = std::make_shared<std::string>();
  auto codings = std::make_shared<std::vector<std::string>>();
  command.add_option("LABEL", *label, "what people call the new code")->required();
  command.add_option("CODING", *codings, "those that move to it: DOCUMENT#XXXXXXXX, as code list shows them");
  auto id = AddText(command, "--id", "its id; the next free one if not given", "ID");
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      model::Code part;
      part.id = model::CodeId(*id);
      part.label = *label;
      const auto acted = app::SplitCode(workspace, model::CodeId(*code), part, *codings);
      return Tell(session, acted,
                  acted ? fmt::format("Split {}: {} codings moved to {}.", *code, acted->moved, acted->code.value) +
                              Undo(*study)
                        : "");
    });
  };
}

template <auto Change>
std::function<int(Console&)> AddSwitch(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto code = AddCodeArgument(command);
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      return Tell(session, Change(workspace, {model::CodeId(*code), *seen}),
                  fmt::format("Done: {}.", *code) + Undo(*study));
    });
  };
}

// --- memo

int ShowMemos(const Console& session, const std::vector<model::Memo>& memos) {
  if (session.json) {
    session.Print(app::wire::ToJson(memos).dump(2) + "\n");
    return 0;
  }
  Table table({"note", "kind", "about", "by", "version", "text"});
  for (const auto& memo : memos) {
    std::string text = memo.text;
    std::ranges::replace(text, '\n', ' ');
    table.Add({memo.id.value.substr(0, 8), std::string(model::Word(memo.kind)),
               std::string(model::Word(memo.about)) + (memo.subject.empty() ? "" : " " + memo.subject.substr(0, 24)),
               memo.coder.value, coding::VersionOf(memo), text});
  }
  session.Print(table.empty() ? "No notes were found.\n" : table.Text(std::min(TerminalWidth(), kWidest)));
  return 0;
}

std::function<int(Console&)> AddMemo(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto text = std::make_shared<std::string>();
  command.add_option("TEXT", *text, "the note; none given: notes are listed");
  auto about = AddText(command, "--about", "study, case, document, code or coding", "WHAT");
  auto subject = AddText(command, "--subject", "which one: an id, or DOCUMENT#XXXXXXXX", "ID");
  auto kind = AddText(command, "--kind", "note, method, theory or to do", "KIND");
  auto find = AddText(command, "--find", "list those that hold these words", "WORDS");
  auto rewrite = AddText(command, "--rewrite", "give a note of one's own this text instead", "NOTE");
  auto remove = AddText(command, "--remove", "remove a memo of one's own", "NOTE");
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      app::MemoRequest request;
      const auto memo_kind = model::FromWord<model::MemoKind>(*kind);
      const auto memo_about = model::FromWord<model::MemoSubject>(*about);
      if ((!kind->empty() && !memo_kind) || (!about->empty() && !memo_about)) {
        return session.Fail({core::ErrorCode::kInvalidInput,
                             "write one of: " + (memo_kind || kind->empty() ? model::AllWords<model::MemoSubject>()
                                                                            : model::AllWords<model::MemoKind>()),
                             memo_kind || kind->empty() ? "--about" : "--kind"});
      }
      if (!remove->empty()) {
        return Tell(session, app::RemoveMemo(workspace, {*remove, *seen}), "Memo removed." + Undo(*study));
      }
      if (!rewrite->empty()) {
        return Tell(session, app::RewriteMemo(workspace, {*rewrite, *seen}, *text), "Memo saved." + Undo(*study));
      }
      if (text->empty()) {
        const auto memos = app::FindMemos(workspace, *find, memo_kind);
        return memos ? ShowMemos(session, *memos) : session.Fail(memos.error());
      }
      request.kind = memo_kind.value_or(model::MemoKind::kNote);
      request.about = memo_about.value_or(model::MemoSubject::kStudy);
      request.subject = *subject;
      request.text = *text;
      return Tell(session, app::AddMemo(workspace, request), "Memo saved." + Undo(*study));
    });
  };
}

}  // namespace

std::span<const Part> CodebookParts() {
  static constexpr Part kParts[] = {
      {"tree", "the codebook, with how many codings each code has", AddTree},
      {"add", "make a code", AddAdd},
      {"edit", "change a code's label, definition, examples, colour or kind", AddEdit},
      {"move", "put a code below another one, or before it", AddMove},
      {"merge", "make one code of two; codings, notes and history stay", AddMerge},
      {"split", "move some codings of a code to a new one", AddSplit},
      {"retire", "offer a code no longer; what was coded stays", AddSwitch<&app::RetireCode>},
      {"restore", "offer a retired code again", AddSwitch<&app::RestoreCode>},
      {"memo", "write, find or remove a memo", AddMemo},
  };
  return kParts;
}

}  // namespace commonground::cli
