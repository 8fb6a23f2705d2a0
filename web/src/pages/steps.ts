// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is to be done next, in sentences; where it is done, if there is a page for it.
import { signOf } from "../text/address";
import { count, plural, t } from "../words/words";

export interface Step {
  kind: string;
  subject?: string;
  count: number;
  last_day?: string;
}
export interface Told {
  text: string;
  about: string;
  place?: string;
}

// nameOf: of an organisation; titleOf: of a text; regionOf: the name of a region.  A step about nothing in particular tells how many there are.
export function told(step: Step, nameOf: (id: string) => string, titleOf: (id: string) => string, regionOf: (id: string) => string): Told {
  const line = lineOf(step, nameOf, titleOf, regionOf);
  if (step.subject) return line;
  const place = placeOf(step.kind);
  return { text: line.text, about: step.count > 0 && !/\d/.test(line.text) ? howMany(step) : "", ...(place ? { place } : {}) };
}

function howMany({ kind, count: n }: Step): string {
  return kind === "find-organisation" || placeOf(kind) === undefined ? count(n) : plural("{1} organisation", "{1} organisations", n);
}

// Where all of a kind are found.
function placeOf(kind: string): string | undefined {
  switch (kind) {
    case "add-document": return "/texts/add";
    case "ask-consent": case "verify": case "wait-for-embargo": return "/organisations";
    case "find-organisation": return "/settings/slots";
    default: return undefined;
  }
}

function lineOf(step: Step, nameOf: (id: string) => string, titleOf: (id: string) => string, regionOf: (id: string) => string): Told {
  const id = step.subject ?? "";
  const text = { about: titleOf(id), place: `/texts/${signOf(id)}` };
  const organisation = { about: nameOf(id), place: `/organisations/${signOf(id)}` };
  const until = step.last_day ? ` · ${t("until {1}", step.last_day)}` : "";
  switch (step.kind) {
    case "code-document": return { text: plural("Go on coding: {1} coding so far", "Go on coding: {1} codings so far", step.count), ...text };
    case "do-to-do": return { text: t("Do what a memo asks"), about: "" };
    case "adjudicate": return { text: t("Decide where coders differ"), about: text.about, place: `${text.place}/compare` };
    case "find-organisation": return { text: t("Find an organisation"), about: id };
    case "add-document": return { text: t("Add a text"), ...organisation };
    case "ask-consent": return { text: t("Ask for consent to analyse"), ...organisation };
    case "verify": return { text: t("Ask for leadership counts"), ...organisation };
    case "wait-for-embargo": return { text: t("Wait until the embargo ends"), about: nameOf(id) + until, place: organisation.place };
    case "list-places": return { text: plural("List {1} slot that was asked for", "List {1} slots that were asked for", step.count), about: regionOf(id), place: "/settings/slots" };
    case "renew-consent": return { text: plural("Renew {1} consent that ends", "Renew {1} consents that end", step.count), about: nameOf(id) + until, place: organisation.place };
    case "count-again": return { text: plural("Ask for {1} count again", "Ask for {1} counts again", step.count), about: nameOf(id) + until, place: organisation.place };
    default: return { text: step.kind, about: id };
  }
}

// Steps of one kind stand together, so that twelve organisations without a text are one line.
export function grouped(steps: readonly Step[]): { kind: string; steps: Step[] }[] {
  const groups: { kind: string; steps: Step[] }[] = [];
  for (const step of steps) {
    const group = groups.find((one) => one.kind === step.kind);
    if (group) group.steps.push(step);
    else groups.push({ kind: step.kind, steps: [step] });
  }
  return groups;
}
