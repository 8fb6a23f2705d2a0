// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every passage that was coded differently, as a number with its state.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words/words";
import { keyOf, talkOf, type Memo, type Passage } from "./passages";

interface Props {
  passages: readonly Passage[];
  memos: readonly Memo[];
  at: number;
  go: (index: number) => void;
}

export function Stepper({ passages, memos, at, go }: Props) {
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: "nearest", inline: "nearest" }), [at]);
  return (
    <div class="stepper" role="group" aria-label={t("Passages coded differently")}>
      {passages.map((passage, index) => {
        const talks = passage.is_open && talkOf(passage, memos) !== undefined;
        const state = !passage.is_open ? t("decided") : talks ? t("to talk about") : t("open");
        return (
          <button type="button" key={keyOf(passage)} ref={index === at ? here : undefined} title={state} aria-current={index === at ? "step" : undefined}
            class={!passage.is_open ? "done" : talks ? "talks" : undefined} onClick={() => go(index)}>
            <span aria-hidden="true">{index + 1}</span><span class="vh">{t("Passage {1}", index + 1)}, {state}</span>
          </button>
        );
      })}
    </div>
  );
}
