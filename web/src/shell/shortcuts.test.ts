// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { beforeEach, describe, expect, it, vi } from "vitest";
import { preferencesCame } from "../store/preferences";
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
  it("are never two things at once, and no digit or space", () => {
    expect(["k", "1", " ", "/", "?", "g", "", "ab"].map((to) => changeKey("reader", "j", to))).toEqual(Array(8).fill(false));
    expect(changeKey("reader", "j", "л")).toBe(true);
    expect(keyFor("reader", "j")).toBe("л");
    expect(changeKey("reader", "k", "j")).toBe(true);
    expect(meant("reader", "j")).toBe("k");
  });
  it("that act everywhere are keys of nothing else, and free their own", () => {
    expect(["j", "y", "e", "?", "g", "1"].map((to) => changeKey("everywhere", "/", to))).toEqual(Array(6).fill(false));
    expect(changeKey("everywhere", "/", ".")).toBe(true);
    expect(changeKey("reader", "j", ".")).toBe(false);
    expect(changeKey("reader", "j", "/")).toBe(true);
    expect(meant("everywhere", ".")).toBe("/");
    expect(meant("everywhere", "/")).toBe("");
    expect(changeKey("everywhere", "g", "h")).toBe(true);
    expect(changeKey("everywhere", "?", "g")).toBe(true);
  });
  it("of places are pressed behind another, and are free on pages", () => {
    expect(changeKey("places", "o", "w")).toBe(false);
    expect(changeKey("places", "o", "j")).toBe(true);
    expect(changeKey("places", "w", "?")).toBe(true);
    expect(meant("places", "j")).toBe("o");
  });
  it("that are as at first are not kept as changed", () => {
    changeKey("reader", "j", "l");
    changeKey("reader", "j", "j");
    expect(shortcuts.value.changed).toEqual({});
  });
  it("come with the account, and what is no key of ours is passed over", async () => {
    await vi.waitFor(() => { // what was set before is on its way until the next moment
      preferencesCame("ada", [{ setting: "key everywhere /", value: "." }, { setting: "key reader nothing", value: "x" },
        { setting: "key reader k", value: "long" }, { setting: "keys", value: "off" }]);
      expect(shortcuts.value).toEqual({ letters: false, changed: { "everywhere /": "." } });
    });
  });
  it("go back together, and can be switched off", () => {
    changeKey("suggest", "y", "z");
    setLetters(false);
    resetKeys();
    expect(keyFor("suggest", "y")).toBe("y");
    expect(shortcuts.value.letters).toBe(false);
  });
});
