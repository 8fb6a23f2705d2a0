// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Signs are of ten letters, tell nothing, and differ.
import { expect, it } from "vitest";
import { signOf } from "./address";

it("are ten letters or digits, the same for the same id, and without the name", () => {
  expect(signOf("umoja-house/minutes.pdf")).toMatch(/^[0-9a-z]{10}$/);
  expect(signOf("umoja-house/minutes.pdf")).toBe(signOf("umoja-house/minutes.pdf"));
  expect(signOf("အဖွဲ့/မှတ်စု")).toMatch(/^[0-9a-z]{10}$/);
});
it("differ for 20,000 ids that are alike", () => {
  const signs = new Set(Array.from({ length: 20000 }, (_, i) => signOf(`case-${i}/case-study.docx`)));
  expect(signs.size).toBe(20000);
});
