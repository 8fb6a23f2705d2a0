// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A spreadsheet that was sent: what it would do, with cells that were mended here, and taking it in.
import { api, ask, type Given } from "../api/client";

export interface Mended {
  row: number;
  column: string;
  value: string;
}

// A file that was sent; `sheet` of a workbook, where somebody said which.
export interface Sent {
  upload: string;
  name: string;
  sheet?: string;
}

const importTable = ({ upload, name, sheet }: Sent, dry: boolean, mended: Mended[], takenOut: number[]) =>
  api.POST("/tables", { body: { upload, file_name: name, table: "organisations", dry_run: dry, ...(sheet ? { sheet } : {}), mended, taken_out: takenOut } });
export type Look = Given<() => ReturnType<typeof importTable>>;
export type LookRow = Look["rows"][number];
export type LookProblem = Look["problems"][number];

export const lookAt = (sent: Sent, mended: Mended[], takenOut: number[]) => ask<Look>(() => importTable(sent, true, mended, takenOut));
export const takeIn = (sent: Sent, mended: Mended[], takenOut: number[]) => ask<Look>(() => importTable(sent, false, mended, takenOut));
