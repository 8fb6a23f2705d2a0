// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground document show: one text, with what this person sees of the work on it.

#include <fmt/format.h>

#include <algorithm>

#include "app/read_document.h"
#include "app/wire/document_json.h"
#include "cli/document.h"
#include "cli/editing.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

constexpr int kWidestOfCodings = 100;

std::string TextOf(const app::OpenedDocument& opened) {
  const model::Document& one = opened.listed.document;
  std::string text = fmt::format("{}\n{}, {}, {}, version {}\n\n{}\n", one.title.empty() ? one.id.value : one.title,
                                 one.id.value, one.organisation.value, one.language, one.version, one.text);
  if (opened.listed.is_blind) text += "\nSomebody codes it blind: what they do is not shown to others.\n";
  Table codings({"place", "code", "coder", "status", "memo"});
  for (const model::Coding& coding : opened.codings) {
    codings.Add({fmt::format("{}-{}", coding.range.start, coding.range.end), coding.code.value, coding.coder.value,
                 std::string(model::Word(coding.status)), coding.memo});
  }
  if (!codings.empty()) text += "\n" + codings.Text(std::min(TerminalWidth(), kWidestOfCodings));
  return text;
}

}  // namespace

Run AddDocumentShow(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto document = std::make_shared<std::string>();
  auto version = std::make_shared<int>(0);
  command.add_option("DOCUMENT", *document, "the text, CASE/FILE")->required();
  command.add_option("--text-version", *version, "an older text of it, which codings of that time were made on")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  auto who = AddWho(command);
  return [=](Console& console) {
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      const model::DocumentId id(*document);
      if (*version > 0) {
        const auto older = app::OpenOlderVersion(workspace, id, *version);
        if (!older) return console.Fail(older.error());
        console.Print(console.json ? app::wire::ToJson(*older).dump(2) + "\n" : older->text + "\n");
        return 0;
      }
      const auto opened = app::OpenDocument(workspace, id);
      if (!opened) return console.Fail(opened.error());
      console.Print(console.json ? app::wire::ToJson(*opened).dump(2) + "\n" : TextOf(*opened));
      return 0;
    });
  };
}

}  // namespace commonground::cli
