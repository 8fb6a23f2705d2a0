// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is hidden and what is not there: the same page.
import { t } from "../words/words";

export function Nothing(_: { default?: boolean; path?: string }) {
  return (
    <main class="page stack" id="main" tabIndex={-1}>
      <h1>{t("There is nothing here.")}</h1>
      <p class="lead">{t("It may have been withdrawn, or it is not for your role.")}</p>
    </main>
  );
}
