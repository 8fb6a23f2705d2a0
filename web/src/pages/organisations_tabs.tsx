// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations, what is said of them, whom they work with, and what they measured.
import { t } from "../words/words";

export function OrganisationsTabs({ here }: { here: "organisations" | "statements" | "partners" | "partnerships" | "outcomes" }) {
  const tab = (id: typeof here, path: string, name: string) => <a href={path} aria-current={id === here ? "page" : undefined}>{name}</a>;
  return (
    <nav class="tabs" aria-label={t("Organisations")}>
      {tab("organisations", "/organisations", t("All organisations"))}
      {tab("statements", "/organisations/statements", t("What is said"))}
      {tab("partners", "/organisations/partners", t("Partners"))}
      {tab("partnerships", "/organisations/partnerships", t("Ties"))}
      {tab("outcomes", "/organisations/outcomes", t("Outcomes"))}
    </nav>
  );
}
