// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every sentence that the sources of the report's blockers hold is known in the browser, so that none is left in English.
import { expect, it } from "vitest";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fixWords, messageWords } from "./blocker_words";

const room = path.resolve(__dirname, "../../../src");
// Texts of several words, literals in a row put together, as the compiler does.
function sentencesIn(file: string): string[] {
  const source = readFileSync(path.join(room, file), "utf8").replace(/\/\/[^\n]*/g, "").replace(/"\s*\n\s*"/g, "");
  return [...source.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((found) => found[1]!).filter((text) => text.split(" ").length >= 3);
}
const filled = (text: string): string => text.replace("{1}", "consents.csv");
const isKnown = (text: string): boolean => messageWords(text) !== null || fixWords(text) !== null;

it.each(["publish/claims.cpp"])("%s", (file) => {
  const sentences = sentencesIn(file).map((text) => (text.endsWith("in the case ") ? `${text}lamp` : filled(text)));
  expect(sentences.length).toBeGreaterThan(18);
  expect(sentences.filter((text) => !isKnown(text))).toEqual([]);
});
it("names and places that may not appear", () => {
  const sentences = sentencesIn("app/gateway/leaving/secrets.cpp").map((text) => filled(/^(the|an|what) .* of an organisation/.test(text) ? `is ${text}` : text));
  expect(sentences.length).toBeGreaterThan(6);
  expect(sentences.filter((text) => !isKnown(text))).toEqual([]);
});
it("what is left out, and what is to be looked at again", () => {
  // The last one is about keeping an edition, which no page of the workbench shows.
  const own = ["is not in this edition", "something that it rests on", "look at it again", "make the report again when", "this passage was taken back", "look whether the text"];
  const sentences = sentencesIn("app/report_study.cpp").filter((text) => own.some((one) => text.startsWith(one)));
  expect(sentences.length).toBe(8);
  expect(sentences.filter((text) => !isKnown(text))).toEqual([]);
});
it("what is not known is told as it is", () => {
  expect(messageWords("is something new")).toBeNull();
  expect(messageWords("has no accepted passage in the case lamp")).toBe("has no accepted passage in the case lamp");
});
