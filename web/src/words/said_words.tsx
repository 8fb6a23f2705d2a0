// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the server says, in the language of the page; what the lists do not have is marked as English.
import { saidPart, saidWords } from "./said";

// A part of a sentence, or a whole one (`whole`): it may have what to do behind it.
export function Said({ words, whole = false }: { words: string; whole?: boolean }) {
  const said = whole ? saidWords(words) : saidPart(words);
  return <span lang={said === null ? "en" : undefined}>{said ?? words}</span>;
}
