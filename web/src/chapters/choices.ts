// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may be placed in a chapter, each with what it is today.
import type { Answer } from "../api/client";
import { listFindings } from "../findings/ask";
import { knownCountries } from "../store/place_names";
import { askCodebook } from "../store/texts";
import { askOrganisations } from "../store/things";
import { t } from "../words/words";
import { listSources, numbersOf, quotesUnder } from "./ask";
import { figures, placeholder, tables, type Kind } from "./placeholders";

export interface Choice {
  put: string; // "[[number:INT.3.1]]"; of a code whose passages are to be chosen from: its id
  name: string;
  id: string;
  today: string;
  more?: boolean; // leads to a second list
}

export function kindWords(kind: Kind): string {
  switch (kind) {
    case "number": return t("Number");
    case "case": return t("Name of a case");
    case "context": return t("Law of a country");
    case "finding": return t("Finding");
    case "recommendation": return t("Recommendation");
    case "quote": return t("Quotation");
    case "figure": return t("Figure");
    case "table": return t("Table");
    case "source": return t("Source");
  }
}

function figureWords(name: string): string {
  switch (name) {
    case "coverage": return t("Slots filled, by region");
    case "practices": return t("Practices by region");
    case "barriers": return t("Barriers by region");
    case "gap-outcomes": return t("Practices and outcomes");
    case "gap-barriers": return t("Practices and barriers");
    case "material": return t("What material there is");
    case "flow": return t("From texts to passages");
    default: return name;
  }
}
function tableWords(name: string): string {
  switch (name) {
    case "findings": return t("Findings and how sure they are");
    case "profile": return t("The cases at a glance");
    case "outcomes": return t("Outcomes that were measured");
    default: return name;
  }
}

const ofData = <T, U>(answer: Answer<T>, make: (data: T) => U): Answer<U> => (answer.ok ? { ...answer, data: make(answer.data) } : answer);

async function numbers(): Promise<Answer<Choice[]>> {
  const found: Choice[] = [];
  for (const kind of ["practice", "barrier", "outcome"] as const) {
    const answer = await numbersOf(kind);
    if (!answer.ok) return answer;
    if (kind === "practice") {
      found.push({ put: placeholder("number", "cases"), name: t("All cases"), id: "cases", today: String(answer.data.cases) },
        { put: placeholder("number", "passages"), name: t("All passages"), id: "passages", today: String(answer.data.passages) },
        { put: placeholder("number", "regions"), name: t("All regions"), id: "regions", today: "" },
        { put: placeholder("number", "findings"), name: t("All findings"), id: "findings", today: "" });
    }
    for (const row of answer.data.rows) {
      found.push({ put: placeholder("number", row.code), name: t("Cases with {1}", row.label), id: row.code, today: t("{1} of {2}", row.overall.present, row.overall.of) });
    }
  }
  return { ok: true, data: found, tag: "" };
}

// Of a quotation: its text, and the first words of the passage in one line.
const beginning = (exact: string): string => (exact.split(/[\n|]|\]\]/)[0] ?? "").split(/\s+/).slice(0, 8).join(" ");
export const quotesOf = async (code: string): Promise<Answer<Choice[]>> => ofData(await quotesUnder(code), ({ codings }) => {
  const found = new Map<string, Choice>();
  for (const one of codings) {
    const put = placeholder("quote", `${one.document}|${beginning(one.exact)}`);
    if (beginning(one.exact) !== "") found.set(put, { put, name: one.exact, id: one.document, today: one.status === "draft" ? t("draft") : "" });
  }
  return [...found.values()];
});

export async function choicesFor(kind: Kind): Promise<Answer<Choice[]>> {
  const there = (data: Choice[]): Answer<Choice[]> => ({ ok: true, data, tag: "" });
  switch (kind) {
    case "number": return numbers();
    case "case": return ofData(await askOrganisations(), (all) => all.map((one) => ({ put: placeholder(kind, one.id), name: one.fields.name ?? one.id, id: one.id, today: "" })));
    case "context": return there(knownCountries().map((one) => ({ put: placeholder(kind, one.country), name: one.name, id: one.country, today: "" })));
    case "finding":
    case "recommendation": return ofData(await listFindings(), ({ things }) => things.filter((one) => (one.fields.kind === "recommendation") === (kind === "recommendation"))
      .map((one) => ({ put: placeholder(kind, one.id), name: one.fields.statement ?? one.id, id: one.id, today: "" })));
    case "quote": return ofData(await askCodebook(), ({ codes }) => codes.filter((one) => one.own > 0).map((one) => ({ put: one.code, name: one.label, id: one.code, today: String(one.own), more: true })));
    case "figure": return there(figures.map((one) => ({ put: placeholder(kind, one), name: figureWords(one), id: one, today: "" })));
    case "table": return there(tables.map((one) => ({ put: placeholder(kind, one), name: tableWords(one), id: one, today: "" })));
    case "source": return ofData(await listSources(), ({ things }) => things.map((one) => ({ put: placeholder(kind, one.id), name: one.fields.title ?? one.id, id: one.id, today: "" })));
  }
}
