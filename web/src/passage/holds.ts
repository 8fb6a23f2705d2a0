// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may be done with one passage.  It is named by a coding of it (docs/consent.md): what was said of it comes before
// what was said of its text, and that before what was said of its organisation.
import { api, ask, type Given } from "../api/client";

const showConsents = (subject: string) => api.GET("/subjects/{subject}/consents", { params: { path: { subject } } });
export type Said = Given<() => ReturnType<typeof showConsents>>["consents"][number];

// Of an organisation, its texts and their passages.
export const askSaid = (organisation: string) => ask(() => showConsents(organisation));

export const passageScopes = ["quote", "summarise", "translate"] as const;
export type PassageScope = (typeof passageScopes)[number];

export const subjectOf = (document: string, coding: string): string => `${document}#${coding}`;
export const organisationOf = (subject: string): string => subject.split("/")[0]!;
// The text that a subject is, or is of; none: it is an organisation.
export const documentOf = (subject: string): string | null => (subject.includes("/") ? subject.split("#")[0]! : null);
export const codingOf = (subject: string): string | null => (subject.includes("/") ? subject.split("#")[1] ?? null : null);

// What a report shows of a text goes by this: of one in the organisation's words "quote", of a summary "summarise".
export const shownBy = (kind: string): PassageScope => (kind === "summary" ? "summarise" : "quote");

export interface Hold {
  may: boolean;
  by: "passage" | "text" | "organisation";
  said?: Said; // none: nobody said anything
}
export function holdOf(all: readonly Said[], subject: string, scope: PassageScope): Hold {
  const document = documentOf(subject)!;
  for (const [by, of] of [["passage", subject], ["text", document], ["organisation", organisationOf(document)]] as const) {
    const said = all.find((one) => one.subject === of && one.scope === scope && one.state !== "never given");
    if (said) return { may: said.state === "holds", by, said };
  }
  return { may: false, by: "organisation" };
}

interface Place {
  coding: string;
  start: number;
  end: number;
}
// Hidden is the place, not the coding: any coding on words of a passage that was taken back.  Open: all of its words may be
// shown although its text may not be.
export function ofTheirOwn(all: readonly Said[], document: string, codings: readonly Place[], scope: PassageScope): Map<string, "hidden" | "open"> {
  const found = new Map<string, "hidden" | "open">();
  const passages = codings.map((one) => ({ ...one, hold: holdOf(all, subjectOf(document, one.coding), scope) })).filter(({ hold }) => hold.by === "passage");
  for (const one of codings) {
    if (passages.some(({ start, end, hold }) => !hold.may && start < one.end && one.start < end)) found.set(one.coding, "hidden");
    else if (passages.some(({ start, end, hold }) => hold.may && start <= one.start && one.end <= end)) found.set(one.coding, "open");
  }
  return found;
}
