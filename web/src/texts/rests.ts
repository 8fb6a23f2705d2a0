// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people made of passages that lose their words with a new version, as far as the answers leave it so: whoever puts a
// coding on its nearest words keeps what rests on the coding.  A translation is of words, and they are gone either way.
import type { Came } from "../store/uploads";
import type { Answers } from "./lost";

export type Rests = Came["rests"];
export interface FindingLoses {
  finding: string;
  for: { lost: number; left: number };
  against: { lost: number; left: number };
}
export interface Loses {
  quotes: Rests["quotes"];
  findings: FindingLoses[];
  translations: Rests["translations"];
  consents: Rests["consents"];
}

export function losesBy(rests: Rests, answers: Answers): Loses {
  const isPut = (coding: string): boolean => answers[coding] === "put";
  const side = (lost: readonly string[], left: number) => ({ lost: lost.filter((one) => !isPut(one)).length, left: left + lost.filter(isPut).length });
  return {
    quotes: rests.quotes.filter((one) => !one.stays_with.some(isPut)),
    findings: rests.findings.map((one) => ({ finding: one.finding, for: side(one.lost_for, one.left_for), against: side(one.lost_against, one.left_against) }))
      .filter((one) => one.for.lost + one.against.lost > 0),
    translations: rests.translations,
    consents: rests.consents.filter((one) => !isPut(one.coding)),
  };
}

export const losesNothing = (loses: Loses): boolean =>
  loses.quotes.length + loses.findings.length + loses.translations.length + loses.consents.length === 0;
