// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of texts: a head sorts, x chooses a row, and on a phone each row is a card.
import { Icon } from "../shell/icons";
import { SortHead } from "../shell/sort_head";
import { hueOf } from "../pages/regions";
import { countryName, knownRegions, regionName } from "../store/place_names";
import type { TextLine } from "../store/texts";
import { signOf } from "../text/address";
import { count, ownLanguageName, plural, t } from "../words/words";
import { coderColumns, kColumns } from "./list";
import { fromWords, stateName } from "./said";

function OneCoder({ one }: { one: TextLine["coders"][number] | undefined }) {
  if (one === undefined) return <span class="muted">{t("was not asked")}</span>;
  if (one.assignment === "open") return <span class="muted">{one.codings === undefined ? t("at work") : plural("at work, {1} coding", "at work, {1} codings", one.codings)}</span>;
  if (one.codings === undefined) return <span class="muted">{t("submitted")}</span>;
  return <>{one.assignment === "submitted" && <><Icon name="check" /><span class="vh">{t("submitted")}: </span> </>}<span class="num">{count(one.codings)}</span></>;
}

function Coders({ one, columns }: { one: TextLine; columns: readonly string[] }) {
  const isOfSomebody = one.coders.length > 0;
  if (columns.length > kColumns) {
    return (
      <td data-l={t("Coders")}>{isOfSomebody && <ul class="coders">{one.coders.map((coder) => <li key={coder.coder}>{coder.coder}: <OneCoder one={coder} /></li>)}</ul>}</td>
    );
  }
  return <>{columns.map((name) => <td key={name} data-l={name}>{isOfSomebody && <OneCoder one={one.coders.find((coder) => coder.coder === name)} />}</td>)}</>;
}

function StateCell({ one, give }: { one: TextLine; give: (() => void) | null }) {
  switch (one.state) {
    case undefined: return null;
    case "blind": return <span class="state">{t("blind")}</span>;
    case "to-decide": return <a class="lnk" href={`/texts/${signOf(one.document)}/compare`}>{plural("{1} to decide", "{1} to decide", one.to_decide)}<span class="vh">: {one.title}</span></a>;
    case "done": return <><Icon name="check" /> {t("two or more")}</>;
    case "nobody-yet": return give ? <button type="button" class="btn plain" onClick={give}>{t("nobody yet")}<span class="vh">: {one.title}</span></button> : <>{t("nobody yet")}</>;
    case "one": return <>{stateName("one")}</>;
  }
}

export interface Waiting {
  version: number;
  open: number; // codings that nobody answered for
}

interface Props {
  texts: readonly TextLine[];
  coders: readonly string[];
  locked: number;
  sort: string;
  turn: (sort: string) => void;
  nameOf: (organisation: string) => string;
  chosen: readonly string[] | null; // null: nobody chooses here
  choose: (document: string) => void;
  give: ((document: string) => void) | null;
  waiting: (document: string) => Waiting | undefined;
  hasState: boolean;
}

export function TextsTable({ texts, coders, locked, sort, turn, nameOf, chosen, choose, give, waiting, hasState }: Props) {
  const some = { sort, turn };
  const coderCells = coders.length > kColumns ? 1 : coders.length;
  const whereOf = (one: TextLine): string => [nameOf(one.organisation), ...(one.country ? [countryName(one.country)] : [])].join(", ");
  return (
    <table class="cards-s texts">
      <caption class="vh">{t("Texts")}</caption>
      <thead><tr>
        {chosen && <th scope="col"><span class="vh">{t("Choose")}</span></th>}
        <SortHead by="text" {...some}>{t("Text")}</SortHead>
        <SortHead by="language" {...some}>{t("Language")}</SortHead>
        <SortHead by="from" {...some}>{t("From")}</SortHead>
        <SortHead by="reading" {...some}>{t("Reading")}</SortHead>
        <SortHead by="version" {...some}>{t("Version")}</SortHead>
        {coders.length > kColumns ? <SortHead by="coders" {...some}>{t("Coders")}</SortHead> : coders.map((name, at) => <SortHead key={name} by={coderColumns[at]!} {...some}>{name}</SortHead>)}
        {hasState && <SortHead by="state" {...some}>{t("State")}</SortHead>}
      </tr></thead>
      <tbody>
        {texts.map((one) => {
          const sign = signOf(one.document);
          const waits = waiting(one.document);
          return (
            <tr key={one.document} data-text={one.document} class={chosen?.includes(one.document) ? "chosen" : undefined}>
              {chosen && <td class="pick"><input type="checkbox" checked={chosen.includes(one.document)} onChange={() => choose(one.document)} aria-label={t("Choose “{1}”", one.title)} /></td>}
              <th scope="row"><a class="lnk" href={`/texts/${sign}`} lang={one.language} dir="auto">{one.title}</a>
                <span class="small muted whose">{one.region && <><span class={`sw ${hueOf(knownRegions(), one.region)}`} aria-hidden="true" /><span class="vh">{regionName(one.region)}: </span> </>}<span dir="auto">{whereOf(one)}</span></span></th>
              <td data-l={t("Language")} class="plain" lang={one.language}>{ownLanguageName(one.language)}</td>
              <td data-l={t("From")} class="plain">{fromWords(one)}</td>
              <td data-l={t("Reading")}>{one.confidence !== undefined && <>{t("{1} in 100", one.confidence)}{one.least_sure !== undefined && <span class="small muted least"> {t("least sure {1}", one.least_sure)}</span>}</>}</td>
              <td data-l={t("Version")} class="num">{waits ? <b>{t("{1} waits", waits.version)}</b> : one.version > 1 ? <a class="lnk" href={`/texts/${sign}/versions`}>{count(one.version)}<span class="vh">, {t("what changed")}: {one.title}</span></a> : count(one.version)}</td>
              <Coders one={one} columns={coders} />
              {hasState && <td data-l={t("State")} class="last">{waits && waits.open > 0
                ? <a class="lnk" href="/texts/add">{plural("{1} coding to place", "{1} codings to place", waits.open)}<span class="vh">: {one.title}</span></a>
                : <StateCell one={one} give={give && (() => give(one.document))} />}</td>}
            </tr>
          );
        })}
        {locked > 0 && (
          <tr class="locked">
            {chosen && <td />}
            <th scope="row"><b>{plural("{1} text is locked", "{1} texts are locked", locked)}</b>
              <span class="small muted whose">{t("their organisations have not agreed to be read, or no longer")}</span></th>
            <td /><td /><td /><td />{Array.from({ length: coderCells }, (_, at) => <td key={at} />)}
            {hasState && <td data-l={t("State")} class="last"><Icon name="lock" /> {t("locked")}</td>}
          </tr>
        )}
      </tbody>
    </table>
  );
}
