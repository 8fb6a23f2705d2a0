// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts come in: chosen, dropped, or photographed; each with whose it is and what was agreed.  One after the other, so
// that a slow line carries one file at a time.
import { useState } from "preact/hooks";
import { Await, problemWords } from "../shell/await";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { mayDo } from "../session/session";
import { api, ask, type Problem } from "../api/client";
import { changed } from "../store/news";
import { useResource } from "../store/resource";
import { askDocuments } from "../store/texts";
import { askOrganisations } from "../store/things";
import { filesGiven } from "../store/coming_in";
import { askCame, beginText, dropFile, endOfJob, lookAtVersion, sendFile, takeVersion, type Job } from "../store/uploads";
import { openOf, toSend } from "../texts/lost";
import { languageName, plural, t } from "../words/words";
import { ConsentFields, isAgreed, nothingAgreed } from "./consent_fields";
import { Nothing } from "./nothing";
import { nameOf } from "./organisations";
import { refusalOf } from "./refusals";
import { WhatCame, type Fate, type Given, type How } from "./what_came";

const endings = ".docx,.odt,.rtf,.epub,.html,.htm,.pdf,.jpg,.jpeg,.png,.tif,.tiff,.md,.txt";
const largest = 25_000_000;
const asked = ["en", "fr", "es", "ru", "zh", "ar", "bn", "de", "hi", "id", "my", "pt", "sw", "th", "uk", "vi"];

const refusedBy = (problem: Problem): Fate =>
  ({ is: "refused", refusal: problem.kind === "invalid" ? refusalOf(problem.detail) : { what: problemWords(problem), fix: "" }, inTheWay: "" });

// Of files that are on their way also while another page is looked at.
const jobs = new Map<string, string>(); // by upload
const stopped = new Set<string>();
const setGiven = (change: (all: readonly Given[]) => Given[]): void => { filesGiven.value = change(filesGiven.value); };
const put = (key: string, fate: Fate, how?: How) => setGiven((all) => all.map((one) => (one.key === key ? { ...one, fate, ...(how ? { how } : {}) } : one)));

export function BringIn(_: { path?: string }) {
  const organisations = useResource("organisations", askOrganisations);
  const documents = useResource("documents", askDocuments);
  const given = filesGiven.value;
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [organisation, setOrganisation] = useState("");
  const [replaces, setReplaces] = useState("");
  const [language, setLanguage] = useState("");
  const [kind, setKind] = useState<"account" | "summary">("account");
  const [own, setOwn] = useState(false);
  const [agreed, setAgreed] = useState(nothingAgreed);
  const [keeps, setKeeps] = useState(false);
  const [keepUnder, setKeepUnder] = useState("");
  if (!mayDo("coordinator")) return <Nothing />;

  const gather = (files: FileList | null) => {
    const added = [...(files ?? [])].map((file): Given => ({ key: crypto.randomUUID(), file,
      fate: file.size === 0 ? { is: "refused", refusal: refusalOf("is empty"), inTheWay: "" }
        : file.size > largest ? { is: "refused", refusal: refusalOf("larger than 25 MB"), inTheWay: "" } : { is: "waits" } }));
    setGiven((all) => [...all, ...added]);
  };

  // Sent, and then a job makes something of it; null: it was stopped or refused, and its fate says so.
  const madeOf = async ({ key, file }: Given, how: How, begin: () => ReturnType<typeof beginText>): Promise<Job | null> => {
    if (stopped.has(key)) return null;
    put(key, { is: "sent", share: 0 }, how);
    const sent = await sendFile(key, file, (share) => { if (!stopped.has(key)) put(key, { is: "sent", share }); });
    if (stopped.has(key)) {
      void dropFile(key);
      return null;
    }
    const begun = sent.ok ? await begin() : sent;
    if (!begun.ok) {
      put(key, refusedBy(begun.problem));
      return null;
    }
    const first = begun.data as Job;
    jobs.set(key, first.job);
    const ended = await endOfJob(first, (job: Job) => put(key, { is: "read", job }));
    if (!ended.ok) put(key, refusedBy(ended.problem));
    else if (ended.data.state === "cancelled") put(key, { is: "stopped" });
    else if (ended.data.state === "failed") {
      const inTheWay = ended.data.refused_as === "conflict" && !how.version ? (ended.data.refused_by ?? "") : "";
      put(key, { is: "refused", refusal: refusalOf(ended.data.problem ?? ""), inTheWay });
    } else return ended.data;
    return null;
  };
  // A new version is looked at first.
  const bringIn = async (one: Given, how: How) => {
    const { key, file } = one;
    const { version } = how;
    const job = await madeOf(one, how, () => (version ? lookAtVersion(key, file.name, version) : beginText(key, file.name, how.text, how.keepUnder)));
    if (!job) return;
    const came = await askCame(job.job);
    put(key, !came.ok ? refusedBy(came.problem) : version && came.data.changed ? { is: "looked", came: came.data, answers: {} } : { is: "came", came: came.data });
    if (!version) changed();
    else document.querySelector<HTMLElement>("[data-moved]")?.focus();
  };
  const take = async (one: Given) => {
    const { fate, how, key, file } = one;
    if (fate.is !== "looked" || !how?.version || openOf(fate.came.lost, fate.answers) > 0) return;
    const of = how.version;
    setBusy(true);
    stopped.delete(key);
    const job = await madeOf(one, how, () => takeVersion(key, file.name, of, toSend(fate.came.lost, fate.answers), how.keepUnder));
    const came = job && await askCame(job.job);
    if (came) put(key, came.ok ? { is: "came", came: came.data } : refusedBy(came.problem));
    setBusy(false);
    changed();
  };
  const answer = ({ key }: Given, codings: string[], what: "put" | "go") => setGiven((all) => all.map((one) => (one.key === key && one.fate.is === "looked"
    ? { ...one, fate: { ...one.fate, answers: { ...one.fate.answers, ...Object.fromEntries(codings.map((coding) => [coding, what])) } } } : one)));
  const leave = ({ key }: Given) => {
    void dropFile(key);
    setGiven((all) => all.filter((one) => one.key !== key));
  };

  const said = (): How => {
    const known = documents.data?.documents.find((one) => one.document === replaces);
    return {
      text: { organisation, kind, ...(language ? { language } : {}), ...(own ? { consent: agreed } : {}) },
      version: known ? { document: known.document, version: known.version } : null,
      keepUnder: keeps ? keepUnder : "",
    };
  };
  const go = async (which: Given[], how: How) => {
    setBusy(true);
    for (const one of which) {
      stopped.delete(one.key);
      await bringIn(one, how);
    }
    setBusy(false);
  };
  const stop = (key: string) => {
    stopped.add(key);
    put(key, { is: "stopped" });
    const job = jobs.get(key);
    if (job) void ask<unknown>(() => api.DELETE("/jobs/{job}", { params: { path: { job } } }));
  };
  const asVersion = (one: Given) => {
    const known = one.fate.is === "refused" && documents.data?.documents.find((text) => one.fate.is === "refused" && text.document === one.fate.inTheWay);
    if (!known) return null;
    return () => void go([{ ...one }], { ...(one.how ?? said()), version: { document: known.document, version: known.version } });
  };
  // Somebody may have brought in another version meanwhile: it is looked at as it is now.
  const again = (how: How): How => {
    const known = documents.data?.documents.find((text) => text.document === how.version?.document);
    return known ? { ...how, version: { document: known.document, version: known.version } } : how;
  };
  const waiting = given.filter((one) => one.fate.is === "waits");
  const isReady = waiting.length > 0 && !busy && organisation !== "" && (!own || replaces !== "" || isAgreed(agreed))
    && (replaces === "" || waiting.length === 1) && (!keeps || [...keepUnder].length >= 12);

  return (
    <Page>
      <header class="stack-s">
        <p class="crumbs"><a href="/texts">{t("Texts")}</a></p>
        <h1>{t("Add texts")}</h1>
        <p class="lead">{t("Word, OpenDocument, RTF, PDF, e-books, web pages, plain text, scans and photographs, up to 25 MB each. The study keeps the text; the file too only if you say so below.")}</p>
      </header>
      <Await of={organisations} what={t("Reading the organisations")}>
        {(all) => all.length === 0 ? <p>{t("A text belongs to an organisation, and there is none yet.")} <a class="lnk" href="/organisations">{t("Organisations")}</a></p> : (
          <form class="stack bring-in" onSubmit={(event) => { event.preventDefault(); if (isReady) void go(waiting, said()); }}>
            <div class={over ? "drop stack-s over" : "drop stack-s"}
              onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
              onDrop={(event) => { event.preventDefault(); setOver(false); gather(event.dataTransfer?.files ?? null); }}>
              <div><label for="files">{t("Choose files, or drop them here")}</label>
                <input id="files" type="file" multiple accept={endings} onChange={(event) => { gather(event.currentTarget.files); event.currentTarget.value = ""; }} /></div>
              <div class="only-phone"><label for="camera">{t("Photograph a page")}</label>
                <input id="camera" type="file" accept="image/jpeg,image/png" capture="environment" onChange={(event) => { gather(event.currentTarget.files); event.currentTarget.value = ""; }} />
                <p class="hint">{t("The place and the make of the phone are not taken over. The photograph stays among the phone's own pictures.")}</p></div>
            </div>
            <div class="field-3">
              <div><label for="whose">{t("Organisation")}</label>
                <select id="whose" value={organisation} onChange={(event) => { setOrganisation(event.currentTarget.value); setReplaces(""); }}>
                  <option value="">{t("choose one")}</option>
                  {all.map((one) => <option key={one.id} value={one.id}>{nameOf(one)}</option>)}
                </select></div>
              <div><label for="new">{t("It is")}</label>
                <select id="new" value={replaces} onChange={(event) => setReplaces(event.currentTarget.value)}>
                  <option value="">{t("a new text")}</option>
                  {documents.data?.documents.filter((one) => one.organisation === organisation)
                    .map((one) => <option key={one.document} value={one.document}>{t("a new version of “{1}”", one.title)}</option>)}
                </select></div>
              <div><label for="lang">{t("Language")}</label>
                <select id="lang" value={language} disabled={replaces !== ""} onChange={(event) => setLanguage(event.currentTarget.value)}>
                  <option value="">{t("what the text tells")}</option>
                  {asked.map((code) => <option key={code} value={code}>{languageName(code)}</option>)}
                </select></div>
            </div>
            {replaces === "" && (
              <>
                <fieldset class="stack-s"><legend class="label">{t("Whose words")}</legend>
                  <div class="choice"><input type="radio" name="kind" id="k-account" checked={kind === "account"} onChange={() => setKind("account")} />
                    <label for="k-account">{t("People's own words")}</label></div>
                  <div class="choice"><input type="radio" name="kind" id="k-summary" checked={kind === "summary"} onChange={() => setKind("summary")} />
                    <label for="k-summary">{t("A summary in our own words")}</label></div></fieldset>
                <fieldset class="stack-s"><legend class="label">{t("What was agreed")}</legend>
                  <div class="choice"><input type="radio" name="own" id="o-no" checked={!own} onChange={() => setOwn(false)} />
                    <label for="o-no">{t("What its organisation agreed to holds for it. Without that nobody may read it.")}</label></div>
                  <div class="choice"><input type="radio" name="own" id="o-yes" checked={own} onChange={() => setOwn(true)} />
                    <label for="o-yes">{t("Something was agreed for this text")}</label></div></fieldset>
                {own && (
                  <ConsentFields agreed={agreed} set={setAgreed} />
                )}
              </>
            )}
            <div class="stack-s">
              <div class="choice"><input type="checkbox" id="keeps" checked={keeps} onChange={(event) => setKeeps(event.currentTarget.checked)} />
                <label for="keeps">{t("Keep the file too, encrypted")} <span class="hint">{t("so that its pages can be looked at, where that was agreed; of a photograph nothing but the image")}</span></label></div>
              {keeps && <div><label for="keep-p">{t("Passphrase of the study")} <span class="hint">{t("at least 12 characters; of a study that has none yet, the one that it gets")}</span></label>
                <input id="keep-p" type="password" autocomplete="off" value={keepUnder} onInput={(event) => setKeepUnder(event.currentTarget.value)} /></div>}
            </div>
            <p class="row"><button class="btn main" disabled={!isReady}><Icon name="plus" /> {waiting.length > 0 ? plural("Bring in {1} file", "Bring in {1} files", waiting.length) : t("Bring in")}</button>
              {waiting.length > 1 && replaces !== "" && <span class="err">{t("A new version is one file.")}</span>}</p>
          </form>
        )}
      </Await>
      {given.length > 0 && (
        <section class="sect stack" aria-labelledby="came-h">
          <h2 id="came-h">{plural("What came out of {1} file", "What came out of {1} files", given.length)}</h2>
          <ul class="came-list stack">
            {given.map((one) => <WhatCame key={one.key} one={one} stop={() => stop(one.key)} again={() => void go([one], one.how ? again(one.how) : said())} asVersion={busy ? null : asVersion(one)}
              answer={(codings, what) => answer(one, codings, what)} take={() => void take(one)} leave={() => leave(one)} />)}
          </ul>
        </section>
      )}
    </Page>
  );
}
