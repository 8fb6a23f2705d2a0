// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Ids are made of names in any writing, and are never taken twice.
import { expect, it } from "vitest";
import { idOf } from "./ids";

it.each([
  ["Lamp House", [], "lamp-house"],
  ["Lamp House", ["lamp-house"], "lamp-house-2"],
  ["Lamp House", ["lamp-house", "lamp-house-2"], "lamp-house-3"],
  ["Álvaro’s Café", [], "alvaro-s-cafe"],
  ["珍珠岸协会", [], "organisation-1"],
  ["Дом", ["organisation-1"], "organisation-2"],
  ["  --  ", [], "organisation-1"],
  ["A".repeat(80), [], "a".repeat(40)],
  [`${"a".repeat(39)} b`, [], "a".repeat(39)],
  ["<script>alert(1)</script>", [], "script-alert-1-script"],
])("%s", (name, taken, id) => expect(idOf(name, taken)).toBe(id));
