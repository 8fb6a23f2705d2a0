// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command originals: encrypted original files, listed and given back.

#include <fmt/format.h>

#include "app/originals.h"
#include "app/wire/outcome_json.h"
#include "cli/command.h"
#include "cli/passphrase.h"
#include "cli/table.h"
#include "core/files.h"

namespace commonground::cli {

namespace {

int List(const Console& session, const std::vector<model::KeptOriginal>& originals) {
  if (session.json) {
    session.Print(app::wire::ToJson(originals).dump(2) + "\n");
    return 0;
  }
  if (originals.empty()) {
    session.Print("No originals are kept. They are when you import with --keep-originals.\n");
    return 0;
  }
  Table table({"document", "version", "bytes"});
  for (const auto& one : originals)
    table.Add({one.document.value, std::to_string(one.version), std::to_string(one.bytes)});
  session.Print(table.Text(TerminalWidth()));
  return 0;
}

}  // namespace

Run AddOriginals(CLI::App& command) {
  struct Words {
    std::string study;
    std::string get;
    std::string output;
    std::string file;
    std::string new_file;
    int page = 0;
    bool change = false;
  };
  auto words = std::make_shared<Words>();
  command.add_option("STUDY", words->study, "the study file")->required();
  auto* get = command.add_option("--get", words->get, "write out the original of this document")->type_name("DOCUMENT");
  command.add_option("-o,--output", words->output, "where to write it")->type_name("FILE")->needs(get);
  command.add_option("--page", words->page, "of a PDF or an image: this page alone, as a JPEG, from 1")
      ->type_name("NUMBER")
      ->check(CLI::PositiveNumber)
      ->needs(get);
  command.add_flag("--change-passphrase", words->change, "put the originals under another passphrase")->excludes(get);
  command.add_option("--passphrase-file", words->file, "its first line is the passphrase; only you may read it")
      ->type_name("FILE");
  command.add_option("--new-passphrase-file", words->new_file, "the same, of the new one")->type_name("FILE");
  return [=](Console& session) {
    const auto study = app::Workspace::Open(words->study, app::Caller::Owner(), app::Purpose::kWork, session.clock());
    if (!study) return session.Fail(study.error());
    if (words->get.empty() && !words->change) {
      const auto originals = app::ListOriginals(*study);
      return originals ? List(session, *originals) : session.Fail(originals.error());
    }
    if (!words->get.empty() && words->output.empty()) {
      return session.Fail({core::ErrorCode::kInvalidInput, "--get needs a place. Fix: add -o FILE", {}});
    }
    const auto passphrase = AskPassphrase(words->file, "Passphrase of the study", Asking::kOnce);
    if (!passphrase) return session.Fail(passphrase.error());
    if (words->change) {
      const auto next = AskPassphrase(words->new_file, "New passphrase (at least 12 characters)", Asking::kTwice);
      if (!next) return session.Fail(next.error());
      const core::Status done = app::ChangePassphrase(*study, passphrase->text(), next->text());
      if (!done) return session.Fail(done.error());
      session.Say("The originals are under the new passphrase.\n");
      return 0;
    }
    const model::DocumentId document(words->get);
    const auto bytes = words->page == 0
                           ? app::OpenOriginal(*study, passphrase->text(), document)
                           : app::SeePage(*study, passphrase->text(), document, words->page, session.progress());
    if (!bytes) return session.Fail(bytes.error());
    if (const auto written = core::WriteFile(words->output, *bytes); !written) return session.Fail(written.error());
    session.Say(fmt::format(
        "Wrote {}. It holds all that the file held, also names (of an image: all that is seen): keep it safe.\n",
        words->output));
    return 0;
  };
}

}  // namespace commonground::cli
