// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The head of a column that sorts: a button, and which way is told to a screen reader too.
import type { ComponentChildren } from "preact";
import { turned } from "./order";

interface Props {
  by: string;
  sort: string; // of the table (order.ts)
  turn: (sort: string) => void;
  children: ComponentChildren;
}

export function SortHead({ by, sort, turn, children }: Props) {
  const is = sort === by ? "ascending" : sort === `-${by}` ? "descending" : undefined;
  return (
    <th scope="col" aria-sort={is}>
      <button type="button" class="sort" onClick={() => turn(turned(sort, by))}>{children}<span aria-hidden="true">{is === "ascending" ? " ↑" : is === "descending" ? " ↓" : ""}</span></button>
    </th>
  );
}
