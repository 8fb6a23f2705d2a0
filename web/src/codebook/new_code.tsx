// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A new code, below the one that is open or at the top.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { kindWords } from "../pages/kinds";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { t } from "../words/words";
import type { WholeCode } from "./meaning";

const kinds = ["practice", "barrier", "outcome", "enabler", "sector", "other"] as const;

export function NewCode({ parent, done, close }: { parent: WholeCode | null; done: (code: string) => void; close: () => void }) {
  const name = useRef<HTMLInputElement>(null);
  const [under, setUnder] = useState(parent !== null);
  const [label, setLabel] = useState("");
  const [definition, setDefinition] = useState("");
  const [kind, setKind] = useState<WholeCode["kind"]>(parent?.kind ?? "practice");
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => name.current?.focus(), []);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    const answer = await ask(() => api.POST("/codebook", { body: { label: label.trim(), definition: definition.trim(), kind, ...(under && parent ? { parent: parent.code } : {}) } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    changed();
    if (answer.ok) done(answer.data.code);
  };
  return (
    <form class="stack sect ask-code" onSubmit={add} aria-labelledby="new-h" onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
      <h2 id="new-h">{t("A new code")}</h2>
      {problem && <ProblemBanner problem={problem} />}
      {parent && (
        <fieldset class="row"><legend class="vh">{t("Where it stands")}</legend>
          <span class="choice"><input type="radio" name="under" id="n-under" checked={under} onChange={() => setUnder(true)} /><label for="n-under">{t("below {1}", `${parent.code} ${parent.label}`)}</label></span>
          <span class="choice"><input type="radio" name="under" id="n-top" checked={!under} onChange={() => setUnder(false)} /><label for="n-top">{t("at the top")}</label></span>
        </fieldset>
      )}
      <div class="grid name-kind">
        <div><label for="n-label">{t("Name")}</label><input id="n-label" ref={name} type="text" required maxLength={200} value={label} onInput={(event) => setLabel(event.currentTarget.value)} /></div>
        <div><label for="n-kind">{t("Kind")}</label><select id="n-kind" value={kind} onChange={(event) => setKind(event.currentTarget.value as WholeCode["kind"])}>
          {kinds.map((one) => <option key={one} value={one}>{kindWords(one)}</option>)}</select></div>
      </div>
      <div><label for="n-def">{t("What belongs to it")}</label><textarea id="n-def" rows={2} value={definition} onInput={(event) => setDefinition(event.currentTarget.value)} /></div>
      <p class="row"><button class="btn main" disabled={label.trim() === ""}>{t("Add the code")}</button>
        <button type="button" class="btn" onClick={close}>{t("Not now")} <kbd aria-hidden="true">Esc</kbd></button></p>
    </form>
  );
}
