// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of the pages, for xgettext; a test compares them with page.html.

#include "server/pages/strings.h"

#include <array>

namespace commonground::server {

namespace {

// Marks a string for xgettext.
constexpr const char* t(const char* text) {
  return text;
}

// clang-format off
constexpr std::array kStrings{
    t("Workbench"),
    t("Skip to the content"),
    t("Language"),
    t("Choose"),
    t("Leave quickly"),
    t("This page needs its script, which comes from this server and from nowhere else."),
    t("Sign in"),
    t("Name"),
    t("the one that you were given here, not your own"),
    t("Passphrase"),
    t("Code from your second key"),
    t("coordinators: six digits, from the app on your phone"),
    t("I cannot sign in"),
    t("Ask the coordinator who invited you for a new invitation. A coordinator uses one of the recovery codes that were kept on paper. Nothing is sent by post or SMS."),
    t("Step 1 of 3"),
    t("Begin the study"),
    t("You are invited"),
    t("You are the first one here: you will coordinate. This link is good once."),
    t("Choose a passphrase. This link is good once."),
    t("a name that does not tell who you are, such as coder-a"),
    t("15 characters or more: four or five words that have nothing to do with each other"),
    t("Passphrase, once more"),
    t("Go on"),
    t("Step 2 of 3"),
    t("A second key"),
    t("Whoever coordinates signs in with a passphrase and with six digits that an app on the phone shows. Open such an app (Aegis, FreeOTP or another one), and let it read this picture."),
    t("QR picture of the second key"),
    t("Or type this in:"),
    t("Six digits that the app shows now"),
    t("Step 3 of 3"),
    t("For the day when the phone is lost"),
    t("Write these codes on paper and keep them apart from the phone. Each is good once in place of the six digits. They are shown now and never again."),
    t("I have written them down"),
    t("You are signed in"),
    t("Role"),
    t("What to do next"),
    t("The pages of the workbench are not in this program, since it was built without Node. Programs find the study at /api/v1."),
    t("Sign out"),
    t("If somebody comes in:"),
    t("press Shift three times, or “Leave quickly”. You are signed out and a plain calendar is shown. The address of this server stays in the browser's history: clear that yourself, or use a private window."),
    t("The server cannot be reached. Nothing was changed. Try again in a moment."),
    t("The two passphrases differ."),
    t("This link was used already, or is too old. Ask who sent it for a new one."),
    t("That did not work. Name, passphrase or code is not right, or it is too early to try again. After a few tries each takes longer, up to 42 seconds."),
    t("This passphrase is too short, or one of those that are tried first. Take four or five words that have nothing to do with each other."),
    t("There is a person of this name already, or the name holds other signs than a to z, digits, dots and hyphens."),
    t("This is not the code that the app shows now. Look at the clock of the phone, and type the next six digits."),
    t("Your session ended. Sign in again."),
    t("coordinator"),
    t("researcher"),
    t("reviewer"),
    t("member organisation"),
    t("reader"),
};
// clang-format on

}  // namespace

std::span<const char* const> PageStrings() {
  return kStrings;
}

}  // namespace commonground::server
