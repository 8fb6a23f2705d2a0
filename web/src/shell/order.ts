// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The order of a table as an address says it: "column" up, "-column" down, nothing as it is given.
export interface Order<Column extends string> {
  by: Column;
  down: boolean;
}

export function orderIn<Column extends string>(columns: readonly Column[], sort: string): Order<Column> | null {
  const by = columns.find((one) => one === sort.replace(/^-/, ""));
  return by ? { by, down: sort.startsWith("-") } : null;
}

// What pressing the head of a column makes of the order: up, down, as it was.
export function turned(sort: string, by: string): string {
  return sort === by ? `-${by}` : sort === `-${by}` ? "" : by;
}

// What is not known (null) stands last, whichever way it is turned; those alike as `last` puts them.
export function inOrder<Row>(rows: readonly Row[], down: boolean, keyOf: (row: Row) => string | number | null,
  compare: (a: string, b: string) => number, last: (a: Row, b: Row) => number): Row[] {
  const step = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const one = keyOf(a);
    const other = keyOf(b);
    if (one === null || other === null) return one === other ? last(a, b) : one === null ? 1 : -1;
    const by = typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other));
    return by * step || last(a, b);
  });
}
