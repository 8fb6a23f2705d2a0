// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground report --preview, --approve: as the workbench does it.

#include "cli/report_parts.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/people/approvals.h"
#include "app/people/gate.h"
#include "app/report_study.h"
#include "cli/editing.h"
#include "cli/into_folder.h"
#include "cli/passphrase.h"
#include "cli/study_argument.h"

namespace commonground::cli {

namespace {

// Written nowhere.
class NoFiles : public core::FileSink {
 public:
  core::Status Write(std::string_view, std::string_view) override { return {}; }
};

// As who signs in does: with their passphrase, and a code of their second key.
core::Result<app::SignedIn> SignInTo(app::Gate& gate, const std::string& name, const core::Secret& passphrase,
                                     const std::string& code) {
  auto in = gate.SignIn({name, passphrase.text(), code, "the command line"});
  if (!in) {
    return core::Fail(core::ErrorCode::kForbidden,
                      "the name, the passphrase or the code is not right, or too many were tried. Nothing was approved",
                      name);
  }
  return in;
}

core::Status ApproveAs(const app::Workspace& workspace, app::Gate& gate, const app::SignedIn& in,
                       const std::string& content) {
  const auto approve = [&]() -> core::Status {
    if (in.session.awaits_second_key) {
      return core::Fail(core::ErrorCode::kForbidden,
                        "whoever coordinates sets a second key first. Fix: sign in to the workbench");
    }
    return app::ApproveReport(workspace.For(in.session.caller, app::Purpose::kPublish), content);
  };
  const core::Status done = approve();
  CG_RETURN_IF_ERROR(gate.SignOut(in.token));
  return done;
}

}  // namespace

int WriteReportPreview(Console& session, const std::string& study, const std::string& folder,
                       const std::string& languages) {
  const auto look = [&](const app::Workspace& workspace) {
    app::PreviewOutcome preview;
    const auto written = IntoFolderIf(folder, ".common-ground-report", [&](core::FileSink& out) -> core::Result<bool> {
      CG_ASSIGN_OR_RETURN(preview, app::PreviewReport(workspace, {languages, true}, out, session.progress()));
      return preview.is_there;
    });
    if (!written) return session.Fail(written.error());
    if (!preview.is_there) {
      return session.Fail({core::ErrorCode::kNoConsent,
                           "something blocks the report, so nothing was written. Fix: make it without --preview to "
                           "read what blocks it",
                           {}});
    }
    if (session.json) {
      session.Print(nlohmann::ordered_json{{"folder", folder}, {"content", preview.content}}.dump(2) + "\n");
    } else {
      session.Say(fmt::format("What would be published is in {}\nIts hash, which two people approve: {}\n", folder,
                              preview.content));
    }
    return 0;
  };
  return WithStudy(session, study, app::Caller::Owner(), app::Purpose::kPublish, look);
}

Run AddReportApproval(CLI::App& command, const std::shared_ptr<std::string>& study) {
  auto content = std::make_shared<std::string>();
  auto file = std::make_shared<std::string>();
  auto code = std::make_shared<std::string>();
  auto* approve = command.add_option("--approve", *content,
                                     "say that this may be published, by its hash, as in the workbench; nothing is "
                                     "written. With your name and your passphrase of the workbench");
  approve->type_name("HASH")->excludes("--preview", "--draft", "--approved", "--output");
  auto who = AddWho(command);
  command.add_option("--passphrase-file", *file, "its first line is your passphrase; only you may read it")
      ->type_name("FILE")
      ->needs(approve);
  command.add_option("--code", *code, "a code of your second key, or a recovery code")->needs(approve);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& opened) {
      const app::Workspace workspace = opened.For(opened.caller(), app::Purpose::kPublish);
      NoFiles none;
      const auto now = app::PreviewReport(workspace, {{}, true}, none, session.progress());
      if (!now) return session.Fail(now.error());
      if (!now->is_there || now->content != *content) {
        return session.Fail({core::ErrorCode::kConflict,
                             "this is not what the report says now. Nothing was approved. Fix: look at it again with "
                             "--preview",
                             *content});
      }
      const auto passphrase = AskPassphrase(*file, "Passphrase of " + *who, Asking::kOnce);
      if (!passphrase) return session.Fail(passphrase.error());
      const auto gate = app::Gate::Open(*study, session.clock());
      if (!gate) return session.Fail(gate.error());
      const auto in = SignInTo(**gate, *who, *passphrase, *code);
      if (!in) return session.Fail(in.error());
      if (const auto done = ApproveAs(workspace, **gate, *in, *content); !done) return session.Fail(done.error());
      const auto is_enough = app::IsApproved(workspace, *content);
      if (!is_enough) return session.Fail(is_enough.error());
      if (session.json) {
        session.Print(nlohmann::ordered_json{{"approved", *content}, {"may_be_published", *is_enough}}.dump(2) + "\n");
      } else {
        session.Say(*is_enough ? "Approved. Two people did: it may be published (report --approved).\n"
                               : "Approved. One more person has to approve it.\n");
      }
      return 0;
    });
  };
}

}  // namespace commonground::cli
