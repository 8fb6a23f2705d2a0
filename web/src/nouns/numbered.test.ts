// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from "vitest";
import { numbered } from "./numbered";

it("counts each once, in an order that does not depend on where it is named first", () => {
  const name = (n: number) => `Source ${n}`;
  expect(numbered(["b", "a", "b"], name)).toEqual([{ id: "a", name: "Source 1" }, { id: "b", name: "Source 2" }]);
  expect(numbered(["a", "b"], name)).toEqual(numbered(["b", "a"], name));
  expect(numbered([], name)).toEqual([]);
});
