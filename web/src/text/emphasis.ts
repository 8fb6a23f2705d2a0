// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage as it is read: what Markdown says with signs, "**so**" or "*so*", is bold or slanted, and the signs are left out.
// Ranges in the passage still count its signs.  Only signs that can be nothing else are taken for one; the others stay.
import { Points } from "./points";
import type { Span } from "./units";

export interface Piece {
  words: string;
  bold: boolean;
  slanted: boolean;
  marked: boolean;
}

const isSpace = (one: string): boolean => one === "" || /\s/.test(one);
const isInWord = (one: string): boolean => /[\p{L}\p{N}]/u.test(one);

interface Sign extends Span {
  sign: string;
  opens: boolean;
  closes: boolean;
}

// Runs of one or two stars, and of two low lines; in units of the text.
function signsOf(text: string): Sign[] {
  const found: Sign[] = [];
  for (const match of text.matchAll(/\*+|_+/g)) {
    const sign = match[0];
    if (sign !== "*" && sign !== "**" && sign !== "__") continue;
    const start = match.index ?? 0;
    const end = start + sign.length;
    const [before, after] = [text.charAt(start - 1), text.charAt(end)];
    found.push({ sign, start, end, opens: !isSpace(after) && !isInWord(before), closes: !isSpace(before) && !isInWord(after) });
  }
  return found;
}

// marks: ascending, not overlapping, in code points of the passage.
export function readAs(passage: string, marks: readonly Span[]): Piece[] {
  const points = new Points(passage);
  const marked = marks.map((one) => ({ start: points.startUtf16(one.start), end: points.startUtf16(one.end) }));
  const left: Span[] = []; // out
  const bold: Span[] = [];
  const slanted: Span[] = [];
  const head = /^(#{1,6}[ \t]+|>[ \t]?)/.exec(passage);
  if (head) left.push({ start: 0, end: head[0].length });
  let open: Sign[] = [];
  for (const one of signsOf(passage)) {
    const at = one.closes ? open.map((other) => other.sign).lastIndexOf(one.sign) : -1;
    if (at >= 0) {
      const from = open[at]!;
      left.push({ start: from.start, end: from.end }, { start: one.start, end: one.end });
      (one.sign === "*" ? slanted : bold).push({ start: from.end, end: one.start });
      open = open.slice(0, at);
    } else if (one.opens) {
      open.push(one);
    }
  }
  const cuts = [...new Set([0, passage.length, ...[...left, ...bold, ...slanted, ...marked].flatMap((one) => [one.start, one.end])])].sort((a, b) => a - b);
  const within = (spans: readonly Span[], start: number) => spans.some((one) => one.start <= start && start < one.end);
  const pieces: Piece[] = [];
  cuts.slice(0, -1).forEach((start, i) => {
    if (within(left, start)) return;
    pieces.push({ words: passage.slice(start, cuts[i + 1]), bold: within(bold, start), slanted: within(slanted, start), marked: within(marked, start) });
  });
  return pieces;
}
