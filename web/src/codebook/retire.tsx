// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Retiring: says what stays before it happens; a retired code is offered again as easily.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import type { WholeCode } from "./meaning";
import { readCodings } from "./merge";
import { textsOf } from "./merged";

export function Retire({ code, codes, close }: { code: WholeCode; codes: readonly WholeCode[]; close: () => void }) {
  const head = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const codings = useResource(`codings ${code.code}`, () => readCodings(code.code));
  useEffect(() => head.current?.focus(), []);
  const children = codes.filter((one) => one.parent === code.code && !one.retired).length;
  const act = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    const asked = { params: { path: { code: code.code }, header: { "If-Match": `"${code.version}"` } } };
    const answer = await ask(() => (code.retired ? api.POST("/codebook/{code}/restore", asked) : api.POST("/codebook/{code}/retire", asked)));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    changed();
    if (answer.ok) close();
  };
  return (
    <form class="stack sect ask-code" onSubmit={act} aria-labelledby="retire-h" onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
      <h2 id="retire-h" ref={head} tabIndex={-1}>{code.retired ? t("Offer {1} again", code.code) : t("Retire {1}", code.code)}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <p>{code.retired ? t("It is offered again when somebody codes; nothing else changes.")
        : <>{t("It is not offered any more when somebody codes.")} {codings.data && plural("{1} coding stays, in {2}.", "{1} codings stay, in {2}.", codings.data.length, plural("{1} text", "{1} texts", textsOf(codings.data)))}{" "}
          {children > 0 && plural("{1} child code stays as it is.", "{1} child codes stay as they are.", children)}</>}</p>
      <p class="row"><button class="btn main">{code.retired ? t("Offer it again") : t("Retire")}</button>
        <button type="button" class="btn" onClick={close}>{t("Not now")} <kbd aria-hidden="true">Esc</kbd></button></p>
    </form>
  );
}
