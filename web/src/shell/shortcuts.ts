// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Letters that act, each of which may be changed, or all of them switched off (WCAG 2.1.4).  Kept in this browser: keys and
// nothing else.
import { signal } from "@preact/signals";

export type Place = "reader" | "compare" | "suggest" | "screening" | "codebook";
// In the order in which they are listed; a letter of a place is its first key, and the name of what it does.
export const usual: Readonly<Record<Place, readonly string[]>> = {
  reader: ["j", "k", "s", "S", "E", "p", "c", "n", "N", "o", "m", "x", "w", "v"],
  compare: ["n", "p", "r", "t"],
  suggest: ["y", "n", "u", "s", "o"],
  screening: ["i", "o", "t", "r"],
  codebook: ["m", "p"],
};

interface Kept {
  letters: boolean;
  changed: Record<string, string>; // "reader j": "l"
}
const kKept = "keys";
// Digits choose, / ? and g are the same on every page.
const mayBe = (key: string): boolean => [...key].length === 1 && !/[\s\d/?g]/.test(key);
function read(): Kept {
  try {
    const found = JSON.parse(localStorage.getItem(kKept) ?? "") as Partial<Kept>;
    const changed = Object.fromEntries(Object.entries(found.changed ?? {}).filter(([, key]) => typeof key === "string" && mayBe(key)));
    return { letters: found.letters !== false, changed };
  } catch {
    return { letters: true, changed: {} }; // nothing kept, damaged, or the browser keeps nothing
  }
}
export const shortcuts = signal<Kept>(read());
function keep(next: Kept): void {
  shortcuts.value = next;
  try {
    localStorage.setItem(kKept, JSON.stringify(next));
  } catch { /* they hold until the page is closed */ }
}

export const keyFor = (place: Place, key: string): string => shortcuts.value.changed[`${place} ${key}`] ?? key;
export const setLetters = (letters: boolean): void => keep({ ...shortcuts.value, letters });
export const resetKeys = (): void => keep({ letters: shortcuts.value.letters, changed: {} });

// false: the key is taken by something else of that place.
export function changeKey(place: Place, key: string, to: string): boolean {
  if (!mayBe(to)) return false;
  if (usual[place].some((other) => other !== key && keyFor(place, other) === to)) return false;
  keep({ ...shortcuts.value, changed: { ...shortcuts.value.changed, [`${place} ${key}`]: to } });
  return true;
}

// Which of a place's letters a pressed key stands for; keys that are no letters of it stay what they are.
export function meant(place: Place, pressed: string): string {
  const found = usual[place].find((key) => keyFor(place, key) === pressed);
  if (found !== undefined) return found;
  return usual[place].includes(pressed) ? "" : pressed;
}
