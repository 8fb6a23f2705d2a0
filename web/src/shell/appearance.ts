// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is chosen of how the workbench looks, and what has to follow it.
import { signal } from "@preact/signals";
import { setPreferences, whenPreferencesCome } from "../store/preferences";
import { keepLooks, keptLooks, readLooks, showLooks, type Looks } from "./looks";

export const looks = signal<Looks>(keptLooks());

// A width at which a page changes is counted in letters of the usual size, whatever size was chosen.  With letters twice as
// large the same number of them needs twice the width: so that nothing has to be scrolled sideways, the widths grow too.
export const grown = (condition: string, percent: number): string =>
  condition.replace(/([\d.]+)rem/g, (_all, number: string) => `${(Number(number) * percent) / 100}rem`);

const asWritten = new Map<CSSMediaRule, string>();
function growWidths(percent: number): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const written = asWritten.get(rule) ?? rule.media.mediaText;
      asWritten.set(rule, written);
      if (/rem/.test(written)) rule.media.mediaText = grown(written, percent);
    }
  }
}

function useLooks(next: Looks): void {
  looks.value = next;
  keepLooks(next);
  showLooks(next);
  growWidths(next.text);
}
export function setLooks(change: Partial<Looks>): void {
  useLooks({ ...looks.value, ...change });
  const { theme, contrast, text } = looks.value;
  setPreferences("look", { "look theme": theme, "look contrast": contrast, "look text": String(text) });
}
whenPreferencesCome((all) => {
  if (!all.has("look theme")) return;
  useLooks(readLooks(JSON.stringify({ theme: all.get("look theme"), contrast: all.get("look contrast"), text: Number(all.get("look text")) })));
});

export function followLooks(): void {
  if (looks.value.text !== 100) growWidths(looks.value.text);
  for (const what of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
    matchMedia(what).addEventListener("change", () => showLooks(looks.value));
  }
}
