// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "Saved" is said of what was saved, and of nothing else.
import { beforeEach, describe, expect, it } from "vitest";
import { nothingToKeep, saved, saving, settled, waits } from "./saved";

describe("what is said of a change", () => {
  beforeEach(() => {
    saved.value = { state: "quiet" };
  });
  it("is Saved only when it was kept", () => {
    saving();
    expect(saved.value.state).toBe("saving");
    settled(true);
    expect(saved.value.state).toBe("saved");
  });
  it("is Not kept when it was not, also after another that was", () => {
    settled(true);
    saving();
    settled(false);
    expect(saved.value.state).toBe("not_kept");
  });
  it("is what it was before when there was nothing to keep, however often it was tried", () => {
    waits(2);
    saving();
    saving();
    nothingToKeep();
    expect(saved.value).toEqual({ state: "waits", changes: 2 });
  });
});
