// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A coordinator accepts what was coded in a text: only that counts.  What coders gave differently is decided between them
// (decide/), and is left out here.
import { useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { readPassages } from "../decide/two_coders";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { plural, t } from "../words/words";
import type { Coding } from "./model";
import { leftOut } from "./leave_out";

// Submitted, or a draft of one's own in a text that nobody was given: others' drafts are theirs.
export const acceptable = (codings: readonly Coding[], me: string): Coding[] =>
  codings.filter((one) => one.version !== "" && (one.status === "submitted" || (one.status === "draft" && one.coder === me)));

export function Accept({ document, codings }: { document: string; codings: readonly Coding[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const accept = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(null);
    const differ = await ask(() => readPassages(document));
    if (!differ.ok) return setProblem(differ.problem);
    const out = leftOut(codings, differ.data.passages);
    saving();
    setDone(0);
    let failed: Problem | null = null;
    for (const one of codings) {
      if (out.has(one.coding)) continue;
      const answer = await ask(() => api.PATCH("/documents/{document}/codings/{coding}",
        { params: { path: { document, coding: one.coding }, header: { "If-Match": `"${one.version}"` } }, body: { status: "accepted" } }));
      if (!answer.ok) {
        failed = answer.problem;
        break;
      }
      setDone((before) => (before ?? 0) + 1);
    }
    settled(failed === null);
    setDone(null);
    setProblem(failed);
    if (!failed) dialog.current?.close();
    changed();
  };
  return (
    <>
      {codings.length > 0 && <button type="button" class="btn" onClick={() => dialog.current?.showModal()}>{plural("Accept {1} coding", "Accept {1} codings", codings.length)} …</button>}
      <dialog ref={dialog} class="dialog" aria-labelledby="accept-h">
        <form class="stack" onSubmit={accept}>
          <h2 id="accept-h">{plural("Accept {1} coding", "Accept {1} codings", codings.length)}</h2>
          <p>{t("Only what is accepted counts in comparisons and the report. What coders gave differently is decided under Compare coders, and is left out here.")}</p>
          {problem && <ProblemBanner problem={problem} />}
          {done !== null && <p role="status">{t("{1} of {2}", done, codings.length)}</p>}
          <p class="row"><button class="btn main" disabled={done !== null}>{t("Accept")}</button>
            <button type="button" class="btn" onClick={() => dialog.current?.close()}>{t("Not now")}</button></p>
        </form>
      </dialog>
    </>
  );
}
