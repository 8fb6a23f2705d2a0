// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The code that somebody means comes first.
import { expect, it } from "vitest";
import { findCodes, marked, type Code } from "./find_codes";

const code = (id: string, label: string, definition = "", retired = false): Code =>
  ({ code: id, kind: "practice", label, definition, depth: 1, retired, own: 0, with_below: 0, version: "" });
const codes = [code("INT", "Interventions"), code("INT.2.8", "Care for survivors", "Clinical care"), code("OUT.1", "Access to HIV-specific care"),
  code("BAR.5.4", "Disrespectful or refused care"), code("INT.2", "Addressing violence"), code("OLD", "Care, old", "", true),
  code("X.1", "Économie", "santé")];
const found = (typed: string, recent: string[] = []) => findCodes(codes, typed, recent).map((one) => one.code);

it.each([
  ["care", ["INT.2.8", "OUT.1", "BAR.5.4"]], ["int.2", ["INT.2", "INT.2.8"]], ["INT.2.8", ["INT.2.8"]], ["surv care", ["INT.2.8"]],
  ["clinical", ["INT.2.8"]], ["economie", ["X.1"]], ["SANTE", ["X.1"]], ["nothing of this", []],
])("%s", (typed, expected) => expect(found(typed)).toEqual(expected));
it("puts those used last first, and shows all when nothing is typed", () => {
  expect(found("care", ["BAR.5.4"])[0]).toBe("BAR.5.4");
  expect(found("", ["OUT.1"])[0]).toBe("OUT.1");
  expect(found("").length).toBe(6);
});
it.each([
  ["Care for survivors", "care", ["[Care]", " for survivors"]],
  ["Économie", "econ", ["[Écon]", "omie"]],
  ["Access to care, care again", "care acc", ["[Acc]", "ess to ", "[care]", ", ", "[care]", " again"]],
  ["İstanbul", "ist", ["[İst]", "anbul"]],
  ["ကျန်းမာရေး", "", ["ကျန်းမာရေး"]],
  ["🌂 Umbrella", "umb", ["🌂 ", "[Umb]", "rella"]],
  ["Care", "other", ["Care"]],
])("marks what was typed in %s", (label, typed, expected) =>
  expect(marked(label, typed).map((one) => (one.found ? `[${one.words}]` : one.words))).toEqual(expected));
