// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What fingers choose, sentence by sentence.
import { afterEach, describe, expect, it, vi } from "vitest";
import { sentenceAt } from "./choosing";
import { modelOf } from "./model";
import { placeDrawnAt, touched } from "./touching";

const text = "One came. Two left. 😀 Three stayed.\n\nFour spoke. Five heard.";
const model = modelOf(text, [], "en");
const at = (words: string) => sentenceAt(model, [...text.slice(0, text.indexOf(words))].length)!;
const cut = (span: { start: number; end: number } | null) => span && model.points.slice(span.start, span.end);
const after = (...touches: string[]) => cut(touches.reduce<ReturnType<typeof touched>>((chosen, words) => touched(chosen, at(words)), null));

it("takes in what is behind, what is before, and other paragraphs", () => {
  expect(after("Two")).toBe("Two left.");
  expect(after("One", "Two")).toBe("One came. Two left.");
  expect(after("Two", "One")).toBe("One came. Two left.");
  expect(after("Two", "Four")).toBe("Two left. 😀 Three stayed.\n\nFour spoke.");
  expect(after("Five", "Two")).toBe("Two left. 😀 Three stayed.\n\nFour spoke. Five heard.");
});
it("begins again with a sentence of what is chosen, and chooses nothing where it is alone", () => {
  expect(after("One", "Four", "Two")).toBe("Two left.");
  expect(after("Two", "Two")).toBeNull();
});

describe("the place under a finger", () => {
  afterEach(() => { vi.unstubAllGlobals(); });
  const node = { name: "words" };
  it("is asked for in the way that a browser has", () => {
    vi.stubGlobal("document", { caretPositionFromPoint: () => ({ offsetNode: node, offset: 3 }) });
    expect(placeDrawnAt(1, 2)).toEqual([node, 3]);
    vi.stubGlobal("document", { caretRangeFromPoint: () => ({ startContainer: node, startOffset: 4 }) });
    expect(placeDrawnAt(1, 2)).toEqual([node, 4]);
  });
  it("is none outside of the text, or where a browser cannot tell", () => {
    vi.stubGlobal("document", { caretPositionFromPoint: () => null });
    expect(placeDrawnAt(1, 2)).toBeNull();
    vi.stubGlobal("document", {});
    expect(placeDrawnAt(1, 2)).toBeNull();
  });
});
