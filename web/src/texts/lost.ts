// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings that have no place in a new version: those with one code on the same words are answered for together.
import type { Came } from "../store/uploads";

export type Lost = Came["lost"][number];
export type Answers = Record<string, "put" | "go">; // by coding

export interface LostRow {
  code: string;
  coders: string[];
  codings: Lost[];
}
const sameRange = (a: { start: number; end: number } | undefined, b: { start: number; end: number } | undefined): boolean =>
  a?.start === b?.start && a?.end === b?.end;

export function rowsOf(lost: readonly Lost[]): LostRow[] {
  const rows: LostRow[] = [];
  for (const one of lost) {
    const same = rows.find((row) => row.code === one.code && sameRange(row.codings[0]!.range, one.range) && sameRange(row.codings[0]!.nearest, one.nearest)
      && !row.coders.includes(one.coder));
    if (same) {
      same.coders.push(one.coder);
      same.codings.push(one);
    } else {
      rows.push({ code: one.code, coders: [one.coder], codings: [one] });
    }
  }
  return rows;
}

export const openOf = (lost: readonly Lost[], answers: Answers): number => lost.filter((one) => !(one.coding in answers)).length;

// As the server takes them; what has nothing near it can only be let go.
export const toSend = (lost: readonly Lost[], answers: Answers): { coding: string; put_at?: { start: number; end: number } }[] =>
  lost.filter((one) => one.coding in answers).map((one) => ({ coding: one.coding, ...(answers[one.coding] === "put" && one.nearest ? { put_at: one.nearest } : {}) }));
