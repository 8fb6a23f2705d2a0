// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a code means: name, definition, what belongs and what does not.  If somebody else changed it meanwhile, all three
// stand side by side, field by field.
import type { Ref } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api, ask, type Given, type Problem } from "../api/client";
import { kindWords } from "../pages/kinds";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { plural, t } from "../words/words";

const showCodebook = () => api.GET("/codebook");
export type WholeCode = Given<typeof showCodebook>["codes"][number];
const kinds = ["practice", "barrier", "outcome", "enabler", "sector", "other"] as const;

interface Fields {
  label: string;
  definition: string;
  include: string;
  exclude: string;
  kind: WholeCode["kind"];
}
const fieldsOf = ({ label, definition, include, exclude, kind }: WholeCode): Fields => ({ label, definition, include, exclude, kind });
const names = (): Record<keyof Fields, string> =>
  ({ label: t("Name"), definition: t("What belongs to it"), include: t("Belongs, for example"), exclude: t("Does not belong, for example"), kind: t("Kind") });
const differ = (a: Fields, b: Fields): (keyof Fields)[] => (Object.keys(a) as (keyof Fields)[]).filter((field) => a[field] !== b[field]);

export function Meaning({ code, name }: { code: WholeCode; name: Ref<HTMLInputElement> }) {
  const [want, setWant] = useState<Fields>(() => fieldsOf(code));
  const [seen, setSeen] = useState(code);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<WholeCode | null>(null);
  const changedHere = differ(want, fieldsOf(seen));
  // Somebody else's change comes in by itself while nothing was typed here.
  useEffect(() => {
    if (code.version === seen.version || changedHere.length > 0) return;
    setSeen(code);
    setWant(fieldsOf(code));
  }, [code, changedHere.length]);
  const set = (field: keyof Fields, value: string) => setWant((before) => ({ ...before, [field]: value }));

  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (code.version !== seen.version && theirs === null) {
      setTheirs(code);
      return;
    }
    saving();
    const body = Object.fromEntries(differ(want, fieldsOf(theirs ?? seen)).map((field) => [field, want[field]])) as Partial<Fields>;
    const answer = await ask(() => api.PATCH("/codebook/{code}", {
      params: { path: { code: code.code }, header: { "If-Match": `"${(theirs ?? seen).version}"` } }, body }));
    settled(answer.ok);
    changed();
    if (answer.ok) {
      setSeen(answer.data);
      setWant(fieldsOf(answer.data));
      setTheirs(null);
    }
    setProblem(answer.ok ? null : answer.problem);
  };
  const back = () => {
    setSeen(code);
    setWant(fieldsOf(code));
    setTheirs(null);
    setProblem(null);
  };
  const saw = fieldsOf(seen);
  const area = (field: "definition" | "include" | "exclude", rows: number) => (
    <div><label for={`c-${field}`}>{names()[field]}</label>
      <textarea id={`c-${field}`} rows={rows} value={want[field]} maxLength={4000} onInput={(event) => set(field, event.currentTarget.value)} /></div>
  );

  return (
    <form class="stack" onSubmit={keep} aria-label={t("What the code means")}>
      {problem && <ProblemBanner problem={problem} />}
      {theirs && (
        <div class="banner warn" role="alert">
          <div class="stack-s">
            <p>{t("Somebody else changed this meanwhile. Nothing of theirs or yours was lost.")}</p>
            {(Object.keys(want) as (keyof Fields)[]).filter((field) => saw[field] !== theirs[field] && want[field] !== theirs[field]).map((field) => (
              <div class="versions" key={field}>
                <div><b>{names()[field]}: {t("You saw")}</b><p>{saw[field]}</p></div>
                <div><b>{t("It is now")}</b><p>{theirs[field]}</p><button type="button" class="btn" onClick={() => set(field, theirs[field])}>{t("Take theirs")}</button></div>
                <div><b>{t("You want")}</b><p>{want[field]}</p></div>
              </div>
            ))}
          </div>
        </div>
      )}
      <div class="grid name-kind">
        <div><label for="c-label">{t("Name")}</label>
          <input id="c-label" ref={name} type="text" required value={want.label} maxLength={200} onInput={(event) => set("label", event.currentTarget.value)} /></div>
        <div><label for="c-kind">{t("Kind")}</label>
          <select id="c-kind" value={want.kind} onChange={(event) => set("kind", event.currentTarget.value)}>
            {kinds.map((one) => <option key={one} value={one}>{kindWords(one)}</option>)}</select></div>
      </div>
      {area("definition", 3)}
      <div class="grid split-even g-cols">{area("include", 3)}{area("exclude", 3)}</div>
      <p class="row">
        <button class="btn main" disabled={changedHere.length === 0}>{t("Keep these changes")}</button>
        <button type="button" class="btn" onClick={back} disabled={changedHere.length === 0}>{t("Leave it as it was")}</button>
        {changedHere.length > 0 && <span class="small muted">{plural("{1} coding stays.", "{1} codings stay.", code.own)}</span>}
      </p>
    </form>
  );
}
