// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings: the list, and of one what it says, what it rests on, for and against, and how sure it is.
import { useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { mayDo, me } from "../session/session";
import { actionWords } from "../shell/actions";
import { Await, ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { askCodebook } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { plural, t, when } from "../words/words";
import { listFindings, showFinding, type Finding } from "../findings/ask";
import { changedFields, changeOf, gradeState, inConflict, mergedFields, regraded, same, type Field, type Fields } from "../findings/edit";
import { Grade } from "../findings/grade";
import { Cases } from "../findings/passages";
import { confidenceWords, findingKinds, findingKindWords } from "../findings/words";
import { checkReport, type Blocker } from "../report/ask";
import { Told } from "../report/told";
import { useOthers } from "../study/others";
import { FindingsTabs } from "./findings_tabs";
import { Nothing } from "./nothing";

// What changed since people looked at a finding last, and what blocks it: coordinators are told by the report's check.
function useLookAgain() {
  const report = useResource(mayDo("coordinator") ? "report" : null, checkReport);
  return (id: string) => report.data?.problems.filter((one) => one.thing === "finding" && one.id === id) ?? [];
}

function fieldWords(field: Field): string {
  switch (field) {
    case "statement": return t("What we found, in one sentence");
    case "text": return t("What it says and does not say");
    case "kind": return t("Kind");
    case "codes": return t("It is about");
    case "cases_for": return t("For it");
    case "cases_against": return t("Against it");
    case "confidence": return t("All in all, our confidence");
    case "graded_by": return t("Signed by");
    case "looked_at": return t("Looked at");
    default: return t("How confident are we? Two people sign");
  }
}
const shownAs = (value: unknown): string => (Array.isArray(value) ? value.join("; ") : String(value ?? "–"));

function Codes({ codes, set }: { codes: readonly string[]; set?: (codes: string[]) => void }) {
  const codebook = useResource("codebook", askCodebook);
  const [typed, setTyped] = useState("");
  const labelOf = (id: string) => codebook.data?.codes.find((one) => one.code === id)?.label ?? "";
  const known = codebook.data?.codes.some((one) => one.code === typed.trim()) ?? false;
  return (
    <p class="row"><b>{t("It is about")}</b>
      {codes.map((id) => <span class="tag" key={id}><b>{id}</b> {labelOf(id)}{set && <button type="button" class="btn plain small" aria-label={t("Take {1} out", id)} onClick={() => set(codes.filter((one) => one !== id))}>×</button>}</span>)}
      {set && <><label class="vh" for="f-code">{t("Code")}</label><input id="f-code" class="w9" type="text" list="f-codes" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        <datalist id="f-codes">{codebook.data?.codes.filter((one) => !one.retired).map((one) => <option key={one.code} value={one.code}>{one.label}</option>)}</datalist>
        <button type="button" class="btn" disabled={!known || codes.includes(typed.trim())} onClick={() => { set([...codes, typed.trim()]); setTyped(""); }}>{t("Add the code")}</button></>}
    </p>
  );
}

function One({ id, told }: { id: string; told: ReturnType<ReturnType<typeof useLookAgain>> }) {
  const asked = useResource(`finding ${id}`, () => showFinding(id));
  return <Await of={asked} what={t("Reading the finding")}>{(data) => <Editor thing={data.thing} history={data.history} told={told} />}</Await>;
}

interface EditorProps {
  thing: Finding;
  history: { act: number; at: string; person: string; action: string }[];
  told: Blocker[];
}

function Editor({ thing, history, told }: EditorProps) {
  const may = mayDo("coordinator");
  const mayGrade = mayDo("coordinator", "reviewer"); // a reviewer changes the grade, and no word of the finding
  const [seen, setSeen] = useState(thing);
  const [wanted, setWanted] = useState<Fields>(thing.fields);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<Finding | null>(null);
  const touched = changedFields(seen.fields, wanted);
  const stands = (one: Finding, fields: Fields | ((latest: Fields) => Fields)) => {
    setSeen(one);
    setWanted(fields);
    setTheirs(null);
    setProblem(null);
  };
  // Somebody else's change comes in by itself while nothing was changed here.
  const replaced = useOthers(thing, seen.version, touched.length === 0, (now) => stands(now, now.fields));
  const set = (change: Partial<Fields>) => setWanted(regraded((theirs ?? seen).fields, { ...wanted, ...change }, me.value?.person ?? ""));
  const keep = async (fields: Fields) => {
    saving();
    let from = theirs ?? seen;
    let values = theirs ? mergedFields(seen.fields, theirs.fields, fields) : fields;
    let kept = false;
    for (let tries = 0; ; tries += 1) {
      const answer = await ask(() => api.PATCH("/findings/{id}", { params: { path: { id: thing.id }, header: { "If-Match": `"${from.version}"` } },
        body: { fields: changeOf(from.fields, values) } }));
      if (answer.ok) {
        kept = true;
        replaced(from.version, thing.version);
        stands(answer.data, (latest) => mergedFields(wanted, answer.data.fields, latest)); // what was typed meanwhile stays
        break;
      }
      const now = answer.problem.kind === "conflict" ? (answer.problem.body as { now?: Finding } | null)?.now : undefined;
      if (!now) {
        setProblem(answer.problem);
        break;
      }
      // Who says that it still holds has to see what it says now.
      if (!same(seen.fields.looked_at, fields.looked_at)) {
        replaced(seen.version);
        stands(now, mergedFields(seen.fields, now.fields, wanted));
        setProblem(answer.problem);
        break;
      }
      // What only they changed comes in, and mine is sent again; what both changed is asked about.
      if (inConflict(from.fields, now.fields, values).length > 0 || tries >= 3) {
        setTheirs(now);
        break;
      }
      values = mergedFields(from.fields, now.fields, values);
      from = now;
    }
    settled(kept);
    changed();
  };
  const back = () => stands(seen, seen.fields);
  const put = (side: "for" | "against" | "none", organisation: string) => {
    const without = (list: readonly string[] | undefined) => (list ?? []).filter((one) => one !== organisation);
    set({ cases_for: [...without(wanted.cases_for), ...(side === "for" ? [organisation] : [])],
      cases_against: [...without(wanted.cases_against), ...(side === "against" ? [organisation] : [])] });
  };
  const lookAgain = told.some((one) => one.field === "looked_at");
  const both = theirs ? inConflict(seen.fields, theirs.fields, wanted) : [];
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void keep(wanted); }}>
      <header class="row spread">
        <div><p class="crumbs"><a href="/findings">{t("Findings")}</a> › {findingKindWords(wanted.kind)}</p><h1>{t("A finding")}</h1></div>
        <p class="row">{lookAgain && <span class="tag hot">{t("look at again")}</span>}<span class="tag">{t("confidence: {1}", confidenceWords(wanted.confidence))}</span>{gradeState(seen.fields) === "waits" && <span class="tag hot">{t("waits for a second signature")}</span>}</p>
      </header>
      {told.length > 0 && (
        <div class="banner warn" role="status"><div class="stack-s">
          {told.map((one, i) => <p key={i}>{one.blocks && <b>{t("This blocks the report:")} </b>}<Told one={one} /></p>)}
          {may && lookAgain && <p><button type="button" class="btn" onClick={() => void keep({ ...wanted, looked_at: new Date().toISOString().slice(0, 10) })}>{t("I looked, it still holds")}</button></p>}
        </div></div>
      )}
      {problem && <ProblemBanner problem={problem} />}
      {theirs && (
        <div class="banner warn" role="alert"><div class="stack">
          <p>{t("Somebody else changed this meanwhile. Nothing of theirs or yours was lost.")}</p>
          {both.map((field) => (
            <div class="versions" key={field}>
              <div><b>{fieldWords(field)}: {t("You saw")}</b><p>{shownAs(seen.fields[field])}</p></div>
              <div><b>{t("It is now")}</b><p>{shownAs(theirs.fields[field])}</p><button type="button" class="btn" onClick={() => set({ [field]: theirs.fields[field] })}>{t("Take theirs")}</button></div>
              <div><b>{t("You want")}</b><p>{shownAs(wanted[field])}</p></div>
            </div>
          ))}
        </div></div>
      )}
      <div class="with-aside">
        <div>
          <fieldset disabled={!may}>
            <label class="big-label" for="f-statement">{t("What we found, in one sentence")}</label>
            <textarea id="f-statement" class="read" rows={2} required value={wanted.statement ?? ""} onInput={(event) => set({ statement: event.currentTarget.value })} />
            <label class="mt" for="f-text">{t("What it says and does not say")}</label>
            <textarea id="f-text" rows={5} value={wanted.text ?? ""} onInput={(event) => set({ text: event.currentTarget.value })} />
            <div class="mt"><label for="f-kind">{t("Kind")}</label>
              <select id="f-kind" class="w15" value={wanted.kind ?? ""} onChange={(event) => set({ kind: (event.currentTarget.value || null) as Fields["kind"] })}>
                <option value="">{t("no kind yet")}</option>{findingKinds.map((one) => <option key={one} value={one}>{findingKindWords(one)}</option>)}</select></div>
            <div class="mt"><Codes codes={wanted.codes ?? []} {...(may ? { set: (codes: string[]) => set({ codes }) } : {})} /></div>
            <Cases codes={wanted.codes ?? []} for={wanted.cases_for ?? []} against={wanted.cases_against ?? []} {...(may ? { put } : {})} />
          </fieldset>
          {wanted.kind !== "recommendation" && <fieldset disabled={!mayGrade}><Grade fields={wanted} set={set} /></fieldset>}
        </div>
        <aside class="stack" aria-label={t("What it rests on, and who worked on it")}>
          <section class="box stack-s"><h2>{t("What it rests on")}</h2>
            <p>{plural("{1} case for it", "{1} cases for it", (wanted.cases_for ?? []).length)}, {plural("{1} against it", "{1} against it", (wanted.cases_against ?? []).length)}</p>
            <p>{plural("{1} code", "{1} codes", (wanted.codes ?? []).length)}</p>
            <p>{wanted.looked_at ? t("Looked at on {1}", wanted.looked_at) : <i class="state">{t("Nobody said when it was looked at last.")}</i>}</p></section>
          <section class="sect"><h2>{t("Who worked on it")}</h2>
            {history.length === 0 ? <p class="state">{t("Nothing was changed in the workbench yet.")}</p>
              : <ol class="log">{history.map((act) => <li key={act.act}><time dateTime={act.at}>{when(act.at)}</time><span>{act.person}: {actionWords(act.action)}</span><span /></li>)}</ol>}</section>
        </aside>
      </div>
      {mayGrade && <p class="row keep-bar"><button class="btn main" disabled={touched.length === 0 || gradeState(wanted) === "begun"}>{t("Keep these changes")}</button>
        <button type="button" class="btn" disabled={touched.length === 0} onClick={back}>{t("Leave it as it was")}</button>
        <span class="small muted" role="status">{touched.length > 0 && plural("Not kept yet: {1} field", "Not kept yet: {1} fields", touched.length)}</span></p>}
    </form>
  );
}

function AddFinding({ taken }: { taken: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const statement = String(new FormData(event.currentTarget as HTMLFormElement).get("statement") ?? "").trim();
    let no = taken.length + 1;
    while (taken.includes(`finding-${no}`)) no += 1;
    saving();
    const answer = await ask(() => api.POST("/findings", { body: { fields: { finding: `finding-${no}`, statement } } }));
    settled(answer.ok);
    changed();
    if (answer.ok) setOpen(false);
    setProblem(answer.ok ? null : answer.problem);
  };
  if (!open) return <p><button type="button" class="btn" onClick={() => setOpen(true)}>{t("Write a finding")}</button></p>;
  return (
    <form class="box stack" onSubmit={add}>
      {problem && <ProblemBanner problem={problem} />}
      <div><label for="new-statement">{t("What we found, in one sentence")}</label><textarea id="new-statement" name="statement" rows={2} required /></div>
      <p class="row"><button class="btn main">{t("Add the finding")}</button><button type="button" class="btn" onClick={() => setOpen(false)}>{t("Not now")}</button></p>
    </form>
  );
}

export function Findings({ finding = "" }: { path?: string; finding?: string }) {
  const all = useResource("findings", listFindings);
  const toldOf = useLookAgain();
  if (finding !== "" && all.data) {
    const one = all.data.things.find((other) => signOf(other.id) === finding);
    return one ? <Page><One key={one.id} id={one.id} told={toldOf(one.id)} /></Page> : <Nothing />;
  }
  return (
    <Page>
      <Await of={all} what={t("Reading the findings")}>
        {({ things }) => {
          const graded = things.filter((one) => gradeState(one.fields) === "whole").length;
          const again = things.filter((one) => toldOf(one.id).some((told) => told.field === "looked_at")).length;
          return (
            <div class="stack narrow">
              <header class="stack-s"><h1>{things.length === 0 ? t("No finding yet") : plural("{1} finding", "{1} findings", things.length)}</h1>
                <p class="lead">{things.length === 0 ? t("A finding is one sentence with the passages that speak for it and against it.")
                  : <>{plural("{1} is graded.", "{1} are graded.", graded)}{again > 0 && <> {plural("{1} is to be looked at again.", "{1} are to be looked at again.", again)}</>}</>}</p></header>
              <FindingsTabs here="findings" />
              {mayDo("coordinator") && <AddFinding taken={things.map((one) => one.id)} />}
              {[...findingKinds, null].map((kind) => {
                const of = things.filter((one) => (one.fields.kind ?? null) === kind);
                return of.length > 0 && (
                  <section class="sect" key={kind ?? "none"}><h2 class="cap">{findingKindWords(kind)}</h2>
                    <ul class="picks">{of.map((one) => {
                      const told = toldOf(one.id);
                      return (
                        <li key={one.id} class="stack-s"><p><a class="lnk" href={`/findings/${signOf(one.id)}`} dir="auto">{one.fields.statement}</a></p>
                          <p class="row small">{kind !== "recommendation" && <span class="tag">{t("confidence: {1}", confidenceWords(one.fields.confidence))}</span>}
                            {gradeState(one.fields) === "waits" && <span class="tag hot">{t("waits for a second signature")}</span>}
                            {kind !== "recommendation" && <span class="muted">{plural("{1} case for it", "{1} cases for it", one.fields.cases_for?.length ?? 0)}, {plural("{1} against it", "{1} against it", one.fields.cases_against?.length ?? 0)}</span>}
                            {told.some((note) => note.field === "looked_at") && <span class="tag hot">{t("look at again")}</span>}
                            {told.some((note) => note.blocks) && <span class="tag hot">{t("blocks the report")}</span>}</p></li>
                      );
                    })}</ul></section>
                );
              })}
            </div>
          );
        }}
      </Await>
    </Page>
  );
}
