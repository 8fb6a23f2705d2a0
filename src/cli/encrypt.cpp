// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The commands encrypt and decrypt.

#include "app/encrypt_study.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/passphrase.h"

namespace commonground::cli {

namespace {

struct Words {
  std::string study;
  std::string new_file;
  bool change = false;
};

int Done(const Console& session, const std::string& study, bool is_encrypted, const std::string& said) {
  if (session.json) {
    session.Print(nlohmann::json{{"study", study}, {"encrypted", is_encrypted}}.dump(2) + "\n");
  } else {
    session.Say(said);
  }
  return 0;
}

}  // namespace

Run AddEncrypt(CLI::App& command) {
  auto words = std::make_shared<Words>();
  command.add_option("STUDY", words->study, "a study file that nobody has open")->required();
  command.add_flag("--change", words->change, "give an encrypted study another passphrase");
  command
      .add_option("--new-passphrase-file", words->new_file,
                  "its first line is the new passphrase; only you may read it")
      ->type_name("FILE");
  return [=](Console& session) {
    if (words->change) {
      const auto now =
          AskPassphrase(session.study_passphrase_file, "Passphrase of the study", Asking::kOnce, kStudyPassphraseFile);
      if (!now) return session.Fail(now.error());
      const auto next = AskPassphrase(words->new_file, "New passphrase (at least 12 characters)", Asking::kTwice,
                                      "--new-passphrase-file");
      if (!next) return session.Fail(next.error());
      const core::Status changed = app::ChangePassphraseOfStudy(words->study, now->text(), next->text());
      if (!changed) return session.Fail(changed.error());
      return Done(session, words->study, true,
                  fmt::format("{} opens with the new passphrase. Copies that were made before open with the old one.\n",
                              words->study));
    }
    const auto passphrase =
        AskPassphrase(words->new_file.empty() ? session.study_passphrase_file : words->new_file,
                      "New passphrase (at least 12 characters)", Asking::kTwice, "--new-passphrase-file");
    if (!passphrase) return session.Fail(passphrase.error());
    const core::Status done = app::EncryptStudy(words->study, passphrase->text(), session.progress());
    if (!done) return session.Fail(done.error());
    return Done(session, words->study, true,
                fmt::format("{} is encrypted: it opens with its passphrase only. Nobody can help who loses it; keep it "
                            "where the study is not.\nWhat is not encrypted: folders, exports, reports and copies that "
                            "were made before. Remove those that you do not need.\n",
                            words->study));
  };
}

Run AddDecrypt(CLI::App& command) {
  auto study = std::make_shared<std::string>();
  command.add_option("STUDY", *study, "an encrypted study file that nobody has open")->required();
  return [=](Console& session) {
    const core::Status done = app::DecryptStudy(*study, session.progress());
    if (!done) return session.Fail(done.error());
    return Done(session, *study, false, fmt::format("{} can be read by whoever has the file.\n", *study));
  };
}

}  // namespace commonground::cli
