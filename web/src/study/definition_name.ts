// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a definition is called: those that come with the program in the language of the page.
import { saidPart } from "../words/said";

export const definitionName = (one: { definition: string; label: string }): string => saidPart(one.label) ?? (one.label || one.definition);
