// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Units, measures and why there is no figure, in words.
import { t } from "../words/words";

export function unitWords(unit: string): string {
  switch (unit) {
    case "character": return t("characters");
    case "sentence": return t("sentences");
    case "segment": return t("segments");
    case "document": return t("texts");
    default: return t("paragraphs");
  }
}
export function measureWords(measure: string): string {
  switch (measure) {
    case "percent": return t("percent agreement");
    case "cohen": return t("Cohen's kappa");
    case "fleiss": return t("Fleiss' kappa");
    case "ac1": return "Gwet AC1";
    case "alpha": return t("Krippendorff's alpha");
    default: return measure;
  }
}
export function undefinedWords(why: string | undefined): string {
  switch (why) {
    case "no variation": return t("undefined: no variation");
    case "no unit with two coders": return t("no unit with two coders");
    case "for two coders only": return t("for two coders only");
    default: return t("not defined here");
  }
}
