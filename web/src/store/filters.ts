// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What narrows a page, as its address says it, so that reload, back and sharing keep it: values of closed lists only (a
// region, a code, a kind).  What a person typed, a name or a quote never stands there; an organisation only as its sign
// (text/address.ts).
import { useLocation } from "preact-iso";

// The address with these values in it.  What is as usual is left out.
export function addressWith(path: string, query: string, usual: Record<string, string>, change: Record<string, string | undefined>): string {
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === usual[name]) all.delete(name);
    else all.set(name, value);
  }
  const rest = all.toString().replaceAll("%2C", ",");
  return rest === "" ? path : `${path}?${rest}`;
}

// The values as they are now, and how to change some.  A change replaces the address: "back" leads to the page before.
export function useFilters<Usual extends Record<string, string>>(usual: Usual): [{ [Name in keyof Usual]: string }, (change: { [Name in keyof Usual]?: string }) => void] {
  const { query, route } = useLocation();
  const now = Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, query[name] ?? value])) as { [Name in keyof Usual]: string };
  return [now, (change) => route(addressWith(location.pathname, location.search, usual, change), true)];
}

// Several values of one filter.
export const valuesOf = (filter: string): string[] => filter.split(",").filter((one) => one !== "");
export const toggled = (filter: string, value: string): string => {
  const values = valuesOf(filter);
  return (values.includes(value) ? values.filter((one) => one !== value) : [...values, value]).join(",");
};
