// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How many are probably left: a bar of four parts, the same in numbers, and how sure that is.
import { t } from "../words/words";

export interface Left {
  state: string;
  found: number;
  decided: number;
  undecided: number;
  probably_at_most: number;
  at_most: number;
  recall_at_least: number;
}
export interface Learnt {
  relevant: number;
  not_relevant: number;
  presumed_not_relevant: number;
  from_description: boolean;
}

export function partsOf(left: Left): { found: number; probably: number; most: number; others: number } {
  const probably = Math.min(left.probably_at_most, left.undecided);
  const most = Math.max(probably, Math.min(left.at_most, left.undecided));
  return { found: left.found, probably, most: most - probably, others: left.undecided - most };
}

export function HowManyLeft({ left }: { left: Left }) {
  const parts = partsOf(left);
  const all = Math.max(1, parts.found + parts.probably + parts.most + parts.others);
  const x = (n: number) => (n / all) * 200;
  let from = 0;
  const rect = (n: number, look: string) => {
    const at = from;
    from += x(n);
    return <rect class={look} x={at} y="0" width={x(n)} height="14" />;
  };
  const knows = left.state === "bounded";
  return (
    <section aria-labelledby="left-h">
      <h2 id="left-h">{t("How many are left")}</h2>
      <svg class="left-bar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
        <defs><pattern id="left-hatch" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 4L4 0" /></pattern></defs>
        {rect(parts.found, "s1")}{rect(parts.probably, "s2")}{rect(parts.most, "s3")}{rect(parts.others, "s4")}
      </svg>
      <dl class="left-key small">
        <div><dt>{t("found")}</dt><dd class="k1">{parts.found}</dd></div>
        <div><dt>{t("probably left")}</dt><dd class="k2">≤ {parts.probably}</dd></div>
        <div><dt>{t("left, with 95% certainty")}</dt><dd class="k3">≤ {parts.probably + parts.most}</dd></div>
        <div><dt>{t("not answered yet")}</dt><dd class="k4">{left.undecided}</dd></div>
      </dl>
      <p class="small mt-s">{knows ? t("So at least {1}% of all are found.", Math.floor(left.recall_at_least * 100))
        : left.state === "nothing-decided" ? t("Nobody has answered yet: nothing can be said.")
        : t("Too few answers to tell: more could be left than were found.")}</p>
      <p class="small muted mt-s">{t("The range narrows with every answer, a no as much as a yes. Nobody must go on to the end.")}</p>
    </section>
  );
}

export function LearntFrom({ learnt }: { learnt: Learnt }) {
  return (
    <section class="sect" aria-labelledby="learnt-h">
      <h2 id="learnt-h">{t("Trained on")}</h2>
      <p class="small">{learnt.from_description ? t("Nothing was said yes to: the description stands in.")
        : t("{1} with it, {2} without, and {3} drawn by lot to stand for the rest.", learnt.relevant, learnt.not_relevant, learnt.presumed_not_relevant)}{" "}
        {t("Texts that are coded blind, and those you may not read, take no part. Only words count: the program does not read.")}</p>
    </section>
  );
}
