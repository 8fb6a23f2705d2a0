// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may be chosen next, in code points: a sentence, a word more or less, the words under a pointer.
import { nextWordEnd, nextWordStart, sentences, type Span } from "../text/units";
import { paragraphAt, type TextModel } from "./model";

const wordsOf = (model: TextModel, index: number): { text: string; base: number } => {
  const paragraph = model.paragraphs[index]!;
  return { text: model.points.slice(paragraph.start, paragraph.end), base: model.points.startUtf16(paragraph.start) };
};
const inPoints = (model: TextModel, base: number, span: Span): Span =>
  ({ start: model.points.pointAt(base + span.start), end: model.points.pointAt(base + span.end) });

export function sentencesIn(model: TextModel, index: number): Span[] {
  const { text, base } = wordsOf(model, index);
  return sentences(text, model.language).map((span) => inPoints(model, base, span));
}

// The sentence behind what is chosen, or the first of the paragraph; at its end, the first again.
export function nextSentence(model: TextModel, index: number, chosen: Span | null): Span | null {
  const all = sentencesIn(model, index);
  const next = chosen && all.find((one) => one.start >= chosen.end);
  return next ?? all[0] ?? null;
}

export function sentenceAt(model: TextModel, point: number): Span | null {
  const all = sentencesIn(model, paragraphAt(model.paragraphs, point));
  return all.find((one) => point < one.end) ?? all.at(-1) ?? null;
}

export function paragraphSpan(model: TextModel, index: number): Span {
  const paragraph = model.paragraphs[index]!;
  const text = model.points.slice(paragraph.start, paragraph.end);
  const lead = [...text].length - [...text.trimStart()].length;
  return { start: paragraph.start + lead, end: paragraph.start + lead + [...text.trim()].length };
}

// A word more at the end, or one less; what ends in another paragraph than it begins may become shorter than that one, but
// never longer than its last paragraph, and never nothing.
export function byWord(model: TextModel, chosen: Span, step: 1 | -1): Span {
  for (let index = paragraphAt(model.paragraphs, chosen.end - 1); index >= paragraphAt(model.paragraphs, chosen.start); index -= 1) {
    const { text, base } = wordsOf(model, index);
    const end = nextWordEnd(text, model.language, model.points.startUtf16(chosen.end) - base, step);
    if (end !== null) {
      const point = model.points.pointAt(base + end);
      return point > chosen.start ? { start: chosen.start, end: point } : chosen;
    }
    if (step > 0) break;
  }
  return chosen;
}

// The same at the start: a step of 1 makes it shorter, -1 longer.
export function startByWord(model: TextModel, chosen: Span, step: 1 | -1): Span {
  for (let index = paragraphAt(model.paragraphs, chosen.start); index <= paragraphAt(model.paragraphs, chosen.end - 1); index += 1) {
    const { text, base } = wordsOf(model, index);
    const start = nextWordStart(text, model.language, model.points.startUtf16(chosen.start) - base, step);
    if (start !== null) {
      const point = model.points.pointAt(base + start);
      return point < chosen.end ? { start: point, end: chosen.end } : chosen;
    }
    if (step < 0) break;
  }
  return chosen;
}

// The codings that share words with one of them, in the order of the text, and the one behind it; after the last, the first.
export function nextOverlap<One extends Span & { coding: string }>(codings: readonly One[], coding: string): One | null {
  const from = codings.find((one) => one.coding === coding);
  if (!from) return null;
  const around = codings.filter((one) => one.start < from.end && from.start < one.end);
  return around.length < 2 ? null : around[(around.indexOf(from) + 1) % around.length]!;
}

// The code point of a place in the page.
export function pointOf(model: TextModel, node: Node, offset: number): number | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest("[data-p]");
  if (!element) return null;
  const paragraph = model.paragraphs[Number(element.getAttribute("data-p"))];
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return model.points.pointAt(model.points.startUtf16(paragraph.start) + before.toString().length);
}

// What the browser's own selection covers, without the spaces at its ends.
export function selectedSpan(model: TextModel): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = pointOf(model, range.startContainer, range.startOffset);
  const end = pointOf(model, range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  const words = model.points.slice(start, end);
  const lead = [...words].length - [...words.trimStart()].length;
  const size = [...words.trim()].length;
  return size === 0 ? null : { start: start + lead, end: start + lead + size };
}
