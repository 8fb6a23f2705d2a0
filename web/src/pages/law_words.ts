// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Values of indicators and legal models in words, as the report says them.
import { saidPart } from "../words/said";
import { listed, t } from "../words/words";

export function valueWords(value: string): string {
  switch (value) {
    case "unknown": return t("not sourced");
    case "disputed": return t("disputed");
    case "decriminalised": return t("decriminalised");
    case "legalised_regulated": return t("legalised and regulated");
    case "depenalised": return t("depenalised");
    case "end_demand": return t("end demand (buying criminalised)");
    case "partly_criminalised": return t("partly criminalised");
    case "fully_criminalised": return t("fully criminalised");
    case "mixed_subnational": return t("differs within the country");
    case "criminalised": return t("criminalised");
    case "not_criminalised": return t("not criminalised");
    case "administrative_offence": return t("administrative offence");
    case "none": return t("none");
    case "some_areas": return t("in some areas");
    case "national": return t("in the whole country");
    case "partly": return t("partly");
    default: return value.replaceAll("_", " ");
  }
}

export interface Why {
  reason: string;
  words: string;
  not_sourced: string[];
  disputed: string[];
  area: string;
}

// Indicators that we name are named in the language of the page; a study's own as it writes them.
export const indicatorWords = (label: string): string => (label === "" ? "" : t(label));

// Why a country has its legal model; `labelOf` an indicator.  `known` is false of words that a study has of its own.
export function whyWords(why: Why, labelOf: (indicator: string) => string): { text: string; known: boolean } {
  const said = why.words === "" ? null : saidPart(why.words);
  const notSourced = listed(why.not_sourced.map(labelOf));
  const disputed = listed(why.disputed.map(labelOf));
  const text = why.words !== "" ? said ?? why.words
    : why.not_sourced.length === 0 ? t("Sources differ on {1}, and the model depends on it.", disputed)
    : why.disputed.length === 0 ? t("Not sourced, and the model depends on it: {1}.", notSourced)
    : t("Not sourced, and the model depends on it: {1}. Sources differ on {2}.", notSourced, disputed);
  return { text: why.area === "" ? text : t("{1}: {2}", why.area, text), known: why.words === "" || said !== null };
}
