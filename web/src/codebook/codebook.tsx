// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook: the tree, and beside it the code that is open.  What is done with it has keys: Ctrl and arrows move, F2
// renames, Insert adds one below, m merges, p splits.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { mayDo } from "../session/session";
import { Await, ProblemBanner } from "../shell/await";
import { actsAsLetter, awaitsPlace } from "../shell/keys";
import { Page } from "../shell/page";
import { keyFor, meant } from "../shell/shortcuts";
import { askCodebook } from "../store/texts";
import { useResource } from "../store/resource";
import { kindClass } from "../reader/model";
import { findCodes } from "../reader/find_codes";
import { CodeTree } from "../reader/tree";
import { plural, t } from "../words/words";
import type { WholeCode } from "./meaning";
import { MovingNotice, useMoving } from "./moving";
import { NewCode } from "./new_code";
import { OneCode, type Doing } from "./one_code";
import { ToAnother } from "./to_another";

function Book({ codes, code }: { codes: readonly WholeCode[]; code: string }) {
  const { route } = useLocation();
  const [typed, setTyped] = useState("");
  const [doing, setDoing] = useState<Doing>(null);
  const [retired, setRetired] = useState(false);
  const [away, setAway] = useState(false); // a file for another program
  const name = useRef<HTMLInputElement>(null);
  const move = useMoving(codes);
  const live = codes.filter((one) => !one.retired);
  const gone = codes.filter((one) => one.retired);
  const chosen = codes.find((one) => one.code === code) ?? null;
  const mayEdit = mayDo("coordinator", "researcher");
  const go = (to: string) => route(`/codebook/${encodeURIComponent(to)}`);
  useEffect(() => setDoing((now) => (now === "new" ? now : null)), [code]);

  const list = useRef<HTMLElement>(null);
  const toRow = () => {
    const row = list.current?.querySelector<HTMLElement>(`[aria-current="true"]`);
    (row ?? list.current)?.focus();
  };

  const press = useRef<(event: KeyboardEvent) => void>(() => {});
  press.current = (event) => {
    if (!mayEdit || !chosen || move.moving || awaitsPlace(event) || document.querySelector("dialog[open]")) return;
    const field = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    const act = (event.ctrlKey || event.metaKey) && !field && !chosen.retired && (event.key === "ArrowUp" || event.key === "ArrowDown")
      ? () => move.begin(chosen, event.key === "ArrowUp" ? "up" : "down")
      : event.key === "F2" ? () => name.current?.focus()
      : event.key === "Insert" && !field ? () => setDoing("new")
      : actsAsLetter(event) && !chosen.retired && doing === null && meant("codebook", event.key) === "m" ? () => setDoing("merge")
      : actsAsLetter(event) && !chosen.retired && doing === null && meant("codebook", event.key) === "p" ? () => setDoing("split") : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent) => press.current(event);
    addEventListener("keydown", act, true);
    return () => removeEventListener("keydown", act, true);
  }, []);

  const link = (one: WholeCode) => (
    <li key={one.code}><a class={`it d0 ${kindClass(one.kind)}`} aria-current={one.code === code ? "true" : undefined} href={`/codebook/${encodeURIComponent(one.code)}`}><span /><span><b>{one.code}</b> {one.label}</span><span class="n">{one.with_below}</span></a></li>
  );
  const unused = live.filter((one) => one.with_below === 0).length;
  return (
    <>
      <header class="row spread">
        <div class="stack-s">
          <h1>{codes.length === 0 ? t("No code yet") : plural("{1} code", "{1} codes", live.length)}</h1>
          {codes.length === 0 && <p class="lead">{t("A codebook comes with the study: codebook.csv, or commonground code add.")}</p>}
          {unused > 0 && <p class="lead">{plural("{1} has no coding yet: that says what was not found so far, not that it is not there.",
            "{1} have no coding yet: that says what was not found so far, not that it is not there.", unused)}</p>}
        </div>
        <p class="row">{mayDo("coordinator") && <a class="btn" href="/texts/project">{t("From another program")}</a>}
        {mayEdit && codes.length > 0 && <button type="button" class="btn" aria-expanded={away} onClick={() => setAway(!away)}>{t("To another program")}</button>}
        {mayEdit && <button type="button" class="btn main" onClick={() => setDoing("new")}>{t("New code")} <kbd class="bare" aria-hidden="true">Ins</kbd></button>}</p>
      </header>
      {move.problem && <ProblemBanner problem={move.problem} />}
      {away && <div class="mb"><ToAnother close={() => setAway(false)} /></div>}
      <div class="grid split-left g-cols">
        <nav class="box tree tall-tree" ref={list} data-pane tabIndex={-1} aria-label={t("Codes")}>
          <label class="vh" for="find-code">{t("Find a code")}</label>
          <input id="find-code" type="search" placeholder={t("Find a code")} value={typed} autocomplete="off" onInput={(event) => setTyped(event.currentTarget.value)} />
          {move.moving && <MovingNotice moving={move.moving} step={move.step} put={move.put} leave={move.leave} />}
          {typed.trim() === ""
            ? <CodeTree codes={move.shown} label={t("Codes")} on={code} opened={move.moving?.place.parent ?? null} moving={move.moving?.code.code ?? null} open={(to) => { if (!move.moving) go(to); }} />
            : <ul>{(findCodes(codes, typed, []) as WholeCode[]).slice(0, 30).map(link)}</ul>}
          {gone.length > 0 && (
            <>
              <p><button type="button" class="btn plain small" aria-expanded={retired} onClick={() => setRetired(!retired)}>{plural("{1} retired code", "{1} retired codes", gone.length)}</button></p>
              {retired && <ul>{gone.map(link)}</ul>}
            </>
          )}
          {mayEdit && <p class="hint keys-hint"><kbd>Ctrl ↑</kbd> <kbd>Ctrl ↓</kbd> {t("move")} · <kbd>F2</kbd> {t("rename")} · <kbd>Ins</kbd> {t("new one below")} · <kbd>{keyFor("codebook", "m")}</kbd> {t("merge")} · <kbd>{keyFor("codebook", "p")}</kbd> {t("split")}</p>}
        </nav>
        <div>
          {doing === "new" && <NewCode parent={chosen} done={(made) => { setDoing(null); go(made); }} close={() => setDoing(null)} />}
          {chosen ? <OneCode key={chosen.code} code={chosen} codes={codes} doing={doing} set={setDoing} move={() => move.begin(chosen)} go={go} name={name} leave={toRow} />
            : code !== "" ? <p class="state">{t("There is nothing here.")}</p>
            : <p class="lead muted">{t("Choose a code to see what belongs to it and where it was given.")}</p>}
        </div>
      </div>
    </>
  );
}

export function Codebook({ code = "" }: { path?: string; code?: string }) {
  const codebook = useResource("codebook", askCodebook);
  return (
    <Page>
      <Await of={codebook} what={t("Reading the codebook")}>{({ codes }) => <Book codes={codes} code={code} />}</Await>
    </Page>
  );
}
