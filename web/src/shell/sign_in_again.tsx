// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The sign-in over the page, when a session ended: what is on the page stays, what was asked goes on afterwards.
import { useEffect, useRef, useState } from "preact/hooks";
import { me, signIn, signInAgain } from "../session/session";
import { leave } from "../session/leave";
import { t } from "../words/words";
import { Icon } from "./icons";

export function SignInAgain() {
  const asked = signInAgain.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (asked && dialog.current && !dialog.current.open) dialog.current.showModal();
  }, [asked]);
  if (!asked) return null;

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form);
    setBusy(true);
    const result = await signIn(asked.person, String(given.get("passphrase")), String(given.get("code") ?? ""));
    setBusy(false);
    if (result === "in") {
      form.reset();
      dialog.current?.close();
      asked.done(true);
      return;
    }
    setWrong(result === "offline"
      ? t("The server cannot be reached. Nothing was changed. Try again in a moment.")
      : t("That did not work. Name, passphrase or code is not right, or it is too early to try again. After a few tries each takes longer, up to 42 seconds."));
  };

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="again-h" onCancel={(event) => event.preventDefault()}>
      <form class="stack" onSubmit={send}>
        <h2 id="again-h">{t("Your session ended. Sign in again.")}</h2>
        <p class="small muted">{t("What is on this page stays. What you did last is done as soon as you are in.")}</p>
        {wrong && <p class="banner warn" role="alert">{wrong}</p>}
        <div>
          <label for="again-n">{t("Name")}</label>
          <input id="again-n" type="text" value={me.value?.person ?? asked.person} autocomplete="username" readOnly />
        </div>
        <div>
          <label for="again-p">{t("Passphrase")}</label>
          <input id="again-p" name="passphrase" type="password" autocomplete="current-password" required />
        </div>
        {me.value?.role === "coordinator" && (
          <div>
            <label for="again-c">{t("Code from your second key")}</label>
            <input id="again-c" class="w9" name="code" type="text" autocomplete="one-time-code" maxLength={40} />
          </div>
        )}
        <p class="row">
          <button class="btn main big" disabled={busy}>{t("Sign in")}</button>
          <button type="button" class="btn leave" onClick={leave}><Icon name="leave" /> {t("Leave quickly")}</button>
        </p>
      </form>
    </dialog>
  );
}
