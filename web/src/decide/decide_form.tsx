// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One decision for a passage: of each code whether it stands, and why.  Whoever may not decide reads what was decided.
import type { Ref } from "preact";
import type { Problem } from "../api/client";
import type { Code } from "../reader/find_codes";
import { kindClass } from "../reader/model";
import { ProblemBanner } from "../shell/await";
import { keyFor } from "../shell/shortcuts";
import { listed, t } from "../words/words";
import type { Draft } from "./draft";
import { decisionOn, wordsOf, type Decision, type Passage } from "./passages";

interface Props {
  passage: Passage;
  number: number;
  language: string;
  draft: Draft;
  codeOf: (code: string) => Code | undefined;
  mayDecide: boolean;
  next: number | null; // the next open one, from 1
  talks: boolean;
  asked: boolean; // it was tried before all was said
  theirs: readonly Decision[] | null; // decided by somebody meanwhile
  problem: Problem | null;
  head: Ref<HTMLHeadingElement>;
  why: Ref<HTMLTextAreaElement>;
  set: (draft: Draft) => void;
  decide: () => void;
  talk: () => void;
}

export function DecideForm(props: Props) {
  const { passage, number, draft, codeOf, mayDecide, set } = props;
  const missing = props.asked ? draft.stands.flatMap((one, at) => (one === null ? [passage.codes[at]!.code] : [])) : [];
  const keyed = passage.codes.length <= 4;
  return (
    <form class="decide" aria-labelledby="decide-h" onSubmit={(event) => { event.preventDefault(); props.decide(); }}>
      <div class="stack-s">
        <h2 id="decide-h" tabIndex={-1} ref={props.head}>{mayDecide ? t("Passage {1}: which codes stand?", number) : t("Passage {1}", number)}</h2>
        <blockquote class="q" lang={props.language} dir="auto">{passage.text}</blockquote>
        {passage.codes.map((one, at) => {
          const code = codeOf(one.code);
          const words = wordsOf(one);
          const held = decisionOn(passage, one);
          const legend = (
            <><b class="kc">{one.code}</b> {code?.label} <span class="muted fw">{code?.definition}{code?.definition ? " · " : ""}{t("Given by {1}.", listed(one.coded_by))}</span></>
          );
          if (!mayDecide) {
            return (
              <div key={one.code} class={`small ${kindClass(code?.kind)}`}><p>{legend}</p>
                <p>{held ? <><b>{held.stands ? t("{1} stands", one.code) : t("{1} falls", one.code)}</b> ({held.decided_by}): {held.why}</>
                  : <i class="state">{t("not decided yet")}</i>}</p></div>
            );
          }
          const choice = (stands: boolean) => {
            const id = `d${at}-${stands ? "s" : "f"}`;
            return (
              <span class="choice">
                <input type="radio" name={`d${at}`} id={id} checked={draft.stands[at] === stands}
                  onChange={() => set({ ...draft, stands: draft.stands.map((was, i) => (i === at ? stands : was)) })} />
                <label for={id}>{keyed && <kbd aria-hidden="true">{at * 2 + (stands ? 1 : 2)}</kbd>} {stands ? t("stands") : t("falls")}</label>
              </span>
            );
          };
          return (
            <fieldset key={one.code} class="row g1r">
              <legend class={`small ${kindClass(code?.kind)}`}>{legend}</legend>
              {choice(true)}{choice(false)}
              {words.length > 1 && draft.stands[at] === true && (
                <span class="row small"><label for={`w${at}`}>{t("on the words of")}</label>
                  <select id={`w${at}`} value={draft.words[at]} onChange={(event) => {
                    const chosen = Number(event.currentTarget.value);
                    set({ ...draft, words: draft.words.map((was, i) => (i === at ? chosen : was)) });
                  }}>
                    {words.map(({ by }, i) => <option key={i} value={i}>{by.length > 0 ? listed(by) : t("everybody together")}</option>)}
                  </select></span>
              )}
            </fieldset>
          );
        })}
      </div>
      {mayDecide && (
        <>
          <div class="stack-s">
            {props.problem && <ProblemBanner problem={props.problem} />}
            {props.theirs && (
              <div class="banner warn" role="alert">
                <div class="stack-s">
                  <p><b>{t("Somebody decided about this passage meanwhile:")}</b></p>
                  {props.theirs.map((one) => <p key={one.adjudication}>{one.stands ? t("{1} stands", one.code) : t("{1} falls", one.code)} ({one.decided_by}): {one.why}</p>)}
                  <p>{t("Press again to let yours hold instead. Theirs stays in the history.")}</p>
                </div>
              </div>
            )}
            {missing.length > 0 && <p class="err" role="alert">{t("Say whether {1} stands.", listed(missing))}</p>}
            {props.asked && missing.length === 0 && draft.why.trim() === "" && <p class="err" role="alert">{t("Say why: both coders learn from it.")}</p>}
            <label for="why">{t("Why")} <kbd aria-hidden="true">{keyFor("compare", "r")}</kbd> <span class="hint">{t("both coders and every later reader see this")}</span></label>
            <textarea id="why" rows={3} ref={props.why} value={draft.why} maxLength={4000} onInput={(event) => set({ ...draft, why: event.currentTarget.value })} />
            <p class="hint">{t("What the coders gave stays beside the decision and does not count any more. What stands counts once, as yours. You can undo it.")}</p>
          </div>
          <div class="stack-s grid">
            <button class="btn main">{props.next === null ? t("Decide") : t("Decide, go to {1}", props.next)}</button>
            <button type="button" class="btn" onClick={props.talk}>{props.talks ? t("We talked about it") : t("Talk first")} <kbd aria-hidden="true">{keyFor("compare", "t")}</kbd></button>
            <p class="hint keys-hint"><kbd>Ctrl Enter</kbd> {t("decide")}<br /><kbd>{keyFor("compare", "n")}</kbd> <kbd>{keyFor("compare", "p")}</kbd> {t("next, previous")}</p>
          </div>
        </>
      )}
    </form>
  );
}
