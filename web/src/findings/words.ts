// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings in words: kinds, confidence, and the four components of GRADE-CERQual in plain questions.
import { t } from "../words/words";

export const findingKinds = ["best practice", "barrier", "need", "recommendation"] as const;
export function findingKindWords(kind: string | null | undefined): string {
  switch (kind) {
    case "best practice": return t("best practice");
    case "barrier": return t("barrier");
    case "need": return t("need");
    case "recommendation": return t("recommendation");
    default: return t("no kind yet");
  }
}

export const confidences = ["high", "moderate", "low", "very low"] as const;
export function confidenceWords(confidence: string | null | undefined): string {
  switch (confidence) {
    case "high": return t("high");
    case "moderate": return t("moderate");
    case "low": return t("low");
    case "very low": return t("very low");
    default: return t("not graded");
  }
}

export const concerns = ["no or very minor", "minor", "moderate", "serious"] as const;
export function concernWords(concern: string): string {
  switch (concern) {
    case "no or very minor": return t("no or very minor concerns");
    case "minor": return t("minor concerns");
    case "moderate": return t("moderate concerns");
    case "serious": return t("serious concerns");
    default: return concern;
  }
}

export const components = (): { name: string; question: string }[] => [
  { name: t("How the accounts were made"), question: t("Could the way they were collected or told make them lean one way?") },
  { name: t("Do they fit together"), question: t("Do the cases say the same, and are exceptions explained?") },
  { name: t("Is there enough"), question: t("How many cases, how rich, how many kinds of place?") },
  { name: t("Is it about our question"), question: t("Are place, people and law those that we ask about?") },
];
