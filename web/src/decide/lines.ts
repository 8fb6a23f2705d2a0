// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The two lines under the words: solid for one coder, broken for the other, drawn by style as in the reader.
import { rangesOf } from "../reader/marks";
import type { TextModel } from "../reader/model";
import { disjoint } from "../text/levels";
import type { Span } from "../text/units";

export function drawLines(model: TextModel, elements: readonly (Element | null)[], first: readonly Span[], second: readonly Span[]): void {
  CSS.highlights.set("coder-1", new Highlight(...disjoint(first).flatMap((span) => rangesOf(model, elements, span))));
  CSS.highlights.set("coder-2", new Highlight(...disjoint(second).flatMap((span) => rangesOf(model, elements, span))));
}
