// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What waited is there in the next session of the same person, and is nobody else's.
import { webcrypto } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";

const disk = vi.hoisted(() => new Map<string, unknown>());
vi.mock("idb-keyval", () => ({
  get: async (key: string) => disk.get(key),
  set: async (key: string, value: unknown) => { disk.set(key, value); },
  del: async (key: string) => { disk.delete(key); },
  clear: async () => disk.clear(),
}));
import { keptChangesOf, wipeKeptChanges } from "./kept_changes";

// Every browser has it; Node 18 does not name it.
if (globalThis.crypto === undefined) Object.defineProperty(globalThis, "crypto", { value: webcrypto });

const change = { kind: "remove", document: "a.md", coding: "1" };

describe("changes that wait", () => {
  beforeEach(() => disk.clear());
  it("are there in the next session of the same person", async () => {
    await (await keptChangesOf("ana", "key of ana")).keep([change]);
    expect(await (await keptChangesOf("ana", "key of ana")).bring()).toEqual({ changes: [change], unopened: false });
  });
  it("are not another's, who takes nothing of them and puts their own beside", async () => {
    await (await keptChangesOf("ana", "key of ana")).keep([change]);
    const ben = await keptChangesOf("ben", "key of ben");
    expect(await ben.bring()).toEqual({ changes: [], unopened: false });
    await ben.keep([]);
    expect((await (await keptChangesOf("ana", "key of ana")).bring()).changes).toEqual([change]);
  });
  it("are in no place that names the person", async () => {
    await (await keptChangesOf("ana", "key of ana")).keep([change]);
    expect([...disk.keys()].join()).toMatch(/^[0-9a-f]{32}$/);
  });
  it("stay and are told when the key does not open them, until that was read or the key is right again", async () => {
    await (await keptChangesOf("ana", "key of ana")).keep([change]);
    const other = await keptChangesOf("ana", "key of another study");
    expect(await other.bring()).toEqual({ changes: [], unopened: true });
    await other.keep([{ ...change, coding: "2" }]);
    expect(await other.bring()).toEqual({ changes: [{ ...change, coding: "2" }], unopened: true });
    await other.keep([]);
    expect(await (await keptChangesOf("ana", "key of ana")).bring()).toEqual({ changes: [change], unopened: false });

    await (await keptChangesOf("ana", "key of ana")).keep([change]);
    await other.bring();
    await other.forgetUnopened();
    expect(disk.size).toBe(0);
  });
  it("are all gone when somebody leaves", async () => {
    await (await keptChangesOf("ana", "key of ana")).keep([change]);
    await (await keptChangesOf("ben", "key of ben")).keep([change]);
    await wipeKeptChanges();
    expect(disk.size).toBe(0);
  });
});
