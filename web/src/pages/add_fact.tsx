// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Adds a dated fact about a country.  Without a source nothing is added; one that is not in the list is written down along
// with it.  A fact that says something else stays beside the others.
import { useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { Await, ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { useResource } from "../store/resource";
import { t } from "../words/words";
import { idOf } from "./ids";
import { indicatorWords, valueWords } from "./law_words";

const kNew = "";
const sources = () => api.GET("/sources", { params: { query: { most: 1000 } } });

interface AddFactProps {
  country: string;
  indicator: string;
  indicators: readonly { indicator: string; label: string; facts: readonly { value: string }[] }[];
  close: () => void;
}

// Only once it is known what may be chosen: a field that turns into a list while somebody types loses what was typed, and a
// form sent before would write down a source that is there.
export function AddFact(props: AddFactProps) {
  const all = useResource("sources", () => ask(sources));
  const asked = useResource("indicators", () => ask(() => api.GET("/indicators", { params: { query: { most: 1000 } } })));
  return (
    <Await of={all} what={t("Reading what there is")}>
      {({ things: there }) => <Await of={asked} what={t("Reading what there is")}>
        {({ things }) => <FactForm {...props} there={there} answersTo={(id) => things.find((one) => one.id === id)?.fields.values ?? []} />}
      </Await>}
    </Await>
  );
}

interface FactFormProps extends AddFactProps {
  there: readonly { id: string; fields: { title?: string | null } }[];
  answersTo: (indicator: string) => readonly string[];
}

function FactForm({ country, indicator, indicators, close, there, answersTo }: FactFormProps) {
  const [what, setWhat] = useState(indicator || (indicators[0]?.indicator ?? ""));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [source, setSource] = useState<string | null>(null); // none chosen yet: the first there is
  const answers = answersTo(what);
  const from = source ?? there[0]?.id ?? kNew;
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const given = (name: string): string | null => String(form.get(name) ?? "").trim() || null;
    saving();
    let named = from;
    if (from === kNew) {
      const title = given("title") ?? "";
      const made = await ask(() => api.POST("/sources", { body: { fields: { id: idOf(title, there.map((one) => one.id), "source"), title, address: given("address") } } }));
      if (!made.ok) {
        settled(false);
        return setProblem(made.problem);
      }
      named = made.data.id;
      setSource(named); // it is there, also if the fact is refused
    }
    const answer = await ask(() => api.POST("/context-facts", { body: { fields: { country, indicator: what, value: given("value"), area: given("area"),
      valid_from: given("from"), valid_to: given("to"), as_of: given("seen"), citation: given("where"), source: [named] } } }));
    settled(answer.ok);
    changed();
    if (answer.ok) close();
    else setProblem(answer.problem);
  };
  return (
    <form class="box stack" onSubmit={add} aria-labelledby="fact-h">
      <h2 id="fact-h">{t("Add a fact")}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <div class="field-2">
        <div><label for="f-what">{t("What")}</label><select id="f-what" value={what} onChange={(event) => setWhat(event.currentTarget.value)}>
          {indicators.map((one) => <option key={one.indicator} value={one.indicator}>{indicatorWords(one.label) || one.indicator}</option>)}</select></div>
        <div><label for="f-value">{t("Value")}</label>{answers.length > 0
          ? <select id="f-value" name="value" key={what} required><option value="">{t("choose …")}</option>{answers.map((one) => <option key={one} value={one}>{valueWords(one)}</option>)}</select>
          : <input id="f-value" name="value" type="text" required autocomplete="off" />}</div>
      </div>
      <div class="field-3">
        <div><label for="f-from">{t("True from")}</label><input id="f-from" name="from" type="text" placeholder="2019-05-01" pattern="\d{4}(-\d{2}(-\d{2})?)?" autocomplete="off" /></div>
        <div><label for="f-to">{t("until")}</label><input id="f-to" name="to" type="text" pattern="\d{4}(-\d{2}(-\d{2})?)?" autocomplete="off" /></div>
        <div><label for="f-seen">{t("Seen in the source on")}</label><input id="f-seen" name="seen" type="text" pattern="\d{4}(-\d{2}(-\d{2})?)?" autocomplete="off" /></div>
      </div>
      <div class="field-3">
        <div><label for="f-source">{t("Source")}</label><select id="f-source" value={from} onChange={(event) => setSource(event.currentTarget.value)}>
          {there.map((one) => <option key={one.id} value={one.id}>{one.fields.title ?? one.id}</option>)}
          <option value={kNew}>{t("another one …")}</option></select></div>
        <div><label for="f-where">{t("Where in it")}</label><input id="f-where" name="where" type="text" autocomplete="off" /></div>
        <div><label for="f-area">{t("Only in a part of the country")}</label><input id="f-area" name="area" type="text" autocomplete="off" /></div>
      </div>
      {from === kNew && <div class="field-2">
        <div><label for="f-title">{t("Title of the source")}</label><input id="f-title" name="title" type="text" required maxLength={300} autocomplete="off" /></div>
        <div><label for="f-address">{t("Address on the web")}</label><input id="f-address" name="address" type="text" inputMode="url" autocomplete="off" /></div>
      </div>}
      <p class="row"><button class="btn main">{t("Add the fact")}</button><button type="button" class="btn" onClick={close}>{t("Not now")}</button>
        <span class="small muted">{t("Without a source nothing is added. If another source says something else, both stay and it is disputed. Undo takes it back.")}</span></p>
    </form>
  );
}
