// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What would change a verdict, in a sentence, both ways.
import { expect, it } from "vitest";
import { changeWords, moreWays, turnWords } from "./turns";

const none = { sex_workers_join: 0, sex_workers_leave: 0, others_join: 0, others_leave: 0 };
const criterion = { body: "paid_staff", share: { num: 33, den: 100 }, more_than: false, verdict: "meets", is_met: true, smallest_changes: [] as typeof none[] };

it("says who joins and who leaves", () => {
  expect(changeWords({ ...none, sex_workers_leave: 1 })).toBe("1 sex worker leaves");
  expect(changeWords({ ...none, sex_workers_leave: 1, others_join: 2 })).toBe("1 sex worker leaves and 2 other people join");
});
it("says what would turn it, either way", () => {
  expect(turnWords({ ...criterion, smallest_changes: [{ ...none, others_join: 2 }, { ...none, sex_workers_leave: 1 }] }))
    .toBe("It would meet it no longer if 2 other people join, or if 1 sex worker leaves.");
  expect(turnWords({ ...criterion, verdict: "fails", is_met: false, smallest_changes: [{ ...none, sex_workers_join: 2 }] }))
    .toBe("It would meet it if 2 sex workers join.");
});
it("says nothing where no number is enough, and how many unsaid ones would be", () => {
  expect(turnWords(criterion)).toBeUndefined();
  expect(turnWords({ ...criterion, verdict: "undetermined", undisclosed: 3, needed_of_undisclosed: 1 }))
    .toBe("3 people are not said to be one or the other: 1 of them would be enough.");
});
it("says the plain ways of many, and keeps the mixed ones behind", () => {
  const many = { ...criterion, smallest_changes: [{ ...none, others_join: 3 }, { ...none, sex_workers_leave: 1, others_join: 2 },
    { ...none, sex_workers_leave: 2, others_join: 1 }, { ...none, sex_workers_leave: 3 }] };
  expect(turnWords(many)).toBe("It would meet it no longer if 3 other people join, or if 3 sex workers leave.");
  expect(moreWays(many)).toEqual(["1 sex worker leaves and 2 other people join", "2 sex workers leave and 1 other person joins"]);
  expect(moreWays({ ...criterion, smallest_changes: [{ ...none, others_join: 2 }] })).toEqual([]);
});
