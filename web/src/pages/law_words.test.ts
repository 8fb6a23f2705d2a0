// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reports and pages say the same of indicators: the lists of both, against each other.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const text = (file: string) => readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), "utf8");
const pairs = (all: string, one: RegExp) => Object.fromEntries([...all.matchAll(one)].map(([, key, words]) => [key, words]));

it("has the words of the report for values and labels of indicators", () => {
  const [, labels = "", values = ""] = text("src/publish/indicator_words.cpp").split(/kLabels\{\{|kValues\{\{/);
  const [, ourValues = "", ourLabels = ""] = text("web/src/pages/law_words.ts").split(/const kValues|const kLabels/);
  const report = { values: pairs(values, /\{"([^"]+)", Marked\("([^"]+)"\)\}/g), labels: [...labels.matchAll(/Marked\("([^"]+)"\)/g)].map(([, one]) => one) };
  const pages = { values: pairs(ourValues, /^  "?(\w+)"?: \(\) => t\("([^"]+)"\)/gm), labels: [...ourLabels.matchAll(/^  "([^"]+)": \(\) => t\("\1"\)/gm)].map(([, one]) => one) };
  expect(report.labels.length).toBeGreaterThan(10);
  expect(Object.keys(report.values).length).toBeGreaterThan(40);
  expect(pages.labels.sort()).toEqual(report.labels.sort());
  expect(pages.values).toEqual(report.values);
});
