// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A spreadsheet that was sent: what it would do, with cells that were mended here, and taking it in.
import { api, ask, type Given } from "../api/client";

export interface Mended {
  row: number;
  column: string;
  value: string;
}

const importTable = (upload: string, name: string, dry: boolean, mended: Mended[], takenOut: number[]) =>
  api.POST("/tables", { body: { upload, file_name: name, table: "organisations", dry_run: dry, mended, taken_out: takenOut } });
export type Look = Given<() => ReturnType<typeof importTable>>;
export type LookRow = Look["rows"][number];
export type LookProblem = Look["problems"][number];

export const lookAt = (upload: string, name: string, mended: Mended[], takenOut: number[]) =>
  ask<Look>(() => importTable(upload, name, true, mended, takenOut));
export const takeIn = (upload: string, name: string, mended: Mended[], takenOut: number[]) =>
  ask<Look>(() => importTable(upload, name, false, mended, takenOut));
