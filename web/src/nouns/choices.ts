// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may stand in a field that takes something of the study: its id and what it is called.
import { listSources } from "../chapters/ask";
import { everyCountry } from "../pages/every_country";
import { valueWords } from "../pages/law_words";
import { mayDo } from "../session/session";
import { useResource } from "../store/resource";
import { askCodebook, askDocuments } from "../store/texts";
import { knownRegions } from "../store/place_names";
import { askOrganisations } from "../store/things";
import { t } from "../words/words";
import { listThings } from "./ask";
import { shown } from "./cells";
import type { Field, Kind } from "./kinds";
import { useNumbered } from "./numbered";

export interface Choice {
  id: string;
  name: string;
}
const models = ["decriminalised", "legalised_regulated", "depenalised", "end_demand", "partly_criminalised", "fully_criminalised", "mixed_subnational"];

const kEvidence = ["documented", "self-declared", "measured", "association", "modelled"] as const;
export function evidenceWords(evidence: string): string {
  switch (evidence) {
    case "documented": return t("documented");
    case "self-declared": return t("self-declared");
    case "measured": return t("measured");
    case "association": return t("association");
    case "modelled": return t("modelled");
    default: return evidence;
  }
}
const kTies = ["formal agreement", "joint service", "training", "dialogue", "litigation"] as const;
export function tieWords(kind: string): string {
  switch (kind) {
    case "formal agreement": return t("formal agreement");
    case "joint service": return t("joint service");
    case "training": return t("training");
    case "dialogue": return t("dialogue");
    case "litigation": return t("litigation");
    default: return kind;
  }
}

const sides = ["law", "practice", "services", "survey"] as const;
const types = ["choice", "percent", "derived"] as const;

function sideWords(side: (typeof sides)[number]): string {
  switch (side) {
    case "law": return t("Law on paper");
    case "practice": return t("In practice");
    case "services": return t("Services and measures");
    case "survey": return t("What surveys found");
  }
}
function typeWords(type: (typeof types)[number]): string {
  switch (type) {
    case "choice": return t("one of its answers");
    case "percent": return t("a percentage");
    case "derived": return t("worked out from other facts");
  }
}

// Only what the kind has fields of is asked for.
export function useChoices(kind: Kind): (field: Field) => readonly Choice[] {
  const has = (...of: Field["of"][]) => kind.fields.some((field) => of.includes(field.of));
  const works = !mayDo("member");
  const codebook = useResource(has("codes", "practices", "barriers", "sectors") ? "codebook" : null, askCodebook);
  const documents = useResource(has("documents") ? "documents" : null, askDocuments);
  const sources = useResource(works && has("sources") ? "sources" : null, listSources);
  const organisations = useResource(has("organisations") ? "organisations" : null, askOrganisations);
  const partners = useResource(works && has("partners") ? "partners" : null, () => listThings("partners"));
  const own = useNumbered(!works && has("sources", "partners"));
  const codesOf = (codeKind?: string) => (codebook.data?.codes ?? []).filter((one) => codeKind === undefined || one.kind === codeKind)
    .map((one) => ({ id: one.code, name: `${one.code} ${one.label}` }));
  return (field) => {
    switch (field.of) {
      case "codes": return codesOf();
      case "practices": return codesOf("practice");
      case "barriers": return codesOf("barrier");
      case "sectors": return codesOf("sector");
      case "documents": return (documents.data?.documents ?? []).map((one) => ({ id: one.document, name: one.title }));
      case "sources": return works
        ? (sources.data?.things ?? []).map((one) => ({ id: one.id, name: String((one.fields as { title?: string | null }).title ?? one.id) }))
        : own.sources;
      case "organisations": return (organisations.data ?? []).map((one) => ({ id: one.id, name: one.fields.name ?? one.id }));
      case "partners": return works ? (partners.data?.things ?? []).map((one) => ({ id: one.id, name: String(one.fields["name"] ?? one.id) }))
        : own.partners;
      case "models": return models.map((one) => ({ id: one, name: valueWords(one) }));
      case "sides": return sides.map((one) => ({ id: one, name: sideWords(one) }));
      case "types": return types.map((one) => ({ id: one, name: typeWords(one) }));
      case "evidence": return kEvidence.map((one) => ({ id: one, name: evidenceWords(one) }));
      case "ties": return kTies.map((one) => ({ id: one, name: tieWords(one) }));
      case "whether": return ["no", "yes"].map((one) => ({ id: one, name: valueWords(one) }));
      case "regions": return knownRegions().map((one) => ({ id: one.region, name: one.name }));
      case "countries": return everyCountry().map((one) => ({ id: one.code, name: one.name }));
      default: return [];
    }
  };
}

// The fields of a thing in the words of their choices.
export const saidBy = (kind: Kind, choicesOf: (field: Field) => readonly Choice[], fields: Readonly<Record<string, unknown>>) => (name: string): string => {
  const field = kind.fields.find((one) => one.name === name);
  if (!field) return "";
  const choices = choicesOf(field);
  return shown(field.form, fields[name]).split("\n").filter(Boolean).map((id) => choices.find((one) => one.id === id)?.name ?? id).join(", ");
};
