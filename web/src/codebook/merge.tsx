// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Merging: the code that goes, the one that stays, and what there is afterwards, in numbers, before anything happens.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { kindClass } from "../reader/model";
import { Await, ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import type { WholeCode } from "./meaning";
import { afterMerge, textsOf } from "./merged";
import { below } from "./moves";

export const readCodings = async (code: string) => {
  const answer = await ask(() => api.GET("/codings", { params: { query: { code: [code], most: 1000 } } }));
  return answer.ok ? { ...answer, data: answer.data.codings.filter((one) => one.code === code) } : answer;
};

export function Merge({ code, codes, done, close }: { code: WholeCode; codes: readonly WholeCode[]; done: (into: string) => void; close: () => void }) {
  const head = useRef<HTMLHeadingElement>(null);
  const [into, setInto] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => head.current?.focus(), []);
  const here = useResource(`codings ${code.code}`, () => readCodings(code.code));
  const there = useResource(into ? `codings ${into}` : null, () => readCodings(into));
  const own = below(codes, code.code);
  const target = codes.find((one) => one.code === into);
  const children = codes.filter((one) => one.parent === code.code && !one.retired).length;
  const merge = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    const answer = await ask(() => api.POST("/codebook/{code}/merge", { params: { path: { code: code.code } }, body: { into } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    changed();
    if (answer.ok) done(into);
  };
  const box = (what: string, one: WholeCode, numbers: string, more = "") => (
    <div class="box"><p class="small muted">{what}</p><p class={kindClass(one.kind)}><b class="kc">{one.code}</b> {one.label}</p><p class="small">{numbers}{more && ` ${more}`}</p></div>
  );
  const counted = (codings: number, texts: number) => `${plural("{1} coding", "{1} codings", codings)}, ${plural("{1} text", "{1} texts", texts)}`;
  return (
    <form class="stack sect ask-code" onSubmit={merge} aria-labelledby="merge-h" onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
      <h2 id="merge-h" ref={head} tabIndex={-1}>{t("Merge {1} into another code", code.code)}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <div><label for="m-into">{t("Into")}</label>
        <select id="m-into" value={into} onChange={(event) => setInto(event.currentTarget.value)}>
          <option value="">{t("Choose a code")}</option>
          {codes.filter((one) => !one.retired && !own.has(one.code)).map((one) => <option key={one.code} value={one.code}>{one.code} {one.label}</option>)}
        </select></div>
      {target && (
        <Await of={here} what={t("Reading the codings")}>
          {(from) => (
            <Await of={there} what={t("Reading the codings")}>
              {(to) => {
                const after = afterMerge(from, to);
                return (
                  <div class="grid three-boxes">
                    {box(t("this one goes"), code, counted(from.length, textsOf(from)))}
                    {box(t("this one stays"), target, counted(to.length, textsOf(to)))}
                    {box(t("afterwards"), target, counted(after.codings, after.texts),
                      after.same > 0 ? plural("{1} passage had both by the same coder: one coding stays, with both memos.", "{1} passages had both by the same coder: one coding stays of each, with both memos.", after.same) : "")}
                  </div>
                );
              }}
            </Await>
          )}
        </Await>
      )}
      {children > 0 && <p class="small">{plural("{1} child code goes along.", "{1} child codes go along.", children)}</p>}
      <p class="row"><button class="btn main" disabled={!target || !here.data || !there.data}>{t("Merge")}</button>
        <button type="button" class="btn" onClick={close}>{t("Not now")} <kbd aria-hidden="true">Esc</kbd></button></p>
      <p class="hint">{t("Codings, memos and history stay; the code that goes is retired and points to the other. The definition of the one that stays is not changed. You can undo it. Only codings that you may see are counted here.")}</p>
    </form>
  );
}
