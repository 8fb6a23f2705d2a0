// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What waits is read by its own person only, and never lies open.
import { webcrypto } from "node:crypto";
import { expect, it } from "vitest";
import { keyOf, seal, unseal } from "./seal";

// Every browser has it; Node 18 does not name it.
if (globalThis.crypto === undefined) Object.defineProperty(globalThis, "crypto", { value: webcrypto });

const change = [{ kind: "apply", coding: "1", memo: "her own words" }];

it("is read again by the same person", async () => {
  const sealed = await seal(await keyOf("key-a"), change);
  expect(await unseal(await keyOf("key-a"), sealed)).toEqual(change);
});
it("is nothing to another person, and to one whose bytes were changed", async () => {
  const sealed = await seal(await keyOf("key-a"), change);
  expect(await unseal(await keyOf("key-b"), sealed)).toBeUndefined();
  const bytes = new Uint8Array(sealed.bytes);
  bytes[3] = bytes[3]! ^ 1;
  expect(await unseal(await keyOf("key-a"), sealed)).toBeUndefined();
});
it("does not show its words", async () => {
  const sealed = await seal(await keyOf("key-a"), change);
  expect(new TextDecoder("latin1").decode(sealed.bytes)).not.toContain("words");
});
