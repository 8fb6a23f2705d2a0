// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command import: a folder into a study file, with what will become of it.

#include <fmt/format.h>

#include <filesystem>

#include "app/encrypt_study.h"
#include "app/open_study.h"
#include "app/wire/outcome_json.h"
#include "cli/command.h"
#include "cli/passphrase.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

// How a scan was read: "in th, 93% sure".
std::string ReadWith(const app::ReadDocument& one) {
  if (!one.confidence) return {};
  if (one.read_in.empty()) return fmt::format("{}% sure", *one.confidence);
  return fmt::format("in {}, {}% sure", fmt::join(one.read_in, " and "), *one.confidence);
}

// What came out of the files, and what becomes of codings on texts that changed: shown before anything is written.
void PrintPlan(const Console& session, const app::ImportOutcome& outcome) {
  if (session.json) return;
  if (!outcome.read.empty()) {
    Table table({"document", "language", "words", "pages", "read with", "not taken over"});
    bool pictures = false;
    for (const auto& one : outcome.read) {
      const std::string removed = fmt::format("{}", fmt::join(one.removed, ", "));
      pictures = pictures || !one.read_in.empty();
      table.Add({one.document.value, one.language, std::to_string(one.words),
                 one.pages > 0 ? std::to_string(one.pages) : "", ReadWith(one), removed});
    }
    session.Say(table.Text(TerminalWidth()));
    if (pictures) {
      session.Say(
          "Scans are read in the language that their letters show. If it is another, write language = \"...\" of the "
          "document in\nits meta.toml, and import again: the scan is then read again.\n");
    }
  }
  if (!outcome.moves.empty()) {
    Table table({"codings of", "version", "kept", "moved", "edited", "orphaned"});
    for (const auto& one : outcome.moves) {
      table.Add({one.document.value, fmt::format("{} to {}", one.from, one.to), std::to_string(one.kept),
                 std::to_string(one.moved), std::to_string(one.edited), std::to_string(one.orphaned)});
    }
    session.Say(table.Text(TerminalWidth()) +
                "Orphaned codings are kept, with their words, in orphans.csv of an export; nothing is guessed.\n");
  }
}

void PrintOutcome(const Console& session, const app::ImportOutcome& outcome) {
  if (session.json) {
    session.Print(app::wire::ToJson(outcome).dump(2) + "\n");
    return;
  }
  if (outcome.unchanged) {
    session.Say(fmt::format("Nothing changed: {} holds this folder already.\n", outcome.place));
    return;
  }
  Table table({"table", "added", "changed", "removed", "as before"});
  for (const auto& change : outcome.saved.tables) {
    if (change.added + change.changed + change.removed + change.unchanged == 0) continue;
    table.Add({change.table, std::to_string(change.added), std::to_string(change.changed),
               std::to_string(change.removed), std::to_string(change.unchanged)});
  }
  session.Say(table.Text(TerminalWidth()) + fmt::format("Imported into {}.\n", outcome.place));
  if (outcome.pictures_made_anew > 0) {
    session.Say(fmt::format("Images re-encoded: {}. Camera, place and other metadata were not kept.\n",
                            outcome.pictures_made_anew));
  }
  if (outcome.originals_not_kept > 0) {
    session.Say(
        fmt::format("{} original files are not kept, only their texts: --keep-originals keeps them, encrypted.\n",
                    outcome.originals_not_kept));
  }
}

}  // namespace

Run AddImport(CLI::App& command) {
  auto folder = std::make_shared<std::string>();
  auto file = std::make_shared<std::string>();
  command.add_option("FOLDER", *folder, "the study folder to read")->required();
  command
      .add_option("-o,--output", *file, "the study file, or postgresql://HOST/DATABASE#STUDY; FOLDER.cg if not given")
      ->type_name("FILE");
  auto preview = std::make_shared<bool>(false);
  auto keep = std::make_shared<bool>(false);
  auto passphrase_file = std::make_shared<std::string>();
  auto forget = std::make_shared<bool>(false);
  command.add_flag("--keep-originals", *keep, "keep the files of documents too, encrypted under a passphrase");
  command.add_option("--passphrase-file", *passphrase_file, "its first line is the passphrase; only you may read it")
      ->type_name("FILE");
  command.add_flag("--forget-versions", *forget,
                   "erase older versions of texts, their originals, orphaned codings, and words kept for an undo");
  auto discard = std::make_shared<bool>(false);
  command.add_flag("--discard-changes", *discard,
                   "discard what people changed in the study since it was last exported as a folder");
  auto encrypted = std::make_shared<bool>(false);
  command.add_flag("--encrypted", *encrypted,
                   "make the study file, if it is not there yet, so that only its passphrase opens it");
  command.add_flag("--preview", *preview, "show what would be read and moved, and change nothing");
  return [=](Console& session) {
    app::ImportOptions options;
    options.forget_versions = *forget;
    options.discard_acts = *discard;
    options.before_saving = [&](const app::ImportOutcome& plan) {
      PrintPlan(session, plan);
      return !*preview;
    };
    if (*keep) {
      options.passphrase = [&](bool has) {
        return AskPassphrase(*passphrase_file,
                             has ? "Passphrase of the study" : "New passphrase (at least 12 characters)",
                             has ? Asking::kOnce : Asking::kTwice);
      };
    }
    const std::string place = file->empty() ? app::FileBeside(*folder).string() : *file;
    std::error_code ignored;
    const bool is_made = *encrypted && !*preview && !std::filesystem::exists(place, ignored);
    if (*encrypted && !is_made && !*preview && !app::IsEncryptedStudy(place)) {
      return session.Fail(
          {core::ErrorCode::kInvalidInput,
           "is there already, and is not encrypted. Nothing was imported. Fix: commonground encrypt, then "
           "import again",
           place});
    }
    if (is_made) {
      const auto passphrase =
          AskPassphrase(session.study_passphrase_file, "New passphrase of the study (at least 12 characters)",
                        Asking::kTwice, kStudyPassphraseFile);
      if (!passphrase) return session.Fail(passphrase.error());
      const core::Status made = app::MakeEncryptedStudy(place, passphrase->text());
      if (!made) return session.Fail(made.error());
    }
    const auto outcome = app::ImportFolder(*folder, place, options, session.progress());
    if (is_made && (!outcome || outcome->refused)) std::filesystem::remove(place, ignored);  // nothing is in it
    if (!outcome) return session.Fail(outcome.error());
    if (outcome->refused) {
      return session.Refuse(outcome->problems, "Nothing was imported; the study is as it was.");
    }
    session.Note(outcome->problems);
    if (*preview && !session.json) {
      session.Say(outcome->read.empty() && outcome->moves.empty() ? "No document would be re-imported.\n"
                                                                  : "This was a preview: nothing was changed.\n");
      return 0;
    }
    PrintOutcome(session, *outcome);
    return 0;
  };
}

}  // namespace commonground::cli
