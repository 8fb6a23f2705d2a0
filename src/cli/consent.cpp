// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command consent: who agreed to what, giving it, taking it back; and its rows one at a time.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/consent_study.h"
#include "app/wire/noun_json.h"
#include "cli/command.h"
#include "cli/editing.h"
#include "cli/noun_parts.h"
#include "cli/study_argument.h"
#include "cli/table.h"
#include "model/consent_subject.h"

namespace commonground::cli {

namespace {

constexpr int kWidest = 100;

using Text = std::shared_ptr<std::string>;
using Texts = std::shared_ptr<std::vector<std::string>>;

std::string StateInWords(const app::ConsentLine& line) {
  const model::Consent& consent = line.consent;
  const auto on = [](const std::optional<core::Date>& date) { return date ? date->Text() : std::string("?"); };
  switch (line.state) {
    case app::ConsentState::kHolds:
      return "yes" + (consent.given ? ", since " + on(consent.given) : "") +
             (consent.expires ? ", until " + on(consent.expires) : "");
    case app::ConsentState::kNotYet:
      return "no: from " + on(consent.given) + " on";
    case app::ConsentState::kExpired:
      return "no: it ended " + on(consent.expires);
    case app::ConsentState::kWithdrawn:
      return "no: withdrawn " + on(consent.withdrawn);
    case app::ConsentState::kNeverGiven:
      return "no: never given";
  }
  return {};
}

// DOCUMENT#43ad3994 for the whole id.
bool IsPassageNamed(const std::string& whole, const std::string& subject) {
  return subject.find(model::kPassageMark) != std::string::npos && whole.starts_with(subject);
}

std::string AsText(const std::string& subject, const app::ConsentsShown& shown) {
  std::string text = shown.name.empty() ? subject + "\n" : fmt::format("{} ({})\n", shown.name, subject);
  Table table({"may it", "today", "basis", "evidence"});
  for (const auto& line : shown.lines) {
    const bool is_there = line.state != app::ConsentState::kNeverGiven;
    table.Add({(line.subject == subject || IsPassageNamed(line.subject, subject) ? "" : line.subject + ": ") +
                   std::string(app::InWords(line.consent.scope)),
               StateInWords(line), is_there ? std::string(model::Word(line.consent.basis)) : "",
               line.consent.evidence});
  }
  return text + table.Text(std::min(TerminalWidth(), kWidest));
}

core::Result<std::vector<model::ConsentScope>> ReadScopes(const std::vector<std::string>& words) {
  std::vector<model::ConsentScope> scopes;
  for (const std::string& word : words) {
    std::string spaced = word;  // name-place is easier to type than 'name place'
    std::ranges::replace(spaced, '-', ' ');
    const auto scope = model::FromWord<model::ConsentScope>(spaced);
    if (!scope) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "\"" + word +
                            "\" is nothing that consent can be given to. "
                            "Nothing was changed. Fix: write one of: " +
                            model::AllWords<model::ConsentScope>(),
                        "SCOPE");
    }
    scopes.push_back(*scope);
  }
  return scopes;
}

core::Result<std::optional<core::Date>> ReadAnyDate(const std::string& text) {
  if (text.empty()) return std::optional<core::Date>();
  CG_ASSIGN_OR_RETURN(const core::Date date, core::Date::Parse(text));
  return std::optional<core::Date>(date);
}

std::string ScopesOf(const app::ConsentEdit& edit) {
  std::vector<std::string> words;
  for (const auto& line : edit.lines) {
    std::string word(model::Word(line.consent.scope));
    if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

int TellEdit(const Console& console, const core::Result<app::ConsentEdit>& edit, const std::string& subject,
             const std::string& study, bool is_withdrawal) {
  if (!edit) return console.Fail(edit.error());
  if (console.json) {
    console.Print(app::wire::ToJson(*edit).dump(2) + "\n");
  } else if (edit->result.act == 0) {
    console.Say("It is so already; nothing was changed.\n");
  } else if (is_withdrawal) {
    console.Say(fmt::format(
        "Paused for {}: {}. From now on no search, list, comparison or report shows what this covered; publish the "
        "report again to take it out of one that is out already. To delete it for good: commonground consent withdraw "
        "{} {} --yes. Undo: commonground code undo {}\n",
        subject, ScopesOf(*edit), study, subject, study));
  } else {
    console.Say(fmt::format("Given for {}: {}. Undo: commonground code undo {}\n", subject, ScopesOf(*edit), study));
  }
  return 0;
}

Text AddSubject(CLI::App& command, const char* purpose) {
  auto subject = std::make_shared<std::string>();
  command.add_option("SUBJECT", *subject, purpose)->required();
  return subject;
}
Texts AddScopes(CLI::App& command, const char* purpose) {
  auto scopes = std::make_shared<std::vector<std::string>>();
  command.add_option("SCOPES", *scopes, purpose + (": " + model::AllWords<model::ConsentScope>()))->type_name("SCOPE");
  return scopes;
}

Run AddShow(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto subject = AddSubject(
      command, "an organisation, a document, a passage (DOCUMENT#CODING), or a consent as the list shows it");
  return [=](Console& console) {
    return WithStudy(console, *study, [&](const app::Workspace& workspace) {
      const auto shown = app::ShowConsents(workspace, *subject);
      if (!shown && shown.error().code == core::ErrorCode::kNotFound) {
        const auto one = app::ShowNoun(workspace, model::RecordType::kConsent, *subject);
        if (one) return ShowOneNoun(console, workspace, model::RecordType::kConsent, *subject);
      }
      if (!shown) return console.Fail(shown.error());
      console.Print(console.json ? app::wire::ToJson(*subject, *shown).dump(2) + "\n" : AsText(*subject, *shown));
      return 0;
    });
  };
}

Run AddGive(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto subject = AddSubject(command, "an organisation (all of its case), a document, or a passage (DOCUMENT#CODING)");
  auto scopes = AddScopes(command, "what it is consent to, one or more");
  auto basis = std::make_shared<std::string>("written");
  auto evidence = std::make_shared<std::string>();
  command.add_option("--basis", *basis, model::AllWords<model::ConsentBasis>() + "; written if not given")
      ->type_name("BASIS");
  command.add_option("--evidence", *evidence, "where it is kept; of a public source, the source's id")
      ->type_name("TEXT");
  auto given = AddDateOption(command, "--given", "when it was given; today if not said");
  auto expires = AddDateOption(command, "--expires", "the last day on which it holds; open if not said");
  auto who = AddWho(command);
  return [=](Console& console) {
    app::ConsentGiven request{*subject, {}, {}, {}, {}, *evidence};
    const auto read = [&]() -> core::Status {
      CG_ASSIGN_OR_RETURN(request.scopes, ReadScopes(*scopes));
      CG_ASSIGN_OR_RETURN(request.given, ReadAnyDate(*given));
      CG_ASSIGN_OR_RETURN(request.expires, ReadAnyDate(*expires));
      const auto known = model::FromWord<model::ConsentBasis>(*basis);
      if (!known) {
        return core::Fail(core::ErrorCode::kInvalidInput,
                          "\"" + *basis +
                              "\" is no basis of a consent. Nothing was "
                              "changed. Fix: write one of: " +
                              model::AllWords<model::ConsentBasis>(),
                          "--basis");
      }
      request.basis = *known;
      return {};
    };
    if (const core::Status status = read(); !status) return console.Fail(status.error());
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      return TellEdit(console, app::GiveConsent(workspace, request), *subject, *study, false);
    });
  };
}

Run AddPause(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto subject =
      AddSubject(command, "an organisation (with all its documents), one document, or a passage (DOCUMENT#CODING)");
  auto scopes = AddScopes(command, "what of it; all if none is named");
  auto on = AddDateOption(command, "--on", "the day on which it ends; today if not said");
  auto who = AddWho(command);
  return [=](Console& console) {
    app::ConsentPaused request{*subject, {}, {}};
    const auto read = [&]() -> core::Status {
      CG_ASSIGN_OR_RETURN(request.scopes, ReadScopes(*scopes));
      CG_ASSIGN_OR_RETURN(request.on, ReadAnyDate(*on));
      return {};
    };
    if (const core::Status status = read(); !status) return console.Fail(status.error());
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      return TellEdit(console, app::PauseConsent(workspace, request), *subject, *study, true);
    });
  };
}

}  // namespace

Run AddConsent(CLI::App& command) {
  const RunPart run_row = AddNounParts(command, model::RecordType::kConsent, NounParts::kAllButShow);
  static constexpr Part kParts[] = {
      {"show", "what somebody agreed to and what not, in words", &AddShow},
      {"give", "record that somebody agreed", &AddGive},
      {"pause", "hide at once what it covered; undo brings it back", &AddPause},
      {"withdraw", "what rests on it, and all of that gone for good", &AddWithdraw},
  };
  const Run run_words = AddParts(command, kParts);
  return [=](Console& console) {
    const auto code = run_row(console);
    return code ? *code : run_words(console);
  };
}

}  // namespace commonground::cli
