// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one place that says whether what was done is kept.
import { signal } from "@preact/signals";

export type Saved = { state: "quiet" } | { state: "saving" } | { state: "saved"; at: Date } | { state: "waits"; changes: number };
export const saved = signal<Saved>({ state: "quiet" });
export const reached = signal(true);

export const saving = (): void => {
  saved.value = { state: "saving" };
};
export const savedNow = (): void => {
  saved.value = { state: "saved", at: new Date() };
};
