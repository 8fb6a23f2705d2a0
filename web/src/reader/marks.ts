// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Draws lines under words without changing the text: CSS highlights, one for each kind and line, over pieces that do not
// overlap.  A browser without them gets spans instead (paragraph.tsx); it is one way or the other, never both.
import { disjoint, kLevels } from "../text/levels";
import type { Span } from "../text/units";
import type { Drawn, TextModel } from "./model";
import { kindClass, paragraphAt } from "./model";
import type { Near } from "./near";

export const hasRegistry = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;

// Firefox has highlights since 140, but drew no lines in them at first: only a browser that says that it underlines
// (style/codings.css) is asked to.
let lines: boolean | null = null;
export const hasHighlights = (): boolean =>
  (lines ??= hasRegistry() && getComputedStyle(document.body, "::highlight(l1-kx)").textDecorationLine === "underline");

// Where a unit of a paragraph stands in the page: its text is cut into nodes at the numbers of codings.
function placeOf(element: Element, unit: number, atEnd: boolean): [Text, number] | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const size = node.data.length;
    if (unit < before + size || (atEnd && unit === before + size)) return [node, unit - before];
    before += size;
    last = node;
  }
  return last && unit === before ? [last, last.data.length] : null;
}

export function rangeIn(element: Element, start: number, end: number): Range | null {
  const from = placeOf(element, start, false);
  const to = placeOf(element, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

// The ranges of a span of code points, one a paragraph, of those that are near.  elements: by the number of the paragraph.
export function rangesOf(model: TextModel, elements: readonly (Element | null)[], span: Span, near?: Near): Range[] {
  const ranges: Range[] = [];
  const end = near?.to ?? model.paragraphs.length;
  for (let index = Math.max(near?.from ?? 0, paragraphAt(model.paragraphs, span.start)); index < end; index += 1) {
    const paragraph = model.paragraphs[index]!;
    if (paragraph.start >= span.end) break;
    if (paragraph.end <= span.start) continue;
    const element = elements[index];
    if (!element) continue;
    const base = model.points.startUtf16(paragraph.start);
    const range = rangeIn(element, model.points.startUtf16(Math.max(span.start, paragraph.start)) - base,
      model.points.startUtf16(Math.min(span.end, paragraph.end)) - base);
    if (range) ranges.push(range);
  }
  return ranges;
}

const kinds = ["kp", "kb", "ko", "kx"];

// codings: those that touch what is near.
export function drawCodings(model: TextModel, elements: readonly (Element | null)[], codings: readonly Drawn[],
  kindOf: (code: string) => string | undefined, near: Near): void {
  for (let level = 0; level < kLevels; level += 1) {
    for (const kind of kinds) {
      const spans = codings.filter((one) => one.level === level && kindClass(kindOf(one.code)) === kind);
      const ranges = disjoint(spans).flatMap((span) => rangesOf(model, elements, span, near));
      CSS.highlights.set(`l${level + 1}-${kind}`, new Highlight(...ranges));
    }
  }
}

export function drawChosen(name: "chosen" | "current", model: TextModel, elements: readonly (Element | null)[], span: Span | null): void {
  if (!hasRegistry()) return;
  const highlight = new Highlight(...(span ? rangesOf(model, elements, span) : []));
  highlight.priority = -1;
  CSS.highlights.set(name, highlight);
}

export function clearMarks(): void {
  if (hasRegistry()) CSS.highlights.clear();
}
