// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the study says of itself: title, frame, definitions, thresholds.  All who work on it see it, coordinators change it.
import { useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { mayDo } from "../session/session";
import { Await, ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { useResource } from "../store/resource";
import { languages, plural, t } from "../words/words";
import { askSettings, valuesOf, type Setting, type Settings } from "../study/ask";
import { clashes, merged, touched, type Values } from "../study/edit";
import { useOthers } from "../study/others";
import { Regions } from "../study/regions";
import { Versions } from "../study/versions";
import { fieldWords, parts, valueWords } from "../study/words";
import { SettingsTabs } from "./settings_tabs";

interface FieldProps {
  one: Setting;
  value: string;
  set: (value: string) => void;
}

function FieldOf({ one, value, set }: FieldProps) {
  const words = fieldWords(one.field);
  const id = `s-${one.field}`;
  const choices = one.field === "language" ? languages.map((language) => language.code as string) : one.words === "" ? [] : one.words.split(/,\s*/);
  const hint = words.hint === "" ? {} : { "aria-describedby": `${id}-hint` };
  return (
    <div>
      <label for={id}>{words.name}</label>
      {choices.length > 0 ? (
        <select id={id} class="w15" value={value} {...hint} onChange={(event) => set(event.currentTarget.value)}>
          {value === "" && <option value="">{t("nothing")}</option>}
          {choices.map((choice) => <option key={choice} value={choice}>{valueWords(one.field, choice)}</option>)}
        </select>
      ) : words.form === "lines" ? <textarea id={id} rows={3} value={value} {...hint} onInput={(event) => set(event.currentTarget.value)} />
        : words.form === "day" ? <input id={id} type="text" class="w13" inputMode="numeric" placeholder="2027-12-31" autocomplete="off" value={value} {...hint} onInput={(event) => set(event.currentTarget.value)} />
        : words.form === "number" ? <input id={id} type="number" min={0} class="w9" value={value} {...hint} onInput={(event) => set(event.currentTarget.value)} />
        : <input id={id} type="text" autocomplete="off" value={value} required={one.is_needed} {...hint} onInput={(event) => set(event.currentTarget.value)} />}
      {words.hint !== "" && <p class="hint" id={`${id}-hint`}>{words.hint}</p>}
    </div>
  );
}

function Sheet({ data }: { data: Settings }) {
  const may = mayDo("coordinator");
  const [seen, setSeen] = useState(data);
  const [wanted, setWanted] = useState<Values>(valuesOf(data));
  const [theirs, setTheirs] = useState<Settings | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const old = valuesOf(seen);
  const mine = touched(old, wanted);
  const stands = (one: Settings, values: Values | ((latest: Values) => Values)) => {
    setSeen(one);
    setWanted(values);
    setTheirs(null);
  };
  // Somebody else's change comes in by itself while nothing was changed here.
  const replaced = useOthers(data, seen.version, mine.length === 0, (now) => stands(now, valuesOf(now)));
  const keep = async () => {
    saving();
    setProblem(null);
    let from = theirs ?? seen;
    let kept = false;
    let values = theirs ? merged(old, valuesOf(theirs), wanted) : wanted;
    for (let tries = 0; ; tries += 1) {
      const fields = touched(valuesOf(from), values);
      const answer = await ask(() => api.PATCH("/settings", { params: { header: { "If-Match": `"${from.version}"` } },
        body: { settings: fields.map((field) => ({ field, value: (values[field] ?? "").trim() })) } }));
      if (answer.ok) {
        kept = true;
        replaced(from.version, data.version);
        stands(answer.data, (latest) => merged(wanted, valuesOf(answer.data), latest)); // what was typed meanwhile stays
        break;
      }
      const now = answer.problem.kind === "conflict" ? (answer.problem.body as { now?: Settings } | null)?.now : undefined;
      if (!now) {
        setProblem(answer.problem);
        break;
      }
      // What only they changed comes in, and mine is sent again; what both changed is asked about.
      if (clashes(valuesOf(from), valuesOf(now), values).length > 0 || tries > 3) {
        setTheirs(now);
        break;
      }
      values = merged(valuesOf(from), valuesOf(now), values);
      from = now;
    }
    settled(kept);
    changed();
  };
  const back = () => {
    stands(seen, old);
    setProblem(null);
  };
  const now = theirs ? valuesOf(theirs) : old;
  const take = (field: string) => {
    const values = { ...wanted, [field]: now[field] ?? "" };
    if (clashes(old, now, values).length > 0) return setWanted(values);
    replaced(seen.version);
    stands(theirs!, merged(old, now, values)); // what is left is mine alone
  };
  const wrong = (problem?.body as { about?: { field?: string } } | null)?.about?.field;
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      {problem && <ProblemBanner problem={problem} />}
      {wrong && wrong in wanted && <p class="small"><a class="lnk" href={`#s-${wrong}`}>{t("Go to the field: {1}", fieldWords(wrong).name)}</a></p>}
      {theirs && clashes(old, now, wanted).length > 0 && <Versions fields={clashes(old, now, wanted)} seen={old} now={now} wanted={wanted} name={(field) => fieldWords(field).name}
        take={take} />}
      <fieldset disabled={!may}>
        {parts.map((part) => (
          <section class="sect" key={part.id} aria-labelledby={`part-${part.id}`}>
            <h2 id={`part-${part.id}`}>{part.name()}</h2>
            <div class="field-pairs">
              {part.fields.map((field) => {
                const one = data.settings.find((other) => other.field === field);
                return one && <FieldOf key={field} one={one} value={wanted[field] ?? ""} set={(value) => setWanted({ ...wanted, [field]: value })} />;
              })}
            </div>
          </section>
        ))}
      </fieldset>
      {may ? <p class="row keep-bar"><button class="btn main" disabled={mine.length === 0}>{t("Keep these changes")}</button>
        <button type="button" class="btn" disabled={mine.length === 0} onClick={back}>{t("Leave it as it was")}</button>
        <span class="small muted" role="status">{mine.length > 0 && plural("Not kept yet: {1} field", "Not kept yet: {1} fields", mine.length)}</span></p>
        : <p class="small muted">{t("Coordinators change it.")}</p>}
    </form>
  );
}

export function StudySettings(_: { path?: string }) {
  const settings = useResource("settings", askSettings);
  return (
    <Page kind="narrow">
      <header class="stack-s">
        <h1>{t("What the study says of itself")}</h1>
        <p class="lead">{t("Readers see most of it in the report. A change can be undone as any other.")}</p>
      </header>
      <SettingsTabs here="study" />
      <Await of={settings} what={t("Reading the settings")}>{(data) => <><Sheet data={data} /><Regions /></>}</Await>
    </Page>
  );
}
