// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Passages of a text that were translated: below the paragraph that has their first words, each in its language.
import { listThings, type Thing } from "../nouns/ask";
import type { TextModel } from "../reader/model";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { languageName, t } from "../words/words";

export type Translated = ReadonlyMap<number, readonly Thing[]>;

// By paragraph.
export function placed(model: TextModel, things: readonly Thing[], document: string): Translated {
  const found = new Map<number, Thing[]>();
  for (const one of things.filter((thing) => thing.fields["document"] === document)) {
    const first = String(one.fields["exact"] ?? "").split("\n")[0] ?? "";
    const index = first === "" ? -1 : model.paragraphs.findIndex((paragraph) => model.points.slice(paragraph.start, paragraph.end).includes(first));
    if (index >= 0) found.set(index, [...(found.get(index) ?? []), one]);
  }
  return found;
}

const none: readonly Thing[] = [];
export const useTranslations = (): readonly Thing[] => useResource("translations", () => listThings("translations")).data?.things ?? none;

export function TranslatedHere({ things }: { things: readonly Thing[] | undefined }) {
  if (!things) return null;
  return (
    <ul class="translated" aria-label={t("Translations")}>
      {things.map((one) => {
        const language = String(one.fields["language"] ?? "");
        return <li key={one.id}><a href={`/texts/translations/${signOf(one.id)}`}>{languageName(language)}</a> <span lang={language} dir="auto">{String(one.fields["text"] ?? "")}</span></li>;
      })}
    </ul>
  );
}
