// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from "vitest";
import { askedFor } from "./to_another";

it("asks for codes alone where codes alone are meant, whatever was ticked", () => {
  expect(askedFor("codebook", true)).toEqual({ as: "qdc" });
  expect(askedFor("codebook table", true)).toEqual({ as: "csv", table: "codebook" });
});
it("asks for accepted codings where texts go along", () => {
  expect(askedFor("project", false)).toEqual({ as: "qdpx" });
  expect(askedFor("project for NVivo", true)).toEqual({ as: "qdpx", profile: "nvivo", accepted_only: true });
  expect(askedFor("table of codings", true)).toEqual({ as: "xlsx", accepted_only: true });
});
