// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What somebody chose for the pages arrives with the account, or waits in the tab until it does, and is nobody else's.
import { beforeEach, describe, expect, it, vi } from "vitest";

type Sent = { setting: string; value: string }[];
const server = vi.hoisted(() => ({ sent: [] as Sent[], answers: [] as ((ok: boolean) => void)[] }));
vi.mock("../api/client", () => ({
  api: { PUT: (_: string, { body }: { body: { preferences: Sent } }) => { server.sent.push(body.preferences); } },
  ask: (act: () => void) => {
    act();
    return new Promise((resolve) => server.answers.push((ok) => resolve({ ok })));
  },
}));

const tab = new Map<string, string>();
let isFull = false;
vi.stubGlobal("sessionStorage", {
  getItem: (key: string) => tab.get(key) ?? null,
  setItem: (key: string, value: string) => {
    if (isFull) throw new Error("no room");
    tab.set(key, value);
  },
  removeItem: (key: string) => tab.delete(key),
});

// As a page that is opened anew, in the same tab.
async function openPage() {
  vi.resetModules();
  return import("./preferences");
}
async function answer(ok: boolean) {
  server.answers.shift()!(ok);
  await new Promise((later) => setTimeout(later));
}
const asMap = (sent: Sent | undefined) => Object.fromEntries((sent ?? []).map(({ setting, value }) => [setting, value]));

beforeEach(() => {
  tab.clear();
  isFull = false;
  server.sent.length = 0;
  server.answers.length = 0;
});

describe("what somebody chose", () => {
  it("goes to the account with all else that is set, in place of what began so", async () => {
    const page = await openPage();
    page.preferencesCame("ana", [{ setting: "language", value: "fr" }, { setting: "key.a", value: "x" }, { setting: "key.b", value: "y" }]);
    page.setPreferences("key.", { "key.c": "z" });
    expect(page.preference("key.a")).toBeUndefined();
    expect(asMap(server.sent[0])).toEqual({ language: "fr", "key.c": "z" });
    await answer(true);
    expect(server.sent).toHaveLength(1);
    expect(tab.size).toBe(0);
  });

  it("is sent once more when it changed while it was sent, and waits until the newest arrived", async () => {
    const page = await openPage();
    page.preferencesCame("ana", []);
    page.setPreferences("look", { look: "dark" });
    page.setPreferences("look", { look: "light" });
    expect(server.sent).toHaveLength(1);
    await answer(true);
    expect(tab.size).toBe(1);
    expect(server.sent.map(asMap)).toEqual([{ look: "dark" }, { look: "light" }]);
    await answer(true);
    expect(tab.size).toBe(0);
  });

  it("stands in place of what the account has where it did not arrive, and is sent again", async () => {
    let page = await openPage();
    page.preferencesCame("ana", [{ setting: "look", value: "light" }]);
    page.setPreferences("look", { look: "dark" });
    await answer(false);
    expect(page.preference("look")).toBe("dark");
    page = await openPage();
    page.preferencesCame("ana", [{ setting: "look", value: "light" }]);
    expect(page.preference("look")).toBe("dark");
    expect(asMap(server.sent[1])).toEqual({ look: "dark" });
    await answer(true);
    expect(tab.size).toBe(0);
  });

  it("is not what another person finds in the same tab, and not lost by that", async () => {
    let page = await openPage();
    page.preferencesCame("ana", []);
    page.setPreferences("look", { look: "dark" });
    await answer(false);
    page = await openPage();
    page.preferencesCame("ben", [{ setting: "look", value: "light" }]);
    expect(page.preference("look")).toBe("light");
    expect(server.sent).toHaveLength(1);
    page = await openPage();
    page.preferencesCame("ana", []);
    expect(page.preference("look")).toBe("dark");
  });

  it("is newer than what comes when the same person signs in again over the page", async () => {
    const page = await openPage();
    page.preferencesCame("ana", []);
    page.setPreferences("look", { look: "dark" });
    page.preferencesCame("ana", [{ setting: "look", value: "light" }]);
    expect(page.preference("look")).toBe("dark");
    await answer(true);
  });

  it("goes to the account also where the tab has no room, and what lies there broken is nothing", async () => {
    isFull = true;
    let page = await openPage();
    page.preferencesCame("ana", []);
    page.setPreferences("look", { look: "dark" });
    expect(asMap(server.sent[0])).toEqual({ look: "dark" });
    isFull = false;
    tab.set("preferences-unsent", "{broken");
    page = await openPage();
    page.preferencesCame("ana", [{ setting: "look", value: "light" }]);
    expect(page.preference("look")).toBe("light");
  });

  it("is told to who asks for it, before and after it comes, and only where there is something", async () => {
    const page = await openPage();
    const heard: string[] = [];
    page.whenPreferencesCome((all) => heard.push(`early ${all.get("look")}`));
    page.preferencesCame("ana", []);
    expect(heard).toEqual([]);
    page.preferencesCame("ana", [{ setting: "look", value: "dark" }]);
    page.whenPreferencesCome((all) => heard.push(`late ${all.get("look")}`));
    expect(heard).toEqual(["early dark", "late dark"]);
  });
});
