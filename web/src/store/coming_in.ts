// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files that were given to the page and are not done with: they stay while one looks at other pages of this window, and
// go with it.  A new version of a text waits here until every coding that lost its words has an answer.
import { signal } from "@preact/signals";
import type { Given } from "../pages/what_came";

export const filesGiven = signal<readonly Given[]>([]);

export interface WaitingVersion {
  document: string;
  version: number; // that it would have
  open: number; // codings without an answer
}
export function waitingVersions(): WaitingVersion[] {
  return filesGiven.value.flatMap(({ fate }) => (fate.is === "looked"
    ? [{ document: fate.came.document, version: fate.came.version, open: fate.came.lost.filter((one) => !(one.coding in fate.answers)).length }] : []));
}
export const waitingVersion = (document: string): WaitingVersion | undefined => waitingVersions().find((one) => one.document === document);
