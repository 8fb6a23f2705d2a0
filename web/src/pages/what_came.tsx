// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What became of one file: on its way, read, come in, or refused with what to do.
import { Icon } from "../shell/icons";
import type { Came, Job, NewText, OfText } from "../store/uploads";
import { Said } from "../words/said_words";
import { signOf } from "../text/address";
import { languageName, listed, plural, t } from "../words/words";
import { NewVersion } from "../texts/new_version";
import type { Answers } from "../texts/lost";
import { RestsOnLost } from "../texts/rests_on_lost";
import { leftOutWords, type Refusal } from "./refusals";

export type Fate =
  | { is: "waits" }
  | { is: "sent"; share: number }
  | { is: "read"; job: Job }
  | { is: "looked"; came: Came; answers: Answers } // a new version, before it is taken
  | { is: "came"; came: Came }
  | { is: "refused"; refusal: Refusal; inTheWay: string }
  | { is: "stopped" };

// What was said of a file when the button was pressed.
export interface How {
  text: NewText;
  version: OfText | null;
  keepUnder: string; // the passphrase of the study; empty: the file is not kept
}

export interface Given {
  key: string; // of the upload: made here
  file: File;
  fate: Fate;
  how?: How; // once it was begun
}

const kSureEnough = 90; // of 100: below it, the words of a paragraph are often wrong

function Moves({ moves }: { moves: NonNullable<Came["moves"]> }) {
  const rows: [string, number][] = [
    [t("the same words at the same place"), moves.kept],
    [t("the same words at another place"), moves.moved],
    [t("words that changed a little"), moves.edited],
    [t("without a place now: kept as they were, placed nowhere"), moves.orphaned],
  ];
  return (
    <table class="moves">
      <caption>{t("Where codings of the version before stand now")}</caption>
      <thead><tr><th scope="col">{t("Codings")}</th><th scope="col">{t("How many")}</th></tr></thead>
      <tbody>{rows.map(([words, n]) => <tr key={words}><th scope="row">{words}</th><td class="num">{n}</td></tr>)}</tbody>
    </table>
  );
}

function CameIn({ came }: { came: Came }) {
  const said = [
    plural("{1} paragraph", "{1} paragraphs", came.paragraphs),
    plural("{1} word", "{1} words", came.words),
    ...(came.pages > 0 ? [came.confidence === undefined ? plural("{1} page", "{1} pages", came.pages)
      : plural("{1} page read from a picture", "{1} pages read from pictures", came.pages)] : []),
    came.language === "und" ? t("language not known") : languageName(came.language),
  ];
  return (
    <div class="stack-s">
      <p><Icon name="check" /> {came.changed ? (came.version > 1 ? t("Came in as version {1}.", came.version) : t("Came in.")) : t("It was here already; nothing was changed.")}{" "}
        {said.join(" · ")}</p>
      {came.confidence !== undefined && <p>{(came.least_sure ?? 100) < kSureEnough && <><Icon name="warn" /> </>}
        {t("Read with {1} in 100 sureness, the least sure paragraph with {2}. Look through it before it is coded.", came.confidence, came.least_sure ?? came.confidence)}</p>}
      {came.left_out.length > 0 && <p class="small">{t("Left out: {1}.", listed(came.left_out.map(leftOutWords)))}</p>}
      {came.notices.length > 0 && (
        <details class="small"><summary>{plural("{1} notice", "{1} notices", came.notices.length)}</summary>
          <ul>{came.notices.map((one) => <li key={one}><Said words={one} whole /></li>)}</ul></details>
      )}
      {came.moves && <Moves moves={came.moves} />}
      {came.moves && <RestsOnLost came={came} answers={{}} />}
      {came.may_be_read
        ? <p><a class="lnk" href={`/texts/${signOf(came.document)}`}>{t("Open it in the reader")}</a>
          {came.moves && <> · <a class="lnk" href={`/texts/${signOf(came.document)}/versions`}>{t("See what changed")}</a></>}</p>
        : <p><b>{t("Nobody may read it yet.")}</b> {t("There is no consent to read it. It shows in the list once that is recorded.")}</p>}
    </div>
  );
}

interface Props {
  one: Given;
  stop: () => void;
  again: () => void;
  asVersion: (() => void) | null; // of the text that is in the way
  answer: (codings: string[], what: "put" | "go") => void; // for codings that a new version has no words for
  take: () => void; // the new version
  leave: () => void; // it as it is
}

export function WhatCame({ one, stop, again, asVersion, answer, take, leave }: Props) {
  const { fate } = one;
  const share = fate.is === "sent" ? Math.round(fate.share * 100) : fate.is === "read" && fate.job.total > 1 ? Math.round((fate.job.done / fate.job.total) * 100) : 0;
  return (
    <li class="came box stack-s">
      <h3 dir="auto">{one.file.name}</h3>
      {fate.is === "waits" && <p class="state">{t("Waits")}</p>}
      {fate.is === "stopped" && <p class="state">{t("Stopped. Nothing of it was kept.")}</p>}
      {(fate.is === "sent" || fate.is === "read") && (
        <div class="stack-s">
          <p role="status">{fate.is === "sent" ? t("It is sent")
            : fate.job.total > 1 ? t("It is read: {1} of {2} pages", fate.job.done, fate.job.total) : t("It is read, in a locked room without a network")}</p>
          <progress max={100} value={fate.is === "read" && fate.job.total <= 1 ? undefined : share} aria-label={one.file.name} />
          <p><button type="button" class="btn" onClick={stop}>{t("Stop")}</button></p>
        </div>
      )}
      {fate.is === "looked" && <NewVersion came={fate.came} answers={fate.answers} answer={answer} take={take} keep={leave} />}
      {fate.is === "came" && <CameIn came={fate.came} />}
      {fate.is === "refused" && (
        <div class="stack-s" role="alert">
          <p class="err"><Icon name="warn" /> {fate.refusal.what}</p>
          {fate.refusal.fix && <p>{fate.refusal.fix}</p>}
          <p class="row">{asVersion && <button type="button" class="btn main" onClick={asVersion}>{t("See it as the new version")}</button>}
            <button type="button" class="btn" onClick={again}>{t("Try again")}</button></p>
        </div>
      )}
    </li>
  );
}
