// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text as sections for its outline: those that its headings begin; where it has none, its pages.
import type { Paragraph } from "../text/paragraphs";
import type { Span } from "../text/units";

export interface Section {
  at: number; // the paragraph that it begins with
  end: number; // behind its last one: that of the sections below it too
  depth: number; // from 0
  page: number; // 0: a heading, whose words are its name
  codings: number; // that begin in it
}

export function sectionsOf(paragraphs: readonly Paragraph[], codings: readonly Span[]): Section[] {
  const headings = paragraphs.flatMap((one, at) => (one.kind === "heading" ? [at] : []));
  const starts = headings.length > 0 ? headings
    : paragraphs.flatMap((one, at) => (one.page > 0 && (at === 0 || one.page !== paragraphs[at - 1]!.page) ? [at] : []));
  if (starts.length < (headings.length > 0 ? 1 : 2)) return []; // one page is no outline
  const levels = headings.length > 0 ? [...new Set(headings.map((at) => paragraphs[at]!.level))].sort((a, b) => a - b) : [];
  const begins = codings.map((one) => one.start).sort((a, b) => a - b);
  // How many codings begin before a point.
  const before = (point: number): number => {
    let low = 0;
    let high = begins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begins[middle]! < point) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const depthOf = (at: number): number => Math.max(0, levels.indexOf(paragraphs[at]!.level));
  return starts.map((at, index) => {
    const depth = depthOf(at);
    const next = starts.slice(index + 1).find((other) => depthOf(other) <= depth) ?? paragraphs.length;
    const end = next < paragraphs.length ? paragraphs[next]!.start : Number.MAX_SAFE_INTEGER;
    return { at, end: next, depth, page: headings.length > 0 ? 0 : paragraphs[at]!.page, codings: before(end) - before(paragraphs[at]!.start) };
  });
}

// The section that a paragraph is in, the innermost; -1 before the first.
export function sectionAt(sections: readonly Section[], paragraph: number): number {
  let found = -1;
  for (let at = 0; at < sections.length && sections[at]!.at <= paragraph; at += 1) found = at;
  return found;
}
