// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The workbench and the sign-in page have one set of colours, with the accent of the design.
import { expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const tokensOf = (file: string): Map<string, string> => {
  const css = readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8");
  const light = /:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? "";
  return new Map([...light.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!.trim().toLowerCase()]));
};

const workbench = tokensOf("../src/style/tokens.css");
const signIn = tokensOf("../../src/server/pages/style.css");

it("share every colour that the sign-in page names", () => {
  expect(signIn.size).toBeGreaterThan(8);
  for (const [name, value] of signIn) expect(workbench.get(name), name).toBe(value);
});
it("have umbrella red as the accent", () => {
  expect(workbench.get("--accent")).toBe("#a50f25");
});
