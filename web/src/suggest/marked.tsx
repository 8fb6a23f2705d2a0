// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of a passage, with those marked that made it stand out, and a sentence of it when one is chosen.
import { pieces } from "../text/levels";
import { Points } from "../text/points";
import type { Span } from "../text/units";

export interface Term {
  text: string;
  range: Span; // code points of the passage
  weight: number;
}

export function Marked({ text, terms, chosen }: { text: string; terms: readonly Term[]; chosen?: Span | null }) {
  const points = new Points(text);
  const spans = [...terms.map((one) => one.range), ...(chosen ? [chosen] : [])];
  return (
    <>
      {pieces(spans, 0, points.length).map(({ start, end, of }) => {
        const words = points.slice(start, end);
        const marked = of.some((index) => index < terms.length) ? <mark key={start}>{words}</mark> : words;
        return chosen && start >= chosen.start && end <= chosen.end ? <span key={`c${start}`} class="cur">{marked}</span> : marked;
      })}
    </>
  );
}
