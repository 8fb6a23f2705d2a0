// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The names of the roles.
import { t } from "../words/words";

export function roleWords(role: string): string {
  switch (role) {
    case "coordinator": return t("coordinator");
    case "researcher": return t("researcher");
    case "reviewer": return t("reviewer");
    case "member": return t("member organisation");
    case "reader": return t("reader");
    default: return role;
  }
}
