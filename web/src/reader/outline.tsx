// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The headings of a text (its pages, where it has none) beside it: where one is, how often each part is coded, the way there.
import { useEffect, useMemo, useRef } from "preact/hooks";
import { plural, t } from "../words/words";
import type { Drawn, TextModel } from "./model";
import { sectionAt, type Section } from "./sections";

interface Props {
  model: TextModel;
  sections: readonly Section[];
  codings: readonly Drawn[];
  current: number; // the paragraph
  go: (index: number) => void;
  close: () => void;
}

export function Outline({ model, sections, codings, current, go, close }: Props) {
  const here = sectionAt(sections, current);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>("button[aria-current], button")?.focus({ preventScroll: true }), []);
  const before = useMemo(() => {
    const first = sections[0] ? model.paragraphs[sections[0].at]!.start : 0;
    return codings.filter((one) => one.start < first).length;
  }, [codings, sections, model]);
  return (
    <aside class="pane outline stack-s" data-pane tabIndex={-1} aria-labelledby="outline-h">
      <h2 id="outline-h">{t("Outline")}</h2>
      <ul ref={list}>
        {sections.map((one, at) => (
          <li key={one.at}>
            <button type="button" class={`it d${Math.min(one.depth, 5)}`} aria-current={at === here ? "location" : undefined} onClick={() => go(one.at)}>
              <span lang={one.page ? undefined : model.language} dir="auto">
                {one.page ? t("page {1}", one.page) : model.points.slice(model.paragraphs[one.at]!.start, model.paragraphs[one.at]!.end)}</span>
              <span class="n">{one.codings > 0 && plural("{1} coding", "{1} codings", one.codings)}</span>
            </button>
          </li>
        ))}
      </ul>
      {before > 0 && <p class="hint">{plural("{1} coding stands before the first of them.", "{1} codings stand before the first of them.", before)}</p>}
      <p><button type="button" class="btn" onClick={close}>{t("Close the outline")}</button></p>
    </aside>
  );
}
