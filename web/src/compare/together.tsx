// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who works with which sectors: by region, by organisation, those that no case names, and those that go together.  Of what
// may be published and nothing else; every number opens the ties and passages that it rests on.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { CompareTabs } from "../pages/compare_tabs";
import { Downloads, figureChoice } from "../pages/downloads";
import { hueOf } from "../pages/regions";
import { Await } from "../shell/await";
import { Page } from "../shell/page";
import { knownRegions } from "../store/place_names";
import { useResource } from "../store/resource";
import { language, listed, plural, pluralOf, t } from "../words/words";
import { Beside } from "./behind";
import { shade } from "./cells";
import { casesOf, missingIn, rowsOfCases, type Coalitions, type Link, type Tie } from "./coalitions";

const showCoalitions = (to: string) => api.GET("/coalitions", { params: { query: { language: to as "en" } } });

// What stands beside: a sector, of one region or one case if that is said; or two sectors of the same cases.
type Asking = { sector: number; region?: number; ofCase?: number } | { pair: number };

function tieWords(kind: Tie["kind"]): string {
  switch (kind) {
    case "formal agreement": return t("formal agreement");
    case "joint service": return t("joint service");
    case "training": return t("training");
    case "dialogue": return t("dialogue");
    case "litigation": return t("litigation");
  }
}
const kindAndTime = (tie: Tie): string => (tie.since ? t("{1}, since {2}", tieWords(tie.kind), tie.since) : tieWords(tie.kind));

function Rests({ link }: { link: Link }) {
  return (
    <>
      {link.ties.map((tie) => (
        <p key={`${tie.partner} ${tie.kind}`}>{t("On record:")} <b dir="auto">{tie.partner}</b>, {kindAndTime(tie)}
          {tie.sources.length > 0 && <span class="small muted" dir="auto"> · {tie.sources.join(", ")}</span>}</p>
      ))}
      {link.first.map((passage, at) => (
        <div key={at}>
          {passage.text ? <blockquote class="q" lang={passage.language} dir="auto">{passage.text}</blockquote>
            : <p class="state">{t("Its words may not be shown.")}</p>}
          <p class="small" lang={passage.language} dir="auto">{passage.title}</p>
        </div>
      ))}
      {link.passages > link.first.length && <p class="small muted">{plural("and {1} more passage", "and {1} more passages", link.passages - link.first.length)}</p>}
    </>
  );
}

function CountedOnly({ more }: { more: number }) {
  return more > 0 ? <p class="small muted pi-1">{plural("and {1} more that is counted only", "and {1} more that are counted only", more)}</p> : null;
}

function OfSector({ data, asking, close }: { data: Coalitions; asking: { sector: number; region?: number; ofCase?: number }; close: () => void }) {
  const sector = data.sectors[asking.sector]!;
  const region = asking.region === undefined ? null : data.regions[asking.region]!;
  const links = sector.links.filter((link) => (asking.ofCase === undefined || link.of_case === asking.ofCase)
    && (asking.region === undefined || data.cases[link.of_case]!.region === asking.region));
  const number = asking.ofCase !== undefined ? links.length : casesOf(sector, asking.region);
  const of = asking.ofCase !== undefined ? 1 : region ? region.cases : data.of;
  const where = asking.ofCase !== undefined ? data.cases[asking.ofCase]!.name : region ? region.label : t("All");
  return (
    <Beside about={`${sector.label}, ${where}`} title={pluralOf("{1} of {2} case", "{1} of {2} cases", of, number, of)} close={close}>
      {number === 0 ? <p class="state pi-1">{t("Nothing was found so far, which never means that it is not done.")}</p> : (
        <ul>{links.map((link) => <li class="stack-s" key={link.of_case}><b dir="auto">{data.cases[link.of_case]!.name}</b><Rests link={link} /></li>)}</ul>
      )}
      <CountedOnly more={number - links.length} />
    </Beside>
  );
}

function OfPair({ data, asking, close }: { data: Coalitions; asking: { pair: number }; close: () => void }) {
  const pair = data.pairs[asking.pair]!;
  const both = [data.sectors[pair.one]!, data.sectors[pair.other]!];
  return (
    <Beside about={listed(both.map((one) => one.label))} title={pluralOf("{1} of {2} case", "{1} of {2} cases", data.of, pair.cases, data.of)} close={close}>
      <ul>{pair.listed.map((of) => (
        <li class="stack-s" key={of}><b dir="auto">{data.cases[of]!.name}</b>
          {both.map((sector) => (
            <div class="stack-s" key={sector.code}><h3>{sector.label}</h3>
              {sector.links.filter((link) => link.of_case === of).map((link) => <Rests key={of} link={link} />)}</div>
          ))}</li>
      ))}</ul>
      <CountedOnly more={pair.cases - pair.listed.length} />
    </Beside>
  );
}

function ByRegion({ data, open, asking }: { data: Coalitions; open: (asking: Asking) => void; asking: Asking | null }) {
  const cell = (sector: number, region: number | undefined, name: string, of: number) => {
    const number = casesOf(data.sectors[sector]!, region);
    const on = asking !== null && "sector" in asking && asking.sector === sector && asking.region === region && asking.ofCase === undefined;
    return (
      <button type="button" class={`cell ${shade(number, of)}${on ? " open" : ""}`} aria-pressed={on} onClick={() => open(region === undefined ? { sector } : { sector, region })}>
        <span aria-hidden="true">{number}/{of}</span>
        <span class="vh">{pluralOf("{1} of {2} case", "{1} of {2} cases", of, number, of)}, {data.sectors[sector]!.label}, {name}</span>
      </button>
    );
  };
  return (
    <div class="wide mx" tabIndex={0} role="region" aria-labelledby="by-region">
      <table class="matrix">
        <caption id="by-region">{t("Which sectors the cases of each region work with")}</caption>
        <thead><tr><th scope="col">{t("Sector")}</th>
          {data.regions.map((region) => <th scope="col" key={region.region}><span class={`sw ${hueOf(knownRegions(), region.region)}`} aria-hidden="true" /> {region.label}<br />{plural("{1} case", "{1} cases", region.cases)}</th>)}
          <th scope="col">{t("All")}<br />{plural("{1} case", "{1} cases", data.of)}</th><th scope="col">{t("On record, told")}</th></tr></thead>
        <tbody>
          {data.sectors.map((sector, at) => (
            <tr key={sector.code}>
              <th scope="row">{sector.label} <small class="muted">{sector.code}</small></th>
              {data.regions.map((region, of) => <td key={region.region} data-l={region.label}>{cell(at, of, region.label, region.cases)}</td>)}
              <td data-l={t("All")}>{cell(at, undefined, t("All"), data.of)}</td>
              <td class="t" data-l={t("On record, told")}>{t("{1} on record, {2} told", sector.overall.on_record, sector.overall.told)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Missing({ data }: { data: Coalitions }) {
  const everywhere = missingIn(data);
  const names = (missing: number[]) => missing.map((at) => data.sectors[at]!.label).join(", ");
  return (
    <section class="sect" aria-labelledby="missing-h">
      <h2 id="missing-h">{t("Sectors that no case names")}</h2>
      <p class="read">{everywhere.length === 0 ? t("Every sector is named by a case.") : names(everywhere)}</p>
      <div class="wide">
        <table class="cards-s">
          <caption class="vh">{t("Sectors that no case of a region names")}</caption>
          <thead><tr><th scope="col">{t("Region")}</th><th scope="col">{t("Named")}</th><th scope="col">{t("Not named by a case")}</th></tr></thead>
          <tbody>{data.regions.map((region, at) => {
            const missing = missingIn(data, at);
            return (
              <tr key={region.region}><th scope="row"><span class={`sw ${hueOf(knownRegions(), region.region)}`} aria-hidden="true" /> {region.label}</th>
                <td data-l={t("Named")}>{t("{1} of {2}", data.sectors.length - missing.length, data.sectors.length)}</td>
                <td data-l={t("Not named by a case")}>{region.cases === 0 ? <i class="state">{t("no case yet")}</i> : names(missing) || "–"}</td></tr>
            );
          })}</tbody>
        </table>
      </div>
    </section>
  );
}

function ByCase({ data, open }: { data: Coalitions; open: (asking: Asking) => void }) {
  return (
    <section class="sect" aria-labelledby="by-case-h">
      <h2 id="by-case-h">{t("Sectors by case")}</h2>
      <div class="wide">
        <table class="cards-s">
          <thead><tr><th scope="col">{t("Organisation")}</th><th scope="col">{t("Region")}</th><th scope="col">{t("On record")}</th><th scope="col">{t("told in a passage")}</th></tr></thead>
          <tbody>{rowsOfCases(data).map((row) => {
            const buttons = (sectors: number[]) => sectors.length === 0 ? <i class="state">{t("not sourced")}</i> : (
              <span class="row">{sectors.map((sector) => (
                <button type="button" class="btn" key={sector} onClick={() => open({ sector, ofCase: row.at })}>{data.sectors[sector]!.label}<span class="vh">, {data.cases[row.at]!.name}</span></button>
              ))}</span>
            );
            const region = data.regions[data.cases[row.at]!.region];
            return (
              <tr key={row.at}><th scope="row" dir="auto">{data.cases[row.at]!.name}</th><td data-l={t("Region")}>{region?.label ?? "–"}</td>
                <td data-l={t("On record")}>{buttons(row.onRecord)}</td><td data-l={t("told in a passage")}>{buttons(row.told)}</td></tr>
            );
          })}</tbody>
        </table>
      </div>
      <CountedOnly more={data.counted_only} />
    </section>
  );
}

function Pairs({ data, open }: { data: Coalitions; open: (asking: Asking) => void }) {
  return (
    <section class="sect" aria-labelledby="pairs-h">
      <h2 id="pairs-h">{t("Sectors that go together")}</h2>
      <p class="small muted">{t("Two sectors that the same case works with, on record or told.")}</p>
      {data.pairs.length === 0 ? <p class="state">{t("No two cases work with the same two sectors yet.")}</p> : (
        <div class="wide">
          <table class="cards-s">
            <caption class="vh">{t("Sectors that go together")}</caption>
            <thead><tr><th scope="col">{t("One sector")}</th><th scope="col">{t("The other sector")}</th><th scope="col">{t("Cases")}</th></tr></thead>
            <tbody>{data.pairs.map((pair, at) => (
              <tr key={`${pair.one} ${pair.other}`}><td data-l={t("One sector")}>{data.sectors[pair.one]!.label}</td><td data-l={t("The other sector")}>{data.sectors[pair.other]!.label}</td>
                <td data-l={t("Cases")}><button type="button" class="btn plain num" onClick={() => open({ pair: at })}>{pair.cases}<span class="vh"> {t("Cases")}: {data.sectors[pair.one]!.label}, {data.sectors[pair.other]!.label}</span></button></td></tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function Together(_: { path?: string }) {
  const found = useResource(`coalitions ${language()}`, () => ask(() => showCoalitions(language())));
  const [asking, setAsking] = useState<Asking | null>(null);
  const [from, setFrom] = useState<HTMLElement | null>(null);
  const open = (to: Asking) => {
    setFrom(document.activeElement instanceof HTMLElement ? document.activeElement : null);
    setAsking(to);
  };
  const close = () => {
    setAsking(null);
    from?.focus();
  };
  return (
    <Page>
      <header class="stack-s">
        <h1>{!found.data ? t("Coalitions") : found.data.with_any === 0 ? t("No case names a sector it works with yet")
          : t("Cases that work with a sector: {1} of {2}", found.data.with_any, found.data.of)}</h1>
        <p class="lead">{t("Sectors that its cases work with, on record or told in a passage.")}</p>
      </header>
      <CompareTabs here="together" />
      <Await of={found} what={t("Comparing")}>
        {(data) => data.sectors.length === 0 || data.of === 0
          ? <p class="state">{t("Nothing to show yet: sectors are codes of the kind “sector”, and cases count once they may be published.")}</p>
          : (
            <div class={asking ? "with-aside" : undefined}>
              <div class="stack">
                <ByRegion data={data} open={open} asking={asking} />
                <p class="small muted">{t("A partnership is on record when the organisation agreed to publish it and a source names its kind. Told means that a passage coded with the sector speaks of working with somebody. Neither says how well it works, and an empty cell does not say that an organisation works alone.")}</p>
                <Missing data={data} />
                <ByCase data={data} open={open} />
                <Pairs data={data} open={open} />
                <Downloads choices={[figureChoice("coalitions", t("Coalitions: sectors by region"))]}
                  about={t("Drawn as the report draws it, of what may be published today: the same numbers as above.")} />
              </div>
              {asking && ("pair" in asking ? <OfPair data={data} asking={asking} close={close} /> : <OfSector data={data} asking={asking} close={close} />)}
            </div>
          )}
      </Await>
    </Page>
  );
}
