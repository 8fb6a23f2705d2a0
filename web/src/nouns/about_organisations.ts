// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is said of organisations, with whom they work, and what they measured.  A member organisation has what is its own
// on pages of its own.
import { me } from "../session/session";
import { t } from "../words/words";
import { cut, text, type Field, type Kind } from "./kinds";

const dayHint = () => t("As 2026, 2026-06 or 2026-06-30.");
const organisation: Field = { name: "organisation", label: () => t("Organisation"), form: "choice", of: "organisations", needed: true };
const sourcesOf = (needed: boolean): Field => ({ name: "source", label: () => t("Sources"), form: "members", of: "sources",
  ...(needed ? { needed: true as const, hint: () => t("At least one: what is said without a source is not kept.") } : {}) });

// As it is said: "legal_status" is read with a space.
export const propertyWords = (property: string): string => property.replaceAll("_", " ");

export const statements: Kind = {
  route: "statements", path: "/organisations/statements", beside: "organisations", about: "subject",
  title: () => t("What is said of organisations"),
  lead: () => t("A fact, its source and its day. Where sources say different things, both stay and the report shows both."),
  none: () => t("Nothing is said of any organisation yet."),
  add: () => t("Add what is said"),
  fields: [
    { name: "subject", label: () => t("Of whom"), form: "choice", of: "organisations", needed: true },
    { name: "property", label: () => t("What"), hint: () => t("A word or two, as founded. The same word for the same thing, so that sources can be compared."), form: "line", needed: true },
    { name: "value", label: () => t("Value"), form: "line", needed: true },
    { name: "valid_from", label: () => t("True from"), hint: dayHint, form: "line" },
    { name: "valid_to", label: () => t("until"), hint: dayHint, form: "line" },
    { name: "as_of", label: () => t("Seen in the source on"), hint: dayHint, form: "line" },
    { name: "evidence_type", label: () => t("How it is known"), form: "choice", of: "evidence", needed: true },
    sourcesOf(true),
    { name: "validated_by", label: () => t("Who looked it over"), hint: () => t("A role or a body, never a name."), form: "line" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => cut(`${propertyWords(text(thing, "property"))}: ${text(thing, "value")}`),
  told: (thing, said) => [said("subject"), text(thing, "as_of"), said("source")].filter(Boolean).join(" · "),
};

export const partners: Kind = {
  route: "partners", path: "/organisations/partners", beside: "organisations",
  title: () => t("Partners"),
  lead: () => t("Those whom organisations work with: a clinic, a bar association, a city. Never a person."),
  none: () => t("No partner yet."),
  add: () => t("Add a partner"),
  fields: [
    { name: "partner", label: () => t("Id"), hint: () => t("A short word, as lake-clinic. Ties name the partner by it."), form: "line", needed: true, stays: true },
    { name: "name", label: () => t("Name"), form: "line", needed: true },
    { name: "sector", label: () => t("Sector"), hint: () => t("A code of the codebook that is a sector."), form: "choice", of: "sectors", needed: true },
    { name: "country", label: () => t("Country"), form: "choice", of: "countries" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => text(thing, "name") || thing.id,
  told: (_, said) => [said("sector"), said("country")].filter(Boolean).join(" · "),
};

export const ties: Kind = {
  route: "partnerships", path: "/organisations/partnerships", beside: "organisations", about: "organisation",
  title: () => t("Ties with partners"),
  lead: () => t("Who works with whom, and how. A tie stays in the study unless it may be published; without consent to name the organisation it is in no report."),
  none: () => t("No tie yet."),
  add: () => t("Add a tie"),
  begin: () => ({ publish: "no" }),
  fields: [
    organisation,
    { name: "partner", label: () => t("Partner"), form: "choice", of: "partners", needed: true },
    { name: "kind", label: () => t("How they work together"), form: "choice", of: "ties", needed: true },
    { name: "since", label: () => t("Since"), hint: dayHint, form: "line" },
    sourcesOf(false),
    { name: "publish", label: () => t("May the report tell it?"), form: "whether", of: "whether", needed: true },
  ],
  nameOf: (_, said) => t("{1} and {2}", said("organisation"), said("partner")),
  told: (thing, said) => [said("kind"), text(thing, "since"), publicWords(thing.fields["publish"] === true)].filter(Boolean).join(" · "),
};
export const publicWords = (publish: boolean): string => (publish ? t("may be published") : t("stays in the study"));

export const outcomes: Kind = {
  route: "outcomes", path: "/organisations/outcomes", beside: "organisations", about: "organisation",
  title: () => t("Outcomes that were measured"),
  lead: () => t("What was counted before and after, by whom, and how it is known. That something came after is not that it came from it."),
  none: () => t("No outcome yet."),
  add: () => t("Add an outcome"),
  fields: [
    organisation,
    { name: "codes", label: () => t("Codes"), hint: () => t("The practices that it stands beside, and the outcomes."), form: "members", of: "codes" },
    { name: "measure", label: () => t("What was counted"), form: "line", needed: true },
    { name: "before", label: () => t("Before"), form: "line" },
    { name: "before_when", label: () => t("When that was"), hint: dayHint, form: "line" },
    { name: "after", label: () => t("After"), form: "line" },
    { name: "after_when", label: () => t("When that was, after"), hint: dayHint, form: "line" },
    { name: "unit", label: () => t("Unit"), hint: () => t("As %, or blank for a number of things."), form: "line" },
    { name: "evidence_type", label: () => t("How it is known"), form: "choice", of: "evidence", needed: true },
    { ...sourcesOf(false), hint: () => t("May be left out only of what an organisation says of itself.") },
    { name: "how", label: () => t("How it was counted"), form: "lines" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => cut(text(thing, "measure")),
  told: (thing, said) => [said("organisation"), changeWords(thing.fields)].filter(Boolean).join(" · "),
};
export function changeWords(fields: Readonly<Record<string, unknown>>): string {
  const of = (value: string, when: string) => `${fields[value] ?? "?"}${fields["unit"] ? ` ${fields["unit"]}` : ""}${fields[when] ? ` (${fields[when]})` : ""}`;
  return fields["before"] || fields["after"] ? `${of("before", "before_when")} → ${of("after", "after_when")}` : "";
}

const own = (field: string) => ({ begin: () => ({ [field]: me.value?.organisation ?? "" }), by: ["member"] as const, beside: "us" as const });
export const ownStatements: Kind = { ...statements, ...own("subject"), path: "/us/statements", title: () => t("What is said of you"), none: () => t("Nothing is said of you yet.") };
export const ownTies: Kind = { ...ties, ...own("organisation"), path: "/us/partnerships", title: () => t("Whom you work with"), none: () => t("No tie yet."),
  begin: () => ({ organisation: me.value?.organisation ?? "", publish: "no" }) };
