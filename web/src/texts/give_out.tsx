// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The texts that are chosen go to coders in one act, which can be undone.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { useResource } from "../store/resource";
import { saving, settled } from "../store/saved";
import { listed, plural, t } from "../words/words";

interface Props {
  texts: readonly string[];
  given: (texts: number) => void; // they were given out
  close: () => void;
}

export function GiveOutChosen({ texts, given, close }: Props) {
  const people = useResource("people", () => ask(() => api.GET("/people")));
  const [coders, setCoders] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const who = people.data?.people.filter((one) => !one.ended && (one.role === "researcher" || one.role === "coordinator")).map((one) => one.person) ?? [];
  const isThere = who.length > 0;
  useEffect(() => form.current?.querySelector<HTMLElement>("input, button")?.focus(), [isThere]);
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    const answer = await ask(() => api.POST("/assignments", { body: { documents: [...texts], coders: [...coders] } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    given(answer.data.changed);
    changed();
  };
  return (
    <form ref={form} class="box stack-s give-chosen" aria-labelledby="give-h" onSubmit={(event) => void give(event)}
      onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
      <h2 id="give-h">{plural("Give {1} text to", "Give {1} texts to", texts.length)}</h2>
      <p class="small muted">{t("Each codes blind: nobody sees the others' work in a text until they have submitted their own. Two coders for a text can be compared.")}</p>
      {problem && <ProblemBanner problem={problem} />}
      {people.problem && <ProblemBanner problem={people.problem} again={people.reload} />}
      <fieldset>
        <legend class="vh">{t("Coders")}</legend>
        <div class="row">
          {who.map((name) => (
            <span class="choice" key={name}><input type="checkbox" id={`give-${name}`} checked={coders.includes(name)}
              onChange={() => setCoders(coders.includes(name) ? coders.filter((one) => one !== name) : [...coders, name])} /><label for={`give-${name}`}>{name}</label></span>
          ))}
        </div>
      </fieldset>
      <p class="row"><button class="btn main" disabled={coders.length === 0}>{t("Give {1} to {2}", plural("{1} text", "{1} texts", texts.length), coders.length === 0 ? "…" : listed([...coders]))}</button>
        <button type="button" class="btn" onClick={close}>{t("Cancel")}</button></p>
    </form>
  );
}
