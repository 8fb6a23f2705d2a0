// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was found in the texts.  The words are in memory only, never in an address; facets narrow them down.
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask } from "../api/client";
import { Await } from "../shell/await";
import { actsAsLetter } from "../shell/keys";
import { question } from "../store/question";
import { askCodebook, askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { Points } from "../text/points";
import { signOf } from "../text/address";
import { languageName, plural, t } from "../words/words";

const kMost = 50;

function Marked({ text, marks }: { text: string; marks: { start: number; end: number }[] }) {
  const points = new Points(text);
  let at = 0;
  const parts = [];
  for (const mark of marks) {
    parts.push(points.slice(at, mark.start), <mark key={mark.start}>{points.slice(mark.start, mark.end)}</mark>);
    at = mark.end;
  }
  parts.push(points.slice(at, points.length));
  return <>{parts}</>;
}

export function Search(_: { path?: string }) {
  const asked = question.value;
  const { route } = useLocation();
  const [languages, setLanguages] = useState<string[]>([]);
  const [codes, setCodes] = useState<string[]>([]);
  const documents = useResource("documents", askDocuments);
  const codebook = useResource("codebook", askCodebook);
  const key = asked === "" ? null : JSON.stringify([asked, languages, codes]);
  const found = useResource(key, () => ask(() => api.POST("/search", {
    body: { question: asked, most: kMost, ...(languages.length ? { languages } : {}), ...(codes.length ? { codes } : {}) } })));
  const organisationOf = new Map(documents.data?.documents.map((one) => [one.document, one.organisation]));
  const [at, setAt] = useState(-1);
  useEffect(() => setAt(-1), [key]);

  const hits = found.data?.hits ?? [];
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (!actsAsLetter(event) || (event.key !== "j" && event.key !== "k")) return;
      event.preventDefault();
      setAt((was) => {
        const next = Math.max(0, Math.min(hits.length - 1, was + (event.key === "j" ? 1 : -1)));
        document.querySelector<HTMLElement>(`[data-hit="${next}"] a`)?.focus();
        return next;
      });
    };
    addEventListener("keydown", act);
    return () => removeEventListener("keydown", act);
  }, [hits.length]);

  const toggle = (list: string[], set: (list: string[]) => void, value: string) =>
    set(list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
  const topCodes = (codebook.data?.codes ?? []).filter((code) => !code.retired && code.depth <= 1 && code.with_below > 0);
  const textLanguages = [...new Set(documents.data?.documents.map((one) => one.language))].sort();

  return (
    <main class="page" id="main" tabIndex={-1}>
      <header class="stack-s">
        <h1>{asked === "" ? t("Search the texts")
          : found.data === null ? t("Searching")
          : found.data.total === 0 ? t("Nothing was found")
          : found.data.at_least ? plural("{1} passage and more", "{1} passages and more", found.data.total)
          : plural("{1} passage", "{1} passages", found.data.total)}</h1>
        <p class="small muted">{t("How to ask: words in quotation marks as they stand, OR, NOT, begin*. What you look for stands in no address and in no history.")}</p>
      </header>
      {asked === "" ? (
        <p class="lead">{t("Press / and write what you look for.")}</p>
      ) : (
        <div class="with-facets">
          <aside class="facets" aria-label={t("Narrow down")}>
            <fieldset><legend>{t("Language")}</legend>
              {textLanguages.map((code) => (
                <div class="choice" key={code}>
                  <input type="checkbox" id={`l-${code}`} checked={languages.includes(code)} onChange={() => toggle(languages, setLanguages, code)} />
                  <label for={`l-${code}`}>{languageName(code)}</label>
                </div>
              ))}
            </fieldset>
            <fieldset><legend>{t("Coded with")}</legend>
              {topCodes.map((code) => (
                <div class="choice" key={code.code}>
                  <input type="checkbox" id={`c-${code.code}`} checked={codes.includes(code.code)} onChange={() => toggle(codes, setCodes, code.code)} />
                  <label for={`c-${code.code}`}><span>{code.code} {code.label}</span></label>
                </div>
              ))}
            </fieldset>
          </aside>
          <div>
            <Await of={found} what={t("Searching")}>
              {(data) => (
                <>
                  {data.did_you_mean.length > 0 && (
                    <p class="row">{t("Did you mean:")} {data.did_you_mean.map((word) => (
                      <button type="button" class="btn" key={word} onClick={() => { question.value = word; route("/search"); }}>{word}</button>
                    ))}</p>
                  )}
                  <ol class="hit-list">
                    {data.hits.map((hit, index) => (
                      <li key={`${hit.document} ${hit.range.start}`} data-hit={index} class={index === at ? "cur-hit" : undefined}>
                        <h2 class="t-work"><a class="lnk" href={`/texts/${signOf(hit.document)}?at=${hit.range.start}`} lang={hit.language} dir="auto">{hit.title}</a>{" "}
                          <span class="small muted fw">{organisationOf.get(hit.document)}{hit.page > 0 && `, ${t("page {1}", hit.page)}`}</span></h2>
                        <p class="read" lang={hit.language} dir="auto"><Marked text={hit.text} marks={hit.marks} /></p>
                      </li>
                    ))}
                  </ol>
                  {data.total > data.hits.length && <p class="state">{t("The first {1} are shown. More words narrow it down.", data.hits.length)}</p>}
                </>
              )}
            </Await>
          </div>
        </div>
      )}
    </main>
  );
}
