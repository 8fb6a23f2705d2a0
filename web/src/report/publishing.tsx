// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two people publish: who approved what is shown, drafts for oneself, the edition, and those before.
import { useState } from "preact/hooks";
import { api, ask, type Given } from "../api/client";
import { me } from "../session/session";
import { useGuarded } from "../shell/guarded";
import { changed } from "../store/news";
import { languages as allLanguages, listed, plural, t, when } from "../words/words";
import { Approve } from "./approve";
import { useWork } from "./work";

const editions = () => api.GET("/report/editions");
export type Editions = Given<typeof editions>;

const forms = ["html", "pdf", "docx", "epub", "data"] as const;
export function formWords(form: string): string {
  switch (form) {
    case "html": return t("web pages");
    case "pdf": return t("PDF");
    case "docx": return t("Word");
    case "epub": return t("e-book");
    case "data": return t("open data");
    default: return form;
  }
}

interface PublishingProps {
  blocked: number;
  looked: boolean; // in the pages as the study is now
  content: string | null; // of what is shown; null: nothing that could be approved is
  stale: boolean;
  editions: Editions;
}

export function Publishing({ blocked, looked, content, stale, editions: kept }: PublishingProps) {
  const given = kept.approvals.filter((one) => one.content === content && one.counts);
  const mine = given.find((one) => one.person === me.value?.person);
  const enough = given.length >= kept.needed;
  const [approving, setApproving] = useState(false);
  const [chosenForms, setForms] = useState<string[]>(["html"]);
  const [chosenLanguages, setLanguages] = useState<string[]>([]);
  const guarded = useGuarded();
  const work = useWork();
  const toggle = (list: string[], one: string) => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);
  const make = (publish: boolean) => !work.runs && void guarded.run(async () => (await work.run(() => ask(() => api.POST("/report", {
    body: { publish, forms: chosenForms, ...(chosenLanguages.length > 0 ? { languages: chosenLanguages } : {}) } })))).answer);
  const now = blocked > 0 || !looked ? 1 : given.length === 0 ? 2 : !enough ? 3 : 4;
  const step = (no: number) => (no < now ? "done" : no === now ? "now" : undefined);
  const by = (at: number) => {
    const one = given.at(-1 - at);
    return one ? t("{1}, {2}", one.person, when(one.at)) : "";
  };
  return (
    <aside class="box stack" aria-labelledby="publish-h">
      <h2 id="publish-h">{t("Publishing")}</h2>
      <ol class="steps">
        <li class={step(1)}><b>{t("Nothing blocks it")}</b><p>{blocked > 0 ? plural("{1} thing left", "{1} things left", blocked) : looked ? t("Nothing left") : t("the pages are not drawn yet")}</p></li>
        <li class={step(2)}><b>{t("One coordinator approves")}</b><p>{by(0) || t("reads it, says so, with the passphrase again")}</p></li>
        <li class={step(3)}><b>{t("A second coordinator approves")}</b><p>{by(1) || t("another person, on another day if they like. Until then nothing is published.")}</p></li>
        <li class={step(4)}><b>{t("The edition is made")}</b><p>{t("In the forms and languages chosen below")}</p></li>
      </ol>
      {content !== null && !stale && (mine
        ? <p class="row small"><span>{t("You approved what is shown.")}</span>
          <button type="button" class="btn" onClick={() => void guarded.run(() => ask(() => api.DELETE("/report/approvals/{content}", { params: { path: { content } } })))}>{t("Take it back")}</button></p>
        : <button type="button" class="btn main full" onClick={() => setApproving(true)}>{t("Approve what is shown …")}</button>)}
      {content !== null && !stale && <p class="hint">{t("Its sign: {1}", content.slice(0, 16))}</p>}
      {approving && content !== null && <Approve content={content} done={() => { setApproving(false); changed(); }} close={() => setApproving(false)} />}
      <fieldset class="forms"><legend>{t("Forms")}</legend>
        {forms.map((one) => <div class="choice" key={one}><input type="checkbox" id={`form-${one}`} checked={chosenForms.includes(one)} onChange={() => setForms(toggle(chosenForms, one))} />
          <label for={`form-${one}`}>{formWords(one)}</label></div>)}</fieldset>
      <fieldset class="forms"><legend>{t("Languages")}</legend>
        {allLanguages.map((one) => <div class="choice" key={one.code}><input type="checkbox" id={`lang-${one.code}`} checked={chosenLanguages.includes(one.code)} onChange={() => setLanguages(toggle(chosenLanguages, one.code))} />
          <label for={`lang-${one.code}`} lang={one.code}>{one.name}</label></div>)}</fieldset>
      <p class="hint">{t("None chosen: that of the study.")}</p>
      {guarded.view}
      {work.view}
      {work.job?.state === "done" && work.job.has_file && (
        <p class="row" role="status"><b>{work.job.kind === "draft" ? t("The draft is made.") : t("The edition is made.")}</b>
          <a class="btn main" href={`/api/v1/jobs/${work.job.job}/file`} download>{t("Download it")}</a></p>
      )}
      <p class="row">
        <button type="button" class="btn main" disabled={!enough || stale || blocked > 0 || chosenForms.length === 0} aria-disabled={work.runs || undefined} onClick={() => make(true)}>{t("Publish")}</button>
        <button type="button" class="btn" disabled={blocked > 0 || chosenForms.length === 0} aria-disabled={work.runs || undefined} onClick={() => make(false)}>{t("Make a draft")}</button>
      </p>
      <p class="hint">{t("A draft is for you: every page says that it is one, and it is no edition. What was made stays here for an hour, then it is gone.")}</p>
      <h3>{t("Editions")}</h3>
      {kept.editions.length === 0 ? <p class="small state">{t("None yet.")}</p> : (
        <ul class="picks small">{kept.editions.map((one) => (
          <li key={one.edition}><b>{when(one.made_at)}</b> · {listed(one.forms.map(formWords))} · {one.languages.join(", ")}<br /><code>{one.edition}</code></li>
        ))}</ul>
      )}
    </aside>
  );
}
