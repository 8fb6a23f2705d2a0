// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The steps from an empty study to a published report: which are done, by what there is.
import { listed, plural, t } from "../words/words";

export interface Have {
  title: string;
  slots: number;
  definitions: string[];
  coordinators: number;
  organisations: number;
  texts: number;
  codes: number;
  codings: number;
  editions: number;
}
export interface PathStep {
  name: string;
  says: string;
  done: boolean;
  place?: string;
}

export function pathOf(have: Have): PathStep[] {
  return [
    { name: t("Name the study"), says: have.title || t("A title that readers will see"), done: have.title !== "", place: "/settings/study" },
    { name: t("Set the frame"), says: have.slots > 0 ? plural("{1} slot", "{1} slots", have.slots) : t("How many case studies from where"), done: have.slots > 0, place: "/settings/study" },
    { name: t("Choose definitions"), says: have.definitions.length > 0 ? listed(have.definitions) : t("What “led by its community” is tested by; several side by side"), done: have.definitions.length > 0, place: "/settings/study" },
    { name: t("Invite people"), says: have.coordinators > 1 ? plural("{1} coordinator", "{1} coordinators", have.coordinators) : t("A second coordinator first: publishing needs two"), done: have.coordinators > 1, place: "/settings" },
    { name: t("Bring in organisations"), says: have.organisations > 0 ? plural("{1} organisation", "{1} organisations", have.organisations) : t("From a spreadsheet, or one by one"), done: have.organisations > 0, place: "/organisations" },
    { name: t("Bring in texts"), says: have.texts > 0 ? plural("{1} text", "{1} texts", have.texts) : t("With the consent for each"), done: have.texts > 0, place: "/texts" },
    { name: t("Make a codebook"), says: have.codes > 0 ? plural("{1} code", "{1} codes", have.codes) : t("What passages are coded with"), done: have.codes > 0, place: "/codebook" },
    { name: t("Code and compare"), says: have.codings > 0 ? plural("{1} coding", "{1} codings", have.codings) : t("Two people, without seeing each other's work"), done: have.codings > 0, place: have.codings > 0 ? "/compare" : "/texts" },
    { name: t("Publish"), says: have.editions > 0 ? plural("{1} edition", "{1} editions", have.editions) : t("When nothing blocks it, with two people"), done: have.editions > 0, place: "/report" },
  ];
}
