// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Stopping before the end, with a reason: kept as a memo on the method, with the numbers of this moment.
import { useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { t } from "../words/words";
import type { Left } from "./left";

export function Stop({ code, left }: { code: string; left: Left }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [kept, setKept] = useState(false);
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    const numbers = t("Stopped after {1} answers: {2} found, at most {3} left of {4}.", left.decided, left.found, left.at_most, left.undecided);
    const answer = await ask(() => api.PUT("/memos/{memo}", { params: { path: { memo: crypto.randomUUID() } },
      body: { kind: "method", about: "code", subject: code, text: `${numbers} ${why.trim()}` } }));
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setKept(true);
    dialog.current?.close();
    changed();
  };
  return (
    <>
      <p class="row mt-s"><button type="button" class="btn" onClick={() => dialog.current?.showModal()}>{t("Stop here, with a reason")} …</button>
        {kept && <span class="small" role="status">{t("Kept as a memo on the code.")}</span>}</p>
      <dialog ref={dialog} class="dialog" aria-labelledby="stop-h">
        <form class="stack" onSubmit={keep}>
          <h2 id="stop-h">{t("Why stop here?")}</h2>
          {problem && <ProblemBanner problem={problem} />}
          <div><label for="stop-why">{t("Reason")} <span class="hint">{t("kept as a memo on the code, with the numbers of this moment")}</span></label>
            <textarea id="stop-why" rows={3} required value={why} onInput={(event) => setWhy(event.currentTarget.value)} /></div>
          <p class="row"><button class="btn main" disabled={why.trim() === ""}>{t("Keep the reason")}</button>
            <button type="button" class="btn" onClick={() => dialog.current?.close()}>{t("Not now")}</button></p>
        </form>
      </dialog>
    </>
  );
}
