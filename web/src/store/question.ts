// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is looked for, in memory only: no address and no title ever holds it.
import { signal } from "@preact/signals";

export const question = signal("");
