// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study says of itself, in words: each field with what it is called, what it does, and in which part it stands.
import { languages, t } from "../words/words";

export interface FieldWords {
  name: string;
  hint: string;
  form: "line" | "lines" | "number" | "day";
}
export interface Part {
  id: string;
  name: () => string;
  fields: readonly string[];
}

export const parts: readonly Part[] = [
  { id: "called", name: () => t("What it is called"), fields: ["title", "subtitle", "publisher", "language", "licence", "invented"] },
  { id: "frame", name: () => t("The frame"), fields: ["frame_note", "frame_sources", "at_most_per_country", "reference_date"] },
  { id: "led", name: () => t("What “led by its community” means here"), fields: ["definitions", "record_months", "claims_about"] },
  { id: "shares", name: () => t("What counts as common ground"), fields: ["common_ground_share", "most_regions_share", "gap_unit", "many_valued"] },
  { id: "small", name: () => t("Small numbers of people"), fields: ["smallest_cell"] },
];

export function fieldWords(field: string): FieldWords {
  switch (field) {
    case "title": return { name: t("Title"), hint: t("Of the study and its report."), form: "line" };
    case "subtitle": return { name: t("Subtitle"), hint: "", form: "line" };
    case "publisher": return { name: t("Published by"), hint: "", form: "line" };
    case "language": return { name: t("Language of the report"), hint: t("Words that people wrote stay in theirs."), form: "line" };
    case "licence": return { name: t("Licence"), hint: t("Under which others may use the report and its data."), form: "line" };
    case "invented": return { name: t("Invented example"), hint: t("Every page then says that no organisation here is real."), form: "line" };
    case "frame_note": return { name: t("How cases were chosen"), hint: t("Stands in the report beside the frame."), form: "lines" };
    case "frame_sources": return { name: t("Sources of the frame"), hint: t("Their ids, with semicolons between them."), form: "line" };
    case "at_most_per_country": return { name: t("Cases of one country at most"), hint: t("0: no limit."), form: "number" };
    case "reference_date": return { name: t("Day of reference"), hint: t("Laws and counts are looked at as of this day; blank: today."), form: "day" };
    case "definitions": return { name: t("Definitions that are tested"), hint: t("Their ids, with semicolons between them."), form: "line" };
    case "record_months": return { name: t("Months that a count holds"), hint: t("An older one decides nothing."), form: "number" };
    case "claims_about": return { name: t("What published claims are about"), hint: t("SOURCE=DEFINITION, with semicolons between them."), form: "line" };
    case "common_ground_share": return { name: t("Share of cases in each region"), hint: t("From which on a practice is common ground there; as 1/2."), form: "line" };
    case "most_regions_share": return { name: t("Share of regions"), hint: t("More than this is “in most regions”; as 1/2."), form: "line" };
    case "gap_unit": return { name: t("Where two codes meet"), hint: t("In the same text, or in the same passage."), form: "line" };
    case "many_valued": return { name: t("What may have several values at once"), hint: t("Any other fact that two sources tell differently is disputed."), form: "line" };
    case "smallest_cell": return { name: t("Smallest number shown"), hint: t("Counts of people from 1 up to below this are hidden."), form: "number" };
    default: return { name: field, hint: "", form: "line" };
  }
}

export function valueWords(field: string, value: string): string {
  if (field === "language") return languages.find((one) => one.code === value)?.name ?? value;
  switch (value) {
    case "yes": return t("yes");
    case "no": return t("no");
    case "document": return t("in the same text");
    case "passage": return t("in the same passage");
    default: return value;
  }
}
