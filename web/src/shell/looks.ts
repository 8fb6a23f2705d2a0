// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Colours, contrast and text size, as chosen on this machine or else as its system has them.  Built as a script of its own
// that runs before anything is drawn (build/before_drawing.ts), so that no page flashes in other colours; imports nothing.
export interface Looks {
  theme: "system" | "light" | "dark";
  contrast: "system" | "more";
  text: number; // per cent
}
export const textSizes: readonly number[] = [100, 125, 150, 200];
const kKept = "looks";

export function readLooks(kept: string | null): Looks {
  let found: Partial<Record<keyof Looks, unknown>> = {};
  try {
    found = (JSON.parse(kept ?? "{}") ?? {}) as typeof found;
  } catch { /* damaged: as if nothing were kept */ }
  return {
    theme: found.theme === "light" || found.theme === "dark" ? found.theme : "system",
    contrast: found.contrast === "more" ? "more" : "system",
    text: textSizes.find((size) => size === found.text) ?? 100,
  };
}

export function keptLooks(): Looks {
  try {
    return readLooks(localStorage.getItem(kKept));
  } catch {
    return readLooks(null); // the browser keeps nothing
  }
}
export function keepLooks(looks: Looks): void {
  try {
    localStorage.setItem(kKept, JSON.stringify(looks));
  } catch { /* it holds until the page is closed */ }
}

const systemHas = (what: string): boolean => matchMedia(`(${what})`).matches;
export function showLooks(looks: Looks): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = looks.theme !== "system" ? looks.theme : systemHas("prefers-color-scheme: dark") ? "dark" : "light";
  if (looks.contrast === "more" || systemHas("prefers-contrast: more")) dataset["contrast"] = "more";
  else delete dataset["contrast"];
  if (looks.text === 100) delete dataset["text"];
  else dataset["text"] = String(looks.text);
}

if (typeof document !== "undefined") showLooks(keptLooks());
