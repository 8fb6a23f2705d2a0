// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the rows of agreement say, and which passages stand behind them.
import { api, type Given } from "../api/client";
import { inOrder, orderIn } from "../shell/order";
import type { Span } from "../text/units";
import { decimal } from "../words/words";

export const units = ["paragraph", "sentence", "segment", "character", "document"] as const;
export type Unit = (typeof units)[number];
export const measures = ["alpha", "percent", "cohen", "fleiss", "ac1"] as const;

export interface Asked {
  unit: Unit;
  withBelow: boolean;
  afterDecisions: boolean;
}
export const readAgreement = ({ unit, withBelow, afterDecisions }: Asked) => api.GET("/agreement",
  { params: { query: { unit, with_below: withBelow, after_adjudication: afterDecisions, resamples: 400 } } });
export type Agreement = Given<() => ReturnType<typeof readAgreement>>;
export type Row = Agreement["by_code"][number];
export type Figure = Row["figures"][number];
export type Confusion = Agreement["confusions"][number];

export const figureOf = (row: Row, measure: string): Figure | undefined => row.figures.find((one) => one.measure === measure);
export const valueOf = (row: Row, measure: string): number => figureOf(row, measure)?.value ?? Number.NaN;

// Krippendorff 2004: .800 can be relied on, from .667 tentative conclusions.
export const kReliable = 0.8;
export const kTentative = 2 / 3;
export const kindOfAgreement = (alpha: number | undefined): "none" | "reliable" | "tentative" | "unreliable" =>
  alpha === undefined || Number.isNaN(alpha) ? "none" : alpha >= kReliable ? "reliable" : alpha >= kTentative ? "tentative" : "unreliable";

// Numbers keep their point in every language, as in the report; nothing is "-0.00".
export const twoPlaces = (value: number): string => decimal(value, 2).replace(/^-(0.00)$/, "$1").replace("-", "\u2212");
export const inHundred = (share: number): string => decimal(share * 100, 1);

export const columns = ["name", "alike", "one", "share", "agreed", "figure"] as const;
export type Column = (typeof columns)[number];
interface Naming {
  name: (row: Row) => string;
  compare: (a: string, b: string) => number; // in the language of the page
}

// By a column of the table; without one, what was given most first.  Those that nothing tells apart come as they are given,
// and what has no figure last.
export function sorted(rows: readonly Row[], sort: string, measure: string, { name, compare }: Naming): Row[] {
  const number = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const order = orderIn(columns, sort);
  const keyOf = (row: Row): string | number | null => {
    switch (order?.by) {
      case undefined: return -row.present;
      case "name": return name(row);
      case "alike": return row.all;
      case "one": return row.some;
      case "share": return row.ratings > 0 ? row.present / row.ratings : null;
      case "agreed": return number(valueOf(row, "percent"));
      case "figure": return number(valueOf(row, measure));
    }
  };
  return inOrder(rows, order?.down ?? false, keyOf, compare, () => 0);
}

// Which codes were taken for which: never the same, never nothing; the most frequent first.
export const takenForAnother = (confusions: readonly Confusion[]): Confusion[] =>
  confusions.filter((one) => one.first_code && one.second_code && one.first_code !== one.second_code).sort((a, b) => b.units - a.units);
export const takenColumns = ["first", "second", "times"] as const;
// By what one coder gave, what the other did, or how often; without a column, the most frequent first.
export function sortedTaken(confusions: readonly Confusion[], sort: string, compare: (a: string, b: string) => number): Confusion[] {
  const taken = takenForAnother(confusions);
  const order = orderIn(takenColumns, sort);
  if (!order) return taken;
  const keyOf = (one: Confusion) => (order.by === "times" ? one.units : (order.by === "first" ? one.first_code : one.second_code) ?? null);
  return inOrder(taken, order.down, keyOf, compare, () => 0);
}
// How often one of two gave a code where the other gave nothing else, and where the other gave another.
export function onlyOf(confusions: readonly Confusion[]): { nothing: number; another: number } {
  let nothing = 0;
  let another = 0;
  for (const one of confusions) {
    if (!one.first_code || !one.second_code) nothing += one.units;
    else if (one.first_code !== one.second_code) another += one.units;
  }
  return { nothing, another };
}

interface Given2 {
  document: string;
  code: string;
  coder: string;
  start: number;
  end: number;
  exact: string;
}
export interface Alike {
  document: string;
  range: Span;
  text: string;
  coders: string[];
}
// Passages that more than one coder gave the code to: codings of several that overlap, as one.
export function alike(codings: readonly Given2[]): Alike[] {
  const found: Alike[] = [];
  for (const one of [...codings].sort((a, b) => a.document.localeCompare(b.document) || a.start - b.start)) {
    const last = found.at(-1);
    if (last && last.document === one.document && one.start < last.range.end) {
      if (one.end > last.range.end) last.range.end = one.end;
      if (one.exact.length > last.text.length) last.text = one.exact;
      if (!last.coders.includes(one.coder)) last.coders.push(one.coder);
    } else found.push({ document: one.document, range: { start: one.start, end: one.end }, text: one.exact, coders: [one.coder] });
  }
  return found.filter((one) => one.coders.length > 1);
}
