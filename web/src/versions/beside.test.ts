// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from "vitest";
import { endsOf, kLongest, pairOf, piecesOf, type Row } from "./beside";

const row = (what: Row["what"]): Row => ({ what, was: [], is: [{ words: what, only_here: false }] });
const short = (whats: string, open: number[] = []) =>
  piecesOf([...whats].map((one) => row(one === "." ? "same" : "changed")), new Set(open)).map((one) => (one.is === "fold" ? `(${one.rows})` : one.row.what === "same" ? "." : "x")).join("");

test("what is the same is folded but for the rows nearest to a change", () => {
  expect(short("......x")).toBe("(5).x");
  expect(short("x......")).toBe("x.(5)");
  expect(short("x......x")).toBe("x.(4).x");
  expect(short("x...x")).toBe("x...x"); // one row is no longer than a fold
  expect(short("xx")).toBe("xx");
  expect(short("....")).toBe("(4)");
  expect(short("")).toBe("");
});

test("a fold that was opened stays open, the others stay folded", () => {
  expect(short("x......x....", [2])).toBe("x......x.(3)");
  expect(short("x......x....", [9])).toBe("x.(4).x....");
});

test("long words that are the same are cut to their ends, between words and never within a letter", () => {
  expect(endsOf("a ".repeat(100))).toBeNull();
  const words = Array.from({ length: 400 }, (_, at) => `word${at}`).join(" ");
  const [head, tail] = endsOf(words)!;
  expect(words.startsWith(head) && words.endsWith(tail)).toBe(true);
  expect(words[head.length]).toBe(" ");
  expect(words[words.length - tail.length - 1]).toBe(" ");
  const [first, last] = endsOf("\u{1F600}".repeat(kLongest + 1))!;
  expect([...first, ...last].every((one) => one === "\u{1F600}")).toBe(true);
});

test("an address asks for versions that there can be", () => {
  expect(pairOf("", "", 3)).toEqual([2, 3]);
  expect(pairOf("1", "2", 3)).toEqual([1, 2]);
  expect(pairOf("3", "1", 3)).toEqual([3, 1]);
  expect(pairOf("words", "9", 3)).toEqual([2, 3]);
  expect(pairOf("", "1", 3)).toEqual([1, 1]);
});
