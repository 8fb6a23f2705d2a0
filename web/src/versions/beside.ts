// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two versions of a text as what is drawn: rows, and stretches that are the same folded but for the nearest of them.
import { api, type Given } from "../api/client";

export const askBeside = (document: string, version: number, other: number) =>
  api.GET("/documents/{document}/versions/{version}/beside/{other}", { params: { path: { document, version, other } } });
export type Beside = Given<() => ReturnType<typeof askBeside>>;
export type Row = Beside["rows"][number];
export type Parts = Row["is"];

export const kAround = 1; // rows that are the same, before and behind one that is not
export type Piece = { is: "row"; at: number; row: Row } | { is: "fold"; at: number; rows: number };

// open: folds that were opened, by the row they begin with.
export function piecesOf(rows: readonly Row[], open: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  const put = (at: number) => pieces.push({ is: "row", at, row: rows[at]! });
  for (let at = 0; at < rows.length;) {
    let end = at;
    while (end < rows.length && rows[end]!.what === "same") end += 1;
    const first = at === 0 ? at : Math.min(end, at + kAround);
    const last = end === rows.length ? end : Math.max(first, end - kAround);
    for (; at < first; at += 1) put(at);
    // One row is no longer than what would be said in its place.
    if (last - first > 1 && !open.has(first)) {
      pieces.push({ is: "fold", at: first, rows: last - first });
      at = last;
    }
    for (; at < end; at += 1) put(at);
    if (at < rows.length) put(at);
    at += 1;
  }
  return pieces;
}

export const kLongest = 600; // letters of words that are the same, in a row that is not
const kEnds = 160;

// Its beginning and its end, cut between words where there are any; null: it is shown whole.
export function endsOf(words: string): [string, string] | null {
  const points = [...words];
  if (points.length <= kLongest) return null;
  const space = (point: string) => /\s/.test(point);
  let head = kEnds;
  while (head < 2 * kEnds && !space(points[head]!)) head += 1;
  let tail = points.length - kEnds;
  while (tail > points.length - 2 * kEnds && !space(points[tail - 1]!)) tail -= 1;
  return [points.slice(0, head).join(""), points.slice(tail).join("")];
}

// The pair that an address asks for, of versions that may be kept: the newest beside the one before it, if it says nothing.
export function pairOf(from: string, to: string, newest: number): [number, number] {
  const known = (said: string): number | null => (/^[1-9]\d{0,5}$/.test(said) && Number(said) <= newest ? Number(said) : null);
  const second = known(to) ?? newest;
  return [known(from) ?? Math.max(1, second - 1), second];
}
