// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one place that says whether what was done is kept.
import { signal } from "@preact/signals";

export type Saved =
  | { state: "quiet" } | { state: "saving" } | { state: "saved"; at: Date } | { state: "not_kept" } | { state: "waits"; changes: number };
export const saved = signal<Saved>({ state: "quiet" });
export const reached = signal(true);

let before: Saved = { state: "quiet" };
export const saving = (): void => {
  if (saved.value.state !== "saving") before = saved.value;
  saved.value = { state: "saving" };
};

// After saving(), once it is known what came of it.  Why something was not kept is said where it was done; that it was not
// is said here too, so that nobody takes an older "Saved" for it.
export const settled = (kept: boolean): void => {
  saved.value = kept ? { state: "saved", at: new Date() } : { state: "not_kept" };
};
// There was nothing to keep: what was said before saving() still holds.
export const nothingToKeep = (): void => {
  saved.value = before;
};
export const waits = (changes: number): void => {
  saved.value = { state: "waits", changes };
};
