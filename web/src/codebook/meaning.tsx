// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a code means: name, definition, what belongs and what does not.  If somebody else changed the same meanwhile, all
// three stand side by side, field by field; what they changed elsewhere comes in by itself.
import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { api, ask, type Given, type Problem } from "../api/client";
import { kindWords } from "../pages/kinds";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { clashes, merged, touched, type Values } from "../study/edit";
import { useOthers } from "../study/others";
import { Versions } from "../study/versions";
import { plural, t } from "../words/words";

const showCodebook = () => api.GET("/codebook");
export type WholeCode = Given<typeof showCodebook>["codes"][number];
const kinds = ["practice", "barrier", "outcome", "enabler", "sector", "other"] as const;

type Field = "label" | "definition" | "include" | "exclude" | "kind";
const valuesOf = ({ label, definition, include, exclude, kind }: WholeCode): Values => ({ label, definition, include, exclude, kind });
const names = (): Record<Field, string> =>
  ({ label: t("Name"), definition: t("What belongs to it"), include: t("Belongs, for example"), exclude: t("Does not belong, for example"), kind: t("Kind") });
const shown = (values: Values): Values => ({ ...values, kind: kindWords(values["kind"] as WholeCode["kind"]) });
const kTries = 3; // others may go on changing what this person does not

interface MeaningProps {
  code: WholeCode;
  name: Ref<HTMLInputElement>;
  leave: () => void; // the name is left as it was: where the focus goes then
}

export function Meaning({ code, name, leave }: MeaningProps) {
  const [seen, setSeen] = useState(code);
  const [wanted, setWanted] = useState<Values>(() => valuesOf(code));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<WholeCode | null>(null);
  const saw = valuesOf(seen);
  const mine = touched(saw, wanted);
  const begin = (from: WholeCode, values: Values | ((latest: Values) => Values)) => {
    setSeen(from);
    setWanted(values);
    setTheirs(null);
  };
  // Somebody else's change comes in by itself where nothing was typed here.
  const isFree = theirs === null && clashes(saw, valuesOf(code), wanted).length === 0;
  const replaced = useOthers(code, seen.version, isFree, (now) => begin(now, merged(saw, valuesOf(now), wanted)));
  const set = (field: Field, value: string) => setWanted((before) => ({ ...before, [field]: value }));

  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    setProblem(null);
    let from = theirs ?? seen;
    let values = theirs ? merged(saw, valuesOf(theirs), wanted) : wanted;
    let kept = false;
    for (let tries = 0; ; tries += 1) {
      const body = Object.fromEntries(touched(valuesOf(from), values).map((field) => [field, values[field]])) as Partial<Record<Field, string>>;
      const answer = await ask(() => api.PATCH("/codebook/{code}", {
        params: { path: { code: code.code }, header: { "If-Match": `"${from.version}"` } }, body: body as { label?: string; kind?: WholeCode["kind"] } }));
      if (answer.ok) {
        kept = true;
        replaced(from.version, code.version);
        begin(answer.data, (latest) => merged(wanted, valuesOf(answer.data), latest)); // what was typed meanwhile stays
        break;
      }
      const now = answer.problem.kind === "conflict" ? (answer.problem.body as { now?: WholeCode } | null)?.now : undefined;
      if (!now) {
        setProblem(answer.problem);
        break;
      }
      if (clashes(valuesOf(from), valuesOf(now), values).length > 0 || tries >= kTries) {
        setTheirs(now);
        break;
      }
      values = merged(valuesOf(from), valuesOf(now), values);
      from = now;
    }
    settled(kept);
    changed();
  };
  const take = (field: string) => {
    const values = { ...wanted, [field]: valuesOf(theirs!)[field] ?? "" };
    if (clashes(saw, valuesOf(theirs!), values).length > 0) return setWanted(values);
    replaced(seen.version);
    begin(theirs!, merged(saw, valuesOf(theirs!), values)); // what is left is mine alone
  };
  const back = () => {
    begin(seen, saw);
    setProblem(null);
  };
  const nameKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    set("label", saw["label"] ?? "");
    leave();
  };
  const area = (field: "definition" | "include" | "exclude", rows: number) => (
    <div><label for={`c-${field}`}>{names()[field]}</label>
      <textarea id={`c-${field}`} rows={rows} value={wanted[field]} maxLength={4000} onInput={(event) => set(field, event.currentTarget.value)} /></div>
  );

  return (
    <form class="stack" onSubmit={keep} aria-label={t("What the code means")}>
      {problem && <ProblemBanner problem={problem} />}
      {theirs && <Versions fields={clashes(saw, valuesOf(theirs), wanted)} seen={shown(saw)} now={shown(valuesOf(theirs))} wanted={shown(wanted)}
        name={(field) => names()[field as Field]} take={take} />}
      <div class="grid name-kind">
        <div><label for="c-label">{t("Name")}</label>
          <input id="c-label" ref={name} type="text" required value={wanted["label"]} maxLength={200} onKeyDown={nameKey} onInput={(event) => set("label", event.currentTarget.value)} /></div>
        <div><label for="c-kind">{t("Kind")}</label>
          <select id="c-kind" value={wanted["kind"]} onChange={(event) => set("kind", event.currentTarget.value)}>
            {kinds.map((one) => <option key={one} value={one}>{kindWords(one)}</option>)}</select></div>
      </div>
      {area("definition", 3)}
      <div class="grid split-even g-cols examples">{area("include", 3)}{area("exclude", 3)}</div>
      <p class="row">
        <button class="btn main" disabled={mine.length === 0}>{t("Keep these changes")}</button>
        <button type="button" class="btn" onClick={back} disabled={mine.length === 0}>{t("Leave it as it was")}</button>
        {mine.length > 0 && <span class="small muted">{plural("{1} coding stays.", "{1} codings stay.", code.own)}</span>}
      </p>
    </form>
  );
}
