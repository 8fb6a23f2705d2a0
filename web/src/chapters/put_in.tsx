// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Chooses what is placed: by typing, with arrows, Enter; Escape goes back to the text.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { folded } from "../reader/find_codes";
import { Await } from "../shell/await";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import { choicesFor, kindWords, quotesOf, type Choice } from "./choices";
import type { Kind } from "./placeholders";

const kShown = 8;

interface PutInProps {
  kind: Kind;
  put: (words: string) => void;
  close: () => void;
}

export function PutIn({ kind, put, close }: PutInProps) {
  const [words, setWords] = useState("");
  const [code, setCode] = useState<Choice | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const all = useResource(code ? `quotes ${code.id}` : `choices ${kind}`, () => (code ? quotesOf(code.id) : choicesFor(kind)));
  useLayoutEffect(() => field.current?.focus(), [code]);
  const matching = (all.data ?? []).filter((one) => folded(words).split(/\s+/).every((word) => folded(`${one.id} ${one.name}`).includes(word)));
  const under = (one: Choice | null) => {
    setCode(one);
    setWords("");
  };
  const choose = (one: Choice) => (one.more ? under(one) : put(one.put));
  const step = (by: number) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = buttons.findIndex((one) => one === document.activeElement);
    if (at + by < 0) field.current?.focus();
    else buttons[Math.min(at + by, buttons.length - 1)]?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && event.target === field.current) {
      if (matching[0]) choose(matching[0]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="box stack-s put-in" role="group" aria-label={t("Put in: {1}", kindWords(kind))} onKeyDown={keys}>
      <div class="row spread"><label for="put-words" class="m0">{code ? t("Words of a passage under {1}", code.name) : kind === "quote" ? t("Quotation: first the code") : kindWords(kind)}</label>
        <span class="row">{code && <button type="button" class="btn" onClick={() => under(null)}>{t("Another code")}</button>}
          <button type="button" class="btn" onClick={close}>{t("Close")} <kbd>Esc</kbd></button></span></div>
      <input ref={field} id="put-words" type="search" autocomplete="off" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      <Await of={all} what={t("Reading what there is")}>
        {(found) => (
          <>
            <ul ref={list} class="put-list">
              {matching.slice(0, kShown).map((one) => (
                <li key={one.put}><button type="button" class="put-one" onClick={() => choose(one)}>
                  <b>{one.id}</b><span dir="auto">{one.name}</span><span class="muted">{one.today}</span></button></li>
              ))}
            </ul>
            <p class="small muted" role="status">{found.length === 0 ? t("There is none yet.") : matching.length === 0 ? t("Nothing is called so.")
              : matching.length > kShown && plural("{1} more, type to narrow down", "{1} more, type to narrow down", matching.length - kShown)}</p>
            {kind === "number" && <p class="hint">{t("Counted among all that people work on; the report leaves out what is under embargo.")}</p>}
          </>
        )}
      </Await>
    </div>
  );
}
