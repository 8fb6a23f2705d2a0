// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every kind of text in which code points, units and what looks like a letter differ.
import { describe, expect, it } from "vitest";
import { Points } from "./points";

const texts: [string, string][] = [
  ["plain", "The lamp works again."],
  ["emoji", "a😀b👩🏽‍⚕️c🇰🇪d"],
  ["emoji at both ends", "😀x😀"],
  ["combining marks", "e\u0301a\u0300\u0323 n\u0303"],
  ["Burmese", "မြစ်ဝကျွန်းပေါ် မှတ်စု"],
  ["Thai", "บันทึกจากสายบัว"],
  ["CR LF", "one\r\ntwo\r\n\r\nthree"],
  ["Arabic with marks", "مُذَكِّرَة"],
  ["rare letters", "𠮷野家 𝔘𝔫𝔦"],
  ["unpaired surrogate", "a\ud83db\udc00c"],
  ["zero-width joiner", "क्‍ष"],
  ["nothing", ""],
];

describe.each(texts)("%s", (_, text) => {
  const points = new Points(text);
  const letters = [...text];
  it("has as many code points as the language counts", () => expect(points.length).toBe(letters.length));
  it("finds each code point where it begins, and back", () => {
    let unit = 0;
    letters.forEach((letter, point) => {
      expect(points.startUtf16(point)).toBe(unit);
      for (let inside = 0; inside < letter.length; inside += 1) expect(points.pointAt(unit + inside)).toBe(point);
      unit += letter.length;
    });
    expect(points.startUtf16(letters.length)).toBe(text.length);
    expect(points.pointAt(text.length)).toBe(letters.length);
  });
  it("cuts what the server would cut", () => {
    for (let start = 0; start <= letters.length; start += 1) {
      for (let end = start; end <= letters.length; end += 1) {
        expect(points.slice(start, end)).toBe(letters.slice(start, end).join(""));
      }
    }
  });
});
