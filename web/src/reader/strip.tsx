// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The whole text beside itself, as a strip: where it is coded, and which part of it is seen.  A finger or a mouse goes there;
// for keys and for those who listen there is the outline, and n.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { paragraphAt, type Drawn, type TextModel } from "./model";
import { between, whileScrolling, type Elements } from "./near";
import { heightAt, kHigh, stripMarks } from "./strip_marks";

interface Props {
  model: TextModel;
  codings: readonly Drawn[];
  kindOf: (code: string) => string | undefined;
  elements: Elements; // of the paragraphs
  go: (index: number) => void; // to this paragraph
}

export function Strip({ model, codings, kindOf, elements, go }: Props) {
  const { paragraphs, points } = model;
  const length = points.length;
  const svg = useRef<SVGSVGElement>(null);
  const [seen, setSeen] = useState<{ top: number; end: number }>({ top: 0, end: 0 });
  const marks = useMemo(() => stripMarks(codings, kindOf, length), [codings, kindOf, length]);
  const pages = useMemo(() => paragraphs.filter((one, at) => at > 0 && one.page > paragraphs[at - 1]!.page)
    .map((one) => `M0 ${heightAt(one.start, length)}h4`).join(""), [model]);

  useEffect(() => whileScrolling(() => {
    const pane = document.getElementById("main")?.getBoundingClientRect();
    if (!pane || paragraphs.length === 0) return;
    const top = Math.max(0, pane.top);
    const bottom = Math.min(innerHeight, pane.bottom);
    const { first, end } = between(elements, paragraphs.length, top, bottom);
    // How far into a paragraph an edge of the window lies.
    const pointAt = (index: number, edge: number): number => {
      const one = paragraphs[index]!;
      const box = elements.current[index]?.getBoundingClientRect();
      const part = box && box.height > 0 ? Math.max(0, Math.min(1, (edge - box.top) / box.height)) : 0;
      return one.start + part * (one.end - one.start);
    };
    const next = {
      top: heightAt(first < paragraphs.length ? pointAt(first, top) : length, length),
      end: heightAt(end > 0 ? pointAt(end - 1, bottom) : 0, length),
    };
    setSeen((was) => (was.top === next.top && was.end === next.end ? was : next));
  }), [model]);

  const point = (event: PointerEvent) => {
    const box = svg.current!.getBoundingClientRect();
    go(paragraphAt(paragraphs, Math.max(0, (event.clientY - box.top) / box.height) * length));
  };
  return (
    <div class="strip" aria-hidden="true"
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); point(event); event.preventDefault(); }}
      onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event); }}>
      <svg ref={svg} viewBox={`0 0 4 ${kHigh}`} preserveAspectRatio="none" focusable="false">
        {pages && <path class="pages" d={pages} />}
        {marks.map((one) => <path key={`${one.kind} ${one.path.slice(0, 2)}`} class={one.kind} d={one.path} />)}
        <rect class="seen" x="0" width="4" y={seen.top} height={Math.max(8, seen.end - seen.top)} />
      </svg>
    </div>
  );
}
