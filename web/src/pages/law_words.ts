// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Values of indicators and legal models in words, as the report says them.
import { saidPart } from "../words/said";
import { listed, t } from "../words/words";

const kValues: Readonly<Record<string, () => string>> = {
  unknown: () => t("not sourced"),
  disputed: () => t("disputed"),
  decriminalised: () => t("decriminalised"),
  legalised_regulated: () => t("legalised and regulated"),
  depenalised: () => t("depenalised"),
  end_demand: () => t("end demand (buying criminalised)"),
  partly_criminalised: () => t("partly criminalised"),
  fully_criminalised: () => t("fully criminalised"),
  mixed_subnational: () => t("differs within the country"),
  criminalised: () => t("criminalised"),
  not_criminalised: () => t("not criminalised"),
  administrative_offence: () => t("administrative offence"),
  none: () => t("none"),
  some_areas: () => t("some areas"),
  national: () => t("national"),
  partly: () => t("partly"),
  no: () => t("no"),
  yes: () => t("yes"),
  other: () => t("other"),
  clause_against_sex_work: () => t("clause against sex work"),
  abusive: () => t("abusive"),
  agree: () => t("agree"),
  allowed_unfunded: () => t("allowed unfunded"),
  both: () => t("both"),
  differ: () => t("differ"),
  donor_funded: () => t("donor funded"),
  entry_bar: () => t("entry bar"),
  explicit: () => t("explicit"),
  general_law: () => t("general law"),
  no_report: () => t("no report"),
  none_known: () => t("none known"),
  not_allowed: () => t("not allowed"),
  not_attempted: () => t("not attempted"),
  not_enforced: () => t("not enforced"),
  occasional: () => t("occasional"),
  only_one: () => t("only one"),
  only_under_other_name: () => t("only under other name"),
  possible_openly: () => t("possible openly"),
  prohibited_by_rule: () => t("prohibited by rule"),
  refused: () => t("refused"),
  reported_practice: () => t("reported practice"),
  routine: () => t("routine"),
  state_funded: () => t("state funded"),
  used_in_court: () => t("used in court"),
  work_bar_for_migrants: () => t("work bar for migrants"),
};

export const valueWords = (value: string): string => (Object.hasOwn(kValues, value) ? kValues[value]!() : value.replaceAll("_", " "));

// Of the frame that comes with the program.
const kLabels: Readonly<Record<string, () => string>> = {
  "Selling sexual services": () => t("Selling sexual services"),
  "Buying sexual services": () => t("Buying sexual services"),
  "Third parties": () => t("Third parties"),
  "Legal model": () => t("Legal model"),
  "Mandatory health checks": () => t("Mandatory health checks"),
  "Travel or migration restrictions": () => t("Travel or migration restrictions"),
  "Condoms as evidence": () => t("Condoms as evidence"),
  "Level of enforcement": () => t("Level of enforcement"),
  "Registration of organisations": () => t("Registration of organisations"),
  "Anti-discrimination law covers sex workers": () => t("Anti-discrimination law covers sex workers"),
  "Same-sex relations criminalised": () => t("Same-sex relations criminalised"),
  "Civil society and government reports agree": () => t("Civil society and government reports agree"),
  "Key population-led services allowed and funded": () => t("Key population-led services allowed and funded"),
  "Funding conditions": () => t("Funding conditions"),
  "Coverage of prevention programmes among sex workers": () => t("Coverage of prevention programmes among sex workers"),
  "Sex workers who avoid health care": () => t("Sex workers who avoid health care"),
  "Sex workers who experienced stigma": () => t("Sex workers who experienced stigma"),
  "Condom use with the last client": () => t("Condom use with the last client"),
};

// Indicators that we name are named in the language of the page; a study's own as it writes them.
export const indicatorWords = (label: string): string => (Object.hasOwn(kLabels, label) ? kLabels[label]!() : label);

export interface Why {
  reason: string;
  words: string;
  not_sourced: string[];
  disputed: string[];
  area: string;
}

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
