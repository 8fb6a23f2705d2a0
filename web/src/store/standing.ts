// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which acts of a person can be undone, and how many undos that takes: the server takes back the last that stands, and then
// the one before it (src/coding/history/undo.cpp has the same order).
interface Act {
  act: number;
  person: string;
  action: string;
  undoes: number;
}

// acts: the newest first, none left out between.  Returns: by act, how many undos take it back; acts that were taken back, and
// those that cannot be, are not in it.
export function undosOf(acts: readonly Act[], person: string): Map<number, number> {
  const undone = new Set<number>();
  const redone = new Set<number>(); // undos that were taken back
  const found = new Map<number, number>();
  for (const one of acts) {
    if (one.person !== person) continue;
    if (one.action === "redo") redone.add(one.undoes);
    else if (one.action === "undo") {
      if (!redone.has(one.act)) undone.add(one.undoes);
    } else if (one.action !== "import" && !undone.has(one.act)) found.set(one.act, found.size + 1);
  }
  return found;
}
