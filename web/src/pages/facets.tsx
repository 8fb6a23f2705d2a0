// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What narrows a search: for each facet its values with how many passages each would leave; and what was chosen, each with
// a button that takes it away.
import { useState } from "preact/hooks";
import { Icon } from "../shell/icons";
import { count, plural, t } from "../words/words";

export interface FacetLine {
  value: string; // as the address has it
  name: string;
  passages: number;
  chosen: boolean;
}
const kFirst = 8;

export function FacetBox({ id, head, lines, toggle }: { id: string; head: string; lines: FacetLine[]; toggle: (value: string) => void }) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.filter((line, at) => at < kFirst || line.chosen);
  return (
    <fieldset><legend>{head}</legend>
      {shown.map((line) => (
        <div class="choice" key={line.value}>
          <input type="checkbox" id={`${id}-${line.value}`} checked={line.chosen} onChange={() => toggle(line.value)} />
          <label for={`${id}-${line.value}`}><span dir="auto">{line.name}</span> <span class="muted num"><span aria-hidden="true">{count(line.passages)}</span><span class="vh">, {plural("{1} passage", "{1} passages", line.passages)}</span></span></label>
        </div>
      ))}
      {shown.length < lines.length && <button type="button" class="btn plain" onClick={() => setAll(true)}>{t("{1} more", lines.length - shown.length)}<span class="vh">: {head}</span></button>}
    </fieldset>
  );
}

export function Chosen({ lines, clear }: { lines: (FacetLine & { remove: () => void })[]; clear: () => void }) {
  if (lines.length === 0) return null;
  return (
    <p class="row chosen-facets" role="group" aria-label={t("Narrowed down to")}>
      {lines.map((line) => (
        <button type="button" class="btn" key={line.value} onClick={line.remove}><span dir="auto">{line.name}</span> <Icon name="none" /><span class="vh">{t("take away")}</span></button>
      ))}
      {lines.length > 1 && <button type="button" class="btn plain" onClick={clear}>{t("Take all away")}</button>}
    </p>
  );
}
