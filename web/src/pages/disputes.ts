// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is said of one organisation, the same thing together, and whether sources dispute each other: by the rule of
// src/context/statements.cpp, so that this page and the report agree.  Until 2012 one value and from 2012 another is a
// change in that year, no dispute.
export interface Told {
  property?: string | null;
  value?: string | null;
  valid_from?: string | null;
  valid_to?: string | null;
}
export interface Group<T> {
  property: string;
  all: T[];
  disputed: boolean;
}

// Years and months as days that compare as text; a 31st of any month comes after all of its days.
const firstDay = (day: string): string => (day + "-01-01").slice(0, 10);
const lastDay = (day: string): string => (day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day);

// The days on which it is certainly true; if there are none, those on which it may be.  Blank: open.
function spanOf({ valid_from: from, valid_to: to }: Told): [first: string, last: string] {
  const [first, last] = [from ? lastDay(from) : "", to ? firstDay(to) : ""];
  return first && last && first > last ? [firstDay(from!), lastDay(to!)] : [first, last];
}
const isNever = ([first, last]: [string, string]): boolean => first !== "" && last !== "" && first > last;
const overlap = (a: [string, string], b: [string, string]): boolean =>
  (a[0] === "" || b[1] === "" || a[0] <= b[1]) && (b[0] === "" || a[1] === "" || b[0] <= a[1]);

export function grouped<T>(things: readonly T[], told: (thing: T) => Told, manyValued: readonly string[]): Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const one of things) {
    const property = told(one).property ?? "";
    groups.set(property, [...(groups.get(property) ?? []), one]);
  }
  return [...groups].map(([property, all]) => {
    const spans = all.map((one) => ({ span: spanOf(told(one)), value: told(one).value })).filter(({ span }) => !isNever(span));
    const disputed = !manyValued.includes(property) && spans.some((a, i) => spans.slice(i + 1).some((b) => a.value !== b.value && overlap(a.span, b.span)));
    return { property, all, disputed };
  });
}
