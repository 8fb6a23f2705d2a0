// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a browser fetches before the first page shows: at most 90 kB compressed, in any language; nothing inline.
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "vite";
import { gzipSync } from "node:zlib";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = mkdtempSync(path.join(os.tmpdir(), "cg-web-"));
const read = (file: string) => readFileSync(path.join(out, file));
const packed = (file: string) => gzipSync(read(file), { level: 9 }).length;

describe("the first page", () => {
  beforeAll(async () => {
    process.env.CG_WEB_OUT = out;
    await build({ root, configFile: path.join(root, "vite.config.ts"), logLevel: "error" });
  }, 60000);

  it("is at most 90 kB, with what it imports at once and the longest catalogue", () => {
    const page = read("workbench.html").toString();
    const first = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]!));
    for (const file of first) {
      if (!file.endsWith(".js")) continue;
      for (const match of read(file).toString().matchAll(/(?:import|from)\s*"\.\/([^"]+)"/g)) first.add(`assets/${match[1]}`);
    }
    const catalogues = readdirSync(path.join(out, "assets")).filter((file) => file.startsWith("_words_"));
    expect(catalogues.length).toBe(4);
    const bytes = [...first].reduce((sum, file) => sum + packed(file), packed("workbench.html"))
      + Math.max(...catalogues.map((file) => packed(`assets/${file}`)));
    console.log(`first page: ${(bytes / 1000).toFixed(1)} kB compressed`);
    expect(bytes).toBeLessThanOrEqual(90000);
  });
  it("holds no script and no style of its own, which the content policy would refuse", () => {
    const page = read("workbench.html").toString();
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)[^>]*>/);
  });
  it("evaluates no text as code", () => {
    for (const file of readdirSync(path.join(out, "assets")).filter((name) => name.endsWith(".js"))) {
      expect(read(`assets/${file}`).toString(), file).not.toMatch(/\beval\(|new Function\(|innerHTML\s*=\s*[^=]*location/);
    }
  });
});
