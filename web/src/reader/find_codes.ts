// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codes by what somebody types: the beginning of an id, then words of the name, then of the definition; used ones first.
export interface Code {
  code: string;
  parent?: string;
  kind: string;
  label: string;
  definition: string;
  depth: number;
  retired: boolean;
  own: number;
  with_below: number;
  version: string;
}

export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

export function findCodes(codes: readonly Code[], typed: string, recent: readonly string[]): Code[] {
  const wanted = folded(typed.trim()).split(/\s+/).filter(Boolean);
  const rank = (code: Code): number => {
    const id = folded(code.code);
    const label = folded(code.label);
    if (wanted.length === 0) return 1;
    if (wanted.length === 1 && id === wanted[0]) return 6;
    if (wanted.length === 1 && id.startsWith(wanted[0]!)) return 5;
    const starts = wanted.every((word) => label.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word)));
    if (starts) return 4;
    if (wanted.every((word) => label.includes(word) || id.includes(word))) return 3;
    const all = `${id} ${label} ${folded(code.definition)}`;
    return wanted.every((word) => all.includes(word)) ? 2 : 0;
  };
  const used = (code: Code): number => {
    const at = recent.indexOf(code.code);
    return at < 0 ? recent.length : at;
  };
  return codes
    .filter((code) => !code.retired)
    .map((code, index) => ({ code, index, rank: rank(code) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank || used(a.code) - used(b.code) || a.index - b.index)
    .map((one) => one.code);
}
