// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries are those that the program knows, each with a name, once.
import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countriesNamed } from "./countries";

describe("countries by name", () => {
  it("are those of data/countries and the one of the rules", () => {
    const file = readFileSync(fileURLToPath(new URL("../../../data/countries/names.tsv", import.meta.url)), "utf8");
    const known = new Set(file.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t")[0]!));
    expect(countriesNamed().map((one) => one.code).sort()).toEqual([...known, "XKX"].sort());
  });
  it("have a name each, sorted, and the study's own stand first", () => {
    const all = countriesNamed([{ code: "XAA", name: "Zeta" }, { code: "KEN", name: "here already" }]);
    expect(all[0]).toEqual({ code: "XAA", name: "Zeta" });
    expect(all.filter((one) => one.code === "KEN").map((one) => one.name)).toEqual(["Kenya"]);
    expect(all.filter((one) => one.name === one.code || /^[A-Z]{2}$/.test(one.name))).toEqual([]);
    expect(new Set(all.map((one) => one.name)).size).toBe(all.length);
  });
});
