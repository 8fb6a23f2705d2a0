// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Long work as a person sees it: how far it is, Cancel, what became of it.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Answer, type Problem } from "../api/client";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { Said } from "../words/said_words";
import { t } from "../words/words";
import { follow, isOver, type Job } from "./ask";

export function useWork() {
  const [job, setJob] = useState<Job | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const turn = useRef(0);
  useEffect(() => () => { turn.current += 1; }, []);

  // Begins and follows; what was begun before is followed no more.  Returns the job when it is done well.
  const run = async (begin: () => Promise<Answer<Job>>): Promise<{ answer: Answer<Job>; done: Job | null }> => {
    const mine = (turn.current += 1);
    const wanted = () => turn.current === mine;
    setProblem(null);
    const begun = await begin();
    if (!wanted()) return { answer: begun, done: null };
    if (!begun.ok) {
      setProblem(begun.problem.kind === "needs_passphrase" ? null : begun.problem);
      return { answer: begun, done: null };
    }
    setJob(begun.data);
    const ended = await follow(begun.data.job, setJob, wanted);
    if (!wanted()) return { answer: begun, done: null };
    if (!ended.ok) {
      setProblem(ended.problem);
      setJob(null);
      return { answer: begun, done: null };
    }
    changed();
    return { answer: begun, done: ended.data.state === "done" ? ended.data : null };
  };
  const cancel = async (id: string) => {
    const answer = await ask(() => api.DELETE("/jobs/{job}", { params: { path: { job: id } } }));
    if (!answer.ok && answer.problem.kind !== "not_found") setProblem(answer.problem);
  };
  const runs = job !== null && !isOver(job);
  const view = (
    <>
      {problem && <ProblemBanner problem={problem} />}
      {job && runs && (
        <div class="stack-s" role="status">
          <p class="small">{job.step ? <Said words={job.step} /> : t("Waiting its turn")} …</p>
          <div class="row"><progress class="work" aria-label={t("How far it is")} {...(job.total > 0 ? { value: job.done, max: job.total } : {})} />
            <button type="button" class="btn" onClick={() => void cancel(job.job)}>{t("Cancel")}</button></div>
        </div>
      )}
      {job?.state === "cancelled" && <p class="state" role="status">{t("Stopped. Nothing was made.")}</p>}
      {job?.state === "failed" && <p class="banner warn" role="alert"><Said words={job.problem ?? ""} whole /></p>}
    </>
  );
  return { run, view, job, runs };
}
