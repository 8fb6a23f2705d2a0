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

// A label in pieces: which letters are those of a word that was typed, however they are written.
export function marked(label: string, typed: string): { words: string; found: boolean; at: number }[] {
  const wanted = folded(typed.trim()).split(/\s+/).filter(Boolean);
  const letters = [...label];
  const found = new Array<boolean>(letters.length).fill(false);
  // Folding may leave nothing of a letter (a mark), or more than one: each folded one knows where it came from.
  const origin: number[] = [];
  let all = "";
  letters.forEach((letter, at) => {
    for (const one of folded(letter)) {
      all += one;
      for (let unit = 0; unit < one.length; unit += 1) origin.push(at);
    }
  });
  for (const word of wanted) {
    for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + word.length)) {
      for (let unit = at; unit < at + word.length; unit += 1) found[origin[unit]!] = true;
    }
  }
  const pieces: { words: string; found: boolean; at: number }[] = [];
  letters.forEach((letter, at) => {
    const last = pieces.at(-1);
    if (last && last.found === found[at]) last.words += letter;
    else pieces.push({ words: letter, found: found[at]!, at });
  });
  return pieces;
}
