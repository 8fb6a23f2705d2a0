// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries and law: of each the legal model over time, dated facts with their sources, and where sources differ.
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, type Given } from "../api/client";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { Page } from "../shell/page";
import { useResource } from "../store/resource";
import { countryName } from "../store/place_names";
import { plural, t } from "../words/words";
import { AddFact } from "./add_fact";
import { CountriesTabs } from "./countries_tabs";
import { everyCountry } from "./every_country";
import { NoIndicators } from "./no_indicators";
import { useSourceNames } from "./said_of_it";
import { indicatorWords, valueWords, whyWords, type Why } from "./law_words";

const countries = (on: string) => api.GET("/countries", { params: { query: on ? { on } : {} } });
const country = (code: string, on: string) => api.GET("/countries", { params: { query: { country: code, ...(on ? { on } : {}) } } });
type Country = Given<() => ReturnType<typeof countries>>["countries"][number];
type Indicator = Country["indicators"][number];
type Fact = Country["history"][number];

const notSourced = (one: Indicator): boolean => one.state === "not-sourced";

function since(fact: Fact): string {
  if (fact.valid_from && fact.valid_to) return t("{1} to {2}", fact.valid_from, fact.valid_to);
  return fact.valid_from ?? (fact.valid_to ? t("until {1}", fact.valid_to) : t("not said"));
}

function Side({ name, indicators, add }: { name: string; indicators: readonly Indicator[]; add?: (indicator: string) => void }) {
  const [all, setAll] = useState(false);
  const sources = useSourceNames();
  const blank = indicators.filter(notSourced);
  const shown = all ? indicators : indicators.filter((one) => !notSourced(one));
  if (indicators.length === 0) return null;
  return (
    <section class="sect">
      <h2>{name}</h2>
      {shown.length > 0 && (
        <div class="wide">
          <table class="cards-s">
            <thead><tr><th scope="col">{t("What")}</th><th scope="col">{t("Value")}</th><th scope="col">{t("True since")}</th><th scope="col">{t("Seen in")}</th>
              <th scope="col">{t("Source")}</th>{add && <th scope="col"><span class="vh">{t("Add a fact")}</span></th>}</tr></thead>
            <tbody>
              {shown.map((one) => {
                const facts: (Fact | null)[] = one.facts.length > 0 ? one.facts : [null];
                return facts.map((fact, i) => (
                  <tr key={`${one.indicator} ${fact?.fact ?? ""}`}>
                    {i === 0 ? <th scope="row" rowSpan={facts.length}>{indicatorWords(one.label) || one.indicator}
                      {one.state === "disputed" && <><br /><span class="tag">{t("disputed")}</span> <span class="small muted">{t("Both stay.")}</span></>}</th> : null}
                    <td data-l={t("Value")}>{fact ? <b>{valueWords(fact.value)}</b> : notSourced(one) ? <i class="state">{t("not sourced")}</i> : <b>{valueWords(one.value)}</b>}
                      {fact?.area && <span class="small muted"> · {fact.area}</span>}</td>
                    <td data-l={t("True since")}>{fact ? since(fact) : ""}</td>
                    <td data-l={t("Seen in")}>{fact?.as_of ?? ""}</td>
                    <td data-l={t("Source")} class="small">{fact ? <>{sources.of(fact.sources)}{fact.citation && <><br /><span class="muted">{fact.citation}</span></>}</> : ""}</td>
                    {add && <td>{i === 0 && <button type="button" class="btn plain" onClick={() => add(one.indicator)}>{t("Add")}<span class="vh"> {indicatorWords(one.label)}</span></button>}</td>}
                  </tr>
                ));
              })}
            </tbody>
          </table>
        </div>
      )}
      {blank.length > 0 && !all && <p class="state">{plural("{1} thing has no source yet.", "{1} things have no source yet.", blank.length)}{" "}
        <button type="button" class="btn plain small" onClick={() => setAll(true)}>{t("Show them")}</button></p>}
    </section>
  );
}

function WhySo({ why, of }: { why: Why; of: Country }) {
  const said = whyWords(why, (id) => indicatorWords(of.indicators.find((other) => other.indicator === id)?.label || id));
  return <span lang={said.known ? undefined : ""}>{said.text}</span>;
}

function OverTime({ one, on }: { one: Country; on: string }) {
  if (one.over_time.length === 0) return <p class="state">{t("No fact of it has a day from which on it is true.")}</p>;
  return (
    <ol class="law-time">
      <li class="before"><b>{t("before {1}", one.over_time[0]!.from)}</b><span>{t("not sourced")}</span></li>
      {one.over_time.map((period, i) => (
        <li key={period.from}><b>{i + 1 < one.over_time.length ? t("{1} to {2}", period.from, one.over_time[i + 1]!.from) : t("{1} until {2}", period.from, on)}</b>
          <span>{valueWords(period.legal_model)}</span><small><WhySo why={period.why} of={one} /></small></li>
      ))}
    </ol>
  );
}

function One({ code, on, setOn }: { code: string; on: string; setOn: (day: string) => void }) {
  const asked = useResource(`country ${code} ${on}`, () => ask(() => country(code, on)));
  const [adding, setAdding] = useState<string | null>(null);
  const sources = useSourceNames();
  const may = mayDo("coordinator");
  return (
    <Await of={asked} what={t("Reading what is known of the country")}>
      {(data) => {
        const one = data.countries[0];
        if (!one) return <Fresh code={code} />;
        const open = one.indicators.filter(notSourced).length;
        const disputed = one.indicators.filter((other) => other.state === "disputed").length;
        const derived = one.indicators.filter((other) => other.indicator !== "law_model");
        return (
          <div>
            <header class="stack-s">
              <h1>{t("{1}: {2}", countryName(code), valueWords(one.legal_model))}</h1>
              <p class="lead"><WhySo why={one.why} of={one} />
                {disputed > 0 && <> {plural("Sources differ on {1} thing.", "Sources differ on {1} things.", disputed)}</>}
                {open > 0 && <> {plural("{1} of {2} things to know has no source yet.", "{1} of {2} things to know have no source yet.", open, one.indicators.length)}</>}</p>
            </header>
            <section class="sect" aria-labelledby="time-h">
              <div class="row spread"><h2 id="time-h">{t("The legal model over time")}</h2>
                <span class="row"><label class="m0" for="on-day">{t("As of")}</label><input id="on-day" class="w9" type="date" value={on || data.on} onChange={(event) => setOn(event.currentTarget.value)} /></span></div>
              <OverTime one={one} on={data.on} />
              <p class="small muted">{t("Worked out from the facts below, by the rule that the study has. What is not sourced is no “no”.")}</p>
            </section>
            {derived.length === 0 ? <NoIndicators />
              : may && <p class="mt"><button type="button" class="btn" onClick={() => setAdding("")}>{t("Add a fact")}</button></p>}
            {adding !== null && <AddFact key={adding} country={code} indicator={adding} indicators={derived} close={() => setAdding(null)} />}
            <Side name={t("Law on paper")} indicators={derived.filter((other) => other.side === "law")} {...(may ? { add: setAdding } : {})} />
            <Side name={t("In practice")} indicators={derived.filter((other) => other.side === "practice")} {...(may ? { add: setAdding } : {})} />
            <Side name={t("Services and measures")} indicators={derived.filter((other) => other.side !== "law" && other.side !== "practice")} {...(may ? { add: setAdding } : {})} />
            {one.history.length > 0 && (
              <section class="sect"><h2>{t("Not true on this day")}</h2>
                <ul class="picks small">{one.history.map((fact) => (
                  <li key={fact.fact}>{indicatorWords(one.indicators.find((other) => other.indicator === fact.indicator)?.label ?? fact.indicator)}: <b>{valueWords(fact.value)}</b>, {since(fact)} <span class="muted">({sources.of(fact.sources)})</span></li>
                ))}</ul></section>
            )}
          </div>
        );
      }}
    </Await>
  );
}

// Of a country nothing is known of yet.  It stands in the list once there is a fact, or an organisation works there.
function Fresh({ code }: { code: string }) {
  const asked = useResource("indicators", () => ask(() => api.GET("/indicators", { params: { query: { most: 1000 } } })));
  const named = everyCountry().find((one) => one.code === code);
  const [adding, setAdding] = useState(true);
  if (!named || !mayDo("coordinator")) return <h1>{t("There is nothing here.")}</h1>;
  return (
    <Await of={asked} what={t("Reading what is known of the country")}>
      {({ things }) => {
        const open = things.filter((one) => one.fields.type !== "derived").map((one) => ({ indicator: one.id, label: one.fields.label ?? "", facts: [] }));
        return (
          <div class="stack">
            <h1>{named.name}</h1>
            <p class="lead">{t("Nothing is known of it yet. It stands in the list with its first fact.")}</p>
            {open.length === 0 ? <NoIndicators /> : adding ? <AddFact country={code} indicator="" indicators={open} close={() => setAdding(false)} />
              : <p><button type="button" class="btn" onClick={() => setAdding(true)}>{t("Add a fact")}</button></p>}
          </div>
        );
      }}
    </Await>
  );
}

function Another({ known }: { known: readonly string[] }) {
  const { route } = useLocation();
  const [code, setCode] = useState("");
  if (!mayDo("coordinator")) return null;
  return (
    <form class="stack-s mt" onSubmit={(event) => { event.preventDefault(); route(`/countries/${code}`); setCode(""); }}>
      <label for="another">{known.length === 0 ? t("Which country") : t("Another country")}</label>
      <select id="another" value={code} required onChange={(event) => setCode(event.currentTarget.value)}>
        <option value="">{t("choose …")}</option>
        {everyCountry().filter((one) => !known.includes(one.code)).map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}
      </select>
      <button class="btn" disabled={code === ""}>{t("Open it")}</button>
    </form>
  );
}

export function Countries({ code = "" }: { path?: string; code?: string }) {
  const { query, route } = useLocation();
  const on = /^\d{4}-\d{2}-\d{2}$/.test(query["on"] ?? "") ? query["on"]! : "";
  const all = useResource(`countries ${on}`, () => ask(() => countries(on)));
  const dayed = (path: string, day: string) => (day ? `${path}?on=${day}` : path);
  return (
    <Page>
      <Await of={all} what={t("Reading what is known of the countries")}>
        {(data) => {
          if (data.countries.length === 0 && code === "") {
            return <div class="stack"><h1>{t("No country yet")}</h1><CountriesTabs here="countries" /><p class="lead">{t("Choose a country, then say what its law is. Each fact has a source and a day.")}</p><Another known={[]} /></div>;
          }
          const shown = data.countries.find((one) => one.country === code);
          return (
            <div class="grid split-left g-cols">
              <nav class="box land" data-pane tabIndex={-1} aria-label={t("Countries")}>
                {data.countries.length > 0 && <b>{plural("{1} country", "{1} countries", data.countries.length)}</b>}
                <ul>{data.countries.map((one) => (
                  <li key={one.country}><a href={dayed(`/countries/${one.country}`, on)} aria-current={one.country === code ? "page" : undefined}>{countryName(one.country)}
                    <span class="small muted">{valueWords(one.legal_model)}{one.indicators.some((other) => other.state === "disputed") && ` · ${t("sources differ")}`}</span></a></li>
                ))}</ul>
                <Another known={data.countries.map((one) => one.country)} />
              </nav>
              {shown ? <One key={code} code={code} on={on} setOn={(day) => route(dayed(`/countries/${code}`, day), true)} />
                : code !== "" ? <Fresh key={code} code={code} />
                : <div class="stack"><h1>{t("Countries and law")}</h1><CountriesTabs here="countries" /><p class="lead">{t("Choose a country to see its law over time, with the facts and their sources.")}</p></div>}
            </div>
          );
        }}
      </Await>
    </Page>
  );
}
