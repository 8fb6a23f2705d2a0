// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An id for a new thing, made of its name where that has Latin letters, and that none has yet.
const kLongest = 40;

export function idOf(name: string, taken: readonly string[], otherwise = "organisation"): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, kLongest).replace(/-+$/, "");
  const base = plain || otherwise;
  if (plain && !taken.includes(base)) return base;
  let no = plain ? 2 : 1;
  while (taken.includes(`${base}-${no}`)) no += 1;
  return `${base}-${no}`;
}
