// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the reader works on: the text, its paragraphs, the codings as they are to be shown, and what kinds look like.
import { kLevels, levelsOf } from "../text/levels";
import { paragraphsOf, type Paragraph, type Part } from "../text/paragraphs";
import { Points } from "../text/points";
import type { Change } from "../store/queue";

export interface Coding {
  coding: string;
  code: string;
  coder: string;
  start: number; // code points
  end: number;
  status: string;
  memo: string;
  version: string;
  waits?: boolean; // not kept by the server yet
}
export interface Drawn extends Coding {
  number: number; // ties the line to the margin
  level: number;
}

export interface TextModel {
  points: Points;
  paragraphs: Paragraph[];
  language: string;
}

export function modelOf(text: string, parts: readonly Part[], language: string): TextModel {
  const points = new Points(text);
  return { points, language, paragraphs: paragraphsOf(parts, points.length, (start, end) => points.slice(start, end)) };
}

// The server's codings with what waits here put over them.
export function withWaiting(codings: readonly Coding[], waiting: readonly Change[], document: string, me: string): Coding[] {
  const found = new Map(codings.map((one) => [one.coding, one]));
  for (const change of waiting) {
    if (change.document !== document) continue;
    if (change.kind === "remove") found.delete(change.coding);
    else if (change.kind === "memo") {
      const one = found.get(change.coding);
      if (one) found.set(change.coding, { ...one, memo: change.memo, waits: true });
    } else if (!found.has(change.coding)) {
      found.set(change.coding, { coding: change.coding, code: change.code, coder: me, start: change.start, end: change.end,
        status: "draft", memo: change.memo ?? "", version: "", waits: true });
    }
  }
  return [...found.values()];
}

export function drawn(codings: readonly Coding[]): Drawn[] {
  const sorted = [...codings].sort((a, b) => a.start - b.start || b.end - a.end || a.coding.localeCompare(b.coding));
  const levels = levelsOf(sorted);
  return sorted.map((one, index) => ({ ...one, number: index + 1, level: Math.min(levels[index]!, kLevels - 1) }));
}

// Whether both are drawn alike.
export const isSame = (a: Drawn, b: Drawn): boolean =>
  a.coding === b.coding && a.number === b.number && a.level === b.level && a.code === b.code && a.coder === b.coder && a.start === b.start
  && a.end === b.end && a.status === b.status && a.memo === b.memo && a.version === b.version && a.waits === b.waits;

// The look of a kind of code; the pattern of a line is its level, so that colour says nothing alone.
export const kindClass = (kind: string | undefined): string =>
  kind === "practice" ? "kp" : kind === "barrier" ? "kb" : kind === "outcome" ? "ko" : "kx";

// Which paragraph holds a code point; the last one before it, when it lies between two.
export function paragraphAt(paragraphs: readonly Paragraph[], point: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.start <= point) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
