// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The rows of a spreadsheet: what is wrong stands in its cells, which are typed into; beside them each problem in words.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../shell/icons";
import type { Look, LookProblem, LookRow } from "../store/tables";
import { knownRegions } from "../store/place_names";
import { plural, t } from "../words/words";
import { everyCountry } from "./every_country";
import { helpFor, type Around } from "./mend_help";

const cellOf = (row: number, column: string): string => `c-${row}-${column}`;

// Which problems a cell has, by their numbers in the list.
export function problemsAt(problems: readonly LookProblem[], row: number, column: string): number[] {
  return problems.flatMap((one, at) => (one.row === row && one.column.split(", ").includes(column) ? [at] : []));
}

interface Props {
  look: Look;
  opened: ReadonlySet<number>; // rows that had something to mend: they stay open to be typed into
  mend: (row: number, column: string, value: string) => void;
  takeOut: (row: number) => void;
}

function Row({ row, look, isOpen, mend }: { row: LookRow; look: Look; isOpen: boolean; mend: Props["mend"] }) {
  return (
    <tr class={row.fate}>
      <th scope="row" class="num muted">{row.row}</th>
      {look.columns.map((column, at) => {
        const value = row.cells[at] ?? "";
        const wrong = problemsAt(look.problems, row.row, column);
        const blocks = wrong.some((one) => look.problems[one]?.blocks);
        return (
          <td key={column} data-l={column} class={blocks ? "bad" : row.changed.includes(column) ? "other" : ""}>
            {isOpen
              ? <input id={cellOf(row.row, column)} type="text" autocomplete="off" defaultValue={value} aria-label={t("Row {1}, {2}", row.row, column)}
                  aria-invalid={blocks} aria-describedby={wrong.length > 0 ? wrong.map((one) => `p-${one}`).join(" ") : undefined}
                  onChange={(event) => mend(row.row, column, event.currentTarget.value)} />
              : value}
            {wrong.length > 0 && <sup class="num">{wrong.map((one) => one + 1).join(" ")}</sup>}
          </td>
        );
      })}
    </tr>
  );
}

const inputOf = (row: number, column: string) => document.getElementById(cellOf(row, column.split(", ")[0]!)) as HTMLInputElement | null;
const focusOn = (row: number, column: string) => inputOf(row, column)?.focus();

// F8: the next cell that has to be mended, behind the one that has the focus; after the last the first.
function useNextProblem(look: Look): void {
  useEffect(() => {
    const next = (event: KeyboardEvent) => {
      if (event.key !== "F8") return;
      const places = look.problems.filter((one) => one.blocks && one.row > 0 && one.column !== "").map((one) => cellOf(one.row, one.column.split(", ")[0]!));
      if (places.length === 0) return;
      event.preventDefault();
      const here = places.indexOf(document.activeElement?.id ?? "");
      document.getElementById(places[(here + 1) % places.length]!)?.focus();
    };
    document.addEventListener("keydown", next);
    return () => document.removeEventListener("keydown", next);
  }, [look]);
}

function aroundOf(look: Look, row: number): Around {
  const id = look.columns.indexOf("id");
  const cells = look.rows.find((one) => one.row === row)?.cells ?? [];
  return {
    cells: Object.fromEntries(look.columns.map((column, at) => [column, cells[at] ?? ""])),
    taken: look.rows.filter((one) => one.row !== row).map((one) => one.cells[id] ?? ""),
    regions: knownRegions().map((one) => ({ id: one.region, name: one.name })),
    countries: everyCountry().map((one) => ({ id: one.code, name: one.name })),
  };
}

function Told({ problem, at, look, mend, takeOut }: { problem: LookProblem; at: number; look: Look; mend: Props["mend"]; takeOut: Props["takeOut"] }) {
  const { row, column } = problem;
  const help = helpFor(problem, aroundOf(look, row));
  const write = () => {
    const input = inputOf(row, column);
    if (input) input.value = help.instead;
    input?.focus();
    mend(row, column, help.instead);
  };
  return (
    <li id={`p-${at}`} class="stack-s">
      <p>{problem.blocks && <Icon name="warn" />} <b>{at + 1}</b>{" "}
        {row > 0 && <span>{problem.cell ? t("Cell {1}", problem.cell) : t("Row {1}", row)}{column && `, ${column}`}: </span>}
        <span lang={help.isOurs ? undefined : "en"}>{help.what} {help.fix && <span class="muted">{help.fix}</span>}</span></p>
      {problem.blocks && row > 0 && (
        <p class="row">
          {help.instead && <button type="button" class="btn" onClick={write}>{t("Write {1}", help.instead)}</button>}
          {column && <button type="button" class="btn" onClick={() => focusOn(row, column)}>{t("Go to the cell")}</button>}
          <button type="button" class="btn" onClick={() => takeOut(row)}>{t("Take out row {1}", row)}</button>
        </p>
      )}
    </li>
  );
}

export function MendTable({ look, opened, mend, takeOut, children }: Props & { children: ComponentChildren }) {
  const [all, setAll] = useState(false);
  useNextProblem(look);
  const shown = look.rows.filter((row) => all || opened.has(row.row) || row.fate === "wrong");
  const more = look.rows.length - shown.length;
  return (
    <div class="with-aside split-side">
      <div>
        <div class="wide" tabIndex={0} role="region" aria-label={t("The spreadsheet, with cells to mend marked")}>
          <table class="cards-s mend">
            <caption class="vh">{t("The spreadsheet, with cells to mend marked")}</caption>
            <thead><tr><th scope="col">{t("Row")}</th>{look.columns.map((column) => <th scope="col" key={column}>{column}</th>)}</tr></thead>
            <tbody>{shown.map((row) => <Row key={row.row} row={row} look={look} mend={mend} isOpen={opened.has(row.row) || row.fate === "wrong"} />)}</tbody>
          </table>
        </div>
        {more > 0 && <p class="state">{plural("{1} more row without a problem.", "{1} more rows without a problem.", more)}{" "}
          <button type="button" class="btn plain" onClick={() => setAll(true)}>{t("Show them")}</button></p>}
        {shown.length > 0 && <p class="small muted">{t("Type into a cell to mend it here; your own file stays as it is.")}{look.blocked && <> <kbd>F8</kbd> {t("next problem")}</>}</p>}
        {children}
      </div>
      <aside class="stack-s" aria-labelledby="mend-h">
        <h2 id="mend-h">{look.problems.length === 0 ? t("No problem") : plural("{1} problem or notice", "{1} problems or notices", look.problems.length)}</h2>
        <ol class="blocks small">
          {look.problems.map((one, at) => <Told key={`${one.row} ${one.column} ${one.message}`} problem={one} at={at} look={look} mend={mend} takeOut={takeOut} />)}
        </ol>
      </aside>
    </div>
  );
}
