// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Why a slot is filled or not, in words, and how it looks.
import { plural, t } from "../words/words";

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

// Why slots wait that have a text, and how many do for that: "6 not verified".
export const waitingStates = ["not verified", "no consent to analyse", "under embargo", "organisation not sourced"] as const;
export function stateOfSo(state: (typeof waitingStates)[number], slots: number): string {
  switch (state) {
    case "not verified": return plural("{1} not verified", "{1} not verified", slots);
    case "no consent to analyse": return plural("{1} without consent to analyse", "{1} without consent to analyse", slots);
    case "under embargo": return plural("{1} under embargo", "{1} under embargo", slots);
    case "organisation not sourced": return plural("{1} whose organisation is not sourced", "{1} whose organisations are not sourced", slots);
  }
}

export const stateLook = (state: string): "filled" | "waits" | "none" =>
  state === "filled" ? "filled"
  : state === "no consent to analyse" || state === "organisation not sourced" || state === "no document yet" ? "none" : "waits";
