// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Why a slot is filled or not, in words, and how it looks.
import { t } from "../words/words";

export function stateWords(state: string): string {
  switch (state) {
    case "filled": return t("filled");
    case "organisation not sourced": return t("organisation not sourced");
    case "no document yet": return t("no text yet");
    case "no consent to analyse": return t("no consent to analyse");
    case "not verified": return t("not verified");
    case "under embargo": return t("under embargo");
    default: return state;
  }
}

export const stateLook = (state: string): "filled" | "waits" | "none" =>
  state === "filled" ? "filled"
  : state === "no consent to analyse" || state === "organisation not sourced" || state === "no document yet" ? "none" : "waits";
