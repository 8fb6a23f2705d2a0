// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The gap map: which practices were told of together with which barriers or outcomes, in how many cases; the empty cells
// are the message.  Every number opens the passages of both.
import { useRef, useState } from "preact/hooks";
import { api, ask, type Given } from "../api/client";
import { confidenceWords } from "../findings/words";
import { CompareTabs } from "../pages/compare_tabs";
import { Downloads, figureChoice } from "../pages/downloads";
import { Await } from "../shell/await";
import { actsAsLetter } from "../shell/keys";
import { Page } from "../shell/page";
import { keyFor, meant } from "../shell/shortcuts";
import { useFilters } from "../store/filters";
import { useResource } from "../store/resource";
import { askCodebook } from "../store/texts";
import { plural, pluralOf, t } from "../words/words";
import { Beside, PassageList, usePassages } from "./behind";
import { shade, stepOf } from "./cells";
import { SamePassage } from "./same_passage";

const gapMap = (columns: "barrier" | "outcome") => api.GET("/gap-map", { params: { query: { columns } } });
type Map = Given<() => ReturnType<typeof gapMap>>;
type Line = Map["rows"][number];
type Cell = Map["cells"][number];
interface Shown {
  rows: number[]; // indices into the map's
  columns: number[];
}

const usual = { columns: "barrier", codes: "groups", only: "", cell: "" };
const cellOf = (map: Map, row: number, column: number): Cell => map.cells[row * map.columns.length + column]!;
const nameOf = (line: Line): string => `${line.label} ${line.code}`;

// Headings ("Interventions") are in nearly every text and say nothing; "groups" are the codes right below them.
function shownOf(map: Map, codes: readonly { code: string; depth: number; parent?: string | null }[], which: string): Shown {
  const depths = new globalThis.Map(codes.map((one) => [one.code, one.depth]));
  const parents = new Set(codes.map((one) => one.parent ?? ""));
  const keeps = (line: Line) => {
    const depth = depths.get(line.code) ?? 0;
    if (depth === 0 && parents.has(line.code)) return false;
    return which === "all" || depth <= 1;
  };
  const kept = (lines: Line[]) => lines.flatMap((line, at) => (keeps(line) ? [at] : []));
  return { rows: kept(map.rows), columns: kept(map.columns) };
}

// The rows and columns that have an empty cell.
function withGaps(map: Map, shown: Shown): Shown {
  const isEmpty = (row: number, column: number) => cellOf(map, row, column).cases === 0;
  return { rows: shown.rows.filter((row) => shown.columns.some((column) => isEmpty(row, column))),
    columns: shown.columns.filter((column) => shown.rows.some((row) => isEmpty(row, column))) };
}

function Pairs({ map, row, column, close }: { map: Map; row: number; column: number; close: () => void }) {
  const [one, other] = [map.rows[row]!, map.columns[column]!];
  const cell = cellOf(map, row, column);
  const some = cell.cases > 0;
  const ofOne = usePassages(some ? { code: one.code, with: other.code } : null);
  const ofOther = usePassages(some ? { code: other.code, with: one.code } : null);
  const half = (line: Line, found: typeof ofOne) => (
    <section class="stack-s half">
      <h3 class="pi-1">{nameOf(line)}{found.data && <>: {plural("{1} passage", "{1} passages", found.data.total)}</>}</h3>
      <PassageList found={found} />
    </section>
  );
  return (
    <Beside about={`${nameOf(one)}, ${nameOf(other)}`} close={close}
      title={pluralOf("{1} of {2} case", "{1} of {2} cases", map.cases, cell.cases, map.cases)}>
      {some ? (
        <>
          <p class="small pi-1">{t("Confidence of the findings on both: {1}", confidenceWords(cell.confidence))}</p>
          {half(one, ofOne)}
          {half(other, ofOther)}
        </>
      ) : <p class="state pi-1">{t("Nothing was found so far, which never means that it is not done.")}</p>}
    </Beside>
  );
}

function Table({ map, shown, onlyEmpty, open, chosen }: { map: Map; shown: Shown; onlyEmpty: boolean; open: (cell: string) => void; chosen: string }) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const empty = (row: number, column: number) => cellOf(map, shown.rows[row]!, shown.columns[column]!).cases === 0;
  const move = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(".cell")) return;
    const key = meant("gaps", event.key);
    if (key === "e" && !actsAsLetter(event)) return;
    const rtl = getComputedStyle(table.current!).direction === "rtl";
    const to = stepOf(key, at, { rows: shown.rows.length, columns: shown.columns.length }, rtl, empty);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    table.current!.querySelector<HTMLElement>(`[data-at="${to.row} ${to.column}"]`)?.focus();
  };
  return (
    <table class="matrix gaps" ref={table} onKeyDown={move}>
      <caption>{t("Cases that tell of both, of {1}", map.cases)}</caption>
      <thead>
        <tr><th scope="col">{t("Practice")}</th>
          {shown.columns.map((column) => <th scope="col" key={map.columns[column]!.code}><span class="upright">{map.columns[column]!.label} <b>{map.columns[column]!.code}</b></span></th>)}</tr>
      </thead>
      <tbody>
        {shown.rows.map((row, r) => (
          <tr key={map.rows[row]!.code}>
            <th scope="row">{map.rows[row]!.label} <small class="muted">{map.rows[row]!.code}</small></th>
            {shown.columns.map((column, c) => {
              const { cases } = cellOf(map, row, column);
              const id = `${map.rows[row]!.code},${map.columns[column]!.code}`;
              return (
                <td key={id} data-l={map.columns[column]!.code}>
                  <button type="button" class={`cell ${onlyEmpty && cases > 0 ? "some" : shade(cases, map.cases)}${chosen === id ? " open" : ""}`} data-at={`${r} ${c}`} tabIndex={r === at.row && c === at.column ? 0 : -1}
                    aria-pressed={chosen === id} onFocus={() => setAt({ row: r, column: c })} onClick={() => open(id)}>
                    <span aria-hidden="true">{cases}</span>
                    <span class="vh">{pluralOf("{1} of {2} case", "{1} of {2} cases", map.cases, cases, map.cases)}, {nameOf(map.rows[row]!)}, {nameOf(map.columns[column]!)}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Gaps(_: { path?: string }) {
  const [filters, set] = useFilters(usual);
  const columns = filters.columns === "outcome" ? "outcome" : "barrier";
  const found = useResource(`gap map ${columns}`, () => ask(() => gapMap(columns)));
  const codebook = useResource("codebook", askCodebook);
  const map = found.data;
  const shown = map && codebook.data ? shownOf(map, codebook.data.codes, filters.codes) : null;
  const onlyEmpty = filters.only === "empty";
  const drawn = map && shown && onlyEmpty ? withGaps(map, shown) : shown;
  const pairs = shown ? shown.rows.length * shown.columns.length : 0;
  const empty = map && shown ? shown.rows.reduce((sum, row) => sum + shown.columns.filter((column) => cellOf(map, row, column).cases === 0).length, 0) : 0;
  const [row, column] = filters.cell.split(",").map((code, at) => (at === 0 ? map?.rows : map?.columns)?.findIndex((line) => line.code === code) ?? -1);
  const opened = map && row !== undefined && column !== undefined && row >= 0 && column >= 0;
  const close = () => {
    set({ cell: "" });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.cell[tabindex="0"]')?.focus()); // where the reader was
  };
  return (
    <Page>
      <header class="stack-s">
        <h1>{!shown ? t("Gap map") : pairs === 0 ? t("No gap map yet") : t("Gap map: {1} of {2} pairs are empty", empty, pairs)}</h1>
        <p class="lead">{t("A gap is a pair that no case tells of together so far. It says what nobody has written down, never that it does not happen.")}</p>
      </header>
      <CompareTabs here="gaps" />
      <div class="filters">
        <span class="seg" role="group" aria-label={t("Columns")}>
          <button type="button" aria-pressed={columns === "barrier"} onClick={() => set({ columns: "barrier", cell: "" })}>{t("Barriers")}</button>
          <button type="button" aria-pressed={columns === "outcome"} onClick={() => set({ columns: "outcome", cell: "" })}>{t("Outcomes")}</button>
        </span>
        <div><label for="gap-codes">{t("Codes")}</label>
          <select id="gap-codes" value={filters.codes} onChange={(event) => set({ codes: event.currentTarget.value })}>
            <option value="groups">{t("right below the headings")}</option><option value="all">{t("all")}</option>
          </select></div>
        <button type="button" class="btn" aria-pressed={onlyEmpty} onClick={() => set({ only: onlyEmpty ? "" : "empty" })}>{t("Only empty cells")}</button>
      </div>
      <Await of={codebook} what={t("Comparing")}>
        {() => (
          <Await of={found} what={t("Comparing")}>
            {(data) => !shown || !drawn || pairs === 0 || data.cases === 0
              ? <p class="state">{t("Nothing to compare yet: codings count once they are accepted, in cases that may be analysed.")}</p>
              : (
                <div class={opened ? "with-aside" : undefined}>
                  <div class="stack">
                    <div class="wide mx" tabIndex={0} role="region" aria-label={t("Gap map")}>
                      <Table key={filters.only} map={data} shown={drawn} onlyEmpty={onlyEmpty} open={(cell) => set({ cell })} chosen={filters.cell} />
                    </div>
                    <p class="small muted">{t("Shade: share of cases. Hatched: none so far. That both were told together does not say that one led to the other.")}{" "}
                      <span class="keys-hint"><kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t("cell to cell")} · <kbd>Enter</kbd> {t("passages")} · <kbd>{keyFor("gaps", "e")}</kbd> {t("next empty cell")}</span></p>
                    <Downloads choices={[figureChoice(columns === "barrier" ? "gap-barriers" : "gap-outcomes", columns === "barrier" ? t("Gap map: practices and barriers") : t("Gap map: practices and outcomes"))]}
                      about={t("Drawn as the report draws it, of what may be published today. What is under embargo, has no consent or is still coded blind is not in it: its numbers may be smaller than those above.")} />
                  </div>
                  {opened && <Pairs key={filters.cell} map={data} row={row!} column={column!} close={close} />}
                </div>
              )}
          </Await>
        )}
      </Await>
      <SamePassage />
    </Page>
  );
}
