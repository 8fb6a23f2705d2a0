// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A project of another coding program: chosen, looked at, and taken in, by jobs that can be stopped.
import { useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { mayDo } from "../session/session";
import { problemWords } from "../shell/await";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { changed } from "../store/news";
import { askProjectCame, beginProject, readings, type ProjectCame, type Reading, type Said } from "../store/projects";
import { useResource } from "../store/resource";
import { askOrganisations } from "../store/things";
import { dropFile, endOfJob, sendFile } from "../store/uploads";
import { t } from "../words/words";
import { ConsentFields, isAgreed, nothingAgreed } from "./consent_fields";
import { Nothing } from "./nothing";
import { nameOf } from "./organisations";
import { ProjectCameView } from "./project_came";
import { refusalOf, type Refusal } from "./refusals";

const largest = 100_000_000;
const endings = ".qdpx,.qdc,.xlsx,.csv,.sqlite3,.qda,.zip";
const refused = (problem: Problem): Refusal => (problem.kind === "invalid" ? refusalOf(problem.detail) : { what: problemWords(problem), fix: "" });

function readingWords(reading: Reading): string {
  switch (reading) {
    case "codepoint-crlf2": return t("letters, the end of a line as two");
    case "utf16-crlf2": return t("units of UTF-16, the end of a line as two");
    case "codepoint-crlf1": return t("letters, the end of a line as one");
    default: return t("units of UTF-16, the end of a line as one");
  }
}

interface Sent {
  upload: string;
  name: string;
}

export function ImportProject(_: { path?: string }) {
  const organisations = useResource("organisations", askOrganisations);
  const [sent, setSent] = useState<Sent | null>(null);
  const [came, setCame] = useState<ProjectCame | null>(null);
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const [doing, setDoing] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [reading, setReading] = useState<Reading | "">("");
  const [own, setOwn] = useState(false);
  const [agreed, setAgreed] = useState(nothingAgreed);
  const coders = useRef(new Map<string, string>());
  const job = useRef("");
  const turn = useRef(0);
  if (!mayDo("coordinator")) return <Nothing />;

  const said = (): Said => ({
    ...(organisation ? { organisation } : {}),
    ...(reading ? { position_encoding: reading } : {}),
    ...(coders.current.size > 0 ? { coders: [...coders.current].map(([user, coder]) => ({ user, coder })) } : {}),
    ...(own ? { consent: agreed } : {}),
  });
  const stop = () => {
    turn.current += 1;
    if (job.current) void ask<unknown>(() => api.DELETE("/jobs/{job}", { params: { path: { job: job.current } } }));
    job.current = "";
    setDoing("");
  };
  // The newest question is the one whose answer is shown.
  const run = async (which: Sent, dry: boolean) => {
    stop();
    const mine = turn.current;
    setWrong(null);
    setDoing(dry ? t("Looking at it") : t("It comes in"));
    const failed = (why: Refusal) => {
      if (mine !== turn.current) return;
      setDoing("");
      setCame(null);
      setWrong(why);
    };
    const begun = await beginProject(which.upload, which.name, dry, said());
    if (!begun.ok) return failed(refused(begun.problem));
    job.current = begun.data.job;
    const ended = await endOfJob(begun.data, () => {});
    if (mine !== turn.current) return;
    job.current = "";
    if (!ended.ok) return failed(refused(ended.problem));
    if (ended.data.state !== "done") return failed(refusalOf(ended.data.problem ?? ""));
    const answer = await askProjectCame(ended.data.job);
    if (!answer.ok) return failed(refused(answer.problem));
    if (mine !== turn.current) return;
    setDoing("");
    setCame(answer.data);
    if (!dry) {
      setSent(null);
      changed();
    }
  };
  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    stop();
    if (sent) void dropFile(sent.upload);
    coders.current.clear();
    setSent(null);
    setCame(null);
    setWrong(null);
    if (file.size === 0) return setWrong(refusalOf("is empty"));
    if (file.size > largest) return setWrong({ what: t("The file is too large."), fix: t("Leave pictures and sound out of the project, or split it.") });
    const mine = turn.current;
    const which = { upload: crypto.randomUUID(), name: file.name };
    setDoing(t("It is sent"));
    const answer = await sendFile(which.upload, file, () => {});
    if (mine !== turn.current) return void dropFile(which.upload);
    setDoing("");
    if (!answer.ok) return setWrong(refused(answer.problem));
    setSent(which);
    await run(which, true);
  };
  const isIn = came !== null && !came.is_dry_run;
  const heading = came === null ? t("Bring in a project of another program")
    : isIn ? t("The project came in") : came.changed ? t("This is what it would bring") : t("All of it is here already");

  return (
    <Page>
      <header class="stack-s">
        <p class="crumbs"><a href="/texts">{t("Texts")}</a></p>
        <h1>{heading}</h1>
        {came === null && <p class="lead">{t("Projects (.qdpx) and codebooks (.qdc) of ATLAS.ti, MAXQDA, NVivo, QualCoder, Quirkos and others, and tables of Taguette. It is looked at first: nothing changes until you say so.")}</p>}
        {came !== null && !isIn && <p class="lead">{t("Nothing has changed in the study.")}</p>}
        {isIn && came.can_be_undone && <p class="lead">{t("Codes, codings and memos can be undone; texts stay.")}</p>}
      </header>
      {!isIn && (
        <div class="stack bring-in">
          <div class="drop stack-s"><div><label for="project">{sent ? t("Another file") : t("Choose the project")}</label>
            <input id="project" type="file" accept={endings} onChange={(event) => { void take(event.currentTarget.files); event.currentTarget.value = ""; }} /></div>
            {sent && <p><span class="tag" dir="auto">{sent.name}</span></p>}</div>
          <div class="field-2">
            <div><label for="p-whose">{t("Whose texts they are")}</label>
              <select id="p-whose" value={organisation} onChange={(event) => setOrganisation(event.currentTarget.value)}>
                <option value="">{t("as the project says")}</option>
                {organisations.data?.map((one) => <option key={one.id} value={one.id}>{nameOf(one)}</option>)}
              </select></div>
            <div><label for="p-places">{t("How it counts places in a text")}</label>
              <select id="p-places" value={reading} onChange={(event) => setReading(event.currentTarget.value as Reading | "")}>
                <option value="">{t("find it out")}</option>
                {readings.map((one) => <option key={one} value={one}>{readingWords(one)}</option>)}
              </select></div>
          </div>
          <fieldset class="stack-s"><legend class="label">{t("What was agreed")}</legend>
            <div class="choice"><input type="radio" name="own" id="p-no" checked={!own} onChange={() => setOwn(false)} />
              <label for="p-no">{t("Nothing yet: nobody may read its texts until it is recorded")}</label></div>
            <div class="choice"><input type="radio" name="own" id="p-yes" checked={own} onChange={() => setOwn(true)} />
              <label for="p-yes">{t("The same was agreed for each of its texts")}</label></div></fieldset>
          {own && <ConsentFields agreed={agreed} set={setAgreed} />}
        </div>
      )}
      {wrong && (
        <div class="banner warn" role="alert"><Icon name="warn" /><div class="stack-s"><p>{wrong.what}</p>{wrong.fix && <p>{wrong.fix}</p>}</div></div>
      )}
      <div role="status" class="state">{doing && <span class="row">{doing} <button type="button" class="btn" onClick={stop}>{t("Stop")}</button></span>}</div>
      {came && <ProjectCameView came={came} rename={isIn ? null : (user, coder) => { if (coder) coders.current.set(user, coder); else coders.current.delete(user); }} />}
      {sent && (
        <p class="row take-in">
          <button type="button" class="btn main" disabled={doing !== "" || came === null || !came.changed || (own && !isAgreed(agreed))} onClick={() => void run(sent, false)}>{t("Bring it in")}</button>
          <button type="button" class="btn" disabled={doing !== "" || (own && !isAgreed(agreed))} onClick={() => void run(sent, true)}>{t("Look again")}</button></p>
      )}
      {isIn && <p class="row take-in"><a class="btn main" href="/codebook">{t("To the codebook")}</a> <a class="btn" href="/texts">{t("To the texts")}</a></p>}
    </Page>
  );
}
