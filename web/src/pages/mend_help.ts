// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is wrong with a cell of a spreadsheet of organisations, in the reader's language, and what could stand there
// instead.  The server says it in English; what is not known here is shown as it says it.
import type { LookProblem } from "../store/tables";
import { saidPart } from "../words/said";
import { t } from "../words/words";
import { idOf } from "./ids";

export interface Place {
  id: string; // as a cell has it
  name: string;
}

export interface Around {
  cells: Record<string, string>; // of its row, by column
  taken: readonly string[]; // ids of the other rows
  regions: readonly Place[];
  countries: readonly Place[];
}

export interface Help {
  what: string;
  fix: string;
  instead: string; // what could stand there; empty: nobody can know
  isOurs: boolean; // in the reader's language
}

const visibilities = ["private", "network", "public"];
const plain = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

// How many letters have to be changed, added or left out.
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

// The one place that is meant, if one alone is near: by its id or by what it is called.
export function meant(value: string, places: readonly Place[]): string {
  const wanted = plain(value);
  if (wanted === "") return "";
  const most = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  const near = places.filter((one) => Math.min(Math.abs(one.id.length - wanted.length), Math.abs(one.name.length - wanted.length)) <= most + 2).map((one) => ({ id: one.id, far: Math.min(distance(wanted, plain(one.id)), distance(wanted, plain(one.name))) })).filter((one) => one.far <= most);
  const least = Math.min(...near.map((one) => one.far));
  const best = near.filter((one) => one.far === least);
  return best.length === 1 ? best[0]!.id : "";
}

export function helpFor(problem: LookProblem, around: Around): Help {
  const ours = (what: string, fix: string, instead = ""): Help => ({ what, fix, instead, isOurs: true });
  const { column, message, value } = problem;
  const cell = around.cells[column] ?? value;
  const already = /was in line (\d+) already/.exec(message);
  if (already) return ours(t("“{1}” was in row {2} already.", value, Number(already[1])), t("Change one of the two, or take one out."));
  if (/must be filled/.test(message)) {
    return ours(t("It is blank, and has to be filled."), t("Fill it in, or take the row out."), column === "id" && around.cells.name ? idOf(around.cells.name, around.taken) : "");
  }
  if (column === "id" && /is not an id/.test(message)) {
    return ours(t("“{1}” is not an id.", value), t("Use Latin letters, digits, dots and hyphens, without spaces."), idOf(cell || (around.cells.name ?? ""), around.taken));
  }
  if (column === "region" && /no region of this id|a region's name/.test(message)) {
    return ours(t("There is no region “{1}”.", value), t("Write one of: {1}.", around.regions.map((one) => one.id).join(", ")), meant(cell, around.regions));
  }
  if (column === "country") {
    return ours(t("“{1}” is no country's code.", value), t("Three letters, as ISO 3166 lists them."), meant(cell, around.countries));
  }
  if (column === "visibility") return ours(t("“{1}” may not stand here.", value), t("Write one of: {1}.", visibilities.join(", ")), meant(cell, visibilities.map((one) => ({ id: one, name: one }))));
  if (/separated by semicolons/.test(message)) return ours(t("The columns are separated by semicolons; they are read so."), "");
  const sentence = (words: string): string => (words === "" ? "" : `${words[0]!.toUpperCase()}${words.slice(1)}.`);
  const [said, mend] = [saidPart(message), saidPart(problem.fix)];
  return { what: `${value === "" ? "" : `“${value}”: `}${said ?? message}.`, fix: sentence(mend ?? problem.fix), instead: "", isOurs: said !== null && mend !== null };
}
