// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Asks for the passphrase again before what could harm others.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { me } from "../session/session";
import { t } from "../words/words";
import { problemWords } from "./await";

export function PassphraseAgain({ done, close }: { done: () => void; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [wrong, setWrong] = useState("");
  const passed = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const code = String(given.get("code") ?? "");
    const answer = await ask(() => api.POST("/session/fresh", { body: { passphrase: String(given.get("passphrase")), ...(code ? { code } : {}) } }));
    if (!answer.ok) {
      setWrong(answer.problem.kind === "offline" ? problemWords(answer.problem)
        : t("That did not work. Name, passphrase or code is not right, or it is too early to try again. After a few tries each takes longer, up to 42 seconds."));
      return;
    }
    passed.current = true;
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="fresh-h" onClose={() => (passed.current ? done() : close())}>
      <form class="stack" onSubmit={give}>
        <h2 id="fresh-h">{t("To be sure that it is you")}</h2>
        {wrong && <p class="banner warn" role="alert">{wrong}</p>}
        <div><label for="fresh-p">{t("Passphrase")}</label>
          <input id="fresh-p" name="passphrase" type="password" autocomplete="current-password" required /></div>
        {me.value?.role === "coordinator" && <div><label for="fresh-c">{t("Code from your second key")}</label>
          <input id="fresh-c" class="w9" name="code" type="text" autocomplete="one-time-code" maxLength={40} /></div>}
        <p class="row"><button class="btn main">{t("Go on")}</button>
          <button type="button" class="btn" onClick={() => dialog.current?.close()}>{t("Not now")}</button></p>
      </form>
    </dialog>
  );
}
