// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The texts that this person may read: what each came from, how surely it was read, who codes it and how far that is;
// narrowed by closed lists, which stand in the address, and by words, which do not.
import { useEffect, useState } from "preact/hooks";
import { Await } from "../shell/await";
import { mayDo } from "../session/session";
import { Icon } from "../shell/icons";
import { actsAsLetter } from "../shell/keys";
import { Page } from "../shell/page";
import { keyFor, meant } from "../shell/shortcuts";
import { waitingVersion, waitingVersions } from "../store/coming_in";
import { useFilters } from "../store/filters";
import { useOrganisationNames } from "../store/organisation_names";
import { regionName } from "../store/place_names";
import { useResource } from "../store/resource";
import { askTexts, type TextLine, type TextList } from "../store/texts";
import { undo } from "../store/undo";
import { folded } from "../reader/find_codes";
import { TextsTabs } from "../suggest/tabs";
import { coderColumns, codersOf, columns, counted, kColumns, kSure, narrowed, orderOf, readings, sorted, standingOf, states, usual, type Filters } from "../texts/list";
import { GiveOutChosen } from "../texts/give_out";
import { fromWords, stateName } from "../texts/said";
import { TextsTable } from "../texts/texts_table";
import { language as pageLanguage, listed, ownLanguageName, plural, pluralOf, t } from "../words/words";

const kMost = 100; // rows, before one asks for more

const AddTexts = () => <a class="btn main" href="/texts/add"><Icon name="plus" /> {t("Add texts")}</a>;

// Who gives texts to coders sees who has what.
const mayGive = (): boolean => mayDo("coordinator");

function Opening({ list }: { list: TextList }) {
  const { texts, locked } = list;
  const standing = standingOf(texts);
  const parts = standing ? [
    standing.byTwo > 0 && plural("{1} was coded by two people or more", "{1} were coded by two people or more", standing.byTwo),
    standing.byOne > 0 && plural("{1} was coded by one", "{1} were coded by one", standing.byOne),
    standing.givenOut > 0 && plural("{1} is given out", "{1} are given out", standing.givenOut),
    standing.nobody > 0 && plural("{1} has nobody yet", "{1} have nobody yet", standing.nobody),
    locked > 0 && plural("{1} is locked", "{1} are locked", locked),
  ].filter((part) => part !== false) : [];
  const waiting = waitingVersions();
  const open = waiting.reduce((sum, one) => sum + one.open, 0);
  const cases = new Set(texts.map((one) => one.organisation)).size;
  return (
    <>
      <h1>{locked > 0 ? pluralOf("{1} of {2} texts may be read today", "{1} of {2} texts may be read today", texts.length + locked, texts.length, texts.length + locked)
        : plural("{1} text that you may read", "{1} texts that you may read", texts.length)}</h1>
      <p class="lead">{parts.length > 0 ? t("{1}.", listed(parts)) : plural("From {1} organisation.", "From {1} organisations.", cases)}
        {waiting.length > 0 && <>{" "}<a class="lnk" href="/texts/add">{open > 0
          ? plural("A new version waits for {1} coding.", "A new version waits for {1} codings.", open)
          : t("A new version waits to be taken.")}</a></>}</p>
    </>
  );
}

interface NarrowProps {
  all: readonly TextLine[];
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  words: string;
  setWords: (words: string) => void;
  shown: number;
  hasState: boolean;
  coders: readonly string[]; // who has a column
}
function Narrow({ all, filters, set, words, setWords, shown, hasState, coders }: NarrowProps) {
  const languages = counted(all, (one) => one.language).sort((a, b) => b.texts - a.texts);
  const regions = counted(all, (one) => one.region).sort((a, b) => (regionName(a.value) < regionName(b.value) ? -1 : 1));
  const inState = new Map(counted(all, (one) => one.state).map((one) => [one.value, one.texts]));
  const guessed = all.filter((one) => one.confidence !== undefined);
  const readingName = { guessed: t("read from a picture"), unsure: t("under {1} in 100", kSure) };
  const columnName: Record<string, string> = {
    text: t("Text"), language: t("Language"), from: t("From"), reading: t("Reading"), version: t("Version"), coders: t("Codings"), state: t("State"),
    ...Object.fromEntries(coders.map((name, at) => [coderColumns[at]!, name])),
  };
  const offered = columns.filter((one) => one in columnName && (hasState || (one !== "state" && one !== "coders")));
  return (
    <>
      <div><label for="f-words">{t("Title or organisation")}</label>
        <input id="f-words" type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} autocomplete="off" /></div>
      <div><label for="f-lang">{t("Language")}</label>
        <select id="f-lang" value={filters.language} onChange={(event) => set({ language: event.currentTarget.value })}>
          <option value="">{t("any")}</option>
          {languages.map((one) => <option key={one.value} value={one.value}>{ownLanguageName(one.value)} {one.texts}</option>)}
        </select></div>
      {regions.length > 0 && <div><label for="f-region">{t("Region")}</label>
        <select id="f-region" value={filters.region} onChange={(event) => set({ region: event.currentTarget.value })}>
          <option value="">{t("any")}</option>
          {regions.map((one) => <option key={one.value} value={one.value}>{regionName(one.value)} {one.texts}</option>)}
        </select></div>}
      {hasState && <div><label for="f-state">{t("State")}</label>
        <select id="f-state" value={filters.state} onChange={(event) => set({ state: event.currentTarget.value })}>
          <option value="">{t("any")}</option>
          {states.filter((one) => inState.has(one) || filters.state === one).map((one) => <option key={one} value={one}>{stateName(one)} {inState.get(one) ?? 0}</option>)}
        </select></div>}
      {guessed.length > 0 && <div><label for="f-reading">{t("Reading")}</label>
        <select id="f-reading" value={filters.reading} onChange={(event) => set({ reading: event.currentTarget.value })}>
          <option value="">{t("any")}</option>
          {readings.map((one) => <option key={one} value={one}>{readingName[one]} {one === "guessed" ? guessed.length : guessed.filter((text) => (text.least_sure ?? 100) < kSure).length}</option>)}
        </select></div>}
      <div class="only-phone"><label for="f-sort">{t("In the order of")}</label>
        <select id="f-sort" value={filters.sort} onChange={(event) => set({ sort: event.currentTarget.value })}>
          <option value="">{t("Organisation")}</option>
          {offered.flatMap((one) => [one, `-${one}`]).map((one) => (
            <option key={one} value={one}>{columnName[orderOf(one)!.by]} {one.startsWith("-") ? "↓" : "↑"}</option>))}
        </select></div>
      <p class="small muted" role="status">{t("{1} shown", shown)}</p>
    </>
  );
}

// j and k go from row to row, Enter opens the one they are on, x chooses it.
function useRowKeys(choose: ((document: string) => void) | null): void {
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      const key = meant("texts", event.key);
      if (!actsAsLetter(event) || (key !== "j" && key !== "k" && key !== "x")) return;
      const rows = [...document.querySelectorAll<HTMLElement>("[data-text]")];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (key === "x") {
        if (at < 0 || !choose) return;
        event.preventDefault();
        choose(rows[at]!.dataset.text!);
        return;
      }
      event.preventDefault();
      const next = at < 0 ? (key === "j" ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + (key === "j" ? 1 : -1)));
      const link = rows[next]?.querySelector<HTMLElement>("th a");
      link?.focus();
      link?.scrollIntoView({ block: "nearest" });
    };
    addEventListener("keydown", act);
    return () => removeEventListener("keydown", act);
  });
}

function List({ list }: { list: TextList }) {
  const { texts: all, locked } = list;
  const nameOf = useOrganisationNames();
  const [words, setWords] = useState("");
  const [filters, set] = useFilters(usual);
  const [most, setMost] = useState(kMost);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [giving, setGiving] = useState(false);
  const [given, setGiven] = useState<number | null>(null);
  const asked = folded(words).split(/\s+/);
  const found = narrowed(all, filters).filter((one) => asked.every((word) => folded(`${one.title} ${nameOf(one.organisation)} ${one.organisation}`).includes(word)));
  const byWords = new Intl.Collator(pageLanguage());
  const coders = mayGive() ? codersOf(all) : codersOf(all).slice(0, kColumns);
  const withColumn = coders.length > kColumns ? [] : coders;
  const inOrder = sorted(found, orderOf(filters.sort), { coders: withColumn, language: ownLanguageName, from: fromWords, compare: (a, b) => byWords.compare(a, b) });
  const hasState = all.some((one) => one.state !== undefined);
  const isNarrow = found.length < all.length;
  // What is out of sight is not given out with the rest.
  const inSight = new Set(inOrder.slice(0, most).map((one) => one.document));
  const chosenHere = chosen.filter((one) => inSight.has(one));
  const choose = (document: string) => setChosen(chosen.includes(document) ? chosen.filter((one) => one !== document) : [...chosen, document]);
  useRowKeys(mayGive() ? choose : null);
  const giveOne = (document: string) => {
    setChosen([document]);
    setGiving(true);
  };
  return (
    <>
      <form class="filters" aria-label={t("What is shown")} onSubmit={(event) => event.preventDefault()}>
        <Narrow all={all} filters={filters} set={set} words={words} setWords={setWords} shown={found.length} hasState={hasState} coders={withColumn} />
        {mayGive() && <span class="row to-end"><button type="button" class="btn" id="give-chosen" disabled={chosenHere.length === 0} aria-expanded={giving} onClick={() => setGiving(!giving)}>
          {chosenHere.length > 0 ? plural("Give out {1} text", "Give out {1} texts", chosenHere.length) : t("Give out what is chosen")}</button></span>}
      </form>
      {giving && chosenHere.length > 0 && (
        <GiveOutChosen texts={chosenHere} close={() => { setGiving(false); document.getElementById("give-chosen")?.focus(); }}
          given={(n) => { setGiven(n); setGiving(false); setChosen([]); }} />
      )}
      <p role="status" class={given === null ? "vh" : "row"}>{given !== null && <>{plural("{1} text was given out.", "{1} texts were given out.", given)}
        {given > 0 && <button type="button" class="btn" onClick={() => { setGiven(null); void undo("undo"); }}><Icon name="undo" /> {t("Undo")}</button>}</>}</p>
      <div class="wide">
        <TextsTable texts={inOrder.slice(0, most)} coders={coders} locked={isNarrow ? 0 : locked}
          sort={filters.sort} turn={(sort) => set({ sort })} nameOf={nameOf} chosen={mayGive() ? chosenHere : null} choose={choose}
          give={mayGive() ? giveOne : null} waiting={waitingVersion} hasState={hasState} />
      </div>
      {found.length === 0 && <p class="state">{t("No text is called so.")}</p>}
      {found.length > most && <p class="row"><span>{t("{1} of {2}", most, found.length)}</span>
        <button type="button" class="btn" onClick={() => setMost(most + kMost)}>{plural("Show {1} more", "Show {1} more", Math.min(kMost, found.length - most))}</button></p>}
      <p class="small muted keys-hint">{all.some((one) => one.confidence !== undefined)
        && t("Reading: how sure the program is of what it read from a scan or photograph; text files have nothing to guess.")}{" "}
        <kbd>{keyFor("texts", "j")}</kbd> <kbd>{keyFor("texts", "k")}</kbd> {t("next and previous text")} · <kbd>Enter</kbd> {t("open it")}
        {mayGive() && <> · <kbd>{keyFor("texts", "x")}</kbd> {t("choose it")}</>}</p>
    </>
  );
}

export function Texts(_: { path?: string }) {
  const texts = useResource("texts", askTexts);
  return (
    <Page>
      <Await of={texts} what={t("Reading the list of texts")}>
        {(list) => (list.texts.length === 0 ? (
          <div class="stack">
            <h1>{t("No text yet")}</h1>
            <p class="lead">{t("Texts come with the study, one folder a case. They show here once their organisation lets them be read.")}</p>
            {list.locked > 0 && <p><Icon name="lock" /> {plural("{1} text is locked", "{1} texts are locked", list.locked)}: {t("their organisations have not agreed to be read, or no longer")}</p>}
            {mayDo("coordinator") && <AddTexts />}
          </div>
        ) : (
          <>
            <header class="stack-s">
              <div class="row spread start"><div class="stack-s"><Opening list={list} /></div>{mayDo("coordinator") && <AddTexts />}</div>
            </header>
            <TextsTabs here="texts" />
            <List list={list} />
          </>
        ))}
      </Await>
    </Page>
  );
}
