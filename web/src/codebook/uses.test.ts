// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { usesOf } from "./uses";

const findings = [{ id: "f1", fields: { codes: ["INT.3", "BAR.2"] } }, { id: "f2", fields: { codes: null } }, { id: "f3", fields: { codes: ["INT.31"] } }];
const answers = [{ id: "a", fields: { practice: "INT.3", barrier: "BAR.2" } }, { id: "b", fields: { practice: "INT.3", barrier: null } }];
const chapters = [
  { id: "practice-INT.3", fields: { text: "words" } }, { id: "practice-INT.3.fr", fields: { text: "mots" } }, { id: "practice-INT.31", fields: { text: "words" } },
  { id: "summary", fields: { text: "In [[number:INT.3]] cases; INT.3 in words" } }, { id: "conclusion", fields: { text: "INT.3 in words, [[number:INT.31]]" } },
  { id: "barriers", fields: { text: "[[number:BAR.2|few]]" } }, { id: "annexes", fields: { text: null } },
];
const ids = (code: string) => {
  const uses = usesOf(code, findings, answers, chapters);
  return [uses.findings.map((one) => one.id), uses.answers, uses.chapters.map((one) => one.id)];
};

test("each use of a code is found, and none of a code whose id begins alike", () => {
  expect(ids("INT.3")).toEqual([["f1"], 2, ["practice-INT.3", "practice-INT.3.fr", "summary"]]);
  expect(ids("BAR.2")).toEqual([["f1"], 1, ["barriers"]]);
  expect(ids("INT.31")).toEqual([["f3"], 0, ["practice-INT.31", "conclusion"]]);
  expect(ids("OUT.1")).toEqual([[], 0, []]);
});
