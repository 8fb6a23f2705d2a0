// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What should be remembered about a code: memos of those who may be seen, and one's own, which can be removed.
import { useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { me, mayDo } from "../session/session";
import { Await, ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { useResource } from "../store/resource";
import { t, when } from "../words/words";

export function Memos({ code }: { code: string }) {
  const memos = useResource(`memos ${code}`, () => ask(() => api.GET("/memos", { params: { query: { about: "code", subject: code, most: 200 } } })));
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    const answer = await ask(() => api.PUT("/memos/{memo}", { params: { path: { memo: crypto.randomUUID() } }, body: { kind: "note", about: "code", subject: code, text: text.trim() } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setText("");
    changed();
  };
  const remove = async (memo: string, version: string) => {
    saving();
    const answer = await ask(() => api.DELETE("/memos/{memo}", { params: { path: { memo }, header: { "If-Match": `"${version}"` } } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    changed();
  };
  return (
    <section class="sect" aria-labelledby="memos-h">
      <h2 id="memos-h">{t("Memos")}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <Await of={memos} what={t("Reading the memos")}>
        {(data) => data.memos.length === 0 ? <p class="state">{t("None that you may see.")}</p> : (
          <ul class="log two">
            {data.memos.map((one) => (
              <li key={one.memo}><span class="kept">{one.text} <small class="muted">{one.person}{one.at && `, ${when(one.at)}`}</small></span>
                {one.person === me.value?.person ? <button type="button" class="btn" onClick={() => void remove(one.memo, one.version)}>{t("Remove")}<span class="vh">: {one.text}</span></button> : <span />}</li>
            ))}
          </ul>
        )}
      </Await>
      {mayDo("coordinator", "researcher", "reviewer") && (
        <form class="stack-s mt" onSubmit={add}>
          <label for="c-memo">{t("What should be remembered about this code?")}</label>
          <textarea id="c-memo" rows={2} value={text} maxLength={4000} onInput={(event) => setText(event.currentTarget.value)} />
          <p><button class="btn" disabled={text.trim() === ""}>{t("Keep the memo")}</button></p>
        </form>
      )}
    </section>
  );
}
