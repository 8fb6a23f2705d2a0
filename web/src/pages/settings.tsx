// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People and settings: who you are here, and signing out.
import { me } from "../session/session";
import { signOut } from "../session/leave";
import { roleWords } from "../shell/roles";
import { t } from "../words/words";

export function Settings(_: { path?: string }) {
  return (
    <main class="page stack" id="main" tabIndex={-1}>
      <h1>{t("You are signed in")}</h1>
      <dl class="facts">
        <dt>{t("Name")}</dt><dd>{me.value?.person}</dd>
        <dt>{t("Role")}</dt><dd>{me.value && roleWords(me.value.role)}</dd>
      </dl>
      <button type="button" class="btn" onClick={() => void signOut()}>{t("Sign out")}</button>
    </main>
  );
}
