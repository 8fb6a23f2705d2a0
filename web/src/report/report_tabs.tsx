// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report: its pages and publishing, the chapters that people write for it, and what editions say of themselves.
import { t } from "../words/words";

export function ReportTabs({ here }: { here: "pages" | "chapters" | "editions" }) {
  return (
    <nav class="tabs" aria-label={t("Report")}>
      <a href="/report" aria-current={here === "pages" ? "page" : undefined}>{t("Pages and publishing")}</a>
      <a href="/report/chapters" aria-current={here === "chapters" ? "page" : undefined}>{t("Chapters")}</a>
      <a href="/report/editions" aria-current={here === "editions" ? "page" : undefined}>{t("Editions")}</a>
    </nav>
  );
}
