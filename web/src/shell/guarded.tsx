// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Does what may ask for the passphrase again, and shows what went wrong.
import { useState } from "preact/hooks";
import type { Answer, Problem } from "../api/client";
import { changed } from "../store/news";
import { ProblemBanner } from "./await";
import { PassphraseAgain } from "./passphrase_again";

export function useGuarded() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [again, setAgain] = useState<{ done: () => void; close: () => void } | null>(null);
  const run = async (act: () => Promise<Answer<unknown>>): Promise<boolean> => {
    const answer = await act();
    if (!answer.ok && answer.problem.kind === "needs_passphrase") {
      return new Promise((resolve) => setAgain({
        done: () => {
          setAgain(null);
          void run(act).then(resolve);
        },
        close: () => {
          setAgain(null);
          resolve(false); // nobody waits for an answer that does not come
        },
      }));
    }
    setProblem(answer.ok ? null : answer.problem);
    changed();
    return answer.ok;
  };
  const view = (
    <>
      {problem && <ProblemBanner problem={problem} />}
      {again && <PassphraseAgain {...again} />}
    </>
  );
  return { run, view };
}
