// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground document list: the texts that one may read, what each came from, and how far work on it is.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/texts_study.h"
#include "app/wire/document_json.h"
#include "cli/document.h"
#include "cli/editing.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

constexpr int kWidestOfTexts = 140;

std::string FromOf(const app::ListedText& text) {
  std::string from = text.from ? std::string(model::Word(*text.from)) : std::string();
  if (text.pages > 0)
    from += fmt::format("{}{} {}", from.empty() ? "" : ", ", text.pages, text.pages == 1 ? "page" : "pages");
  return from;
}

std::string ReadingOf(const app::ListedText& text) {
  if (!text.confidence) return {};
  return fmt::format("{}, least {}", *text.confidence, text.least_sure.value_or(*text.confidence));
}

std::string StateOf(const app::ListedText& text) {
  if (!text.state) return {};
  const std::string state(model::Word(*text.state));
  return text.to_decide > 0 ? fmt::format("{} {}", text.to_decide, state) : state;
}

std::string CodersOf(const app::ListedText& text) {
  std::vector<std::string> coders;
  for (const app::TextCoder& one : text.coders) {
    const bool is_open = one.assignment == model::AssignmentState::kOpen;
    coders.push_back(one.codings ? fmt::format("{}: {}{}", one.coder.value, *one.codings, is_open ? ", at work" : "")
                                 : one.coder.value + ": at work");
  }
  return fmt::format("{}", fmt::join(coders, "; "));
}

}  // namespace

Run AddDocumentList(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto who = AddWho(command);
  return [=](Console& console) {
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      const auto list = app::ListTexts(workspace);
      if (!list) return console.Fail(list.error());
      if (console.json) {
        console.Print(app::wire::ToJson(*list).dump(2) + "\n");
        return 0;
      }
      Table table({"text", "language", "from", "reading", "version", "state", "coders"});
      for (const app::ListedText& one : list->texts) {
        table.Add({one.document.value, one.language, FromOf(one), ReadingOf(one), std::to_string(one.version),
                   StateOf(one), CodersOf(one)});
      }
      std::string text = table.empty() ? "There is no text that you may read.\n"
                                       : table.Text(std::min(TerminalWidth(), kWidestOfTexts));
      if (list->locked > 0) {
        text += fmt::format("\n{} more may be read by nobody today: there is no consent to it.\n", list->locked);
      }
      console.Print(text);
      return 0;
    });
  };
}

}  // namespace commonground::cli
