// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The kinds of codes in words.
import { t } from "../words/words";

export function kindWords(kind: string): string {
  switch (kind) {
    case "practice": return t("a practice");
    case "barrier": return t("a barrier");
    case "outcome": return t("an outcome");
    case "enabler": return t("an enabler");
    case "sector": return t("a sector");
    default: return t("another kind");
  }
}
