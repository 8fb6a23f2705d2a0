// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which code: found by typing in its id, name and definition.  Moves by @github/combobox-nav.
import Combobox from "@github/combobox-nav";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { plural, t } from "../words/words";
import { findCodes, marked, type Code } from "./find_codes";
import { kindClass } from "./model";

interface Props {
  codes: readonly Code[];
  recent: readonly string[];
  words: string; // those that are chosen, for whoever listens
  early: () => readonly string[]; // keys pressed before it had drawn
  give: (code: string, goOn: boolean) => void; // "": a new code, of the chosen words
  close: () => void;
}

export function Picker({ codes, recent, words, early, give, close }: Props) {
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const nav = useRef<Combobox | null>(null);
  const stays = useRef(false);
  const found = useMemo(() => findCodes(codes, typed, recent).slice(0, 12), [codes, typed, recent]);

  useLayoutEffect(() => {
    nav.current = new Combobox(input.current!, list.current!, { firstOptionSelectionMode: "selected" });
    nav.current.start();
    input.current!.focus({ preventScroll: true });
    // What was typed meanwhile is not lost, nor is an Enter behind it.
    const keys = early();
    if (keys.length > 0) {
      let text = "";
      for (const key of keys) {
        if (key === "Escape") return close();
        if (key === "Enter") {
          const first = findCodes(codes, text, recent)[0];
          if (first) return give(first.code, false);
        } else text = key === "Backspace" ? [...text].slice(0, -1).join("") : text + key;
      }
      setTyped(text);
    }
    return () => nav.current?.destroy();
  }, []);
  const drawn = useRef("");
  useLayoutEffect(() => { drawn.current = typed; }, [found]);
  // Later than the library, which lets go of its choice at every letter.
  useEffect(() => nav.current?.resetSelection(), [found]);
  useLayoutEffect(() => {
    const element = list.current!;
    const commit = (event: Event) => {
      const code = (event.target as HTMLElement).closest<HTMLElement>("[data-code]")?.dataset["code"];
      if (code) give(code, stays.current);
    };
    element.addEventListener("combobox-commit", commit);
    return () => element.removeEventListener("combobox-commit", commit);
  }, [give]);

  const press = (event: KeyboardEvent) => {
    stays.current = event.ctrlKey || event.metaKey;
    const value = input.current!.value;
    if (event.isComposing) return;
    if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      give("", false);
      return;
    }
    if (event.key === "Enter" && (value !== drawn.current || !list.current!.querySelector('[aria-selected="true"]'))) {
      // The list still shows what was typed before, or its first one is not marked yet: the first of what is typed now.
      event.preventDefault();
      event.stopImmediatePropagation();
      const first = findCodes(codes, value, recent)[0];
      if (first) give(first.code, stays.current);
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && stays.current) {
      event.preventDefault();
      const on = list.current!.querySelector<HTMLElement>('[aria-selected="true"]');
      if (on?.dataset["code"]) give(on.dataset["code"], true);
    } else if (/^[1-9]$/.test(event.key) && typed === "" && recent[Number(event.key) - 1]) {
      event.preventDefault();
      give(recent[Number(event.key) - 1]!, false);
    }
  };

  return (
    <div class="picker" ref={box} onBlur={(event) => {
      if (!box.current!.contains(event.relatedTarget as Node | null) && event.relatedTarget) close();
    }}>
      <label class="vh" for="picker-in">{t("Code for the chosen words: {1}", words.slice(0, 80))}</label>
      <input id="picker-in" ref={input} type="text" role="combobox" aria-expanded="true" aria-controls="picker-list" aria-autocomplete="list"
        autocomplete="off" spellcheck={false} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} onKeyDown={press} />
      {/* The field keeps the focus: else the text around takes it, the list closes, and what was pressed is not given. */}
      <div role="listbox" id="picker-list" ref={list} aria-label={t("Codes")} onMouseDown={(event) => event.preventDefault()}>
        {found.map((code, index) => (
          <div key={code.code} id={`picker-${index}`} class={`opt ${kindClass(code.kind)}`} role="option" data-code={code.code}>
            <b>{code.code}</b><span>{marked(code.label, typed).map((one) => (one.found ? <mark key={one.at}>{one.words}</mark> : one.words))}</span>
            <span class="small num">{plural("{1} coding", "{1} codings", code.with_below)}</span>
            {code.definition && <small>{code.definition}</small>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="state" role="status">{t("No code has these words.")}</p>}
      <p><button type="button" class="btn plain small" onClick={() => give("", false)}>{t("New code from these words")}</button></p>
      <p class="hintline" aria-hidden="true">
        <span><kbd>Enter</kbd> {t("give it")}</span><span><kbd>Ctrl Enter</kbd> {t("and one more")}</span><span><kbd>Alt Enter</kbd> {t("new code from these words")}</span><span><kbd>Esc</kbd> {t("close")}</span>
      </p>
    </div>
  );
}
