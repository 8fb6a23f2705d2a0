// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { asCsv, cellsOf, columnCalled, guessed, namesakes, placed } from "./pasted";

describe("cells of what was pasted", () => {
  it.each([
    ["a\tb\nc\td", [["a", "b"], ["c", "d"]]], ["a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]], ["a;b\n1;2,5", [["a", "b"], ["1", "2,5"]]], ["a,b\nc", [["a", "b"], ["c", ""]]],
    ["a\t\"two\nlines\"\tc", [["a", "two\nlines", "c"]]], ["\"say \"\"hello\"\"\"\tx", [["say \"hello\"", "x"]]], ["5\" pipe\tx", [["5\" pipe", "x"]]],
    ["\n\n a \t b \n\t\n", [["a", "b"]]], ["one", [["one"]]], ["", []], ["név\tтекст\n名\tမြစ်", [["név", "текст"], ["名", "မြစ်"]]], ["a\tb; c, d\nx\ty", [["a", "b; c, d"], ["x", "y"]]],
    ["\"open\ta\nb", [["open\ta\nb"]]],
  ])("%j", (text, rows) => expect(cellsOf(text)).toEqual(rows));
});

describe("columns", () => {
  it("are known by what people call them", () => {
    expect(["ID", " Name ", "Short name", "País", "Région", "Языки", "备注", "telephone", ""].map(columnCalled)).toEqual(["id", "name", "short_name", "country", "region", "languages", "note", "", ""]);
  });
  it("are taken once", () => {
    expect(guessed(["Name", "Organisation", "Notes"])).toEqual(["name", "", "note"]);
  });
  it("are written under their names, and an id is made where there is none", () => {
    expect(asCsv([["Reed Bank", "x", "says \"no\", twice"], ["Reed Bank", "y", ""], ["Ивы", "", "a\nb"]], ["name", "", "note"]))
      .toBe("id,name,note\nreed-bank,Reed Bank,\"says \"\"no\"\", twice\"\nreed-bank-2,Reed Bank,\norganisation-1,Ивы,\"a\nb\"");
    expect(asCsv([["r", "Reed"]], ["id", "name"])).toBe("id,name\nr,Reed");
  });
  it("an organisation that is there keeps its id, and no other takes it", () => {
    const known = [{ id: "rb", name: "Reed Bank" }, { id: "organisation-1", name: "Another" }, { id: "salt-road", name: "The road" }];
    expect(asCsv([["reed bank "], ["Ивы"], ["Salt Road"]], ["name"], known)).toBe("id,name\nrb,reed bank \norganisation-2,Ивы\nsalt-road-2,Salt Road");
  });
  it("a name that several have is asked about, and what was answered is taken", () => {
    const known = [{ id: "rb", name: "Reed Bank" }, { id: "rb-south", name: "reed bank" }, { id: "x", name: "Other" }];
    const rows = [["Other"], ["Reed Bank"], ["REED BANK "], ["Reed Banks"]];
    expect(namesakes(rows, ["name"], known).map((one) => [one.row, one.candidates.map((other) => other.id)])).toEqual([[1, ["rb", "rb-south"]], [2, ["rb", "rb-south"]]]);
    expect(namesakes([["a", "Reed Bank"]], ["id", "name"], known)).toEqual([]);
    expect(namesakes(rows, ["note"], known)).toEqual([]);
    expect(asCsv(rows, ["name"], known, new Map([[1, "rb-south"], [2, ""]]))).toBe("id,name\nx,Other\nrb-south,Reed Bank\nreed-bank,REED BANK \nreed-banks,Reed Banks");
  });
  it("a place by its name is its id, in its own column alone", () => {
    const [regions, countries] = [[{ id: "africa", name: "Africa" }], [{ id: "XAA", name: "Amber Coast" }]];
    expect(placed([["Africa", " africa", "amber coast"], ["x", "Afrika", "XAA"]], ["name", "region", "country"], regions, countries))
      .toEqual([["Africa", "africa", "XAA"], ["x", "Afrika", "XAA"]]);
  });
  it("and what was written is read again", () => {
    const rows = [["a;b", "c\td", "\"e\"\nf", "g,h"]];
    expect(cellsOf(asCsv(rows, ["id", "name", "note", "region"])).slice(1)).toEqual(rows);
  });
});
