// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The ways to look at a text: to read and code it, to compare what coders gave, and to see two of its versions side by side.
// Those that are not for this person, or that there is nothing to see in, are left out.
import { mayDo } from "../session/session";
import { signOf } from "../text/address";
import { t } from "../words/words";

interface Props {
  about: { document: string; version: number; assignment?: string };
  here: "read" | "compare" | "versions";
}

export function Views({ about, here }: Props) {
  const at = `/texts/${signOf(about.document)}`;
  const mayCompare = mayDo("coordinator", "researcher", "reviewer") && about.assignment !== "open";
  const hasVersions = about.version > 1 || here === "versions";
  if (!mayCompare && !hasVersions) return null;
  return (
    <nav class="seg views" aria-label={t("How to look at this text")}>
      <a href={at} aria-current={here === "read" ? "page" : undefined}>{mayDo("member") ? t("Read it") : t("Read and code")}</a>
      {mayCompare && <a href={`${at}/compare`} aria-current={here === "compare" ? "page" : undefined}>{t("Compare coders")}</a>}
      {hasVersions && <a href={`${at}/versions`} aria-current={here === "versions" ? "page" : undefined}>{t("Versions")}</a>}
    </nav>
  );
}
