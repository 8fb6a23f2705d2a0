// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two versions of a text, line by line: what both have, and what only one has.
export interface Line {
  text: string;
  own: boolean; // the other version has no such line here
}
const kMost = 4000000; // cells of the table; beyond, all that lies between the first and the last difference is own

// The longest list of lines that both have in the same order stays, everything else is a side's own.
// Cost: O(lines of one times lines of the other), after equal beginnings and ends are taken off.
export function sideBySide(mine: string, theirs: string): { mine: Line[]; theirs: Line[] } {
  const a = mine.split("\n");
  const b = theirs.split("\n");
  let begin = 0;
  while (begin < a.length && begin < b.length && a[begin] === b[begin]) begin += 1;
  let end = 0;
  while (end < a.length - begin && end < b.length - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const rows = a.length - begin - end;
  const columns = b.length - begin - end;
  const bothA = new Set<number>();
  const bothB = new Set<number>();
  if (rows * columns <= kMost) {
    const longest = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
    for (let i = rows - 1; i >= 0; i -= 1) {
      for (let j = columns - 1; j >= 0; j -= 1) {
        longest[i]![j] = a[begin + i] === b[begin + j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
      }
    }
    for (let i = 0, j = 0; i < rows && j < columns;) {
      if (a[begin + i] === b[begin + j]) {
        bothA.add(i);
        bothB.add(j);
        i += 1;
        j += 1;
      } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1;
      else j += 1;
    }
  }
  const told = (lines: string[], both: Set<number>, between: number): Line[] =>
    lines.map((text, i) => ({ text, own: i >= begin && i < begin + between && !both.has(i - begin) }));
  return { mine: told(a, bothA, rows), theirs: told(b, bothB, columns) };
}
