// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What it may mean that two codes stand on one passage, as far as the codebook tells.
export interface PairCode {
  code: string;
  kind: string;
  parent?: string | null;
}

// "above": one is above the other in the tree; "outcome": one is a practice, the other an outcome; null: it does not tell.
export function meaningOf(one: PairCode, other: PairCode, codes: ReadonlyMap<string, PairCode>): "above" | "outcome" | null {
  const isAbove = (upper: PairCode, lower: PairCode): boolean => {
    for (let at = lower.parent; at; at = codes.get(at)?.parent) if (at === upper.code) return true;
    return false;
  };
  if (isAbove(one, other) || isAbove(other, one)) return "above";
  const kinds = [one.kind, other.kind];
  return kinds.includes("practice") && kinds.includes("outcome") ? "outcome" : null;
}
