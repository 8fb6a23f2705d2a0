// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The two ways to look at a text: to read and code it, and to compare what coders gave.
import { signOf } from "../text/address";
import { t } from "../words/words";

export function Views({ document, here }: { document: string; here: "read" | "compare" }) {
  const at = `/texts/${signOf(document)}`;
  return (
    <nav class="seg views" aria-label={t("How to look at this text")}>
      <a href={at} aria-current={here === "read" ? "page" : undefined}>{t("Read and code")}</a>
      <a href={`${at}/compare`} aria-current={here === "compare" ? "page" : undefined}>{t("Compare coders")}</a>
    </nav>
  );
}
