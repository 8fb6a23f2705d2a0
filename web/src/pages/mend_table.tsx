// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The rows of a spreadsheet: what is wrong stands in its cells, which are typed into; beside them each problem in words.
import { useState } from "preact/hooks";
import { Icon } from "../shell/icons";
import type { Look, LookProblem, LookRow } from "../store/tables";
import { plural, t } from "../words/words";

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

export function MendTable({ look, opened, mend, takeOut }: Props) {
  const [all, setAll] = useState(false);
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
        {shown.length > 0 && <p class="small muted">{t("Type into a cell to mend it here; your own file stays as it is.")}</p>}
      </div>
      <aside class="stack-s" aria-labelledby="mend-h">
        <h2 id="mend-h">{look.problems.length === 0 ? t("No problem") : plural("{1} problem or notice", "{1} problems or notices", look.problems.length)}</h2>
        <ol class="blocks small">
          {look.problems.map((one, at) => (
            <li key={`${one.row} ${one.column} ${one.message}`} id={`p-${at}`} class="stack-s">
              <p>{one.blocks && <Icon name="warn" />} <b>{at + 1}</b>{" "}
                {one.row > 0 && <span>{one.cell ? t("Cell {1}", one.cell) : t("Row {1}", one.row)}{one.column && `, ${one.column}`}: </span>}
                <span lang="en">{one.value && `“${one.value}”: `}{one.message}. {one.fix && <span class="muted">{one.fix[0]?.toUpperCase()}{one.fix.slice(1)}.</span>}</span></p>
              {one.blocks && one.row > 0 && (
                <p class="row">
                  {one.column && <button type="button" class="btn" onClick={() => document.getElementById(cellOf(one.row, one.column.split(", ")[0]!))?.focus()}>{t("Go to the cell")}</button>}
                  <button type="button" class="btn" onClick={() => takeOut(one.row)}>{t("Take out row {1}", one.row)}</button>
                </p>
              )}
            </li>
          ))}
        </ol>
      </aside>
    </div>
  );
}
