// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// g and a letter go to a place, and the letter does nothing else, whoever hears it first.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { me } from "../session/session";
import { actsAsLetter, listenForKeys } from "./keys";
import { places, placesOf } from "./places";
import { usual } from "./shortcuts";

interface Pressed { key: string; timeStamp: number; defaultPrevented: boolean; target: null; preventDefault: () => void }
let hears: ((event: KeyboardEvent) => void)[] = [];
let time = 0;
// What a page that listens before the shell, and one that listens after it, would do.
function press(key: string, after = 100): { before: boolean; behind: boolean } {
  time += after;
  const event: Pressed = { key, timeStamp: time, defaultPrevented: false, target: null, preventDefault: () => { event.defaultPrevented = true; } };
  const asEvent = event as unknown as KeyboardEvent;
  const before = actsAsLetter(asEvent);
  for (const act of hears) act(asEvent);
  return { before, behind: actsAsLetter(asEvent) };
}

describe("g and a letter", () => {
  const went: string[] = [];
  let stop = () => {};
  beforeEach(() => {
    vi.stubGlobal("HTMLElement", class {});
    vi.stubGlobal("HTMLInputElement", class {});
    vi.stubGlobal("document", { querySelector: () => null, getElementById: () => null });
    vi.stubGlobal("addEventListener", (_kind: string, act: (event: KeyboardEvent) => void) => { hears.push(act); });
    vi.stubGlobal("removeEventListener", (_kind: string, act: (event: KeyboardEvent) => void) => { hears = hears.filter((one) => one !== act); });
    me.value = { person: "lead", role: "coordinator" };
    went.length = 0;
    time += 10_000;
    stop = listenForKeys((path) => went.push(path), () => {});
  });
  afterEach(() => {
    stop();
    me.value = null;
    vi.unstubAllGlobals();
  });

  it("go to every place, and no page hears the letter as its own", () => {
    for (const place of placesOf("coordinator")) {
      press("g");
      expect(press(place.key)).toEqual({ before: false, behind: false });
    }
    expect(went).toEqual(placesOf("coordinator").map((place) => place.path));
  });
  it("do nothing where the letter is no place, also not on the page", () => {
    press("g");
    expect(press("j")).toEqual({ before: false, behind: false });
    expect(press("j")).toEqual({ before: true, behind: true });
    expect(went).toEqual([]);
  });
  it("are two keys again after a while", () => {
    press("g");
    expect(press("o", 2000).before).toBe(true);
    expect(went).toEqual([]);
  });
  it("wait while Shift goes down", () => {
    press("g");
    press("Shift");
    expect(press("E").before).toBe(false);
  });
  it("have a letter each, and no page takes a key of every page", () => {
    expect(new Set(places.map((place) => place.key)).size).toBe(places.length);
    const { everywhere, places: behind, ...pages } = usual;
    expect(behind).toEqual(places.map((place) => place.key));
    expect(Object.values(pages).flat().filter((key) => everywhere.includes(key))).toEqual([]);
  });
});
