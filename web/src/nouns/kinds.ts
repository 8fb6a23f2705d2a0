// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The kinds of things that have a page of one form: where it stands, what it says, and its fields.  A new kind is an entry
// here or in one of the files beside, its address in main.tsx and its tab.
import { valueWords } from "../pages/law_words";
import type { Role } from "../session/session";
import type { Values } from "../study/edit";
import { languageName, t } from "../words/words";
import type { Route, Thing } from "./ask";
import { shown, type Form } from "./cells";

export interface Field {
  name: string;
  label: () => string;
  hint?: () => string;
  form: Form;
  of?: "codes" | "practices" | "barriers" | "sectors" | "documents" | "sources" | "organisations" | "partners" | "models" | "sides" | "types"
    | "evidence" | "ties" | "whether" | "regions" | "countries"; // what members and choices are taken from
  needed?: true;
  stays?: true; // given once
}
export interface Kind {
  route: Route;
  path: string;
  beside: "settings" | "texts" | "report" | "countries" | "organisations" | "findings" | "us"; // whose tabs it has
  about?: string; // the field that says whose it is; ?of=SIGN lists those of one
  by?: readonly Role[]; // who changes it; none: who coordinates
  begin?: () => Values; // of a new one
  title: () => string;
  lead: () => string;
  none: () => string;
  add: () => string;
  staysWhole?: true; // is not taken out
  fields: readonly Field[];
  nameOf: (thing: Thing, said: Said) => string;
  told: (thing: Thing, said: Said) => string;
}
// A field of the thing as its choices call it.
export type Said = (field: string) => string;

export const text = (thing: Thing, field: string): string => String(thing.fields[field] ?? "");
export const cut = (words: string): string => ([...words].length > 70 ? `${[...words].slice(0, 68).join("")} …` : words);

export const definitions: Kind = {
  route: "definitions", path: "/settings/definitions", beside: "settings",
  title: () => t("Definitions of being led by the community"),
  lead: () => t("Published tests. The counts of an organisation are held against each, side by side; the program does not choose."),
  none: () => t("No definition yet. Add one, or name a built-in one in the settings."),
  add: () => t("Add a definition"),
  fields: [
    { name: "definition", label: () => t("Id"), hint: () => t("A short word. The id of a built-in one by itself takes that in."), form: "line", needed: true, stays: true },
    { name: "label", label: () => t("Name"), form: "line" },
    { name: "definition_version", label: () => t("Its version"), form: "line" },
    { name: "kind", label: () => t("What it rests on"), hint: () => t("As numeric, majority or qualitative."), form: "line" },
    { name: "summary", label: () => t("What its source says, in our words"), form: "lines" },
    { name: "criteria", label: () => t("Criteria"), hint: () => t("A line each: decision_making_body >= 50/100. (not-applicable) or (undetermined) behind it: of a body without members."), form: "criteria" },
    { name: "not_sourced", label: () => t("What of it is not known"), hint: () => t("A line each."), form: "list" },
    { name: "sources", label: () => t("Sources"), form: "members", of: "sources" },
  ],
  nameOf: (thing) => text(thing, "label") || thing.id,
  told: (thing) => shown("criteria", thing.fields["criteria"]).replaceAll("\n", "; "),
};

export const legalRules: Kind = {
  route: "legal-rules", path: "/settings/legal-rules", beside: "settings",
  title: () => t("Rules of the legal model"),
  lead: () => t("Which legal model follows from which facts of a country. They are tried in their order; the first that matches decides."),
  none: () => t("No rule of this study yet: the built-in ones hold."),
  add: () => t("Add a rule"),
  fields: [
    { name: "place", label: () => t("Place"), hint: () => t("What comes first is tried first; blank: at the end."), form: "number" },
    { name: "when", label: () => t("When these facts hold"), hint: () => t("A line each: law_selling=criminalised, partly. No line: always."), form: "facts" },
    { name: "model", label: () => t("Legal model"), form: "choice", of: "models", needed: true },
    { name: "reason", label: () => t("Why, in a sentence"), form: "lines" },
  ],
  nameOf: (thing) => `${text(thing, "place")}. ${valueWords(text(thing, "model"))}`,
  told: (thing) => shown("facts", thing.fields["when"]).replaceAll("\n", "; "),
};

export const inventedCountries: Kind = {
  route: "invented-countries", path: "/settings/invented-countries", beside: "settings",
  title: () => t("Invented countries"),
  lead: () => t("Of an invented example only. Their codes stand for no country: XAA to XZZ."),
  none: () => t("No invented country."),
  add: () => t("Add an invented country"),
  fields: [
    { name: "code", label: () => t("Code"), hint: () => t("Three letters, from XAA to XZZ."), form: "line", needed: true, stays: true },
    { name: "name", label: () => t("Name"), form: "line", needed: true },
  ],
  nameOf: (thing) => text(thing, "name") || thing.id,
  told: (thing) => thing.id,
};

export const sources: Kind = {
  route: "sources", path: "/countries/sources", beside: "countries",
  title: () => t("Sources of the study"),
  lead: () => t("What facts, counts and findings rest on: a law, a report, a letter. Readers see them in the report."),
  none: () => t("No source yet. A fact about a country needs one."),
  add: () => t("Add a source"),
  fields: [
    { name: "id", label: () => t("Id"), hint: () => t("A short word, as law-2019. Facts name the source by it."), form: "line", needed: true, stays: true },
    { name: "title", label: () => t("Title"), form: "line", needed: true },
    { name: "site", label: () => t("Who published it"), form: "line" },
    { name: "address", label: () => t("Address on the web"), form: "line" },
    { name: "kind", label: () => t("Kind"), hint: () => t("As law, report, register, letter."), form: "line" },
    { name: "accessed", label: () => t("Read on"), hint: () => t("A day, as 2026-06-30."), form: "line" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => text(thing, "title") || thing.id,
  told: (thing) => text(thing, "site") || text(thing, "kind"),
};

export const indicators: Kind = {
  route: "indicators", path: "/countries/indicators", beside: "countries",
  title: () => t("Indicators of countries"),
  lead: () => t("Each is one thing to know about a country. The legal model is worked out from those about the law."),
  none: () => t("No indicator yet."),
  add: () => t("Add an indicator"),
  fields: [
    { name: "id", label: () => t("Id"), hint: () => t("A short word, as law_selling. Rules of the legal model name it so."), form: "line", needed: true, stays: true },
    { name: "label", label: () => t("Name"), form: "line", needed: true },
    { name: "side", label: () => t("What it is about"), form: "choice", of: "sides", needed: true },
    { name: "type", label: () => t("What it is answered by"), form: "choice", of: "types", needed: true },
    { name: "values", label: () => t("Answers that there are"), hint: () => t("A line each, as partly. None for a percentage."), form: "list" },
    { name: "source", label: () => t("Sources"), form: "members", of: "sources" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => text(thing, "label") || thing.id,
  told: (thing) => shown("list", thing.fields["values"]).split("\n").filter(Boolean).map(valueWords).join(", "),
};

// Of an organisation its own facts, on its page.
export const organisationFacts: Kind = {
  route: "organisations", path: "/organisations", beside: "countries", staysWhole: true,
  title: () => t("Organisations"), lead: () => "", none: () => "", add: () => "",
  fields: [
    { name: "name", label: () => t("Name"), form: "line", needed: true },
    { name: "short_name", label: () => t("Short name"), form: "line" },
    { name: "region", label: () => t("Region"), form: "choice", of: "regions" },
    { name: "country", label: () => t("Country"), form: "choice", of: "countries" },
    { name: "languages", label: () => t("Languages"), hint: () => t("A line each, as en, fr, sw."), form: "list" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => text(thing, "name") || thing.id,
  told: () => "",
};

export const translations: Kind = {
  route: "translations", path: "/texts/translations", beside: "texts", about: "document",
  title: () => t("Translated passages"),
  lead: () => t("A passage in another language, beside the original. Only what may be analysed and translated today is shown."),
  none: () => t("No passage is translated yet. Choose words in a text, then “Translate”."),
  add: () => t("Add a translation"),
  fields: [
    { name: "document", label: () => t("Text"), form: "choice", of: "documents", needed: true },
    { name: "exact", label: () => t("The words, as they stand there"), form: "lines", needed: true },
    { name: "language", label: () => t("Language of the translation"), hint: () => t("As en, fr, es, ru or zh-Hant."), form: "line", needed: true },
    { name: "text", label: () => t("Translation"), form: "lines", needed: true },
    { name: "translator", label: () => t("Who translated"), hint: () => t("A role or initials, never a name."), form: "line", needed: true },
  ],
  nameOf: (thing) => cut(text(thing, "exact")),
  told: (thing) => `${languageName(text(thing, "language"))}: ${cut(text(thing, "text"))}`,
};

export const sets: Kind = {
  route: "sets", path: "/texts/sets", beside: "texts",
  title: () => t("Sets of texts and codes"),
  lead: () => t("Groups that go to other coding programs and come back. A set is shown when all of its texts may be analysed today."),
  none: () => t("No set yet."),
  add: () => t("Add a set"),
  fields: [
    { name: "name", label: () => t("Name"), form: "line", needed: true },
    { name: "description", label: () => t("What it is for"), form: "lines" },
    { name: "documents", label: () => t("Texts"), form: "members", of: "documents" },
    { name: "codes", label: () => t("Codes"), form: "members", of: "codes" },
  ],
  nameOf: (thing) => text(thing, "name"),
  told: (thing) => text(thing, "description"),
};

export const editions: Kind = {
  route: "editions", path: "/report/editions", beside: "report", staysWhole: true,
  title: () => t("What editions say of themselves"),
  lead: () => t("What is new, and what was wrong before and is right now. An edition is not taken out: it is the record of what was published."),
  none: () => t("No edition says anything of itself yet."),
  add: () => t("Add an edition"),
  fields: [
    { name: "edition", label: () => t("Edition"), hint: () => t("Its number, or a short word."), form: "line", needed: true, stays: true },
    { name: "date", label: () => t("Day"), hint: () => t("As 2026-06-30; it stays."), form: "line", needed: true, stays: true },
    { name: "text", label: () => t("What is new"), form: "lines" },
    { name: "corrections", label: () => t("What was corrected"), hint: () => t("A line each."), form: "list" },
  ],
  nameOf: (thing) => t("Edition {1}", thing.id),
  told: (thing) => text(thing, "date"),
};
