// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import type { Coding } from "../reader/model";
import { byKey, decisionsIn, draftOf, isOvertaken, isWhole } from "./draft";
import { decisionOn, marginOf, nextOpen, talkOf, wordsOf, type Decision, type Passage } from "./passages";

const range = (start: number, end: number) => ({ start, end });
const coded = (coding: string, coder: string, code: string, start: number, end: number) => ({ coding, coder, code, range: range(start, end) });
const decision = (code: string, stands: boolean, start: number, end: number): Decision =>
  ({ adjudication: `d-${code}-${stands}`, code, range: range(start, end), stands, why: "so", decided_by: "lead" });
const passage = (more: Partial<Passage> = {}): Passage => ({
  document: "a/b", range: range(10, 30), text: "", is_open: true, decided: [],
  codes: [
    { code: "X", range: range(10, 30), is_extent: false, coded_by: ["a"], not_coded_by: ["b"], codings: [coded("1", "a", "X", 10, 30)], is_decided: false },
    { code: "Y", range: range(12, 28), is_extent: true, coded_by: ["a", "b"], not_coded_by: [],
      codings: [coded("2", "a", "Y", 12, 20), coded("3", "b", "Y", 18, 28)], is_decided: false },
  ], ...more });
const coding = (id: string, coder: string, start: number): Coding =>
  ({ coding: id, code: "X", coder, start, end: start + 5, status: "submitted", memo: "", version: "" });

describe("what two coders gave", () => {
  it("has a number only where it differs, and says where one gave nothing", () => {
    const of = (coder: string) => marginOf([coding("0", coder, 1), coding("1", "a", 10)], [passage({ codes: [passage().codes[0]!] })], coder)
      .map(({ entry }) => (entry.kind === "decided" ? "" : `${entry.kind} ${entry.number}`));
    expect(of("a")).toEqual(["coding 0", "coding 1"]);
    expect(of("b")).toEqual(["coding 0", "nothing 1"]);
    expect(of("c")).toEqual(["coding 0"]);
  });
  it("may stand on the words of each, or on all of them", () => {
    expect(wordsOf(passage().codes[0]!)).toEqual([{ range: range(10, 30), by: ["a"] }]);
    expect(wordsOf(passage().codes[1]!).map((one) => one.range)).toEqual([range(12, 20), range(18, 28), range(12, 28)]);
  });
  it("was decided by the last decision that touches the words", () => {
    const decided = [decision("X", true, 0, 5), decision("X", true, 10, 30), decision("X", false, 29, 40), decision("Y", true, 10, 30)];
    expect(decisionOn(passage({ decided }), passage().codes[0]!)?.stands).toBe(false);
    expect(decisionOn(passage({ decided: [decision("X", true, 0, 10)] }), passage().codes[0]!)).toBeUndefined();
  });
  it("is talked about when a memo asks for it", () => {
    const memo = { memo: "m", kind: "to do", subject: "3", person: "lead", version: "1" };
    expect(talkOf(passage(), [memo])).toBe(memo);
    expect(talkOf(passage(), [{ ...memo, kind: "note" }, { ...memo, subject: "9" }])).toBeUndefined();
  });
  it("goes on with the next that is open, from the end to the beginning", () => {
    const done = passage({ is_open: false });
    expect(nextOpen([passage(), done, passage()], 0)).toBe(2);
    expect(nextOpen([passage(), done, passage()], 2)).toBe(0);
    expect(nextOpen([done, passage()], 1)).toBeNull();
  });
});

describe("a draft of a decision", () => {
  it("says nothing beforehand, and takes up what was decided", () => {
    expect(draftOf(passage()).stands).toEqual([null, null]);
    const again = draftOf(passage({ decided: [decision("X", true, 10, 30), decision("Y", false, 12, 20)] }));
    expect(again.stands).toEqual([true, false]);
    expect(again.words).toEqual([0, 0]);
    expect(again.why).toBe("so");
  });
  it("is whole when every code and the reason are said", () => {
    const draft = draftOf(passage());
    expect(isWhole({ ...draft, stands: [true, false], why: " " })).toBe(false);
    expect(isWhole({ ...draft, stands: [true, null], why: "so" })).toBe(false);
    expect(isWhole({ ...draft, stands: [true, false], why: "so" })).toBe(true);
    expect(decisionsIn(passage(), { ...draft, stands: [true, false], words: [0, 1], why: "so" }))
      .toEqual([{ code: "X", start: 10, end: 30, stands: true }, { code: "Y", start: 18, end: 28, stands: false }]);
  });
  it("is overtaken by a decision that it did not see", () => {
    const draft = draftOf(passage());
    expect(isOvertaken(draft, passage())).toBe(false);
    expect(isOvertaken(draft, passage({ decided: [decision("Y", true, 12, 20)] }))).toBe(true);
  });
  it("is filled by pairs of keys", () => {
    expect(["1", "2", "3", "4", "5", "0", "a", "12"].map((key) => byKey(key, 2)))
      .toEqual([{ at: 0, stands: true }, { at: 0, stands: false }, { at: 1, stands: true }, { at: 1, stands: false }, null, null, null, null]);
  });
});
