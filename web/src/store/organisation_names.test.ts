// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { namesIn } from "./organisation_names";
import type { Organisation } from "./things";

const house = { id: "umoja-house", fields: { name: "Umoja House" } } as Organisation;

test("no id stands for a name that is on its way", () => {
  expect(namesIn({ data: null, problem: null })("umoja-house")).toBe("…");
});
test("what is read has its name, what is not seen here its id", () => {
  const name = namesIn({ data: [house], problem: null });
  expect(name("umoja-house")).toBe("Umoja House");
  expect(name("other")).toBe("other");
});
test("where names could not be read, the id is all there is", () => {
  expect(namesIn({ data: null, problem: { kind: "forbidden", status: 403, detail: "" } as never })("umoja-house")).toBe("umoja-house");
});
