// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codes that were given last, for 1 to 9.  In memory only.
import { signal } from "@preact/signals";

export const recent = signal<readonly string[]>([]);
export const usedNow = (code: string): void => {
  recent.value = [code, ...recent.value.filter((one) => one !== code)].slice(0, 9);
};
