// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a merge would leave: where one coder gave the same words both codes, one coding stays.
export interface Coding {
  coding: string;
  document: string;
  code: string;
  coder: string;
  start: number;
  end: number;
}
const place = (one: Coding): string => JSON.stringify([one.document, one.coder, one.start, one.end]);

export function afterMerge(from: readonly Coding[], into: readonly Coding[]): { codings: number; texts: number; same: number } {
  const there = new Set(into.map(place));
  const same = from.filter((one) => there.has(place(one))).length;
  return { codings: from.length + into.length - same, texts: new Set([...from, ...into].map((one) => one.document)).size, same };
}
export const textsOf = (codings: readonly Coding[]): number => new Set(codings.map((one) => one.document)).size;
