// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was found in the texts.  The words are in memory only, never in an address; facets, which are values of closed
// lists, narrow them down and stand in it.
import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask } from "../api/client";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { actsAsLetter } from "../shell/keys";
import { Page } from "../shell/page";
import { meant } from "../shell/shortcuts";
import { toggled, useFilters, valuesOf } from "../store/filters";
import { useOrganisationNames } from "../store/organisation_names";
import { countryName, knownRegions, regionName } from "../store/place_names";
import { question } from "../store/question";
import { askCodebook, askDocuments } from "../store/texts";
import { askOrganisations } from "../store/things";
import { useResource } from "../store/resource";
import { readAs } from "../text/emphasis";
import { signOf } from "../text/address";
import { languageName, plural, t } from "../words/words";
import { Chosen, FacetBox, type FacetLine } from "./facets";
import { Nothing } from "./nothing";

const kMost = 50;
const usual = { region: "", country: "", language: "", case: "", code: "", kind: "" };
const kinds = ["account", "summary"];
const kindName = (kind: string): string => (kind === "summary" ? t("A summary in our own words") : t("People's own words"));

function Marked({ text, marks }: { text: string; marks: { start: number; end: number }[] }) {
  return (
    <>
      {readAs(text, marks).map(({ words, bold, slanted, marked }, at) => {
        let shown = <>{words}</>;
        if (bold) shown = <b>{shown}</b>;
        if (slanted) shown = <i>{shown}</i>;
        return marked ? <mark key={at}>{shown}</mark> : <Fragment key={at}>{shown}</Fragment>;
      })}
    </>
  );
}

type Counted = { value: string; passages: number }[] | undefined;
// Values that were chosen stay, also where nothing has them any more.
function linesOf(counted: Counted, chosen: string[], name: (value: string) => string, inAddress: (value: string) => string = (value) => value): FacetLine[] {
  const there = counted ?? [];
  const gone = chosen.filter((value) => !there.some((one) => one.value === value)).map((value) => ({ value, passages: 0 }));
  return [...there, ...gone].map(({ value, passages }) => ({ value: inAddress(value), name: name(value), passages, chosen: chosen.includes(value) }));
}

// Who reads the report alone has no texts to search.
export function Search(_: { path?: string }) {
  return mayDo("reader") ? <Nothing /> : <Searching />;
}

function Searching() {
  const asked = question.value;
  const { route } = useLocation();
  const [filters, set] = useFilters(usual);
  const documents = useResource("documents", askDocuments);
  const codebook = useResource("codebook", askCodebook);
  const nameOf = useOrganisationNames();
  const organisationOf = new Map(documents.data?.documents.map((one) => [one.document, one.organisation]));
  const bySign = new Map([...organisationOf.values()].map((one) => [signOf(one), one]));
  const organisations = useResource("organisations", askOrganisations);
  const withTexts = new Set(organisationOf.values());
  const countriesHere = new Set(organisations.data?.filter((one) => withTexts.has(one.id)).map((one) => one.fields.country));
  const languagesHere = new Set(documents.data?.documents.map((one) => one.language.split("-")[0]));
  // Of what an address says only what is there: a value that nobody may see, or that is gone, narrows nothing.
  const regions = valuesOf(filters.region).filter((one) => knownRegions().some((region) => region.region === one));
  const countries = valuesOf(filters.country).filter((one) => countriesHere.has(one));
  const languages = valuesOf(filters.language).filter((one) => languagesHere.has(one));
  const cases = valuesOf(filters.case).flatMap((sign) => bySign.get(sign) ?? []);
  const codes = valuesOf(filters.code).filter((one) => codebook.data?.codes.some((code) => code.code === one));
  const kindsAsked = valuesOf(filters.kind).filter((one) => kinds.includes(one));
  const known = documents.data !== null && codebook.data !== null && (filters.country === "" || organisations.data !== null);
  const key = asked === "" || !known ? null : JSON.stringify([asked, regions, countries, languages, cases, codes, kindsAsked]);
  const found = useResource(key, () => ask(() => api.POST("/search", {
    body: { question: asked, most: kMost, facets: true, regions, countries, languages, cases, codes, kinds: kindsAsked } })));
  const [at, setAt] = useState(-1);
  useEffect(() => setAt(-1), [key]);

  const hits = found.data?.hits ?? [];
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      const key = meant("search", event.key);
      if (!actsAsLetter(event) || (key !== "j" && key !== "k")) return;
      event.preventDefault();
      setAt((was) => {
        const next = Math.max(0, Math.min(hits.length - 1, was + (key === "j" ? 1 : -1)));
        document.querySelector<HTMLElement>(`[data-hit="${next}"] a`)?.focus();
        return next;
      });
    };
    addEventListener("keydown", act);
    return () => removeEventListener("keydown", act);
  }, [hits.length]);

  // What was counted last stays in sight while the next answer comes.
  const [facets, setFacets] = useState(found.data?.facets);
  useEffect(() => { if (found.data?.facets) setFacets(found.data.facets); }, [found.data]);
  const codeName = (id: string): string => `${id} ${codebook.data?.codes.find((one) => one.code === id)?.label ?? ""}`;
  const boxes: { filter: keyof typeof usual; head: string; lines: FacetLine[] }[] = [
    { filter: "region", head: t("Region"), lines: linesOf(facets?.regions, regions, regionName) },
    { filter: "country", head: t("Country"), lines: linesOf(facets?.countries, countries, countryName) },
    { filter: "language", head: t("Language"), lines: linesOf(facets?.languages, languages, languageName) },
    { filter: "code", head: t("Coded with"), lines: linesOf(facets?.codes, codes, codeName) },
    { filter: "case", head: t("Organisation"), lines: linesOf(facets?.cases, cases, nameOf, signOf) },
    { filter: "kind", head: t("Kind"), lines: linesOf(facets?.kinds, kindsAsked, kindName) },
  ];
  const toggle = (filter: keyof typeof usual, value: string) => set({ [filter]: toggled(filters[filter], value) });

  return (
    <Page>
      <header class="stack-s">
        <h1>{asked === "" ? t("Search the texts")
          : found.data === null ? t("Searching")
          : found.data.total === 0 ? t("Nothing was found")
          : found.data.at_least ? plural("{1} passage and more", "{1} passages and more", found.data.total)
          : plural("{1} passage", "{1} passages", found.data.total)}</h1>
        <p class="small muted">{t("How to ask: words in quotation marks as they stand, OR, NOT, begin*. What you look for stands in no address and in no history.")}</p>
      </header>
      {asked === "" ? (
        <p class="lead">{t("Press / and write what you look for.")}</p>
      ) : (
        <div class="with-facets">
          <aside class="facets" aria-label={t("Narrow down")}>
            {boxes.map(({ filter, head, lines }) => <FacetBox key={filter} id={filter} head={head} lines={lines} toggle={(value) => toggle(filter, value)} />)}
          </aside>
          <div>
            <Chosen lines={boxes.flatMap(({ filter, lines }) => lines.filter((line) => line.chosen).map((line) => ({ ...line, remove: () => toggle(filter, line.value) })))} clear={() => set(usual)} />
            <Await of={found} what={t("Searching")}>
              {(data) => (
                <>
                  {data.did_you_mean.length > 0 && (
                    <p class="row">{t("Did you mean:")} {data.did_you_mean.map((word) => (
                      <button type="button" class="btn" key={word} onClick={() => { question.value = word; route("/search"); }}>{word}</button>
                    ))}</p>
                  )}
                  <ol class="hit-list">
                    {data.hits.map((hit, index) => (
                      <li key={`${hit.document} ${hit.range.start}`} data-hit={index} class={index === at ? "cur-hit" : undefined}>
                        <h2 class="t-work"><a class="lnk" href={`/texts/${signOf(hit.document)}?at=${hit.range.start}`} lang={hit.language} dir="auto">{hit.title}</a>{" "}
                          <span class="small muted fw"><span dir="auto">{nameOf(organisationOf.get(hit.document) ?? "")}</span>{hit.page > 0 && `, ${t("page {1}", hit.page)}`}</span></h2>
                        <p class="read" lang={hit.language} dir="auto"><Marked text={hit.text} marks={hit.marks} /></p>
                      </li>
                    ))}
                  </ol>
                  {data.total > data.hits.length && <p class="state">{t("The first {1} are shown. More words narrow it down.", data.hits.length)}</p>}
                </>
              )}
            </Await>
          </div>
        </div>
      )}
    </Page>
  );
}
