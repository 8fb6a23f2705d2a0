// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The consent of one passage: what may be done with these words; then, before an act, what goes and what stays.  Hiding and
// giving can be undone; what is taken back for good asks for the name, as it does for a whole organisation.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { sentencesOf } from "../pages/take_back";
import { ConsentClash, daysNow, type Clash, type ConsentDays } from "../pages/consent_clash";
import { giveOwn } from "../pages/give_consent";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { useGuarded } from "../shell/guarded";
import { Icon } from "../shell/icons";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource } from "../store/resource";
import { undo } from "../store/undo";
import { t } from "../words/words";
import { askSaid, holdOf, organisationOf, passageScopes, shownBy, subjectOf, type PassageScope, type Said } from "./holds";
import { holdWords, passageComes, passageGoes, passageWords } from "./what_goes";

export interface PassageProps {
  document: string;
  coding: string;
  words: string;
  language: string;
  kind: string; // of the text
  close: () => void;
}

type Step = { at: "list" } | { at: "take" | "give"; scope: PassageScope };
type Done = "hidden" | "given" | "deleted";

export function PassageConsent({ document, coding, words, language, kind, close }: PassageProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const [step, setStep] = useState<Step>({ at: "list" });
  const [done, setDone] = useState<Done | null>(null);
  const subject = subjectOf(document, coding);
  const said = useResource(`said ${organisationOf(document)}`, () => askSaid(organisationOf(document)));
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => head.current?.focus(), [step]);
  const back = (what: Done | null) => {
    setDone(what);
    setStep({ at: "list" });
  };
  const isShown = (scope: PassageScope) => scope === shownBy(kind);
  return (
    <dialog ref={dialog} class="dialog phone-page" aria-labelledby="passage-h" onClose={close}>
      <div class="stack">
        <h2 id="passage-h" ref={head} tabIndex={-1}>{step.at === "list" ? t("Consent for this passage")
          : step.at === "take" ? t("Take back “{1}”?", passageWords(step.scope)) : t("Give “{1}”?", passageWords(step.scope))}</h2>
        <blockquote class="q" lang={language} dir="auto">{words}</blockquote>
        {step.at === "take" && <Take subject={subject} scope={step.scope} isShown={isShown(step.scope)} done={back} />}
        {step.at === "give" && <Give subject={subject} scope={step.scope} isShown={isShown(step.scope)} said={said.data?.consents ?? []} done={back} />}
        {step.at === "list" && (
          <>
            {done && (
              <div class="banner" role="status">
                <Icon name="check" />
                <span>{done === "hidden" ? t("Hidden at once. Nothing was deleted.") : done === "given" ? t("Given.") : t("Taken back. This cannot be undone.")}</span>
                {done !== "deleted" && <button type="button" class="btn" onClick={() => { void undo("undo"); setDone(null); }}><Icon name="undo" /> {t("Undo")}</button>}
              </div>
            )}
            <p class="small muted">{t("It is the same for every code that these words stand under.")}</p>
            <Await of={said} what={t("Reading the consents")}>
              {({ consents }) => (
                <ul>
                  {[...passageScopes].sort((a, b) => Number(isShown(b)) - Number(isShown(a))).map((scope) => {
                    const hold = holdOf(consents, subject, scope);
                    return (
                      <li key={scope} class="switch">
                        <b><Icon name={hold.may ? "check" : "none"} /> {passageWords(scope)}</b>
                        <button type="button" class="btn" onClick={() => setStep({ at: hold.may ? "take" : "give", scope })}>
                          {hold.may ? t("Take back …") : t("Give …")}<span class="vh"> {passageWords(scope)}</span></button>
                        <p>{holdWords(hold)}</p>
                      </li>
                    );
                  })}
                </ul>
              )}
            </Await>
            <p><button type="button" class="btn big full" onClick={() => dialog.current?.close()}>{t("Close")}</button></p>
          </>
        )}
      </div>
    </dialog>
  );
}

interface StepProps {
  subject: string;
  scope: PassageScope;
  isShown: boolean;
  done: (what: Done | null) => void;
}

function Take({ subject, scope, isShown, done }: StepProps) {
  const organisation = organisationOf(subject);
  const name = useOrganisationNames()(organisation);
  const account = useResource(`rests ${subject} ${scope}`, () => ask(() => api.GET("/subjects/{subject}/rests", { params: { path: { subject }, query: { scope: [scope] } } })));
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const { run, view } = useGuarded();
  const act = async (what: "hidden" | "deleted") => {
    setBusy(true);
    const body = { params: { path: { subject } }, body: { scopes: [scope] } };
    const ok = await run(() => ask<unknown>(() => (what === "hidden" ? api.POST("/subjects/{subject}/consents/pause", body) : api.POST("/subjects/{subject}/withdrawal", body))));
    setBusy(false);
    if (ok) done(what);
  };
  const isSure = typed.trim().toLocaleLowerCase() === name.toLocaleLowerCase();
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); if (isSure && !busy) void act("deleted"); }}>
      {view}
      <h3>{t("What goes")}</h3>
      <p class="read">{passageGoes(scope, isShown)}</p>
      <h3>{t("What stays")}</h3>
      <p class="read">{isShown ? t("It stays counted, without its words. Who works on the study goes on finding and reading it here; only taking back the whole text ends that.")
        : t("The words themselves, and all else that may be done with them.")}</p>
      <div class="box stack">
        <button type="button" class="btn main big full" disabled={busy} onClick={() => void act("hidden")}>{t("Hide it now")}</button>
        <p class="small">{t("At once, and it can be undone. Where a chapter, a finding or a memo repeats the words, they stay there.")}</p>
      </div>
      <h3>{t("Or take it back for good")}</h3>
      <Await of={account} what={t("Counting what rests on it")}>
        {(what) => {
          const lines = sentencesOf(what);
          return lines.length > 0
            ? <ul class="read goes">{lines.map((one) => <li key={one}>{one}</li>)}</ul>
            : <p class="read">{t("Nobody has repeated these words in a chapter, a finding or a memo, and no published report holds the text.")}</p>;
        }}
      </Await>
      <p class="small">{t("Copies of a report that others saved stay with them. This cannot be undone, and no backup brings it back; you can give it again later.")}</p>
      <div class="box stack">
        <div><label for="passage-sure">{mayDo("member") ? t("To be sure that it is you: write the name of your organisation") : t("To be sure: write the name of the organisation, {1}", name)}</label>
          <input id="passage-sure" type="text" placeholder={name} value={typed} autocomplete="off" onInput={(event) => setTyped(event.currentTarget.value)} /></div>
        <button class="btn big full" disabled={busy || !isSure}>{t("Take back “{1}” for good", passageWords(scope))}</button>
        <button type="button" class="btn big full" onClick={() => done(null)}>{t("Leave it as it is")}</button>
      </div>
    </form>
  );
}

function Give({ subject, scope, isShown, said, done }: StepProps & { said: readonly Said[] }) {
  const [evidence, setEvidence] = useState("");
  const [busy, setBusy] = useState(false);
  const { run, view } = useGuarded();
  const [clash, setClash] = useState<Clash | null>(null);
  const isOwn = mayDo("member");
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    const old = said.find((one) => one.subject === subject && one.scope === scope && one.id);
    setClash(null);
    let now: ConsentDays | null = null;
    const ok = await run(async () => {
      const answer = await (isOwn ? giveOwn(subject, scope, old && { id: old.id!, version: old.version!, expires: old.expires })
        : ask<unknown>(() => api.POST("/subjects/{subject}/consents", { params: { path: { subject } }, body: { scopes: [scope], evidence: evidence.trim() } })));
      now = old ? daysNow(answer) : null;
      return now ? { ok: true, data: null, tag: "" } : answer; // in place of the banner
    });
    setBusy(false);
    if (now && old) setClash({ seen: old, now });
    else if (ok) done("given");
  };
  return (
    <form class="stack" onSubmit={give}>
      {view}
      {clash && <ConsentClash name={passageWords(scope)} clash={clash} />}
      <p class="read">{passageComes(scope, isShown)}</p>
      <p class="read">{t("It holds from today on, for this passage alone. It can be undone, and taken back at any time.")}</p>
      {!isOwn && <div><label for="passage-evidence">{t("Where the proof is kept")}</label>
        <input id="passage-evidence" type="text" required value={evidence} autocomplete="off" onInput={(event) => setEvidence(event.currentTarget.value)} />
        <p class="hint">{t("The number of a form, never a person's name.")}</p></div>}
      <button class="btn main big full" disabled={busy || (!isOwn && evidence.trim() === "")}>{t("Give it, from today")}</button>
      <button type="button" class="btn big full" onClick={() => done(null)}>{t("Leave it as it is")}</button>
    </form>
  );
}
