// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Says that what is shown may be published: with the passphrase again, each time.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { problemWords } from "../shell/await";
import { t } from "../words/words";

interface ApproveProps {
  content: string;
  done: () => void;
  close: () => void;
}

export function Approve({ content, done, close }: ApproveProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const passed = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const code = String(given.get("code") ?? "");
    setBusy(true);
    const answer = await ask(() => api.PUT("/report/approvals/{content}", { params: { path: { content } },
      body: { passphrase: String(given.get("passphrase")), ...(code ? { code } : {}) } }));
    setBusy(false);
    if (answer.ok) {
      passed.current = true;
      dialog.current?.close();
      return;
    }
    setWrong(answer.problem.status === 401
      ? t("That did not work. Name, passphrase or code is not right, or it is too early to try again. After a few tries each takes longer, up to 42 seconds.")
      : answer.problem.status === 409 ? t("This is not what you looked at. Draw the pages again, and look.")
      : problemWords(answer.problem));
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="approve-h" onClose={() => (passed.current ? done() : close())}>
      <form class="stack" onSubmit={give}>
        <h2 id="approve-h">{t("You approve exactly what is shown")}</h2>
        <p>{t("In every form and language. If anything of it changes, your approval counts no more, and is asked for again.")}</p>
        {wrong && <p class="banner warn" role="alert">{wrong}</p>}
        <div><label for="approve-p">{t("Passphrase")}</label>
          <input id="approve-p" name="passphrase" type="password" autocomplete="current-password" required /></div>
        <div><label for="approve-c">{t("Code from your second key")}</label>
          <input id="approve-c" class="w9" name="code" type="text" autocomplete="one-time-code" maxLength={40} /></div>
        <p class="row"><button class="btn main" disabled={busy}>{t("Approve it")}</button>
          <button type="button" class="btn" onClick={() => dialog.current?.close()}>{t("Not now")}</button></p>
      </form>
    </dialog>
  );
}
