// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two versions of a text side by side: what went is struck through and what is new underlined, each with a word for who does
// not see that; what is the same is folded.  On a phone one stands below the other.
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../api/client";
import { Views } from "../decide/views";
import { Nothing } from "../pages/nothing";
import { Await } from "../shell/await";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { useFilters } from "../store/filters";
import { useResource } from "../store/resource";
import { askDocuments, type DocumentLine } from "../store/texts";
import { signOf } from "../text/address";
import { listed, plural, t } from "../words/words";
import { askBeside, endsOf, pairOf, piecesOf, type Beside, type Parts, type Row } from "./beside";

const kFirst = 150; // pieces that are drawn at once

function Same({ words }: { words: string }) {
  const [whole, setWhole] = useState(false);
  const ends = whole ? null : endsOf(words);
  return ends === null ? <span>{words}</span> : (
    <span>{ends[0]} <button type="button" class="btn plain" onClick={() => setWhole(true)}><span aria-hidden="true">…</span><span class="vh">{t("Show the words between, which are the same")}</span></button> {ends[1]}</span>
  );
}

// The words for a screen reader are set apart from the text, so that they do not say in which direction it runs.
function Words({ parts, side, language }: { parts: Parts; side: "was" | "is"; language: string }) {
  return (
    <div class="words" lang={language} dir="auto">
      {parts.map((one, at) => (!one.only_here ? <Same key={at} words={one.words} />
        : side === "was" ? <del key={at}><bdi class="vh">{t("gone:")} </bdi>{one.words}</del> : <ins key={at}><bdi class="vh">{t("new:")} </bdi>{one.words}</ins>))}
    </div>
  );
}

function whatWords(row: Row): string {
  switch (row.what) {
    case "same": return t("the same");
    case "gone": return t("gone");
    case "new": return t("new");
    case "changed": return row.was.some((one) => one.only_here) || row.is.some((one) => one.only_here) ? t("changed") : t("parted otherwise");
  }
}

function Line({ row, at, names, language }: { row: Row; at: number; names: readonly [string, string]; language: string }) {
  const isSame = row.what === "same";
  return (
    <tr id={`row-${at}`} class={`what-${row.what}`} tabIndex={isSame ? undefined : -1} data-change={isSame ? undefined : at}>
      <th scope="row">{isSame ? <span class="vh">{whatWords(row)}</span> : whatWords(row)}</th>
      {isSame ? <td colSpan={2}><Words parts={row.is} side="is" language={language} /></td> : (
        <>
          <td data-l={names[0]}>{row.was.length > 0 ? <Words parts={row.was} side="was" language={language} /> : <span class="vh">{t("nothing")}</span>}</td>
          <td data-l={names[1]}>{row.is.length > 0 ? <Words parts={row.is} side="is" language={language} /> : <span class="vh">{t("nothing")}</span>}</td>
        </>
      )}
    </tr>
  );
}

function summary({ changed, gone, added, same }: Beside): string {
  const counted: [number, (n: number) => string][] = [
    [changed, (n) => plural("{1} paragraph changed", "{1} paragraphs changed", n)],
    [gone, (n) => plural("{1} gone", "{1} gone", n)],
    [added, (n) => plural("{1} new", "{1} new", n)],
    [same, (n) => plural("{1} the same", "{1} the same", n)],
  ];
  return listed(counted.filter(([n]) => n > 0).map(([n, words]) => words(n)));
}

function Table({ found, from, to }: { found: Beside; from: number; to: number }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [most, setMost] = useState(kFirst);
  const [at, setAt] = useState(-1); // of the changes, the one that was gone to
  const goes = useRef(false);
  const pieces = piecesOf(found.rows, open);
  const changes = found.rows.flatMap((row, index) => (row.what === "same" ? [] : [index]));
  const names = [t("Version {1}", from), t("Version {1}", to)] as const;
  const go = (step: number) => {
    const next = Math.max(0, Math.min(changes.length - 1, at + step));
    const place = pieces.findIndex((one) => one.at === changes[next]);
    if (place >= most) setMost(place + kFirst);
    goes.current = true;
    setAt(next);
  };
  useEffect(() => {
    if (!goes.current || at < 0) return;
    goes.current = false;
    const row = document.getElementById(`row-${changes[at]}`);
    row?.focus();
    row?.scrollIntoView({ block: "center" });
  }, [at, most]);
  const unfold = (first: number) => {
    setOpen(new Set([...open, first]));
    requestAnimationFrame(() => {
      const row = document.getElementById(`row-${first}`);
      row?.setAttribute("tabindex", "-1");
      row?.focus();
    });
  };
  return (
    <>
      {changes.length > 0 && (
        <p class="row steps-of-changes"><button type="button" class="btn" disabled={at <= 0} onClick={() => go(-1)}>{t("Change before")}</button>
          <button type="button" class="btn" disabled={at === changes.length - 1} onClick={() => go(1)}>{t("Next change")}</button>
          <span class="small muted" role="status">{at < 0 ? plural("{1} change", "{1} changes", changes.length) : t("Change {1} of {2}", at + 1, changes.length)}</span></p>
      )}
      <table class="beside-versions cards-s">
        <caption class="vh">{t("Version {1} beside version {2}", from, to)}</caption>
        <thead><tr><th scope="col"><span class="vh">{t("What became of it")}</span></th><th scope="col">{names[0]}</th><th scope="col">{names[1]}</th></tr></thead>
        <tbody>
          {pieces.slice(0, most).map((one) => (one.is === "row" ? <Line key={one.at} row={one.row} at={one.at} names={names} language={found.language} /> : (
            <tr key={`fold ${one.at}`} class="fold"><th scope="row"><span class="vh">{t("the same")}</span></th>
              <td colSpan={2}><button type="button" class="btn plain" onClick={() => unfold(one.at)}><Icon name="plus" /> {plural("Show {1} paragraph that is the same", "Show {1} paragraphs that are the same", one.rows)}</button></td></tr>
          )))}
        </tbody>
      </table>
      {pieces.length > most && <p><button type="button" class="btn" onClick={() => setMost(most + kFirst)}>{t("Show more")}</button></p>}
    </>
  );
}

function Versions({ about }: { about: DocumentLine }) {
  const [filters, set] = useFilters({ from: "", to: "" });
  const [from, to] = pairOf(filters.from, filters.to, about.version);
  const found = useResource(`beside ${about.document} ${from} ${to} ${about.version}`, () => ask(() => askBeside(about.document, from, to)));
  const [kept, setKept] = useState<readonly number[]>([]);
  useEffect(() => { if (found.data) setKept(found.data.versions); }, [found.data]);
  const offered = [...new Set([...kept, from, to])].sort((a, b) => a - b);
  const choice = (id: string, name: string, value: number, change: (version: string) => void) => (
    <div><label for={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        {offered.map((one) => <option key={one} value={one}>{one === about.version ? t("{1}, the newest", one) : one}</option>)}
      </select></div>
  );
  return (
    <Page>
      <div class="tools" role="region" aria-label={t("This text")}>
        <p class="crumbs"><a href="/texts">{t("Texts")}</a> ›</p>
        <h1 dir="auto" lang={about.language}>{about.title}</h1>
        <Views about={about} here="versions" />
      </div>
      {about.version === 1 ? <p class="lead">{t("This text has one version only.")}</p>
        : found.problem?.kind === "not_found" ? (
          <p class="lead">{t("One of these versions is not kept any more, or was never there.")}{" "}
            {(filters.from || filters.to) && <button type="button" class="btn" onClick={() => set({ from: "", to: "" })}>{t("See the newest two")}</button>}</p>
        ) : (
          <>
            <form class="filters" aria-label={t("Which versions")} onSubmit={(event) => event.preventDefault()}>
              {choice("v-from", t("Version"), from, (version) => set({ from: version, to: String(to) }))}
              {choice("v-to", t("Beside version"), to, (version) => set({ from: String(from), to: version }))}
            </form>
            <Await of={found} what={t("Comparing the versions")}>
              {(data) => (
                <div class="stack">
                  <p class="lead" role="status">{data.rows.length === 0 ? t("Neither has any words.") : data.same === data.rows.length ? t("Both say the same.") : t("{1}.", summary(data))}</p>
                  <Table key={`${from} ${to}`} found={data} from={from} to={to} />
                  <p class="small muted">{t("What went is struck through, what is new is underlined. A sentence that stands elsewhere now is gone at one place and new at the other.")}</p>
                </div>
              )}
            </Await>
          </>
        )}
    </Page>
  );
}

export function TwoVersions({ text = "" }: { path?: string; text?: string }) {
  const documents = useResource("documents", askDocuments);
  const about = documents.data?.documents.find((one) => signOf(one.document) === text);
  if (documents.data && !about) return <Nothing />;
  if (about) return <Versions key={about.document} about={about} />;
  return <Page kind="stack"><Await of={documents} what={t("Reading the list of texts")}>{() => null}</Await></Page>;
}
