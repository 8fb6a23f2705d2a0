// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A line of the log in words.  The log keeps the name of what was asked (docs/api/openapi.json) or a few words of its own.
import { actionWords } from "../shell/actions";
import { roleWords } from "../shell/roles";
import { t } from "../words/words";

const kThings: Readonly<Record<string, () => string>> = {
  Organisation: () => t("Organisations"), Statement: () => t("What organisations say"), Leadership: () => t("Leadership counts"),
  ContextFact: () => t("Facts of countries"), Consent: () => t("Consents"), Partner: () => t("Partners"), Partnership: () => t("Partnerships"),
  Finding: () => t("Findings"), Source: () => t("Sources"), Slot: () => t("Places"), Region: () => t("Regions"), Indicator: () => t("Indicators"),
  Outcome: () => t("Outcomes"), Answer: () => t("Answers in one sentence"), Target: () => t("Targets"), Chapter: () => t("Chapters"),
  Definition: () => t("Definitions"), InventedCountry: () => t("Invented countries"), LegalRule: () => t("Rules of the legal model"),
  Translation: () => t("Translations"), Set: () => t("Sets"), EditionNotes: () => t("Editions"),
};

const kActions: Readonly<Record<string, () => string>> = {
  "join": () => t("made an account"), "sign in": () => t("signed in"), "use a recovery code": () => t("used a recovery code"),
  "end a session": () => t("ended a session"), "endSession": () => t("ended a session"),
  "set a second key": () => t("set up a second key"), "confirmSecondKey": () => t("set up a second key"), "offerSecondKey": () => t("asked for a second key"),
  "setPreferences": () => t("changed their own keys or looks"),
  "refreshSession": () => t("gave the passphrase again"),
  "invite": () => t("invited somebody"), "changeRole": () => t("changed a role"),
  "remove a person": () => t("removed a person"), "removePerson": () => t("removed a person"),
  "undo": () => actionWords("undo"), "redo": () => actionWords("redo"),
  "addCode": () => actionWords("add code"), "editCode": () => actionWords("edit code"), "moveCode": () => actionWords("move code"),
  "mergeCode": () => actionWords("merge codes"), "splitCode": () => actionWords("split code"), "retireCode": () => actionWords("retire code"),
  "restoreCode": () => actionWords("restore code"),
  "addDocument": () => t("brought in a text"), "bringInVersion": () => t("brought in the next version of a text"),
  "sendFile": () => t("sent a file"), "dropUpload": () => t("let a sent file go"),
  "importTable": () => t("brought in a table"), "importProject": () => t("brought in a project of another program"),
  "applyCode": () => actionWords("apply"), "editCoding": () => actionWords("change"), "removeCoding": () => actionWords("remove"),
  "addMemo": () => actionWords("memo"), "rewriteMemo": () => t("changed a memo"), "removeMemo": () => t("removed a memo"),
  "assign": () => actionWords("assign"), "unassign": () => actionWords("unassign"), "submitWork": () => actionWords("submit"),
  "adjudicate": () => actionWords("adjudicate"), "decideSuggestions": () => actionWords("decide"), "screen": () => t("decided whether a text belongs"),
  "search": () => t("searched"), "seePage": () => t("looked at a page of a text"), "fetchOriginal": () => t("fetched the file of a text"),
  "cancelJob": () => t("stopped long work"), "makeReport": () => t("made a report"), "makePreview": () => t("looked at the report"),
  "made a backup": () => t("made a backup"),
  "makeBackup": () => t("asked for a backup"), "makeExport": () => t("exported the study"), "makeExchange": () => t("exported for another program"),
  "approve the report": () => t("approved the report"), "approveReport": () => t("approved the report"),
  "take an approval back": () => t("took an approval back"), "takeBackApproval": () => t("took an approval back"),
  "giveConsent": () => t("recorded a consent"), "pauseConsent": () => t("paused a consent"), "withdrawConsent": () => t("withdrew a consent"),
  "setSettings": () => t("changed the settings of the study"),
};

export function logWords(action: string): string {
  if (Object.hasOwn(kActions, action)) return kActions[action]!();
  const [, verb, thing] = /^(add|set|remove)([A-Z]\w*)$/.exec(action) ?? [];
  const things = thing !== undefined && Object.hasOwn(kThings, thing) ? kThings[thing] : undefined;
  if (verb && things) return `${things()}: ${actionWords(verb === "add" ? "add" : verb === "set" ? "edit" : "take out")}`;
  const role = /^make a person (\w+)/.exec(action)?.[1];
  return role ? t("changed a role: {1}", roleWords(role)) : action;
}
