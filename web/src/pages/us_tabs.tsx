// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A member organisation's own pages.
import { t } from "../words/words";

export function UsTabs({ at }: { at: string }) {
  const tabs: [string, string][] = [["/us", t("Said of us")], ["/us/consents", t("Consents")], ["/us/facts", t("Our facts")]];
  return (
    <nav class="tabs" aria-label={t("What is said of us")}>
      {tabs.map(([path, name]) => <a key={path} href={path} aria-current={path === at ? "page" : undefined}>{name}</a>)}
    </nav>
  );
}
