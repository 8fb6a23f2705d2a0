// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tables of numbers that open: arrows lead from cell to cell, so that the whole table is one stop of the tab key.
export const shade = (present: number, of: number): string =>
  present === 0 || of === 0 ? "c0" : `c${Math.min(5, Math.ceil((present / of) * 5))}`; // from light to dark; nothing found is hatched

// Where a key leads from a cell of a table; null: nowhere.  `isEmpty`: for "e", which goes to the next empty cell.
export function stepOf(key: string, at: { row: number; column: number }, size: { rows: number; columns: number }, rtl: boolean,
  isEmpty: (row: number, column: number) => boolean): { row: number; column: number } | null {
  const move = (rows: number, columns: number) => {
    const to = { row: at.row + rows, column: at.column + columns };
    return to.row >= 0 && to.row < size.rows && to.column >= 0 && to.column < size.columns ? to : null;
  };
  switch (key) {
    case "ArrowUp": return move(-1, 0);
    case "ArrowDown": return move(1, 0);
    case "ArrowLeft": return move(0, rtl ? 1 : -1);
    case "ArrowRight": return move(0, rtl ? -1 : 1);
    case "Home": return { row: at.row, column: 0 };
    case "End": return { row: at.row, column: size.columns - 1 };
    case "e": {
      const cells = size.rows * size.columns;
      const start = at.row * size.columns + at.column;
      for (let i = 1; i < cells; i += 1) {
        const cell = (start + i) % cells;
        const to = { row: Math.floor(cell / size.columns), column: cell % size.columns };
        if (isEmpty(to.row, to.column)) return to;
      }
      return null;
    }
    default: return null;
  }
}
