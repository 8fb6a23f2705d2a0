// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, and which practice answers which barrier.
import { t } from "../words/words";

export function FindingsTabs({ here }: { here: "findings" | "answers" }) {
  return (
    <nav class="tabs" aria-label={t("Findings")}>
      <a href="/findings" aria-current={here === "findings" ? "page" : undefined}>{t("Findings")}</a>
      <a href="/findings/answers" aria-current={here === "answers" ? "page" : undefined}>{t("Answers to barriers")}</a>
    </nav>
  );
}
