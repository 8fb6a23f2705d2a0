// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What becomes of a passage, in plain words, before anybody acts.
import { t } from "../words/words";
import type { Hold, PassageScope } from "./holds";

export function passageWords(scope: PassageScope): string {
  switch (scope) {
    case "quote": return t("Quote these words");
    case "summarise": return t("Tell them in the report's own words");
    default: return t("Translate these words");
  }
}

// `isShown`: what a report shows of this text goes by this scope.
export function passageGoes(scope: PassageScope, isShown: boolean): string {
  if (scope === "translate") return t("Translations of these words leave the report, in every language.");
  return isShown
    ? t("The report shows […] in their place: on every page, in every file and table, in every language, whichever code they stand under.")
    : t("Chapters, findings and memos may not repeat these words any more.");
}

export function passageComes(scope: PassageScope, isShown: boolean): string {
  if (scope === "translate") return t("The report may show a translation of these words.");
  return isShown
    ? t("The report may show these words, also where the rest of the text may not be shown.")
    : t("Chapters and findings may tell these words again.");
}

export function holdWords({ may, by, said }: Hold): string {
  if (by === "passage") {
    return may ? t("for this passage alone, since {1}", said?.given ?? "–")
      : said?.withdrawn ? t("taken back for this passage, {1}", said.withdrawn) : t("ended for this passage, {1}", said?.expires ?? "–");
  }
  if (!may) return t("no, as for the whole text");
  return t("yes, as for the whole text");
}
