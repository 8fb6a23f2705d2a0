// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reasons for leaving a text out.  The same words for the same reason, since they are counted: those that were used
// before come first, then the usual ones.
import { t } from "../words/words";

const usual = () => [t("tells of no practice"), t("the same account as another text"), t("not by sex workers, nor with them"), t("older than ten years")];
export const kReasons = 4; // the fifth is written

export function reasonsOf(used: readonly { reason: string; documents: number }[]): string[] {
  const before = [...used].sort((a, b) => b.documents - a.documents).map((one) => one.reason);
  return [...new Set([...before, ...usual()])].slice(0, kReasons);
}
