// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What two coders gave, beside the paragraphs of a text: which of it differs and under which number, what was decided.
import type { Span } from "../text/units";
import type { Coding } from "../reader/model";

export interface Coded {
  coding: string;
  coder: string;
  code: string;
  range: Span;
}
export interface Disagreement {
  code: string;
  range: Span;
  is_extent: boolean;
  coded_by: string[];
  not_coded_by: string[];
  codings: Coded[];
  is_decided: boolean;
}
export interface Decision {
  adjudication: string;
  code: string;
  range: Span;
  stands: boolean;
  why: string;
  decided_by: string;
}
export interface Passage {
  document: string;
  range: Span;
  text: string;
  codes: Disagreement[];
  decided: Decision[];
  is_open: boolean;
}
export interface Memo {
  memo: string;
  kind: string;
  subject: string;
  person: string;
  version: string;
}

export const keyOf = (passage: Passage): string => `${passage.document} ${passage.range.start} ${passage.range.end}`;
const touch = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

// The decision that holds: the last one about the code that touches its words.
export const decisionOn = (passage: Passage, one: Disagreement): Decision | undefined =>
  passage.decided.filter((decision) => decision.code === one.code && touch(decision.range, one.range)).at(-1);

// Which words a code may stand on: those of each coder, and all of them together.
export function wordsOf(one: Disagreement): { range: Span; by: string[] }[] {
  const found: { range: Span; by: string[] }[] = [];
  for (const coded of one.codings) {
    const same = found.find((other) => other.range.start === coded.range.start && other.range.end === coded.range.end);
    if (same) same.by.push(coded.coder);
    else found.push({ range: coded.range, by: [coded.coder] });
  }
  if (found.length > 1 && !found.some(({ range }) => range.start === one.range.start && range.end === one.range.end)) {
    found.push({ range: one.range, by: [] });
  }
  return found;
}

// The memo that says that people want to talk about it first.
export function talkOf(passage: Passage, memos: readonly Memo[]): Memo | undefined {
  const codings = new Set(passage.codes.flatMap((one) => one.codings.map((coded) => coded.coding)));
  return memos.find((memo) => memo.kind === "to do" && codings.has(memo.subject));
}

export function nextOpen(passages: readonly Passage[], at: number): number | null {
  for (let step = 1; step < passages.length; step += 1) {
    const index = (at + step) % passages.length;
    if (passages[index]!.is_open) return index;
  }
  return null;
}

export type Entry =
  | { kind: "coding"; coding: Coding; number: number } // 0: it does not differ
  | { kind: "nothing"; number: number }
  | { kind: "decided"; decision: Decision };

// What stands in one coder's margin, in the order of the text; entries of a paragraph are those that begin in it.
export function marginOf(codings: readonly Coding[], passages: readonly Passage[], coder: string): { start: number; entry: Entry }[] {
  const numbers = new Map<string, number>();
  passages.forEach((passage, index) => {
    for (const one of passage.codes) for (const coded of one.codings) numbers.set(coded.coding, index + 1);
  });
  const found = codings.filter((one) => one.coder === coder)
    .map((coding): { start: number; entry: Entry } => ({ start: coding.start, entry: { kind: "coding", coding, number: numbers.get(coding.coding) ?? 0 } }));
  passages.forEach((passage, index) => {
    const gave = passage.codes.some((one) => one.coded_by.includes(coder));
    const asked = passage.codes.some((one) => one.not_coded_by.includes(coder));
    if (asked && !gave) found.push({ start: passage.range.start, entry: { kind: "nothing", number: index + 1 } });
  });
  return found.sort((a, b) => a.start - b.start);
}

// What was decided, once: beside the words that it is about.
export const decisionsOf = (passages: readonly Passage[]): { start: number; entry: Entry }[] =>
  passages.flatMap((passage) => passage.codes.flatMap((one) => {
    const decision = decisionOn(passage, one);
    return decision ? [{ start: passage.range.start, entry: { kind: "decided" as const, decision } }] : [];
  }));
