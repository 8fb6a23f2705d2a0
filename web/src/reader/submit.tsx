// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Submitting a text: says what follows, then does it.
import { useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { flush } from "../store/queue";
import { plural, t } from "../words/words";

export function Submit({ document, codings }: { document: string; codings: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await flush();
    const answer = await ask(() => api.POST("/documents/{document}/submit", { params: { path: { document } } }));
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    dialog.current?.close();
    changed();
  };
  return (
    <>
      <button type="button" class="btn to-end" onClick={() => dialog.current?.showModal()}>{t("Submit")} …</button>
      <dialog ref={dialog} class="dialog" aria-labelledby="submit-h">
        <form class="stack" onSubmit={submit}>
          <h2 id="submit-h">{plural("Submit {1} coding", "Submit {1} codings", codings)}</h2>
          <p>{t("The others see what you coded here, and you see what they submitted.")}</p>
          {problem && <ProblemBanner problem={problem} />}
          <p class="row"><button class="btn main">{t("Submit")}</button>
            <button type="button" class="btn" onClick={() => dialog.current?.close()}>{t("Not now")}</button></p>
        </form>
      </dialog>
    </>
  );
}
