// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Splitting: a new code beside this one, and the passages that become its own, ticked one by one.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { Await, ProblemBanner } from "../shell/await";
import { actsAsLetter } from "../shell/keys";
import { keyFor, meant } from "../shell/shortcuts";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { askDocuments } from "../store/texts";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import type { WholeCode } from "./meaning";
import { readCodings } from "./merge";

const kFirst = 20;

export function Split({ code, done, close }: { code: WholeCode; done: (part: string) => void; close: () => void }) {
  const head = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [label, setLabel] = useState("");
  const [definition, setDefinition] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const codings = useResource(`codings ${code.code}`, () => readCodings(code.code));
  const documents = useResource("documents", askDocuments);
  const nameOf = useOrganisationNames();
  useEffect(() => head.current?.focus(), []);
  const split = async (event: SubmitEvent) => {
    event.preventDefault();
    const moving = codings.data?.filter((one) => ticked.has(one.coding)).map(({ document, coding }) => ({ document, coding })) ?? [];
    saving();
    const answer = await ask(() => api.POST("/codebook/{code}/split", { params: { path: { code: code.code } },
      body: { label: label.trim(), definition: definition.trim(), kind: code.kind, codings: moving } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    changed();
    if (answer.ok) done(answer.data.code);
  };
  const toggle = (id: string) => setTicked((before) => {
    const now = new Set(before);
    if (!now.delete(id)) now.add(id);
    return now;
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    const key = meant("split", event.key);
    if (!actsAsLetter(event) || (key !== "j" && key !== "k")) return;
    event.preventDefault();
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>(".split-list input") ?? [])];
    const at = boxes.indexOf(document.activeElement as HTMLInputElement);
    boxes[Math.max(0, Math.min(boxes.length - 1, at + (key === "j" ? 1 : -1)))]?.focus();
  };
  return (
    <form class="stack sect ask-code" ref={form} onSubmit={split} aria-labelledby="split-h" onKeyDown={press}>
      <h2 id="split-h" ref={head} tabIndex={-1}>{plural("Split {2}: {1} coding goes to a new code", "Split {2}: {1} codings go to a new code", ticked.size, code.code)}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <div><label for="s-label">{t("Its name")}</label><input id="s-label" type="text" required maxLength={200} value={label} onInput={(event) => setLabel(event.currentTarget.value)} /></div>
      <div><label for="s-def">{t("What belongs to it")}</label><textarea id="s-def" rows={2} value={definition} onInput={(event) => setDefinition(event.currentTarget.value)} /></div>
      <Await of={codings} what={t("Reading the codings")}>
        {(found) => found.length === 0 ? <p class="state">{t("It has no coding that you may see: there is nothing to split.")}</p> : (
          <fieldset>
            <legend>{t("Which passages go")}</legend>
            <ul class="split-list">
              {(all ? found : found.slice(0, kFirst)).map((one) => {
                const about = documents.data?.documents.find((other) => other.document === one.document);
                return (
                  <li key={one.coding} class="choice"><input type="checkbox" id={`s-${one.coding}`} checked={ticked.has(one.coding)} onChange={() => toggle(one.coding)} />
                    <label for={`s-${one.coding}`}><span lang={about?.language} dir="auto">{one.exact}</span> <small class="muted">{nameOf(about?.organisation ?? "")} · {one.coder}</small></label></li>
                );
              })}
            </ul>
            {!all && found.length > kFirst && <button type="button" class="btn" onClick={() => setAll(true)}>{t("Show the other {1}", found.length - kFirst)}</button>}
          </fieldset>
        )}
      </Await>
      <p class="row"><button class="btn main" disabled={ticked.size === 0 || label.trim() === ""}>{t("Split")}</button>
        <button type="button" class="btn" onClick={close}>{t("Not now")} <kbd aria-hidden="true">Esc</kbd></button>
        <span class="small muted keys-hint"><kbd>{keyFor("split", "j")}</kbd> <kbd>{keyFor("split", "k")}</kbd> {t("next, previous")} · <kbd>{t("Space")}</kbd> {t("choose")}</span></p>
      <p class="hint">{plural("{1} coding stays where it is.", "{1} codings stay where they are.", (codings.data?.length ?? 0) - ticked.size)} {t("Who coded stays who coded. You can undo it.")}</p>
    </form>
  );
}
