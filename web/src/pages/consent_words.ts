// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consents in plain words, and what holds today.
import type { Consent } from "../store/things";
import { t } from "../words/words";

export const scopes = ["analyse", "summarise", "quote", "name organisation", "name place", "translate", "photo", "publish verdict"] as const;
export type Scope = (typeof scopes)[number];

export function scopeWords(scope: string): string {
  switch (scope) {
    case "analyse": return t("Read it and count it");
    case "summarise": return t("Tell it in the report's own words");
    case "quote": return t("Quote the words");
    case "name organisation": return t("Say the organisation's name");
    case "name place": return t("Say the place");
    case "translate": return t("Translate the words");
    case "photo": return t("Show its pages as pictures");
    case "publish verdict": return t("Say publicly that it is led by sex workers");
    default: return scope;
  }
}

// What happens when it is taken back, at once.
export function whatGoes(scope: string): string {
  switch (scope) {
    case "analyse": return t("Your texts leave every list, search, comparison and the report. Nobody reads or codes them here.");
    case "summarise": return t("Sentences that tell your case leave the report.");
    case "quote": return t("Every passage in your words leaves the report, with the full texts.");
    case "name organisation": return t("Your name leaves the report. What is told about you stands without it.");
    case "name place": return t("Your place leaves the report and its maps.");
    case "translate": return t("Translations of your words leave the report.");
    case "photo": return t("Nobody sees the pages of your texts as pictures any more. What was read from them stands.");
    default: return t("The report no longer says whether you are led by sex workers.");
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

// A day may be known as a year or month only; it is over when all of it is.
const isOver = (day: string | null | undefined, on: string): boolean => !!day && day < on.slice(0, day.length);
const hasCome = (day: string | null | undefined, on: string): boolean => !!day && day <= on.slice(0, day.length);

export const holds = (one: Consent, on: string = today()): boolean =>
  !hasCome(one.fields.withdrawn, on) && !isOver(one.fields.expires, on) && (!one.fields.given || hasCome(one.fields.given, on));

export const ofScope = (all: readonly Consent[], scope: string): Consent[] => all.filter((one) => one.fields.scope === scope);
export { today };
