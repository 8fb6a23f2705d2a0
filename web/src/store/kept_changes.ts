// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What waits for a connection, on this machine from one session to the next: sealed under the key of its person, in a place of
// their own whose name does not say whose.  Nobody else's is looked at.
import { clear, del, get, set } from "idb-keyval";
import { keyOf, seal, unseal, type Sealed } from "./seal";

export interface KeptChanges {
  // What waited here, put down.  unopened: there is something that the key does not open; it stays until it is forgotten.
  bring: () => Promise<{ changes: readonly unknown[]; unopened: boolean }>;
  keep: (changes: readonly unknown[]) => Promise<void>;
  forgetUnopened: () => Promise<void>;
}

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, "0")).join("");

export async function keptChangesOf(person: string, secret: string): Promise<KeptChanges> {
  const key = await keyOf(secret);
  const name = hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`commonground waits 1 ${person}`))).slice(0, 32);
  const aside = `${name} unopened`;
  return {
    bring: async () => {
      const changes: unknown[] = [];
      let unopened = false;
      // What could not be opened once is tried again: a key may come back with the study that it belongs to.
      for (const place of [aside, name]) {
        const sealed = await get<Sealed>(place).catch(() => undefined);
        if (!sealed) continue;
        const found = await unseal(key, sealed);
        if (Array.isArray(found)) {
          changes.push(...(found as unknown[]));
          if (place === aside) await del(aside).catch(() => {});
        } else {
          unopened = true;
          if (place === name) await set(aside, sealed).then(() => del(name)).catch(() => {});
        }
      }
      return { changes, unopened };
    },
    keep: async (changes) => {
      if (changes.length === 0) await del(name).catch(() => {});
      else await set(name, await seal(key, changes)).catch(() => {});
    },
    forgetUnopened: () => del(aside).catch(() => {}),
  };
}

// Everybody's: who leaves quickly leaves nothing.
export const wipeKeptChanges = (): Promise<void> => clear().catch(() => {});
