// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Agreement as a table: a line for each code, text or pair of coders, every number with what it is counted of.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { SortHead } from "../shell/sort_head";
import { count, t } from "../words/words";
import { figureOf, inHundred, valueOf, type Row } from "./figures";
import { FigureWords, IntervalLine } from "./interval";
import { measureWords } from "./words";

const kFirst = 14;

interface Props {
  rows: readonly Row[];
  caption: string;
  head: string;
  measure: string;
  sort: string; // a column (figures.ts)
  turn: (sort: string) => void;
  nameOf: (row: Row) => ComponentChildren;
  keyOf: (row: Row) => string;
  spoken: (row: Row) => string; // the same as text, for the buttons
  alike?: (row: Row) => void;
  differ?: (row: Row) => void;
}

export function Rows({ rows, caption, head, measure, sort, turn, nameOf, keyOf, spoken, alike, differ }: Props) {
  const [all, setAll] = useState(false);
  const order = { sort, turn };
  const shown = all ? rows : rows.slice(0, kFirst);
  const opens = (n: number, what: string, row: Row, act?: (row: Row) => void) => act && n > 0
    ? <button type="button" class="btn plain num" onClick={() => act(row)}><span aria-hidden="true">{count(n)}</span><span class="vh">{n}, {what}: {spoken(row)}</span></button>
    : <span class="num">{count(n)}</span>;
  return (
    <>
      <div class="wide" tabIndex={0} role="region" aria-label={caption}>
        <table class="ag cards-s">
          <caption>{caption} <span class="muted fw">{shown.length < rows.length && t("{1} of {2}", shown.length, rows.length)}</span></caption>
          <thead><tr><SortHead by="name" {...order}>{head}</SortHead><SortHead by="alike" {...order}>{t("Given alike")}</SortHead>
            <SortHead by="one" {...order}>{t("By one only")}</SortHead><SortHead by="share" {...order}>{t("Share coded, %")}</SortHead>
            <SortHead by="agreed" {...order}>{t("Agreed, %")}</SortHead>
            <SortHead by="figure" {...order}>{measureWords(measure)}<br />{t("95% interval")}</SortHead><th scope="col"><span aria-hidden="true">0 · ⅔ · 1</span><span class="vh">{t("The same as a line")}</span></th></tr></thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                <th scope="row">{nameOf(row)}</th>
                <td data-l={t("Given alike")}>{opens(row.all, t("given alike"), row, alike)}</td>
                <td data-l={t("By one only")}>{opens(row.some, t("given by one only"), row, differ)}</td>
                <td data-l={t("Share coded, %")} class="num">{row.ratings > 0 ? inHundred(row.present / row.ratings) : "–"}</td>
                <td data-l={t("Agreed, %")} class="num">{Number.isNaN(valueOf(row, "percent")) ? "–" : inHundred(valueOf(row, "percent"))}</td>
                <td data-l={measureWords(measure)} class="num"><FigureWords figure={figureOf(row, measure)} /></td>
                <td><IntervalLine figure={figureOf(row, measure)} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > kFirst && (
        <p><button type="button" class="btn" onClick={() => setAll(!all)}>{all ? t("Fewer") : t("Show all {1}", rows.length)}</button></p>
      )}
    </>
  );
}
