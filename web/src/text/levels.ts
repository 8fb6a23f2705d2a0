// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which line under the words a coding gets: where several overlap, each has its own, up to four.
import type { Span } from "./units";

export const kLevels = 4;

// spans: sorted by start.  Returns the level (0 to 3) of each: the lowest that is free where it begins; when all are
// taken, the one that is free again soonest.
export function levelsOf(spans: readonly Span[]): number[] {
  const free = new Array<number>(kLevels).fill(-1);
  return spans.map(({ start, end }) => {
    let level = free.findIndex((until) => until <= start);
    if (level < 0) level = free.indexOf(Math.min(...free));
    free[level] = Math.max(free[level]!, end);
    return level;
  });
}

// Spans of one line that touch or overlap, as one: a highlight draws a place once.
export function disjoint(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const one of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end);
    else merged.push({ ...one });
  }
  return merged;
}

// Where the set of codings changes within [start, end): pieces that have the same codings throughout.
export function pieces(spans: readonly Span[], start: number, end: number): { start: number; end: number; of: number[] }[] {
  const cuts = new Set([start, end]);
  for (const one of spans) {
    if (one.start > start && one.start < end) cuts.add(one.start);
    if (one.end > start && one.end < end) cuts.add(one.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1]!;
    const of = spans.flatMap((one, index) => (one.start <= from && one.end >= to ? [index] : []));
    return { start: from, end: to, of };
  });
}
