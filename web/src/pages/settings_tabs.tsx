// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People and settings in two: people and oneself, and what the study says of itself.
import { mayDo } from "../session/session";
import { t } from "../words/words";

export function SettingsTabs({ here }: { here: "people" | "study" }) {
  if (!mayDo("coordinator", "researcher", "reviewer")) return null;
  return (
    <nav class="tabs" aria-label={t("People and settings")}>
      <a href="/settings" aria-current={here === "people" ? "page" : undefined}>{mayDo("coordinator") ? t("People and you") : t("You")}</a>
      <a href="/settings/study" aria-current={here === "study" ? "page" : undefined}>{t("The study")}</a>
    </nav>
  );
}
