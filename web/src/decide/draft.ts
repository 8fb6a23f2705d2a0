// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What somebody is about to decide on one passage, before it is kept.
import { decisionOn, wordsOf, type Disagreement, type Passage } from "./passages";

export interface Draft {
  stands: (boolean | null)[]; // of each code; null: not said yet
  words: number[]; // of each code, which of wordsOf()
  why: string;
  seen: string[]; // the decisions that were there when it was begun
}

const decisionsSeen = (passage: Passage): string[] => passage.decided.map((one) => one.adjudication).sort();

// Nothing is said beforehand, unless it was decided already.
export function draftOf(passage: Passage): Draft {
  const held = passage.codes.map((one) => decisionOn(passage, one));
  return {
    stands: held.map((one) => one?.stands ?? null),
    words: passage.codes.map((one, at) => {
      const range = held[at]?.range;
      const words = wordsOf(one);
      const same = range ? words.findIndex((other) => other.range.start === range.start && other.range.end === range.end) : -1;
      return same >= 0 ? same : Math.max(0, words.length - 1);
    }),
    why: held.find((one) => one)?.why ?? "",
    seen: decisionsSeen(passage),
  };
}

export const isWhole = (draft: Draft): boolean => draft.stands.every((one) => one !== null) && draft.why.trim() !== "";

// Somebody decided about it after the draft was begun.
export const isOvertaken = (draft: Draft, now: Passage): boolean => decisionsSeen(now).join() !== draft.seen.join();

export const decisionsIn = (passage: Passage, draft: Draft): { code: string; start: number; end: number; stands: boolean }[] =>
  passage.codes.map((one: Disagreement, at) => ({ code: one.code, ...wordsOf(one)[draft.words[at] ?? 0]!.range, stands: draft.stands[at] === true }));

// Keys 1 2, 3 4 and so on: which code, and whether it stands.
export function byKey(key: string, codes: number): { at: number; stands: boolean } | null {
  if (!/^[1-9]$/.test(key)) return null;
  const at = Math.floor((Number(key) - 1) / 2);
  return at < codes ? { at, stands: Number(key) % 2 === 1 } : null;
}
