// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts, what is suggested about them, their translations and sets.
import { mayDo } from "../session/session";
import { t } from "../words/words";

export function TextsTabs({ here }: { here: "texts" | "passages" | "screening" | "translations" | "sets" }) {
  if (!mayDo("coordinator", "researcher")) return null;
  const tab = (id: typeof here, path: string, name: string) => <a href={path} aria-current={id === here ? "page" : undefined}>{name}</a>;
  return (
    <nav class="tabs" aria-label={t("Texts")}>
      {tab("texts", "/texts", t("All texts"))}
      {tab("passages", "/suggest", t("Suggested passages"))}
      {tab("screening", "/suggest/texts", t("Screening"))}
      {tab("translations", "/texts/translations", t("Translations"))}
      {tab("sets", "/texts/sets", t("Sets"))}
    </nav>
  );
}
