// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People and settings: people and oneself, what the study says of itself, and what it asks for, tests and derives
// with.
import { mayDo } from "../session/session";
import { t } from "../words/words";

export function SettingsTabs({ here }: { here: "people" | "study" | "definitions" | "legal-rules" | "invented-countries" | "slots" | "targets" }) {
  if (!mayDo("coordinator", "researcher", "reviewer")) return null;
  return (
    <nav class="tabs" aria-label={t("People and settings")}>
      <a href="/settings" aria-current={here === "people" ? "page" : undefined}>{mayDo("coordinator") ? t("People and you") : t("You")}</a>
      <a href="/settings/study" aria-current={here === "study" ? "page" : undefined}>{t("The study")}</a>
      {mayDo("coordinator") && <a href="/settings/slots" aria-current={here === "slots" ? "page" : undefined}>{t("Slots")}</a>}
      <a href="/settings/targets" aria-current={here === "targets" ? "page" : undefined}>{t("Targets")}</a>
      <a href="/settings/definitions" aria-current={here === "definitions" ? "page" : undefined}>{t("Definitions")}</a>
      <a href="/settings/legal-rules" aria-current={here === "legal-rules" ? "page" : undefined}>{t("Legal rules")}</a>
      <a href="/settings/invented-countries" aria-current={here === "invented-countries" ? "page" : undefined}>{t("Invented countries")}</a>
    </nav>
  );
}
