// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What can be undone is counted as the server goes back.
import { expect, it } from "vitest";
import { undosOf } from "./standing";

const act = (number: number, action: string, undoes = 0, person = "me") => ({ act: number, person, action, undoes });

it("counts one's own acts, the last first", () => {
  expect([...undosOf([act(9, "apply"), act(8, "apply", 0, "you"), act(7, "memo"), act(6, "import"), act(5, "assign")], "me")])
    .toEqual([[9, 1], [7, 2], [5, 3]]);
});
it("leaves out what was taken back, and counts what was done again", () => {
  const undone = [act(8, "undo", 7), act(7, "apply"), act(6, "memo")];
  expect([...undosOf(undone, "me")]).toEqual([[6, 1]]);
  expect([...undosOf([act(9, "redo", 8), ...undone], "me")]).toEqual([[7, 1], [6, 2]]);
});
