// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Letters and signs that act, each of which may be changed, or all of them switched off (WCAG 2.1.4).  Kept with the
// account (store/preferences.ts), and in this browser, so that they are there before the account is.
import { signal } from "@preact/signals";
import { setPreferences, whenPreferencesCome } from "../store/preferences";
import { places } from "./places";

// Where a key acts: on every page, behind the one of places, or on pages of a kind.
export type Place = "everywhere" | "places" | "reader" | "compare" | "suggest" | "screening" | "codebook" | "split" | "gaps" | "search" | "texts";
// In the order in which they are listed; a letter of a place is its first key, and the name of what it does.
export const usual: Readonly<Record<Place, readonly string[]>> = {
  everywhere: ["/", "g", "?"],
  places: places.map((place) => place.key),
  reader: ["j", "k", "s", "S", "E", "p", "c", "n", "N", "o", "m", "x", "w", "v", "b"],
  compare: ["n", "p", "r", "t"],
  suggest: ["y", "n", "u", "s", "o"],
  screening: ["i", "o", "t", "r"],
  codebook: ["m", "p"],
  split: ["j", "k"],
  gaps: ["e"],
  search: ["j", "k"],
  texts: ["j", "k", "x"],
};
const allPlaces = Object.keys(usual) as Place[];

interface Kept {
  letters: boolean;
  changed: Record<string, string>; // "reader j": "l"
}
const kKept = "keys";
// Digits choose, and Space scrolls and ticks.
const mayBe = (key: unknown): key is string => typeof key === "string" && [...key].length === 1 && !/[\s\d]/.test(key);
const isKnown = (which: string): boolean => allPlaces.some((place) => usual[place].some((key) => which === `${place} ${key}`));
function read(): Kept {
  try {
    const found = JSON.parse(localStorage.getItem(kKept) ?? "") as Partial<Kept>;
    const changed = Object.fromEntries(Object.entries(found.changed ?? {}).filter(([which, key]) => isKnown(which) && mayBe(key)));
    return { letters: found.letters !== false, changed };
  } catch {
    return { letters: true, changed: {} }; // nothing kept, damaged, or the browser keeps nothing
  }
}
export const shortcuts = signal<Kept>(read());
function keepHere(next: Kept): void {
  shortcuts.value = next;
  try {
    localStorage.setItem(kKept, JSON.stringify(next));
  } catch { /* they hold until the page is closed */ }
}
function keep(next: Kept): void {
  keepHere(next);
  setPreferences("key", { ...(next.letters ? {} : { keys: "off" }),
    ...Object.fromEntries(Object.entries(next.changed).map(([which, key]) => [`key ${which}`, key])) });
}
whenPreferencesCome((all) => {
  const changed: Record<string, string> = {};
  for (const [setting, key] of all) {
    const which = setting.replace(/^key /, "");
    if (which !== setting && isKnown(which) && mayBe(key)) changed[which] = key;
  }
  keepHere({ letters: all.get("keys") !== "off", changed });
});

export const keyFor = (place: Place, key: string): string => shortcuts.value.changed[`${place} ${key}`] ?? key;
export const setLetters = (letters: boolean): void => keep({ ...shortcuts.value, letters });
export const resetKeys = (): void => keep({ letters: shortcuts.value.letters, changed: {} });

// What acts everywhere is a key of nothing else; behind the one of places, letters are free again.
function sharesKeys(one: Place, other: Place): boolean {
  return one === other || ((one === "everywhere" || other === "everywhere") && one !== "places" && other !== "places");
}

// false: the key is taken by something else that is heard where this one is.
export function changeKey(place: Place, key: string, to: string): boolean {
  if (!mayBe(to)) return false;
  const isTaken = allPlaces.some((where) => sharesKeys(place, where)
    && usual[where].some((other) => !(where === place && other === key) && keyFor(where, other) === to));
  if (isTaken) return false;
  const { [`${place} ${key}`]: _, ...others } = shortcuts.value.changed;
  keep({ ...shortcuts.value, changed: to === key ? others : { ...others, [`${place} ${key}`]: to } });
  return true;
}

// Which of a place's letters a pressed key stands for; keys that are no letters of it stay what they are.
export function meant(place: Place, pressed: string): string {
  const found = usual[place].find((key) => keyFor(place, key) === pressed);
  if (found !== undefined) return found;
  return usual[place].includes(pressed) ? "" : pressed;
}
