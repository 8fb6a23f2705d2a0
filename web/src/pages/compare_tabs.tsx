// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What can be compared: cases, what was told together, who works together, and coders.
import { t } from "../words/words";

const tabs = () => [
  { id: "cases", path: "/compare", name: t("Cases") },
  { id: "gaps", path: "/compare/gaps", name: t("Gap map") },
  { id: "together", path: "/compare/together", name: t("Coalitions") },
  { id: "agreement", path: "/compare/agreement", name: t("Intercoder agreement") },
];

export function CompareTabs({ here }: { here: string }) {
  return (
    <nav class="tabs" aria-label={t("What is compared")}>
      {tabs().map((tab) => <a key={tab.id} href={tab.path} aria-current={tab.id === here ? "page" : undefined}>{tab.name}</a>)}
    </nav>
  );
}
