// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Only what was changed is sent; where two changed the same, both are shown.
import { expect, it } from "vitest";
import { changeOf, gradeState, inConflict, mergedFields, regraded, withAt, type Fields } from "./edit";

const seen = { statement: "A", codes: ["INT.1"], cases_for: ["lamp"], cases_against: [], confidence: null, reasons: [], graded_by: [], text: "words", kind: null, concerns: [] } as unknown as Fields;

it("sends the changed fields alone, and a blank one as nothing", () => {
  expect(changeOf(seen, { ...seen, statement: "B" })).toEqual({ statement: "B" });
  expect(changeOf(seen, { ...seen, text: "" })).toEqual({ text: null });
  expect(changeOf(seen, { ...seen, cases_against: undefined } as unknown as Fields)).toEqual({});
});
it("tells a conflict only where both changed the same field differently", () => {
  expect(inConflict(seen, { ...seen, statement: "B" }, { ...seen, statement: "C", text: "more" })).toEqual(["statement"]);
  expect(inConflict(seen, { ...seen, statement: "B" }, { ...seen, statement: "B" })).toEqual([]);
  expect(inConflict(seen, { ...seen, codes: ["INT.2"] }, { ...seen, text: "more" })).toEqual([]);
});
it("takes in what others changed, and keeps what was changed here", () => {
  const now = { ...seen, text: "their words", statement: "B" } as Fields;
  expect(mergedFields(seen, now, { ...seen, codes: ["INT.2"], statement: "C" })).toEqual({ ...now, codes: ["INT.2"], statement: "C" });
});
it("puts nobody's name under levels that they did not see", () => {
  const graded = { ...seen, concerns: ["minor", "minor", "minor", "minor"], reasons: ["a", "b", "c", "d"], confidence: "low", graded_by: ["a"] } as unknown as Fields;
  const signed = { ...graded, graded_by: ["a", "b"] } as Fields;
  const now = { ...graded, confidence: "high", text: "more" } as Fields;
  expect(inConflict(graded, now, signed)).toEqual(["confidence", "graded_by"]);
  expect(mergedFields(graded, now, signed)).toEqual({ ...signed, text: "more" });
  expect(inConflict(graded, { ...graded, text: "more" } as Fields, signed)).toEqual([]);
});
it("takes a grade for whole with four levels, four reasons, a level over all and two names", () => {
  const four = ["minor", "minor", "minor", "minor"];
  expect(gradeState(seen)).toBe("none");
  expect(gradeState({ ...seen, concerns: withAt([], 2, "minor") } as Fields)).toBe("begun");
  expect(gradeState({ ...seen, concerns: four, reasons: four, confidence: "low", graded_by: [] } as unknown as Fields)).toBe("begun");
  expect(gradeState({ ...seen, concerns: four, reasons: four, confidence: "low", graded_by: ["a"] } as unknown as Fields)).toBe("waits");
  expect(gradeState({ ...seen, concerns: four, reasons: four, confidence: "low", graded_by: ["a", "b"] } as unknown as Fields)).toBe("whole");
});
it("takes the names of others off another grade, and off nothing else", () => {
  const graded = { ...seen, concerns: ["minor", "minor", "minor", "minor"], confidence: "low", graded_by: ["a", "b"] } as unknown as Fields;
  expect(regraded(graded, { ...graded, statement: "B" }, "a").graded_by).toEqual(["a", "b"]);
  expect(regraded(graded, { ...graded, confidence: "high" } as Fields, "a").graded_by).toEqual(["a"]);
  expect(regraded(graded, { ...graded, confidence: "high" } as Fields, "c").graded_by).toEqual([]);
});
it("keeps the place of each component", () => {
  expect(withAt(["a", "b"], 3, "d")).toEqual(["a", "b", "", "d"]);
  expect(withAt(["", "b"], 1, "")).toEqual([]);
});
