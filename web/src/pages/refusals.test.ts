// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the readers of files say is known here: by their sources, so that a sentence that changes there fails here.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { known, leftOutWords, refusalOf } from "./refusals";

const below = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true }).map((one) => one.isDirectory() ? below(path.join(folder, one.name))
    : /\.cpp$/.test(one.name) && !/_test\.cpp$/.test(one.name) ? readFileSync(path.join(folder, one.name), "utf8") : "").join("\n");
// Strings that go on in the next line are one.
const said = ["ingest", "app/import", "server"].map((room) => below(path.resolve("..", "src", room))).join("\n").replace(/"\s*\n\s*"/g, "");

describe("why a file was not taken", () => {
  it("is known by words that the sources say", () => {
    for (const { words } of known) {
      const sample = said.split("\n").find((line) => words.test(line.replaceAll("{}", "7")));
      expect(sample, String(words)).toBeDefined();
    }
  });
  it("is told in plain words, with what to do", () => {
    expect(refusalOf("the PDF is locked with a password. Fix: save a copy without it").what).toBe("The file is locked with a password.");
    expect(refusalOf("the file is named DOCX but is PDF. Fix: name it .pdf").what).toMatch(/not what its name says/);
    expect(refusalOf("the PDF has 9999 pages; at most 2000 are read. Fix: split it")).toEqual({ what: "the PDF has 9999 pages; at most 2000 are read", fix: "split it" });
    expect(refusalOf("").what).not.toBe("");
  });
  it("names what was left out as the readers do", () => {
    const names = [...said.matchAll(/(?:Remove|removed\.(?:emplace_back|push_back))\("([^"]+)"\)/g)].map((match) => match[1]!);
    expect(names.length).toBeGreaterThan(30);
    const cases = readFileSync(path.resolve("src/pages/refusals.ts"), "utf8");
    expect([...new Set(names)].filter((name) => !cases.includes(`case "${name}":`))).toEqual([]);
    for (const name of names) expect(leftOutWords(name)).not.toBe("");
  });
});
