// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { codingOf, documentOf, holdOf, ofTheirOwn, organisationOf, subjectOf, type Said } from "./holds";

const said = (subject: string, state: Said["state"], scope: Said["scope"] = "quote"): Said => ({ subject, scope, state, may: "" });
const passage = subjectOf("lamp/a.docx", "c1");

describe("the name of a passage", () => {
  it("is taken apart again", () => {
    expect([organisationOf(passage), documentOf(passage), codingOf(passage)]).toEqual(["lamp", "lamp/a.docx", "c1"]);
    expect([documentOf("lamp"), codingOf("lamp"), documentOf("lamp/a.docx"), codingOf("lamp/a.docx")]).toEqual([null, null, "lamp/a.docx", null]);
  });
});

describe("what may be done with a passage", () => {
  it.each([
    ["nothing was said", [], false, "organisation"],
    ["its organisation gave it", [said("lamp", "holds")], true, "organisation"],
    ["its text did not", [said("lamp", "holds"), said("lamp/a.docx", "withdrawn")], false, "text"],
    ["it alone may be", [said("lamp/a.docx", "withdrawn"), said(passage, "holds")], true, "passage"],
    ["it alone may not", [said("lamp", "holds"), said(passage, "withdrawn")], false, "passage"],
    ["what ended does not hold", [said("lamp", "holds"), said(passage, "expired")], false, "passage"],
    ["a blank line says nothing", [said("lamp", "holds"), said(passage, "never given")], true, "organisation"],
    ["another scope says nothing", [said(passage, "holds", "translate")], false, "organisation"],
    ["another passage says nothing", [said(subjectOf("lamp/a.docx", "c12"), "holds")], false, "organisation"],
  ] as const)("%s", (_, all, may, by) => {
    const hold = holdOf(all, passage, "quote");
    expect([hold.may, hold.by]).toEqual([may, by]);
  });
});

describe("whichever coding it is looked at by", () => {
  const codings = [{ coding: "c1", start: 10, end: 20 }, { coding: "c2", start: 10, end: 20 }, { coding: "c3", start: 15, end: 30 },
    { coding: "c4", start: 20, end: 30 }, { coding: "c5", start: 12, end: 14 }, { coding: "c6", start: 0, end: 40 }];
  it("a passage that was taken back hides all that stands on a word of it, and nothing beside it", () => {
    expect([...ofTheirOwn([said(passage, "withdrawn")], "lamp/a.docx", codings, "quote")]).toEqual(
      ["c1", "c2", "c3", "c5", "c6"].map((one) => [one, "hidden"]));
  });
  it("a passage that alone may be shown opens what lies within it", () => {
    expect([...ofTheirOwn([said(passage, "holds")], "lamp/a.docx", codings, "quote")]).toEqual(["c1", "c2", "c5"].map((one) => [one, "open"]));
  });
  it("of two that share words, what was taken back wins", () => {
    const all = [said(passage, "holds"), said(subjectOf("lamp/a.docx", "c5"), "withdrawn")];
    expect([...ofTheirOwn(all, "lamp/a.docx", codings, "quote")]).toEqual(["c1", "c2", "c5", "c6"].map((one) => [one, "hidden"]));
  });
  it("where nothing was said of passages, nothing is marked", () => {
    expect(ofTheirOwn([said("lamp", "withdrawn")], "lamp/a.docx", codings, "quote").size).toBe(0);
  });
});
