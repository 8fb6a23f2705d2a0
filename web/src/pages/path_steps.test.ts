// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A step is done by what there is, in any order.
import { expect, it } from "vitest";
import { pathOf } from "./path_steps";

const nothing = { title: "", slots: 0, definitions: [], coordinators: 1, organisations: 0, texts: 0, codes: 0, codings: 0, editions: 0 };
const done = (have: Partial<typeof nothing>) => pathOf({ ...nothing, ...have }).filter((one) => one.done).map((one) => one.name);

it("has nothing done in an empty study", () => expect(done({})).toEqual([]));
it("needs two coordinators, since publishing does", () => {
  expect(done({ coordinators: 2 })).toEqual(["Invite people"]);
});
it("goes in any order", () => expect(done({ texts: 2, title: "A" })).toEqual(["Name the study", "Bring in texts"]));
