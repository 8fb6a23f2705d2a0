// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What blocks leads to where it is mended.
import { expect, it } from "vitest";
import { pageOf, placeOf, thingOf } from "./mend";

it("leads to the page of the thing, by its sign and never its name", () => {
  expect(placeOf({ thing: "finding", id: "hours", file: "" })).toMatch(/^\/findings\/[0-9a-z]{10}$/);
  expect(placeOf({ thing: "code", id: "INT.5.8", file: "" })).toBe("/codebook/INT.5.8");
  expect(placeOf({ thing: "chapter", id: "case-lamp-house", file: "report/case-lamp-house.md" })).toMatch(/^\/report\/chapters\/[0-9a-z]{10}$/);
  expect(placeOf({ thing: "", id: "", file: "study.toml" })).toBe("/settings/study");
  expect(placeOf({ thing: "translation", id: "x", file: "translations.csv" })).toBeUndefined();
});
it("knows a finding by its file where only written pages showed the name", () => {
  expect(thingOf({ thing: "", id: "", file: "findings/hours.md" })).toMatchObject({ thing: "finding", id: "hours" });
  expect(thingOf({ thing: "", id: "", file: "report/summary.md" })).toMatchObject({ thing: "chapter", id: "summary" });
  expect(thingOf({ thing: "", id: "", file: "organisations.csv" }).thing).toBe("");
});
it("names a page of the preview only where there is one", () => {
  expect(pageOf({ thing: "finding", id: "hours", file: "" }, ["findings.html"])).toBe("findings.html");
  expect(pageOf({ thing: "finding", id: "hours", file: "" }, [])).toBeUndefined();
  expect(pageOf({ thing: "chapter", id: "practice-INT.2", file: "" }, ["index.html", "practices/INT.2.html"])).toBe("practices/INT.2.html");
});
