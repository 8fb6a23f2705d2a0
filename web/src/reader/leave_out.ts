// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings that nobody accepts as they are: coders differ about them, or somebody decided there already.
import type { Span } from "../text/units";
import type { Coding } from "./model";

interface Told {
  codes: readonly { codings: readonly { coding: string }[] }[];
  decided: readonly { code: string; range: Span }[];
}

export function leftOut(codings: readonly Coding[], passages: readonly Told[]): Set<string> {
  const out = new Set(passages.flatMap((passage) => passage.codes.flatMap((code) => code.codings.map((one) => one.coding))));
  for (const { code, range } of passages.flatMap((passage) => passage.decided)) {
    for (const one of codings) if (one.code === code && one.start < range.end && range.start < one.end) out.add(one.coding);
  }
  return out;
}
