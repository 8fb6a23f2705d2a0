// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may stand in a field that takes something of the study: its id and what it is called.
import { listSources } from "../chapters/ask";
import { everyCountry } from "../pages/every_country";
import { valueWords } from "../pages/law_words";
import { useResource } from "../store/resource";
import { askCodebook, askDocuments } from "../store/texts";
import { knownRegions } from "../store/place_names";
import { t } from "../words/words";
import type { Field, Kind } from "./kinds";

export interface Choice {
  id: string;
  name: string;
}
const models = ["decriminalised", "legalised_regulated", "depenalised", "end_demand", "partly_criminalised", "fully_criminalised", "mixed_subnational"];

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
  const has = (of: Field["of"]) => kind.fields.some((field) => field.of === of);
  const codebook = useResource(has("codes") ? "codebook" : null, askCodebook);
  const documents = useResource(has("documents") ? "documents" : null, askDocuments);
  const sources = useResource(has("sources") ? "sources" : null, listSources);
  return (field) => {
    switch (field.of) {
      case "codes": return (codebook.data?.codes ?? []).map((one) => ({ id: one.code, name: `${one.code} ${one.label}` }));
      case "documents": return (documents.data?.documents ?? []).map((one) => ({ id: one.document, name: one.title }));
      case "sources": return (sources.data?.things ?? []).map((one) => ({ id: one.id, name: String((one.fields as { title?: string | null }).title ?? one.id) }));
      case "models": return models.map((one) => ({ id: one, name: valueWords(one) }));
      case "sides": return sides.map((one) => ({ id: one, name: sideWords(one) }));
      case "types": return types.map((one) => ({ id: one, name: typeWords(one) }));
      case "regions": return knownRegions().map((one) => ({ id: one.region, name: one.name }));
      case "countries": return everyCountry().map((one) => ({ id: one.code, name: one.name }));
      default: return [];
    }
  };
}
