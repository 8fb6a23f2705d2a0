// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page read before a change of one's own does not come back into the form.
import { expect, it } from "vitest";
import { Outdated } from "./others";

it("takes what somebody else changed", () => {
  const outdated = new Outdated();
  expect(outdated.isNews("a", "a")).toBe(false);
  expect(outdated.isNews("b", "a")).toBe(true);
});
it("leaves out what was read before a change of one's own", () => {
  const outdated = new Outdated();
  outdated.replaced("a", "a");
  expect(outdated.isNews("a", "b")).toBe(false);
  expect(outdated.isNews("b", "b")).toBe(false);
});
it("leaves out both what was read and what the change was made to", () => {
  const outdated = new Outdated();
  outdated.replaced("b", "a"); // another's change was merged in: the page has not read it yet
  expect(outdated.isNews("a", "c")).toBe(false);
  expect(outdated.isNews("b", "c")).toBe(false);
  expect(outdated.isNews("d", "c")).toBe(true);
});
it("takes a version that comes again: an undo", () => {
  const outdated = new Outdated();
  outdated.replaced("a", "a");
  outdated.isNews("b", "b");
  expect(outdated.isNews("a", "b")).toBe(true);
});
it("takes it also when the page had never read what was undone", () => {
  const outdated = new Outdated();
  outdated.replaced("a", "a");
  expect(outdated.isNews("a", "b")).toBe(false);
  outdated.wentBack();
  expect(outdated.isNews("a", "b")).toBe(true);
});
