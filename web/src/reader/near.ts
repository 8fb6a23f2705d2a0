// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which paragraphs are near what is seen.  The whole text is in the page; lines, numbers and entries of codings are made for
// these alone: 5,000 codings at once made opening such a text take seconds, and each new one changes the numbers behind it.
import { useEffect, useState } from "preact/hooks";

export const kAround = 40; // paragraphs before and behind what is seen: several screens

export interface Near {
  from: number;
  to: number; // end-exclusive
}

// The first of `count` things for which `is` holds; it holds for all behind that.
export function firstOf(count: number, is: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

// What is near when [first, end) is seen.  It stays what it was until half of what lies around was scrolled through, so that
// not every turn of a wheel draws anew.
export function nearTo(was: Near, first: number, end: number, count: number): Near {
  const from = Math.max(0, first - kAround);
  const to = Math.min(count, end + kAround);
  const room = kAround / 2;
  const enough = (was.from === 0 || was.from <= first - room) && (was.to === count || was.to >= end + room);
  return enough ? was : { from, to };
}

export type Elements = { current: readonly (Element | null)[] };

// The paragraphs of which something lies between two heights of the window: [first, end).
export function between(elements: Elements, count: number, top: number, bottom: number): { first: number; end: number } {
  const box = (at: number) => elements.current[at]?.getBoundingClientRect();
  return {
    first: firstOf(count, (at) => (box(at)?.bottom ?? 0) > top),
    end: firstOf(count, (at) => (box(at)?.top ?? 0) >= bottom),
  };
}

// Looks now, and once a frame while something scrolls or the window changes.  Returns how to stop.
export function whileScrolling(look: () => void): () => void {
  let isAsked = false;
  const later = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      look();
    });
  };
  later();
  // Captured: the text scrolls in its pane or with the page, as there is room.
  addEventListener("scroll", later, { capture: true, passive: true });
  addEventListener("resize", later);
  return () => {
    removeEventListener("scroll", later, { capture: true });
    removeEventListener("resize", later);
  };
}

export function useNear(elements: Elements, count: number): Near {
  const [near, setNear] = useState<Near>({ from: 0, to: Math.min(count, 2 * kAround) });
  useEffect(() => whileScrolling(() => {
    const { first, end } = between(elements, count, 0, innerHeight);
    setNear((was) => nearTo(was, first, end, count));
  }), [count]);
  return near;
}
