// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One paragraph between what two coders gave: the text once, only what differs has a number.
import { memo } from "preact/compat";
import { Icon } from "../shell/icons";
import { hasHighlights } from "../reader/marks";
import { kindClass, type TextModel } from "../reader/model";
import { pieces } from "../text/levels";
import type { Paragraph } from "../text/paragraphs";
import type { Span } from "../text/units";
import { t } from "../words/words";
import type { Code } from "../reader/find_codes";
import type { Entry } from "./passages";

interface WordsProps {
  model: TextModel;
  paragraph: Paragraph;
  numbers: readonly { start: number; number: number }[]; // those that begin in it
  spans: readonly { span: Span; line: "ua" | "ub" | "cur" }[]; // drawn here only where there are no highlights
}

function Words({ model, paragraph, numbers, spans }: WordsProps) {
  const cuts = [...new Set([paragraph.start, ...numbers.map((one) => Math.max(one.start, paragraph.start)), paragraph.end])].sort((a, b) => a - b);
  return (
    <>
      {cuts.slice(0, -1).map((from, at) => (
        <>
          {numbers.filter((one) => Math.max(one.start, paragraph.start) === from).map((one) => <span key={one.number} class="mark-no ink" data-n={one.number} />)}
          {hasHighlights() ? model.points.slice(from, cuts[at + 1]!)
            : pieces(spans.map((one) => one.span), from, cuts[at + 1]!).map((piece) => {
              let words = <>{model.points.slice(piece.start, piece.end)}</>;
              for (const index of piece.of) words = <span class={spans[index]!.line}>{words}</span>;
              return words;
            })}
        </>
      ))}
    </>
  );
}

interface EntryProps {
  entry: Entry;
  codeOf: (code: string) => Code | undefined;
  at: number; // the passage that is open, from 1
  open: (number: number) => void;
}

function Line({ entry, codeOf, at, open }: EntryProps) {
  if (entry.kind === "decided") {
    const { code, stands, decided_by, why } = entry.decision;
    return (
      <li class="cd">
        <Icon name="check" /> {t("decided by {1}:", decided_by)} <b>{stands ? t("{1} stands", code) : t("{1} falls", code)}</b>
        <span class="muted block">{why}</span>
      </li>
    );
  }
  if (entry.kind === "nothing") {
    return (
      <li><button type="button" class={`cd diff muted${entry.number === at ? " on" : ""}`} onClick={() => open(entry.number)}>
        <b>{entry.number}</b> <i>{t("nothing")}</i></button></li>
    );
  }
  const code = codeOf(entry.coding.code);
  const words = <><b class="kc">{entry.coding.code}</b> {code?.label}</>;
  return entry.number === 0
    ? <li class={`cd ${kindClass(code?.kind)}`}>{words}</li>
    : (
      <li><button type="button" class={`cd diff ${kindClass(code?.kind)}${entry.number === at ? " on" : ""}`} onClick={() => open(entry.number)}>
        <b>{entry.number}</b> {words}</button></li>
    );
}

interface Props extends WordsProps, Omit<EntryProps, "entry"> {
  index: number;
  first: readonly Entry[];
  second: readonly Entry[];
  names: readonly [string, string];
  register: (index: number, element: Element | null) => void;
}

// Drawn anew only when something of it changes: typing a reason does not touch the text.
export const Trio = memo(function Trio({ index, first, second, names, register, ...rest }: Props) {
  const { model, paragraph } = rest;
  const inside = {
    class: "tx", dir: "auto" as const, lang: model.language, "data-p": index,
    ref: (element: Element | null) => register(index, element),
    children: <Words {...rest} />,
  };
  const column = (entries: readonly Entry[], name: string, side: "a" | "b") => (
    <div class={`col ${side}`}>
      {entries.length > 0 && (
        <ul aria-label={t("What {1} gave here", name)}>
          {entries.map((entry, at) => <Line key={at} entry={entry} codeOf={rest.codeOf} at={rest.at} open={rest.open} />)}
        </ul>
      )}
    </div>
  );
  return (
    <div class="trio" id={`p${index}`}>
      {column(first, names[0], "a")}
      {paragraph.kind === "heading" ? <h2 {...inside} /> : <div {...inside} />}
      {column(second, names[1], "b")}
    </div>
  );
});
