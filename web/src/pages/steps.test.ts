// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every kind of step has its own sentence, and those that have a page lead there.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { grouped, told } from "./steps";

interface Schema {
  properties: { steps: { items: { properties: { kind: { enum: string[] } } } } };
}
const openapi = JSON.parse(readFileSync(fileURLToPath(new URL("../../../docs/api/openapi.json", import.meta.url)), "utf8"));
const schema: Schema = openapi.paths["/api/v1/work"].get.responses["200"].content["application/json"].schema;
const kinds = schema.properties.steps.items.properties.kind.enum;

it.each(kinds)("%s", (kind) => {
  const line = told({ kind, subject: "umoja-house", count: 2, last_day: "2027-01-01" }, (id) => `name of ${id}`, (id) => `title of ${id}`, (id) => `region ${id}`);
  expect(line.text).not.toBe(kind);
  expect(line.text).not.toContain("{");
  if (line.place) expect(line.place).not.toContain("umoja");
});
it("that is about nothing in particular leads to the page of all", () => {
  const all = (kind: string) => told({ kind, count: 12 }, String, String, String);
  expect(all("add-document")).toMatchObject({ about: "12 organisations", place: "/texts/add" });
  expect(all("do-to-do").place).toBeUndefined();
});
it("stands together by kind, the first kind first", () => {
  const steps = ["verify", "add-document", "verify"].map((kind) => ({ kind, count: 1 }));
  expect(grouped(steps).map((one) => [one.kind, one.steps.length])).toEqual([["verify", 2], ["add-document", 1]]);
});
