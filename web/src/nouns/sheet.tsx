// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The fields of one thing: a new one, or one that others may change at the same time.
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Problem } from "../api/client";
import { actionWords } from "../shell/actions";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { clashes, merged, touched, type Values } from "../study/edit";
import { useOthers } from "../study/others";
import { Versions } from "../study/versions";
import { signOf } from "../text/address";
import { plural, t, when } from "../words/words";
import { addThing, changeThing, removeThing, type Act, type Thing } from "./ask";
import { shown, typed } from "./cells";
import { useChoices, type Choice } from "./choices";
import type { Field, Kind } from "./kinds";
import { Members } from "./members";

interface FieldProps {
  field: Field;
  value: string;
  isNew: boolean;
  choices: readonly Choice[];
  set: (value: string) => void;
}

function FieldOf({ field, value, isNew, choices, set }: FieldProps) {
  const id = `n-${field.name}`;
  const hint = field.hint ? { "aria-describedby": `${id}-hint` } : {};
  const fixed = Boolean(field.stays) && !isNew;
  if (field.form === "members") return <Members id={id} label={field.label()} hint={field.hint?.()} value={value} choices={choices} set={set} />;
  const isLong = field.form === "lines" || field.form === "list" || field.form === "criteria" || field.form === "facts";
  return (
    <div>
      <label for={id}>{field.label()}</label>
      {field.form === "choice" || field.form === "whether" ? (
        <select id={id} value={value} required={field.needed} {...hint} onChange={(event) => set(event.currentTarget.value)}>
          {(value === "" || !choices.some((one) => one.id === value)) && <option value={value}>{value || (field.needed ? t("choose …") : t("not known"))}</option>}
          {!field.needed && value !== "" && <option value="">{t("not known")}</option>}
          {choices.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select>
      ) : isLong ? <textarea id={id} rows={3} dir="auto" value={value} required={field.needed} {...hint} onInput={(event) => set(event.currentTarget.value)} />
        : <input id={id} type="text" dir="auto" class={field.form === "number" ? "w9" : undefined} inputMode={field.form === "number" ? "numeric" : undefined} autocomplete="off"
          value={value} required={field.needed} readOnly={fixed} {...hint} onInput={(event) => set(event.currentTarget.value)} />}
      {field.hint && <p class="hint" id={`${id}-hint`}>{field.hint()}</p>}
    </div>
  );
}

const valuesOf = (kind: Kind, thing: Thing | null): Values =>
  Object.fromEntries(kind.fields.map((field) => [field.name, thing === null ? "" : shown(field.form, thing.fields[field.name] ?? (field.stays ? thing.id : null))]));

interface SheetProps {
  kind: Kind;
  thing: Thing | null; // none: a new one
  history?: readonly Act[]; // none: it stands elsewhere
  begin?: Values; // of a new one
  may: boolean;
}

export function Sheet({ kind, thing, history, begin = {}, may }: SheetProps) {
  const { route } = useLocation();
  const choicesOf = useChoices(kind);
  const [seen, setSeen] = useState(thing);
  const [wanted, setWanted] = useState<Values>({ ...valuesOf(kind, thing), ...begin });
  const [theirs, setTheirs] = useState<Thing | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [unread, setUnread] = useState<{ field: Field; line: string } | null>(null);
  const [ending, setEnding] = useState(false);
  const old = valuesOf(kind, seen);
  const mine = touched(old, wanted);
  // Somebody else's change comes in by itself while nothing was changed here.
  const replaced = useOthers(thing, seen?.version, mine.length === 0, (now) => stands(now, valuesOf(kind, now)));

  // What was changed, as the API has it; null: a line cannot be read, and is named.
  const read = (values: Values, fields: readonly string[]): Record<string, unknown> | null => {
    const found: Record<string, unknown> = {};
    for (const field of kind.fields.filter((one) => fields.includes(one.name))) {
      const value = typed(field.form, values[field.name] ?? "");
      if (!value.ok) {
        setUnread({ field, line: value.line });
        document.getElementById(`n-${field.name}`)?.focus();
        return null;
      }
      found[field.name] = value.value;
    }
    setUnread(null);
    return found;
  };
  const stands = (one: Thing | null, values: Values | ((latest: Values) => Values)) => {
    setSeen(one);
    setWanted(values);
    setTheirs(null);
  };
  const keep = async () => {
    let from = theirs ?? seen;
    let values = theirs ? merged(old, valuesOf(kind, theirs), wanted) : wanted;
    let kept = false;
    setProblem(null);
    for (let tries = 0; ; tries += 1) {
      const fields = read(values, touched(valuesOf(kind, from), values));
      if (fields === null) {
        if (tries > 0) settled(false);
        return;
      }
      saving();
      const answer = from ? await changeThing(kind.route, from, fields) : await addThing(kind.route, fields);
      if (answer.ok) {
        kept = true;
        if (from === null) route(`${kind.path}/${signOf(answer.data.id)}`);
        else {
          replaced(from.version, thing?.version);
          stands(answer.data, (latest) => merged(wanted, valuesOf(kind, answer.data), latest)); // what was typed meanwhile stays
        }
        break;
      }
      const now = answer.problem.kind === "conflict" ? (answer.problem.body as { now?: Thing } | null)?.now : undefined;
      if (!now) {
        setProblem(answer.problem);
        break;
      }
      // What only they changed comes in, and mine is sent again; what both changed is asked about.
      const had = valuesOf(kind, from);
      if (clashes(had, valuesOf(kind, now), values).length > 0 || tries >= 3) {
        setTheirs(now);
        break;
      }
      values = merged(had, valuesOf(kind, now), values);
      from = now;
    }
    settled(kept);
    changed();
  };
  const take = (field: string) => {
    const values = { ...wanted, [field]: now[field] ?? "" };
    if (clashes(old, now, values).length > 0) return setWanted(values);
    replaced(seen?.version);
    stands(theirs!, merged(old, now, values)); // what is left is mine alone
  };
  const takeOut = async () => {
    if (!seen) return;
    saving();
    const answer = await removeThing(kind.route, seen);
    settled(answer.ok);
    changed();
    if (answer.ok) route(kind.path);
    else setProblem(answer.problem);
  };
  const now = theirs ? valuesOf(kind, theirs) : old;
  const wrong = kind.fields.find((field) => field.name === (problem?.body as { about?: { field?: string } } | null)?.about?.field);
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      {problem && <ProblemBanner problem={problem} />}
      {wrong && <p class="small"><a class="lnk" href={`#n-${wrong.name}`}>{t("Go to the field: {1}", wrong.label())}</a></p>}
      {unread && <p class="banner warn" role="alert">{t("{1}: “{2}” cannot be read. Nothing was changed.", unread.field.label(), unread.line)}</p>}
      {theirs && clashes(old, now, wanted).length > 0 && <Versions fields={clashes(old, now, wanted)} seen={old} now={now} wanted={wanted} name={(name) => kind.fields.find((field) => field.name === name)?.label() ?? name}
        take={take} />}
      <fieldset disabled={!may} class="stack">
        {kind.fields.map((field) => <FieldOf key={field.name} field={field} value={wanted[field.name] ?? ""} isNew={thing === null} choices={choicesOf(field)}
          set={(value) => setWanted({ ...wanted, [field.name]: value })} />)}
      </fieldset>
      {may ? (
        <p class="row keep-bar"><button class="btn main" disabled={mine.length === 0}>{thing === null ? kind.add() : t("Keep these changes")}</button>
          {thing !== null && <button type="button" class="btn" disabled={mine.length === 0} onClick={() => { stands(seen, old); setProblem(null); setUnread(null); }}>{t("Leave it as it was")}</button>}
          <span class="small muted" role="status">{thing !== null && mine.length > 0 && plural("Not kept yet: {1} field", "Not kept yet: {1} fields", mine.length)}</span></p>
      ) : <p class="small muted">{t("Coordinators change it.")}</p>}
      {thing !== null && history && (
        <details class="sect"><summary>{t("Who worked on it")}</summary>
          {history.length === 0 ? <p class="state">{t("Nothing was changed in the workbench yet.")}</p>
            : <ol class="log">{history.map((act) => <li key={act.act}><time dateTime={act.at}>{when(act.at)}</time><span>{act.person}: {actionWords(act.action)}</span><span /></li>)}</ol>}
        </details>
      )}
      {thing !== null && may && !kind.staysWhole && (ending // with keys: else the button that asks would become the one that does it, and keep the focus
        ? <p key="asked" class="row"><span class="small">{t("It goes for everybody; it can be undone.")}</span><button type="button" class="btn main" onClick={() => void takeOut()}>{t("Take it out")}</button><button type="button" class="btn" onClick={() => setEnding(false)}>{t("Not now")}</button></p>
        : <p key="asks"><button type="button" class="btn" onClick={() => setEnding(true)}>{t("Take it out")} …</button></p>)}
    </form>
  );
}
