// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { sentencesOf } from "./take_back";

const nothing: Parameters<typeof sentencesOf>[0] = {
  documents: [], cases: [], consents: 1, codings: 0, older_texts: 0, translations: 0, memos: 0, history_texts: 0, decisions: 0,
  originals: 0, labels: [], findings: [], repetitions: [], editions: [], act: 0, wiped: false,
};
const finding = (passages: number, left: number) =>
  ({ finding: "f", passages, left, words_taken_out: false, without_evidence: left === 0 });

describe("what a withdrawal says beforehand", () => {
  it("is nothing where only what may be done changes", () => expect(sentencesOf(nothing)).toEqual([]));
  it("counts each thing once, in its own sentence", () => {
    expect(sentencesOf({ ...nothing, documents: ["a/b", "a/c"], codings: 1 })).toEqual([
      "2 texts are deleted, with their older versions and files.", "1 coded passage is deleted."]);
  });
  it("names the findings that are left without a passage beside those that lose some", () => {
    expect(sentencesOf({ ...nothing, codings: 8, findings: [finding(1, 0), finding(7, 3)] })).toEqual([
      "8 coded passages are deleted.", "2 findings lose passages.",
      "1 finding has no passage left then, and cannot be published as it is."]);
  });
  it("tells of the reports that are out already", () => {
    expect(sentencesOf({ ...nothing, editions: [{ edition: "e", made_at: 0, forms: "html", languages: "en" }] as never }))
      .toEqual(["1 published report holds something of it: it must be published again without it."]);
  });
});
