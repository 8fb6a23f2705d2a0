// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries, the indicators that each has, and the sources of facts.
import { t } from "../words/words";

export function CountriesTabs({ here }: { here: "countries" | "indicators" | "sources" }) {
  return (
    <nav class="tabs" aria-label={t("Countries and law")}>
      <a href="/countries" aria-current={here === "countries" ? "page" : undefined}>{t("Countries")}</a>
      <a href="/countries/indicators" aria-current={here === "indicators" ? "page" : undefined}>{t("Indicators")}</a>
      <a href="/countries/sources" aria-current={here === "sources" ? "page" : undefined}>{t("Sources")}</a>
    </nav>
  );
}
