// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One paragraph: its words, its codings in the margin as buttons, and for those who listen, how many there are.
import { memo } from "preact/compat";
import type { Paragraph } from "../text/paragraphs";
import type { Span } from "../text/units";
import { pieces } from "../text/levels";
import { plural, t } from "../words/words";
import { Icon } from "../shell/icons";
import { kindClass, type Drawn, type TextModel } from "./model";
import { hasHighlights } from "./marks";
import { OwnConsent } from "../passage/marks";

export interface Marked extends Span {
  as: "chosen" | "current";
}

interface Props {
  index: number;
  near: boolean; // to what is seen: else its words alone are in the page, and how many codings it has
  paragraph: Paragraph;
  model: TextModel;
  codings: readonly Drawn[]; // those that touch it
  starting: readonly Drawn[]; // those that begin in it: they stand in its margin
  labelOf: (code: string) => string;
  kindOf: (code: string) => string | undefined;
  current: boolean;
  chosenCoding: string | null;
  mayCode: boolean;
  marked: readonly Marked[]; // what is chosen in it, where a browser has no highlights
  own: ReadonlyMap<string, "hidden" | "open">; // passages with a consent of their own
  register: (index: number, element: Element | null) => void;
  choose: (coding: string) => void;
  codeAll: (index: number) => void;
}

function Words({ paragraph, model, codings, kindOf, marked }: Pick<Props, "paragraph" | "model" | "codings" | "kindOf" | "marked">) {
  // Numbers stand where codings begin.  They are drawn by style, so that copying gives the text alone.
  if (hasHighlights()) {
    const starts = [...new Set(codings.filter((one) => one.start >= paragraph.start).map((one) => one.start))].sort((a, b) => a - b);
    const cuts = [paragraph.start, ...starts.filter((at) => at > paragraph.start), paragraph.end];
    return (
      <>
        {cuts.slice(0, -1).map((from, at) => (
          <>
            {codings.filter((one) => one.start === from).map((one) => (
              <span key={one.coding} class={`mark-no ${kindClass(kindOf(one.code))}`} data-n={one.number} />
            ))}
            {model.points.slice(from, cuts[at + 1]!)}
          </>
        ))}
      </>
    );
  }
  return (
    <>
      {pieces([...codings, ...marked], paragraph.start, paragraph.end).map((piece) => {
        const here = piece.of.flatMap((index) => codings[index] ?? []);
        const marks = piece.of.flatMap((index) => marked[index - codings.length] ?? []);
        let words = <>{model.points.slice(piece.start, piece.end)}</>;
        for (const one of here) words = <span class={`u l${one.level + 1} ${kindClass(kindOf(one.code))}`}>{words}</span>;
        for (const one of marks) words = <span class={one.as}>{words}</span>;
        return (
          <>
            {here.filter((one) => one.start === piece.start).map((one) => (
              <span key={one.coding} class={`mark-no ${kindClass(kindOf(one.code))}`} data-n={one.number} />
            ))}
            {words}
          </>
        );
      })}
    </>
  );
}

function Margin({ one, label, kind, on, own, choose }: { one: Drawn; label: string; kind: string; on: boolean; own?: "hidden" | "open" | undefined; choose: () => void }) {
  return (
    <li>
      <button type="button" class={`cm ${kind}${on ? " on" : ""}`} aria-pressed={on} data-coding={one.coding} onClick={choose}>
        <span class="cn">{one.number}</span>
        <span><b>{one.code}</b> {label} <span class="vh">{one.status === "draft" ? t("draft") : ""}</span>
          {one.waits && <i class="state"> {t("waits")}</i>}<small class="by">{one.coder}</small></span>
        <span class="ln" aria-hidden="true"><span class={`u l${one.level + 1} ${kind}`}>{"\u00a0\u00a0\u00a0\u00a0"}</span></span>
        {own && <OwnConsent how={own} />}
        {one.memo && <span class="memo"><Icon name="note" /> {one.memo}</span>}
      </button>
    </li>
  );
}

const nothing: readonly Drawn[] = [];

const sameNear = (before: Props, after: Props): boolean =>
  before.codings === after.codings && before.starting === after.starting
  && (before.own === after.own || !after.starting.some((one) => before.own.get(one.coding) !== after.own.get(one.coding)))
  && (before.chosenCoding === after.chosenCoding
    || !after.starting.some((one) => one.coding === before.chosenCoding || one.coding === after.chosenCoding));

export const ParagraphRow = memo(function ParagraphRow(props: Props) {
  const { index, near, paragraph, codings, starting, current, register } = props;
  const inside = {
    class: "tx", dir: "auto" as const, lang: props.model.language, "data-p": index,
    ref: (element: Element | null) => register(index, element),
    children: <Words {...props} codings={near ? codings : nothing} />,
  };
  return (
    <div class={`para${current ? " at" : ""}`} id={`p${index}`}>
      <span class="pn" aria-hidden="true">{paragraph.number || ""}</span>
      {paragraph.kind === "heading" ? <h2 {...inside} /> : <div {...inside} />}
      <div class="beside">
        {codings.length > 0 && <p class="vh">{plural("{1} coding", "{1} codings", codings.length)}</p>}
        {near && starting.length > 0 && (
          <ul class="cms" aria-label={t("Codings of this paragraph")}>
            {starting.map((one) => (
              <Margin key={one.coding} one={one} label={props.labelOf(one.code)} kind={kindClass(props.kindOf(one.code))}
                on={props.chosenCoding === one.coding} own={props.own.get(one.coding)} choose={() => props.choose(one.coding)} />
            ))}
          </ul>
        )}
        {near && props.mayCode && paragraph.kind !== "heading" && (
          <button type="button" class="btn code-this" onClick={() => props.codeAll(index)}>
            {t("Code this paragraph")}<span class="vh"> {paragraph.number}</span>
          </button>
        )}
      </div>
    </div>
  );
}, (before, after) => before.paragraph === after.paragraph && before.model === after.model && before.current === after.current
  && before.mayCode === after.mayCode && before.near === after.near && before.marked === after.marked && before.labelOf === after.labelOf
  && (after.near ? sameNear(before, after) : before.codings.length === after.codings.length));
