// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where the codings of a text stand in a strip that is as high as the text is long: one path for each line and kind, so that
// 5,000 codings are at most sixteen elements.
import { kLevels } from "../text/levels";
import { kindClass, type Drawn } from "./model";

export const kHigh = 1000; // of the strip, in its own units
const kLeast = 3; // a coding is never less high, so that one word in a long text is seen

export interface StripMarks {
  kind: string; // the class of its colour
  path: string;
}

export const heightAt = (point: number, length: number): number => Math.round((point / Math.max(1, length)) * kHigh);

// length: of the text in code points.
export function stripMarks(codings: readonly Drawn[], kindOf: (code: string) => string | undefined, length: number): StripMarks[] {
  const runs = new Map<string, [number, number][]>();
  for (const one of codings) {
    const lane = `${kindClass(kindOf(one.code))} ${Math.min(one.level, kLevels - 1)}`;
    const top = Math.min(heightAt(one.start, length), kHigh - kLeast);
    const end = Math.max(heightAt(one.end, length), top + kLeast);
    const all = runs.get(lane) ?? [];
    const last = all.at(-1);
    // Codings come in the order of the text: what touches the one before lengthens it.
    if (last && top <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([top, end]);
    runs.set(lane, all);
  }
  return [...runs].map(([lane, all]) => {
    const [kind, level] = lane.split(" ") as [string, string];
    const x = Number(level);
    return { kind, path: all.map(([top, end]) => `M${x} ${top}h1V${end}h-1z`).join("") };
  });
}
