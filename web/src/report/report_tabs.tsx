// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report in two: its pages and publishing, and the chapters that people write for it.
import { t } from "../words/words";

export function ReportTabs({ here }: { here: "pages" | "chapters" }) {
  return (
    <nav class="tabs" aria-label={t("Report")}>
      <a href="/report" aria-current={here === "pages" ? "page" : undefined}>{t("Pages and publishing")}</a>
      <a href="/report/chapters" aria-current={here === "chapters" ? "page" : undefined}>{t("Chapters")}</a>
    </nav>
  );
}
