// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Rows that were pasted from a spreadsheet, or a text file whose columns are called otherwise: cut into cells, each column
// given its name, and written as the CSV that is sent.
import { idOf } from "./ids";

export const columns = ["id", "name", "short_name", "country", "region", "languages", "visibility", "note"] as const;
export type Column = (typeof columns)[number];
export type Mapping = readonly (Column | "")[]; // "": left out

// As people call them, in five languages; a name of the table itself is itself.
const called: Readonly<Record<string, Column>> = {
  organisation: "name", organization: "name", organización: "name", организация: "name", 组织: "name", nom: "name", nombre: "name", название: "name", 名称: "name",
  identifiant: "id", identificador: "id", идентификатор: "id", 标识: "id", acronym: "short_name", "short name": "short_name", sigle: "short_name", sigla: "short_name", "краткое название": "short_name", 简称: "short_name",
  pays: "country", país: "country", страна: "country", 国家: "country", région: "region", región: "region", регион: "region", 区域: "region", 地区: "region",
  language: "languages", langues: "languages", langue: "languages", idiomas: "languages", idioma: "languages", языки: "languages", язык: "languages", 语言: "languages",
  notes: "note", nota: "note", notas: "note", примечание: "note", 备注: "note", visibilité: "visibility", visibilidad: "visibility", видимость: "visibility", 可见范围: "visibility",
};

export function columnCalled(words: string): Column | "" {
  const plain = words.normalize("NFC").trim().toLowerCase();
  return columns.find((one) => one === plain.replaceAll(" ", "_")) ?? called[plain] ?? "";
}

// Cells of a text: between tabs, semicolons or commas, whichever its first line has most of, tabs first; quotes hold a cell
// with line ends together, as spreadsheets write it.  Rows without a word are left out, short ones are filled up.
export function cellsOf(text: string): string[][] {
  const line = /[^\r\n]+/.exec(text)?.[0] ?? "";
  const between = line.includes("\t") ? "\t" : line.split(";").length > line.split(",").length ? ";" : ",";
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const end = () => { rows.at(-1)!.push(cell.trim()); cell = ""; };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === between) end();
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  return squared(rows);
}

// Rows with a word, all as long as the longest.
export function squared(rows: readonly (readonly string[])[]): string[][] {
  const filled = rows.filter((row) => row.some((one) => one !== ""));
  const wide = filled.reduce((most, row) => Math.max(most, row.length), 0);
  return filled.map((row) => [...row, ...Array<string>(wide - row.length).fill("")]);
}

// What the first row says, each column once; nothing: it is a row like the others.
export function guessed(first: readonly string[]): Mapping {
  const found = first.map(columnCalled);
  return found.map((one, at) => (one !== "" && found.indexOf(one) === at ? one : ""));
}

interface Named {
  id: string;
  name: string;
}

const quoted = (cell: string): string => (/[",\n\r;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const folded = (name: string): string => name.normalize("NFC").trim().toLowerCase();

// A place by its name, exactly as the reader's language has it, is its id; anything else stays as it is, to be asked about.
export function placed(rows: readonly (readonly string[])[], mapping: Mapping, regions: readonly Named[], countries: readonly Named[]): string[][] {
  const idsOf = (places: readonly Named[]) => new Map(places.map((one) => [folded(one.name), one.id]));
  const known: Partial<Record<Column | "", Map<string, string>>> = { region: idsOf(regions), country: idsOf(countries) };
  return rows.map((row) => row.map((cell, at) => known[mapping[at] ?? ""]?.get(folded(cell)) ?? cell));
}

// Rows without an id whose name several organisations have: whoever brings them in says which is meant.
export interface Asked<Known extends Named> {
  row: number; // of the rows below the names
  name: string;
  candidates: readonly Known[];
}
export function namesakes<Known extends Named>(rows: readonly (readonly string[])[], mapping: Mapping, known: readonly Known[]): Asked<Known>[] {
  const name = mapping.indexOf("name");
  if (mapping.includes("id") || name < 0) return [];
  return rows.flatMap((row, at) => {
    const candidates = known.filter((one) => folded(one.name) === folded(row[name] ?? ""));
    return candidates.length > 1 ? [{ row: at, name: row[name]!, candidates }] : [];
  });
}

// The rows with their columns named.  Where none is the id: an organisation that is there by this name keeps its own, and
// a new one gets one that nobody has.  meant: of rows that were asked about the id, or "" for a new one.
export function asCsv(rows: readonly (readonly string[])[], mapping: Mapping, known: readonly Named[] = [], meant: ReadonlyMap<number, string> = new Map()): string {
  const taken = known.map((one) => one.id);
  const kept = mapping.flatMap((column, at) => (column === "" ? [] : [{ column, at }]));
  const makesIds = !mapping.includes("id");
  const name = mapping.indexOf("name");
  const lines = rows.map((row, at) => {
    const cells = kept.map(({ at }) => row[at] ?? "");
    if (!makesIds) return cells;
    const words = row[name] ?? "";
    const id = (meant.get(at) ?? known.find((one) => folded(one.name) === folded(words))?.id) || idOf(words, taken);
    taken.push(id);
    return [id, ...cells];
  });
  return [[...(makesIds ? ["id"] : []), ...kept.map((one) => one.column as string)], ...lines].map((line) => line.map(quoted).join(",")).join("\n");
}
