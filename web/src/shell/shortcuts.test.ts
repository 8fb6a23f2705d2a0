// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { beforeEach, describe, expect, it } from "vitest";
import { changeKey, keyFor, meant, resetKeys, setLetters, shortcuts } from "./shortcuts";

describe("shortcuts", () => {
  beforeEach(() => {
    resetKeys();
    setLetters(true);
  });
  it("are the usual ones until they are changed", () => {
    expect(meant("reader", "j")).toBe("j");
    expect(changeKey("reader", "j", "l")).toBe(true);
    expect(meant("reader", "l")).toBe("j");
    expect(meant("reader", "j")).toBe("");
    expect(meant("compare", "n")).toBe("n");
    expect(meant("reader", "Enter")).toBe("Enter");
    expect(meant("reader", "1")).toBe("1");
  });
  it("are never two things at once, and no digit, space, g or / and ?", () => {
    expect(["k", "1", " ", "/", "?", "g", "", "ab"].map((to) => changeKey("reader", "j", to))).toEqual(Array(8).fill(false));
    expect(changeKey("reader", "j", "л")).toBe(true);
    expect(keyFor("reader", "j")).toBe("л");
    expect(changeKey("reader", "k", "j")).toBe(true);
    expect(meant("reader", "j")).toBe("k");
  });
  it("go back together, and can be switched off", () => {
    changeKey("suggest", "y", "z");
    setLetters(false);
    resetKeys();
    expect(keyFor("suggest", "y")).toBe("y");
    expect(shortcuts.value.letters).toBe(false);
  });
});
