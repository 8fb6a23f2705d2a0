// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command consent withdraw: what rests on a consent, and all of it gone.

#include "cli/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/withdrawal/withdraw_study.h"
#include "cli/study_argument.h"

namespace commonground::cli {

namespace {

using nlohmann::ordered_json;

core::Result<std::vector<model::ConsentScope>> ReadScopes(const std::vector<std::string>& words) {
  std::vector<model::ConsentScope> scopes;
  for (std::string word : words) {
    std::ranges::replace(word, '-', ' ');
    const auto scope = model::FromWord<model::ConsentScope>(word);
    if (!scope) {
      std::string all;
      for (const auto& [value, known] : model::Words<model::ConsentScope>()) {
        all += (all.empty() ? "" : ", ") + std::string(known);
      }
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "consent is given to other things. Nothing was changed. Fix: one or more of: " + all, word);
    }
    scopes.push_back(*scope);
  }
  return scopes;
}

ordered_json ToJson(const std::string& subject, const app::WhatRests& rests, bool done) {
  const coding::Removed& removed = rests.removed;
  ordered_json documents = ordered_json::array();
  for (const auto& one : removed.documents) documents.push_back(one.value);
  ordered_json findings = ordered_json::array();
  for (const auto& one : removed.findings) {
    findings.push_back({{"finding", one.id.value},
                        {"passages", one.passages},
                        {"left", one.left},
                        {"words_taken_out", one.words_taken_out},
                        {"without_evidence", one.without_evidence}});
  }
  ordered_json repetitions = ordered_json::array();
  for (const auto& one : removed.repetitions) repetitions.push_back({{"kind", one.kind}, {"id", one.id}});
  ordered_json editions = ordered_json::array();
  for (const auto& one : rests.editions) editions.push_back({{"edition", one.edition}, {"made", one.made_at}});
  return {{"subject", subject},
          {"done", done},
          {"consents", removed.consents},
          {"documents", documents},
          {"codings", removed.codings},
          {"orphans", removed.orphans},
          {"old_versions", removed.old_versions},
          {"translations", removed.translations},
          {"memos", removed.memos},
          {"decisions", removed.decisions},
          {"originals", rests.originals},
          {"history_texts", removed.history_texts},
          {"findings", findings},
          {"repetitions", repetitions},
          {"editions", editions},
          {"change", rests.act},
          {"wiped", rests.wiped}};
}

// The account, before and after in the same words.
std::string Account(const std::string& subject, const app::WhatRests& rests, bool done) {
  const coding::Removed& removed = rests.removed;
  std::string text = fmt::format("{} {}:\n", done ? "Withdrawn for" : "If consent is withdrawn for", subject);
  const auto line = [&](std::int64_t count, const char* one, const char* many) {
    if (count > 0) text += fmt::format("  {} {}\n", count, count == 1 ? one : many);
  };
  line(removed.consents, "consent is closed", "consents are closed");
  line(std::ssize(removed.documents), "document goes, with its text", "documents go, with their texts");
  line(removed.codings, "coded passage goes", "coded passages go");
  line(removed.orphans, "coding of an older text goes", "codings of older texts go");
  line(removed.old_versions, "older text goes", "older texts go");
  line(static_cast<std::int64_t>(rests.originals), "original file goes", "original files go");
  line(removed.translations, "translation goes", "translations go");
  line(removed.memos, "note goes", "notes go");
  line(removed.decisions, "assignment or decision goes", "assignments and decisions go");
  line(removed.history_texts, "text of the history goes", "texts of the history go");
  for (const auto& one : removed.labels) text += fmt::format("  the code {} is called by its id\n", one.value);
  for (const auto& one : removed.repetitions) {
    text += fmt::format("  its words go from the {} {}: read that again\n", one.kind, one.id);
  }
  for (const auto& one : removed.findings) {
    text +=
        fmt::format("  the finding {} loses {} of {} passages{}\n", one.id.value, one.passages, one.passages + one.left,
                    one.without_evidence ? ", all that it has: it cannot be published as it is" : "");
  }
  for (const auto& one : rests.editions) {
    text += fmt::format(
        "  the edition {} of {} shows something of it: publish it again (report --reissue), and tell who has "
        "it\n",
        one.edition, one.made_at.substr(0, 10));
  }
  return text;
}

}  // namespace

Run AddWithdraw(CLI::App& command) {
  struct Words {
    std::string subject;
    std::vector<std::string> scopes;
    bool yes = false;
  };
  auto study = AddStudyArgument(command);
  auto words = std::make_shared<Words>();
  command.add_option("SUBJECT", words->subject, "an organisation (all of its case), or a document")->required();
  command.add_option("SCOPE", words->scopes, "what consent is taken back; none: all of it")->type_name("SCOPE");
  command.add_flag("-y,--yes", words->yes, "do it; without it, only say what would go");
  return [=](Console& console) {
    return WithStudy(console, *study, [&](const app::Workspace& workspace) {
      const auto scopes = ReadScopes(words->scopes);
      if (!scopes) return console.Fail(scopes.error());
      const app::WithdrawalRequest request{words->subject, *scopes};
      const auto rests = words->yes ? app::CarryOutWithdrawal(workspace, request, console.progress())
                                    : app::WhatRestsOn(workspace, request, console.progress());
      if (!rests) return console.Fail(rests.error());
      if (console.json) {
        console.Print(ToJson(words->subject, *rests, words->yes).dump(2) + "\n");
        return 0;
      }
      const auto& removed = rests->removed;
      if (removed.consents == 0 && removed.documents.empty() && removed.repetitions.empty()) {
        console.Say("It is so already; nothing is left to withdraw.\n");
        return 0;
      }
      console.Print(Account(words->subject, *rests, words->yes));
      if (!words->yes) {
        console.Say(
            "Nothing was changed. This cannot be undone. To do it, add --yes. What lies elsewhere (the folder that was "
            "imported, exports, older backups, published copies) is not reached: docs/consent.md says what to do.\n");
        return 0;
      }
      if (!rests->wiped) {
        console.Complain(
            "commonground: all of this is withdrawn, and somebody reads an older state of the study just now: its "
            "words "
            "are in the log beside it until they are done. Fix: commonground reindex STUDY, when they are\n");
      }
      console.Say(
          "It is noted in the list of withdrawals beside the study, so that no backup brings it back: keep that list "
          "with your backups, make a new backup, and let the older ones go (docs/consent.md).\n");
      return 0;
    });
  };
}

}  // namespace commonground::cli
