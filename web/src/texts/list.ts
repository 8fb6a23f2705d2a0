// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of texts without a page: what narrows it, in which order it stands, and what is said of all of it.
import { inOrder, orderIn, type Order } from "../shell/order";
import type { TextLine } from "../store/texts";

export const states = ["nobody-yet", "blind", "one", "to-decide", "done"] as const;
export type State = (typeof states)[number];

// What an address may say of the list: values of closed lists, never words.
export const usual = { language: "", region: "", state: "", reading: "", sort: "" };
export type Filters = typeof usual;
export const readings = ["guessed", "unsure"] as const;
export const kSure = 95; // of 100: below it, somebody should look at the pages

// Everybody who has something to do with a text of the list, by name; more than kColumns are told in one column.
export const kColumns = 4;
// Of a coder with a column the place among these: an address says no name.
export const coderColumns = ["coder-1", "coder-2", "coder-3", "coder-4"] as const;
export const columns = ["text", "language", "from", "reading", "version", "coders", ...coderColumns, "state"] as const;
export type Column = (typeof columns)[number];
export const orderOf = (sort: string): Order<Column> | null => orderIn(columns, sort);

const isIn = (filter: string, value: string | undefined, known: readonly string[]): boolean =>
  filter === "" || !known.includes(filter) || filter === value;

// Of what an address says only what there is narrows the list.
export function narrowed(all: readonly TextLine[], filters: Filters): TextLine[] {
  const languages = all.map((one) => one.language);
  const regions = all.map((one) => one.region ?? "");
  return all.filter((one) => isIn(filters.language, one.language, languages)
    && isIn(filters.region, one.region, regions)
    && isIn(filters.state, one.state, states)
    && (filters.reading !== "guessed" || one.confidence !== undefined)
    && (filters.reading !== "unsure" || (one.least_sure ?? 100) < kSure));
}

export interface Names {
  language: (code: string) => string;
  from: (one: TextLine) => string;
  compare: (a: string, b: string) => number; // in the language of the page
  coders: readonly string[]; // who has a column
}
const codings = (one: TextLine): number => one.coders.reduce((sum, coder) => sum + (coder.codings ?? 0), 0);

// What is not known stands last, whichever way the list is turned.
export function sorted(all: readonly TextLine[], order: Order<Column> | null, names: Names): TextLine[] {
  if (!order) return [...all];
  const { by } = order;
  const keyOf = (one: TextLine): string | number | null => {
    switch (by) {
      case "text": return one.title;
      case "language": return names.language(one.language);
      case "from": return names.from(one) || null;
      case "reading": return one.confidence ?? null;
      case "version": return one.version;
      case "coders": return codings(one);
      case "state": return one.state ? states.indexOf(one.state) : null;
      default: {
        const coder = names.coders[coderColumns.indexOf(by)];
        return one.coders.find((each) => each.coder === coder)?.codings ?? null;
      }
    }
  };
  return inOrder(all, order.down, keyOf, names.compare, (a, b) => (a.document < b.document ? -1 : 1));
}

export interface Standing {
  byTwo: number;
  byOne: number;
  givenOut: number;
  nobody: number;
}
// null: nothing is told of it (to a member organisation).
export function standingOf(all: readonly TextLine[]): Standing | null {
  if (all.every((one) => one.state === undefined)) return null;
  const of = (...which: State[]) => all.filter((one) => one.state !== undefined && which.includes(one.state)).length;
  return { byTwo: of("to-decide", "done"), byOne: of("one"), givenOut: of("blind"), nobody: of("nobody-yet") };
}

export function codersOf(all: readonly TextLine[]): string[] {
  return [...new Set(all.flatMap((one) => one.coders.map((coder) => coder.coder)))].sort();
}

export function counted<Value extends string>(all: readonly TextLine[], valueOf: (one: TextLine) => Value | undefined): { value: Value; texts: number }[] {
  const counts = new Map<Value, number>();
  for (const one of all) {
    const value = valueOf(one);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, texts]) => ({ value, texts }));
}
