// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What this person has set for the pages.  It is kept with the account, since signing out clears the browser; what did not
// arrive there before the page was read again waits beside it in this tab.
import { api, ask } from "../api/client";

const kUnsent = "preferences-unsent";
let who = "";
function unsent(): [string, string][] | null {
  try {
    const waits = JSON.parse(sessionStorage.getItem(kUnsent) ?? "null") as { who: string; all: [string, string][] } | null;
    return waits?.who === who ? waits.all : null;
  } catch { return null; }
}

let all = new Map<string, string>();
let isSending = false;
let isNew = false;
const takes: ((all: ReadonlyMap<string, string>) => void)[] = [];

export const preference = (setting: string): string | undefined => all.get(setting);

// Calls when somebody comes in who has set something, and at once when that was before.
export function whenPreferencesCome(take: (all: ReadonlyMap<string, string>) => void): void {
  takes.push(take);
  if (all.size > 0) take(all);
}
export function preferencesCame(person: string, found: readonly { setting: string; value: string }[]): void {
  who = person;
  if (isSending) return; // the same person again, over the page: what is here is newer
  const late = unsent();
  all = new Map(late ?? found.map(({ setting, value }) => [setting, value]));
  if (late) void send();
  if (all.size > 0) for (const take of takes) take(all);
}

async function send(): Promise<void> {
  isNew = true;
  try { sessionStorage.setItem(kUnsent, JSON.stringify({ who, all: [...all] })); } catch { /* no room: it goes with the account alone */ }
  if (isSending) return;
  isSending = true;
  while (isNew) {
    isNew = false;
    // Where it does not arrive, it holds on this page, and goes with the next.
    const { ok } = await ask(() => api.PUT("/session/preferences", { body: { preferences: [...all].map(([setting, value]) => ({ setting, value })) } }));
    if (ok && !isNew) sessionStorage.removeItem(kUnsent);
  }
  isSending = false;
}

// `values` in place of all settings that begin so.
export function setPreferences(beginning: string, values: Readonly<Record<string, string>>): void {
  for (const setting of [...all.keys()]) if (setting.startsWith(beginning)) all.delete(setting);
  for (const [setting, value] of Object.entries(values)) all.set(setting, value);
  void send();
}
