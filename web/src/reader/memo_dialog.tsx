// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The memo on a coding.  If somebody else changed it meanwhile, all three are shown: what you saw, what it is, what you want.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { send } from "../store/queue";
import { t } from "../words/words";
import { ProblemBanner } from "../shell/await";
import type { Drawn } from "./model";

export function MemoDialog({ document, coding, close }: { document: string; coding: Drawn; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState(coding.memo);
  const [theirs, setTheirs] = useState<{ memo: string; version: string } | null>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    const path = { document, coding: coding.coding };
    const now = await ask(() => api.GET("/documents/{document}/codings/{coding}", { params: { path } }));
    if (now.ok && theirs === null && now.data.memo !== coding.memo && now.data.memo !== typed) {
      setTheirs({ memo: now.data.memo, version: now.data.version });
      return;
    }
    if (!now.ok && now.problem.kind === "not_found") {
      setGone(true);
      return;
    }
    await send({ kind: "memo", ...path, memo: typed, version: now.ok ? now.data.version : coding.version });
    dialog.current?.close();
  };

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="memo-h" onClose={close}>
      <form class="stack" onSubmit={keep}>
        <h2 id="memo-h">{t("Memo on {1}", coding.code)}</h2>
        {gone && <ProblemBanner problem={{ kind: "not_found", status: 404, name: "", detail: "", body: null }} />}
        {theirs && (
          <div class="versions" role="alert">
            <div><b>{t("You saw")}</b><p>{coding.memo || t("nothing")}</p></div>
            <div><b>{t("It is now")}</b><p>{theirs.memo || t("nothing")}</p>
              <button type="button" class="btn" onClick={() => setTyped(theirs.memo)}>{t("Take theirs")}</button>
              <button type="button" class="btn" onClick={() => setTyped(`${theirs.memo}\n${typed}`)}>{t("Take both")}</button></div>
            <div><b>{t("You want")}</b><p>{typed || t("nothing")}</p></div>
          </div>
        )}
        <div>
          <label for="memo-in">{t("What should be remembered about it?")}</label>
          <textarea id="memo-in" rows={5} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </div>
        <p class="row">
          <button class="btn main">{t("Keep the memo")}</button>
          <button type="button" class="btn" onClick={() => dialog.current?.close()}>{t("Leave it as it was")}</button>
        </p>
      </form>
    </dialog>
  );
}
