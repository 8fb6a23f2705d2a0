// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Leadership in words: bodies, verdicts, and what would turn one, both ways.
import { listed, plural, t } from "../words/words";

export function bodyWords(body: string): string {
  switch (body) {
    case "decision_making_body": return t("decision-making body");
    case "spokespeople": return t("spokespeople");
    case "paid_staff": return t("paid staff");
    case "leadership": return t("leadership");
    case "members": return t("members");
    case "volunteers": return t("volunteers");
    default: return body.replaceAll("_", " ");
  }
}

export function verdictWords(verdict: string): string {
  switch (verdict) {
    case "meets": return t("meets");
    case "fails": return t("fails");
    case "not-applicable": return t("does not apply");
    case "reported": return t("reported, not tested");
    case "expired": return t("too old to tell");
    default: return t("cannot tell");
  }
}

export interface Change {
  sex_workers_join: number;
  sex_workers_leave: number;
  others_join: number;
  others_leave: number;
}

// "two sex workers leave", "one other joins".
export function changeWords(change: Change): string {
  const parts: string[] = [];
  if (change.sex_workers_join > 0) parts.push(plural("{1} sex worker joins", "{1} sex workers join", change.sex_workers_join));
  if (change.sex_workers_leave > 0) parts.push(plural("{1} sex worker leaves", "{1} sex workers leave", change.sex_workers_leave));
  if (change.others_join > 0) parts.push(plural("{1} other person joins", "{1} other people join", change.others_join));
  if (change.others_leave > 0) parts.push(plural("{1} other person leaves", "{1} other people leave", change.others_leave));
  return listed(parts);
}

export interface Criterion {
  body: string;
  share: { num: number; den: number };
  more_than: boolean;
  verdict: string;
  headroom?: number;
  shortfall?: number;
  is_met: boolean;
  smallest_changes: readonly Change[];
  undisclosed?: number;
  needed_of_undisclosed?: number;
}

export function askedWords({ share, more_than }: Criterion): string {
  const part = `${share.num}/${share.den}`;
  return more_than ? t("more than {1}", part) : t("at least {1}", part);
}

const kWays = 3;
const isOfOneKind = (change: Change): boolean => Object.values(change).filter((people: number) => people > 0).length === 1;
// A large body can be turned in a hundred ways: those that are of one kind are said, mixtures of them stand behind.
function saidWays({ smallest_changes: all }: Criterion): readonly Change[] {
  const plain = all.filter(isOfOneKind);
  return all.length <= kWays ? all : (plain.length > 0 ? plain : all).slice(0, kWays);
}
export const moreWays = (one: Criterion): string[] =>
  turnWords(one) === undefined ? [] : one.smallest_changes.filter((change) => !saidWays(one).includes(change)).map(changeWords);

// undefined: counts do not decide it.
export function turnWords(one: Criterion): string | undefined {
  if (one.undisclosed !== undefined && one.verdict === "undetermined") {
    return one.needed_of_undisclosed !== undefined
      ? plural("{1} person is not said to be one or the other: {2} of them would be enough.", "{1} people are not said to be one or the other: {2} of them would be enough.", one.undisclosed, one.needed_of_undisclosed)
      : plural("{1} person is not said to be one or the other.", "{1} people are not said to be one or the other.", one.undisclosed);
  }
  if (one.smallest_changes.length === 0) return undefined;
  const ways = saidWays(one).map(changeWords);
  return one.is_met ? t("It would meet it no longer if {1}.", ways.join(t(", or if "))) : t("It would meet it if {1}.", ways.join(t(", or if ")));
}
