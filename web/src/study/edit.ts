// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fields that somebody changes while others may change them too: what was seen, what is wanted, what it is now.
export type Values = Readonly<Record<string, string>>;

export const touched = (seen: Values, wanted: Values): string[] =>
  Object.keys(wanted).filter((field) => (wanted[field] ?? "") !== (seen[field] ?? ""));

// Both changed it, to different things.
export const clashes = (seen: Values, now: Values, wanted: Values): string[] =>
  touched(seen, wanted).filter((field) => (now[field] ?? "") !== (seen[field] ?? "") && (now[field] ?? "") !== (wanted[field] ?? ""));

// What others changed and this person did not comes in; what this person changed stays.
export function merged(seen: Values, now: Values, wanted: Values): Values {
  const mine = new Set(touched(seen, wanted));
  return { ...now, ...Object.fromEntries(Object.entries(wanted).filter(([field]) => mine.has(field))) };
}
