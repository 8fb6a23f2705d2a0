// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text as paragraphs, by the parts that the server knows; words that no part covers become paragraphs of their own, so
// that nothing of a text is left out.
import type { Span } from "./units";

export interface Part {
  kind: string;
  level: number;
  range: Span; // code points
  page: number;
}
export interface Paragraph extends Span {
  kind: string;
  level: number;
  page: number;
  number: number; // from 1; headings have none: 0
}

// letters: the text by code points.
export function paragraphsOf(parts: readonly Part[], length: number, slice: (start: number, end: number) => string): Paragraph[] {
  const found: Paragraph[] = [];
  const add = (start: number, end: number, kind: string, level: number, page: number) => {
    if (slice(start, end).trim() === "") return;
    found.push({ start, end, kind, level, page, number: 0 });
  };
  const plain = (start: number, end: number, page: number) => {
    let at = start;
    for (const piece of slice(start, end).split(/(\n\s*\n)/)) {
      const size = [...piece].length;
      add(at, at + size, "paragraph", 0, page);
      at += size;
    }
  };
  let at = 0;
  for (const part of [...parts].sort((a, b) => a.range.start - b.range.start)) {
    const start = Math.max(part.range.start, at);
    if (part.range.end <= at || start > length) continue;
    if (start > at) plain(at, start, part.page);
    add(start, Math.min(part.range.end, length), part.kind, part.level, part.page);
    at = Math.min(part.range.end, length);
  }
  if (at < length) plain(at, length, found.at(-1)?.page ?? 0);
  let number = 0;
  for (const one of found) if (one.kind !== "heading") one.number = number += 1;
  return found;
}
