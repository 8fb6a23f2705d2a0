// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may stand in a field that takes something of the study: its id and what it is called.
import { listSources } from "../chapters/ask";
import { valueWords } from "../pages/law_words";
import { useResource } from "../store/resource";
import { askCodebook, askDocuments } from "../store/texts";
import type { Field, Kind } from "./kinds";

export interface Choice {
  id: string;
  name: string;
}
const models = ["decriminalised", "legalised_regulated", "depenalised", "end_demand", "partly_criminalised", "fully_criminalised", "mixed_subnational"];

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
      default: return [];
    }
  };
}
