// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A finger chooses a sentence, and others are taken in: before it or behind it, of other paragraphs too.
import type { Span } from "../text/units";

// What is chosen after a sentence was touched.  Everything between two sentences is taken in.  A touch inside what is chosen
// begins again with that sentence, and chooses nothing if it was alone: else nobody could choose less, or elsewhere, by hand.
export function touched(chosen: Span | null, sentence: Span): Span | null {
  if (!chosen) return sentence;
  if (sentence.start < chosen.start || sentence.end > chosen.end) {
    return { start: Math.min(chosen.start, sentence.start), end: Math.max(chosen.end, sentence.end) };
  }
  return sentence.start === chosen.start && sentence.end === chosen.end ? null : sentence;
}

// The place of the text that is drawn there.  Firefox had only the first of the two for long, Chromium and Safari the second.
export function placeDrawnAt(x: number, y: number): [Node, number] | null {
  if ("caretPositionFromPoint" in document) {
    const place = document.caretPositionFromPoint(x, y);
    return place && [place.offsetNode, place.offset];
  }
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : null;
}
