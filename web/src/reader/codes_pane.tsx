// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codes beside the text: those used last under their digits, the codebook as a tree, or what is found in it by typing.
import { useState } from "preact/hooks";
import { count, t } from "../words/words";
import { findCodes, marked, type Code } from "./find_codes";
import { kindClass } from "./model";
import { recent } from "./recent";
import { CodeTree } from "./tree";

interface Props {
  codes: readonly Code[];
  counts: ReadonlyMap<string, number>; // codings in this text
  on: string | null; // the code of the coding that is chosen
  mayGive: boolean; // words are chosen
  give: (code: string, goOn: boolean) => void;
}

export function CodesPane({ codes, counts, on, mayGive, give }: Props) {
  const [typed, setTyped] = useState("");
  const labelOf = (code: string) => codes.find((one) => one.code === code)?.label ?? "";
  const open = (code: string) => { if (mayGive) give(code, true); };
  const found = typed.trim() === "" ? [] : findCodes(codes, typed, recent.value).slice(0, 30);
  return (
    <nav class="pane tree" data-pane tabIndex={-1} aria-label={t("Codes")}>
      <label class="vh" for="reader-find">{t("Find a code")}</label>
      <input id="reader-find" type="search" placeholder={t("Find a code")} value={typed} autocomplete="off" spellcheck={false}
        onInput={(event) => setTyped(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === "Escape") setTyped(""); }} />
      {typed.trim() === "" ? (
        <>
          {recent.value.length > 0 && (
            <div class="recent" role="group" aria-label={t("Codes used last")}>
              {recent.value.map((code, at) => (
                <button type="button" key={code} disabled={!mayGive} onClick={() => give(code, false)}>
                  <kbd>{at + 1}</kbd> <b>{code}</b> <span>{labelOf(code)}</span>
                </button>
              ))}
            </div>
          )}
          <CodeTree codes={codes} label={t("Codes")} here={counts} on={on} open={open} />
        </>
      ) : (
        <>
          <p class="vh" role="status">{t("{1} shown", found.length)}</p>
          {found.length === 0 && <p class="state">{t("No code has these words.")}</p>}
          <ul class="found">
            {found.map((code) => (
              <li key={code.code}>
                <button type="button" class={`it ${kindClass(code.kind)}`} disabled={!mayGive} title={code.definition || undefined} onClick={() => open(code.code)}>
                  <span /><span><b>{code.code}</b> {marked(code.label, typed).map((one) => (one.found ? <mark key={one.at}>{one.words}</mark> : one.words))}</span>
                  <span class="n">{count(code.with_below)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}
