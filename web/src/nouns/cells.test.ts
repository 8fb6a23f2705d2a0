// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { shown, typed, type Form } from "./cells";

describe("fields as people type them", () => {
  it.each<[Form, unknown, string]>([
    ["line", "Ours", "Ours"], ["line", null, ""], ["lines", "one\ntwo", "one\ntwo"], ["number", 3, "3"], ["number", null, ""],
    ["list", ["a, b", "c"], "a, b\nc"], ["list", [], ""], ["members", ["lamp/interview.md"], "lamp/interview.md"],
    ["criteria", [{ body: "paid_staff", share: "33/100", comparison: ">", when_empty: "not-applicable" }], "paid_staff > 33/100 (not-applicable)"],
    ["criteria", [{ body: "governance", share: "1/2", comparison: ">=" }], "governance >= 1/2"],
    ["facts", { law_buying: ["partly", "criminalised"], law_selling: ["partly"] }, "law_buying=partly, criminalised\nlaw_selling=partly"], ["facts", {}, ""],
    ["whether", true, "yes"], ["whether", false, "no"],
  ])("%s: there and back", (form, value, words) => {
    expect(shown(form, value)).toBe(words);
    expect(typed(form, words)).toEqual({ ok: true, value });
  });
  it("are forgiving about spaces and empty lines", () => {
    expect(typed("criteria", " governance>=50% \n\n")).toEqual({ ok: true, value: [{ body: "governance", share: "50%", comparison: ">=" }] });
    expect(typed("facts", "law_selling = partly ,criminalised")).toEqual({ ok: true, value: { law_selling: ["partly", "criminalised"] } });
    expect(typed("list", " one \n\n two")).toEqual({ ok: true, value: ["one", "two"] });
  });
  it.each<[Form, string, string]>([["criteria", "governance >= 1/2\nhalf of the staff", "half of the staff"], ["criteria", "governance = 1/2", "governance = 1/2"],
    ["facts", "law_selling", "law_selling"], ["facts", "=partly", "=partly"], ["facts", "a=b,,c", "a=b,,c"], ["facts", "a=b\na=c", "a=c"], ["number", "two", "two"], ["number", "-1", "-1"]])(
    "%s: %j names the line that is not understood", (form, words, line) => {
      expect(typed(form, words)).toEqual({ ok: false, line });
    });
});
