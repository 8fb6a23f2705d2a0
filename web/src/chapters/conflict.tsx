// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two wrote the same chapter: both texts side by side, with what only one of them has.
import { t } from "../words/words";
import { sideBySide, type Line } from "./lines";

interface ConflictProps {
  mine: string;
  theirs: string;
  take: () => void;
}

const Text = ({ lines, name }: { lines: readonly Line[]; name: string }) => (
  <div class="side-text" dir="auto" tabIndex={0} role="region" aria-label={name}>{lines.map((line, i) => (line.own ? <p key={i}><ins>{line.text || "\u00a0"}</ins></p> : <p key={i}>{line.text || "\u00a0"}</p>))}</div>
);

export function Conflict({ mine, theirs, take }: ConflictProps) {
  const both = sideBySide(mine, theirs);
  return (
    <section class="banner warn" role="alert" aria-labelledby="both-h"><div class="stack grow">
      <p id="both-h">{t("Somebody else changed this meanwhile. Nothing of theirs or yours was lost.")}</p>
      <div class="both">
        <div><h2>{t("It is now")}</h2><Text lines={both.theirs} name={t("It is now")} /><p class="mt-s"><button type="button" class="btn" onClick={take}>{t("Take theirs")}</button></p></div>
        <div><h2>{t("You want")}</h2><Text lines={both.mine} name={t("You want")} /></div>
      </div>
      <p class="small">{t("Marked: lines that only one of them has. Change yours below; keep it once more, and yours stands.")}</p>
    </div></section>
  );
}
