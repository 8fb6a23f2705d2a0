// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts, and what is suggested about them.
import { mayDo } from "../session/session";
import { t } from "../words/words";

export function TextsTabs({ here }: { here: "texts" | "passages" | "screening" }) {
  if (!mayDo("coordinator", "researcher")) return null;
  const tab = (id: typeof here, path: string, name: string) => <a href={path} aria-current={id === here ? "page" : undefined}>{name}</a>;
  return (
    <nav class="tabs" aria-label={t("Texts")}>
      {tab("texts", "/texts", t("All texts"))}
      {tab("passages", "/suggest", t("Suggested passages"))}
      {tab("screening", "/suggest/texts", t("Screening"))}
    </nav>
  );
}
