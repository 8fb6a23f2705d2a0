// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command document: one text as a whole; one file in as a new text, or as the next version of one.

#include "cli/document.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/import/bring_in_document.h"
#include "app/wire/came_json.h"
#include "cli/editing.h"
#include "cli/given_consent.h"
#include "cli/passphrase.h"
#include "core/files.h"
#include "model/words.h"

namespace commonground::cli {

namespace {

constexpr std::int64_t kMaxBytes = 25'000'000;

std::string Joined(const std::vector<coding::ComparedPart>& parts) {
  std::string words;
  for (const auto& one : parts) words += one.words;
  return words;
}

// Codings of a new version that have no place in it.
std::string LostText(const app::LostCodings& lost) {
  std::string text;
  for (const app::LostCoding& one : lost.seen) {
    text += fmt::format("\n{} {}, {}\n  stood on: {}\n", one.coding.id.value, one.coding.code.value,
                        one.coding.coder.value, Joined(one.was));
    text += one.nearest ? fmt::format("  nearest:  {}\n", Joined(one.is)) : "  nothing there is like it\n";
  }
  if (lost.unseen > 0) text += fmt::format("\n{} more are not shown: others code them blind.\n", lost.unseen);
  return text;
}

// What people made of passages that lose, or have lost, their words.
std::string RestsText(const app::RestsOnLost& rests) {
  if (rests.empty()) return {};
  std::string text = "\nOn what has lost its words rests:\n";
  for (const auto& one : rests.quotes) {
    text += fmt::format("  {} {}, line {}: places \"{}\"{}\n", one.kind, one.id, one.line, one.words,
                        one.stays_with.empty() ? "" : fmt::format("; stays with --put {}", one.stays_with[0].value));
  }
  for (const auto& one : rests.findings) {
    text += fmt::format("  finding {}: {} passages for it and {} against it; {} and {} are left\n", one.id.value,
                        one.lost_for.size(), one.lost_against.size(), one.left_for, one.left_against);
  }
  for (const auto& one : rests.translations) {
    text += fmt::format("  a translation into {}: of \"{}\"\n", one.language, one.exact);
  }
  for (const auto& one : rests.consents) {
    text += fmt::format("  a consent to one passage, {}: {} {}{}\n", one.subject, model::Word(one.scope),
                        one.refused ? "refused" : "given",
                        one.refused ? "; until it has a place, a report shows nothing of the whole text" : "");
  }
  return text;
}

int TellLook(const Console& console, const core::Result<app::DocumentBroughtIn>& look) {
  if (!look) return console.Fail(look.error());
  if (console.json) {
    console.Print(app::wire::ToJson(*look).dump(2) + "\n");
    return 0;
  }
  if (!look->changed) {
    console.Say(fmt::format("Nothing would change: {} is this text already.\n", look->document.value));
    return 0;
  }
  std::string text =
      fmt::format("{} would have version {}. Nothing was changed.\n", look->document.value, look->version);
  if (const auto& moves = look->moves) {
    text += fmt::format("Codings: {} kept, {} moved, {} on words that changed, {} without a place.\n", moves->kept,
                        moves->moved, moves->edited, moves->orphaned);
  }
  console.Say(text + LostText(look->lost) + RestsText(look->rests));
  return 0;
}

int Tell(const Console& console, const core::Result<app::DocumentBroughtIn>& came) {
  if (!came) return console.Fail(came.error());
  if (console.json) {
    console.Print(app::wire::ToJson(*came).dump(2) + "\n");
    return 0;
  }
  if (!came->changed) {
    console.Say(fmt::format("Nothing changed: {} is this text already.\n", came->document.value));
    return 0;
  }
  std::string of_pages = came->pages > 0 ? fmt::format(", {} pages", came->pages) : std::string();
  if (came->confidence) of_pages += fmt::format(", read with {} in 100", *came->confidence);
  console.Say(fmt::format("{}, version {}: {} paragraphs, {} words, {}{}.\n", came->document.value, came->version,
                          came->paragraphs, came->words, came->language, of_pages));
  if (!came->removed.empty()) console.Say(fmt::format("Left out: {}.\n", fmt::join(came->removed, ", ")));
  for (const std::string& notice : came->notices) console.Say(notice + "\n");
  if (const auto& moves = came->moves) {
    console.Say(fmt::format("Codings: {} kept, {} moved, {} on words that changed, {} without a place now.\n",
                            moves->kept, moves->moved, moves->edited, moves->orphaned));
    console.Say(RestsText(came->rests));
  }
  if (!came->may_be_read) {
    console.Say(
        "Nobody may read it yet: there is no consent to analyse it. Record one with: commonground consent give\n");
  }
  return 0;
}

// A file is kept too, if that is asked for.
struct Keeping {
  bool keep = false;
  std::string passphrase_file;
};
std::shared_ptr<Keeping> AddKeeping(CLI::App& command) {
  auto keeping = std::make_shared<Keeping>();
  auto* keep = command.add_flag("--keep-original", keeping->keep,
                                "keep the file too, encrypted under the passphrase of the study");
  command
      .add_option("--passphrase-file", keeping->passphrase_file,
                  "its first line is the passphrase; only you may read it")
      ->type_name("FILE")
      ->needs(keep);
  return keeping;
}
core::Result<core::Secret> PassphraseFor(const Keeping& keeping) {
  if (!keeping.keep) return core::Secret::OfSize(0);
  return AskPassphrase(keeping.passphrase_file, "Passphrase of the study (at least 12 characters)", Asking::kOnce);
}

Run AddAdd(CLI::App& command) {
  struct Words {
    std::string file;
    std::string organisation;
    std::string title;
    std::string language;
    std::string kind = "account";
    std::string consent;
    std::string evidence;
  };
  auto study = AddActingStudy(command);
  auto words = std::make_shared<Words>();
  command.add_option("FILE", words->file, "DOCX, ODT, RTF, EPUB, HTML, PDF, JPEG, PNG, TIFF, Markdown or text")
      ->required();
  command.add_option("--organisation", words->organisation, "whose case it belongs to")->required()->type_name("ID");
  command.add_option("--title", words->title, "of the text; without it the file's name")->type_name("TEXT");
  command.add_option("--language", words->language, "of the text, such as en or sw; without it what the text tells")
      ->type_name("TAG");
  command.add_option("--kind", words->kind, model::AllWords<model::DocumentKind>())->type_name("KIND");
  command.add_option("--consent", words->consent, "record this consent to it, such as analyse,quote=written")
      ->type_name("SCOPE,...=BASIS");
  command.add_option("--evidence", words->evidence, "where the consent is kept")->type_name("TEXT");
  auto keeping = AddKeeping(command);
  auto who = AddWho(command);
  return [=](Console& console) {
    const auto kind = model::FromWord<model::DocumentKind>(words->kind);
    if (!kind) {
      return console.Fail({core::ErrorCode::kInvalidInput,
                           "is no kind of text. Fix: use one of: " + model::AllWords<model::DocumentKind>(),
                           words->kind});
    }
    auto given = ReadConsent(words->consent, words->evidence, console.clock().Today());
    if (!given) return console.Fail(given.error());
    const auto bytes = core::ReadFile(words->file, kMaxBytes);
    if (!bytes) return console.Fail(bytes.error());
    const auto passphrase = PassphraseFor(*keeping);
    if (!passphrase) return console.Fail(passphrase.error());
    app::NewDocument document;
    document.file = {std::filesystem::path(words->file).filename().string(), *bytes, passphrase->text()};
    document.organisation = model::OrganisationId(words->organisation);
    document.title = words->title;
    document.language = words->language;
    document.kind = *kind;
    if (*given) document.consent = {(*given)->scopes, (*given)->basis, {}, (*given)->evidence};
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      return Tell(console, app::AddDocument(workspace, document, console.progress()));
    });
  };
}

Run AddReplace(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto document = std::make_shared<std::string>();
  auto file = std::make_shared<std::string>();
  command.add_option("DOCUMENT", *document, "the text, CASE/FILE")->required();
  command.add_option("FILE", *file, "what it says now")->required();
  auto dry_run = std::make_shared<bool>(false);
  auto put = std::make_shared<std::vector<std::string>>();
  auto* only_look = command.add_flag("--dry-run", *dry_run,
                                     "say what would become of its codings, with the words that are nearest to those "
                                     "that lost theirs; nothing is changed");
  command
      .add_option(
          "--put", *put,
          "codings that lost their words, as --dry-run names them, to be put on the nearest words; all others are "
          "let go: kept, and placed nowhere")
      ->type_name("CODING")
      ->delimiter(',')
      ->excludes(only_look);
  auto keeping = AddKeeping(command);
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  return [=](Console& console) {
    const auto bytes = core::ReadFile(*file, kMaxBytes);
    if (!bytes) return console.Fail(bytes.error());
    const auto passphrase = PassphraseFor(*keeping);
    if (!passphrase) return console.Fail(passphrase.error());
    const std::string name = std::filesystem::path(*file).filename().string();
    app::NewVersion given{{model::DocumentId(*document), *seen}, {name, *bytes, passphrase->text()}};
    for (const std::string& one : *put) {
      given.answers.ones.push_back({model::CodingId(one), app::LostAnswers::What::kPutThere, std::nullopt});
    }
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      if (*dry_run) return TellLook(console, app::LookAtVersion(workspace, given, console.progress()));
      return Tell(console, app::BringInVersion(workspace, given, console.progress()));
    });
  };
}

}  // namespace

Run AddDocument(CLI::App& command) {
  static constexpr Part kParts[] = {
      {"list", "the texts that you may read, and how far work on them is", AddDocumentList},
      {"show", "one text, with the codings that you may see", AddDocumentShow},
      {"diff", "two versions of a text: what went, and what is new", AddDocumentDiff},
      {"add", "take a file in as a new text", AddAdd},
      {"replace", "take a file in as the next version of a text", AddReplace}};
  return AddParts(command, kParts);
}

}  // namespace commonground::cli
