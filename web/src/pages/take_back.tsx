// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Before a consent is taken back: what rests on it and goes, what stays, what nobody can do.  Then it is deleted for good,
// or only hidden until it is given again.
import { useState } from "preact/hooks";
import { api, ask, type Given } from "../api/client";
import { Await } from "../shell/await";
import { useGuarded } from "../shell/guarded";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import { scopeWords, whatGoes, type Scope } from "./consent_words";

const rests = (subject: string, scope: Scope) =>
  api.GET("/subjects/{subject}/rests", { params: { path: { subject }, query: { scope: [scope] } } });
type Rests = Given<() => ReturnType<typeof rests>>;

// One sentence for each thing that is deleted; none: nothing is.
export function sentencesOf(what: Rests): string[] {
  const bare = what.findings.filter((one) => one.without_evidence).length;
  const counted: [number, (n: number) => string][] = [
    [what.documents.length, (n) => plural("{1} text is deleted, with its older versions and files.",
      "{1} texts are deleted, with their older versions and files.", n)],
    [what.codings, (n) => plural("{1} coded passage is deleted.", "{1} coded passages are deleted.", n)],
    [what.translations, (n) => plural("{1} translation is deleted.", "{1} translations are deleted.", n)],
    [what.findings.length, (n) => plural("{1} finding loses passages.", "{1} findings lose passages.", n)],
    [bare, (n) => plural("{1} finding has no passage left then, and cannot be published as it is.",
      "{1} findings have no passage left then, and cannot be published as they are.", n)],
    [what.repetitions.length, (n) => plural("{1} chapter, finding, memo or code repeats the words, and shows […] in their place.",
      "{1} chapters, findings, memos or codes repeat the words, and show […] in their place.", n)],
    [what.editions.length, (n) => plural("{1} published report holds something of it: it must be published again without it.",
      "{1} published reports hold something of it: they must be published again without it.", n)],
  ];
  return counted.filter(([n]) => n > 0).map(([n, words]) => words(n));
}

export function TakeBack({ scope, subject, name, done }: { scope: Scope; subject: string; name: string; done: () => void }) {
  const account = useResource(`rests ${subject} ${scope}`, () => ask(() => rests(subject, scope)));
  const [typed, setTyped] = useState("");
  const { run, view } = useGuarded();
  const [busy, setBusy] = useState(false);
  const act = async (route: "/subjects/{subject}/withdrawal" | "/subjects/{subject}/consents/pause") => {
    setBusy(true);
    const ok = await run(() => ask<unknown>(() => api.POST(route, { params: { path: { subject } }, body: { scopes: [scope] } })));
    setBusy(false);
    if (ok) done();
  };
  const isSure = typed.trim().toLocaleLowerCase() === name.toLocaleLowerCase();
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); if (isSure && !busy) void act("/subjects/{subject}/withdrawal"); }}>
      <p><button type="button" class="btn plain" onClick={done}>{t("Consents")}</button></p>
      <h1>{t("Take back “{1}”?", scopeWords(scope))}</h1>
      {view}
      <h2>{t("What goes")}</h2>
      <p class="read">{whatGoes(scope)}</p>
      <Await of={account} what={t("Counting what rests on it")}>
        {(what) => {
          const lines = sentencesOf(what);
          return lines.length > 0
            ? <ul class="read goes">{lines.map((one) => <li key={one}>{one}</li>)}</ul>
            : <p class="read">{t("Nothing that is kept here is deleted: only what may be done with it changes.")}</p>;
        }}
      </Await>
      <h2>{t("What stays")}</h2>
      <p class="read">{t("Your other consents stay as they are.")} {scope !== "analyse" && t("Coders go on reading your texts here.")}</p>
      <h2>{t("What we cannot do")}</h2>
      <p class="read">{t("Copies of a report that others saved stay with them. Nobody can undo a deletion: if you change your mind, the texts must be sent again.")}</p>
      <h2>{t("When, and who learns of it")}</h2>
      <p class="read">{t("At once. Coordinators see that it is gone, not why. You can give it again whenever you like.")}</p>
      <div class="box stack">
        <div><label for="sure">{t("To be sure that it is you: write the name of your organisation")}</label>
          <input id="sure" type="text" placeholder={name} value={typed} autocomplete="off" onInput={(event) => setTyped(event.currentTarget.value)} /></div>
        <button class="btn main big full" disabled={busy || !isSure}>{t("Take back “{1}” and delete", scopeWords(scope))}</button>
        <button type="button" class="btn big full" disabled={busy || !isSure} onClick={() => void act("/subjects/{subject}/consents/pause")}>
          {t("Only hide it for now")}</button>
        <p class="small">{t("Hidden at once and nowhere deleted: you can give it again, or take it back later.")}</p>
        <button type="button" class="btn big full" onClick={done}>{t("Leave it as it is")}</button>
      </div>
    </form>
  );
}
