// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the answer about coalitions says, counted and put in order.
import type { api, Given } from "../api/client";

export type Coalitions = Given<() => ReturnType<typeof api.GET<"/coalitions", { params: { query: { language: "en" } } }>>>;
export type Sector = Coalitions["sectors"][number];
export type Link = Sector["links"][number];
export type Tie = Link["ties"][number];

// Cases on record and told, of a region or of all.
export function casesOf(sector: Pick<Sector, "overall" | "by_region">, region?: number): number {
  const of = region === undefined ? sector.overall : sector.by_region[region]!;
  return of.on_record + of.told;
}

// Sectors that no case names, of a region or of all.
export const missingIn = (data: Pick<Coalitions, "sectors">, region?: number): number[] =>
  data.sectors.flatMap((sector, at) => (casesOf(sector, region) === 0 ? [at] : []));

export interface CaseRow {
  at: number;
  onRecord: number[];
  told: number[]; // and not on record
}
// Cases in the order of the answer; those without a sector too.
export function rowsOfCases(data: Pick<Coalitions, "cases" | "sectors">): CaseRow[] {
  const rows = data.cases.map((_, at): CaseRow => ({ at, onRecord: [], told: [] }));
  data.sectors.forEach((sector, at) => sector.links.forEach((link) => {
    const row = rows[link.of_case]!;
    (link.ties.length > 0 ? row.onRecord : row.told).push(at);
  }));
  return rows;
}
