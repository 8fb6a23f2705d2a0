// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Passages that may have a code, likeliest first: yes, no or not sure, then the next; how many are probably left.
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, type Given } from "../api/client";
import type { Code } from "../reader/find_codes";
import { Await, ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { keyFor } from "../shell/shortcuts";
import { useOrganisationNames } from "../store/organisation_names";
import { askCodebook, askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { Points } from "../text/points";
import { sentences, type Span } from "../text/units";
import { languageName, plural, t } from "../words/words";
import { useAnswerKeys } from "./keys";
import { LastAnswers } from "./last_answers";
import { HowManyLeft, LearntFrom, type Left } from "./left";
import { Marked } from "./marked";
import { useOneByOne } from "./one_by_one";
import { Stop } from "./stop";
import { TextsTabs } from "./tabs";

const suggest = (code: string, below: boolean, language: string, most: number) => api.GET("/codebook/{code}/suggestions",
  { params: { path: { code }, query: { with_below: below, most, ...(language ? { language } : {}) } } });
type Item = Given<() => ReturnType<typeof suggest>>["suggestions"][number];
const idOf = (item: Item): string => `${item.document} ${item.range.start} ${item.range.end}`;

function headline(left: Left, code: string): string {
  const has = plural("{1} passage has {2}.", "{1} passages have {2}.", left.found, code);
  if (left.state === "bounded") return `${has} ${left.at_most === 0 ? t("None is left, with 95% certainty") : plural("At most {1} is left", "At most {1} are left", left.at_most)}`;
  return `${has} ${t("How many are left cannot be told yet")}`;
}

function Answering({ code, codes }: { code: Code; codes: readonly Code[] }) {
  const { route } = useLocation();
  const [below, setBelow] = useState(false);
  const [language, setLanguage] = useState("");
  const [sentence, setSentence] = useState<Span | null>(null);
  const [shown, setShown] = useState(4);
  const documents = useResource("documents", askDocuments);
  const figures = useResource(`suggest ${code.code} ${below} ${language}`, () => ask(() => suggest(code.code, below, language, 1)));
  const list = useOneByOne<Item>(`${code.code} ${below} ${language}`, idOf, async (most) => {
    const answer = await ask(() => suggest(code.code, below, language, most));
    return answer.ok ? { ...answer, data: answer.data.suggestions } : answer;
  });
  const { now } = list;
  useEffect(() => setSentence(null), [now && idOf(now)]);
  const languages = [...new Set(documents.data?.documents.map((one) => one.language.split("-")[0]!) ?? [])].sort();
  const nameOf = useOrganisationNames();
  const organisationOf = (id: string) => documents.data?.documents.find((one) => one.document === id)?.organisation ?? "";

  const yes = () => list.answer(t("yes"), (item) => {
    const part = sentence;
    if (!part) return ask(() => api.POST("/codebook/{code}/suggestions", { params: { path: { code: code.code } },
      body: { with_below: below, accept: [{ document: item.document, ...item.range }] } }));
    return ask(() => api.PUT("/documents/{document}/codings/{coding}", { params: { path: { document: item.document, coding: crypto.randomUUID() } },
      body: { code: code.code, start: item.range.start + part.start, end: item.range.start + part.end } }));
  });
  const no = () => list.answer(t("no"), (item) => ask(() => api.POST("/codebook/{code}/suggestions", { params: { path: { code: code.code } },
    body: { with_below: below, dismiss: [{ document: item.document, ...item.range }] } })));
  const unsure = () => list.answer(t("not sure"), null);
  // The next sentence of the passage; behind the last one, all of it again.
  const choose = () => {
    if (!now) return;
    const points = new Points(now.text);
    const all = sentences(now.text, now.language).map((one) => ({ start: points.pointAt(one.start), end: points.pointAt(one.end) }));
    setSentence(all.length < 2 ? null : all.find((one) => one.start >= (sentence?.end ?? 0)) ?? null);
  };
  const placeOf = (item: Item) => `/texts/${signOf(item.document)}?at=${item.range.start}`;
  const back = () => void list.back();
  useAnswerKeys("suggest", { y: yes, n: no, u: unsure, s: choose, o: now ? () => route(placeOf(now)) : null }, back);

  const left = figures.data?.left;
  return (
    <>
      <header class="stack-s">
        <h1>{left ? headline(left, code.code) : t("Suggested passages")}</h1>
        {left && left.undecided > 0 && (
          <p class="lead">{plural("{1} answer so far.", "{1} answers so far.", left.decided)} {left.state === "bounded"
            ? t("Of {1} others, at most {2} have it, with 95% certainty; probably at most {3}.", left.undecided, left.at_most, left.probably_at_most)
            : plural("{1} passage has no answer.", "{1} passages have no answer.", left.undecided)}</p>
        )}
      </header>
      <TextsTabs here="passages" />
      <form class="filters" aria-label={t("What is suggested")} onSubmit={(event) => event.preventDefault()}>
        <div><label for="s-code">{t("Code")}</label>
          <select id="s-code" value={code.code} onChange={(event) => route(`/suggest/${encodeURIComponent(event.currentTarget.value)}`)}>
            {codes.map((one) => <option key={one.code} value={one.code}>{one.code} {one.label}</option>)}</select></div>
        <div><label for="s-lang">{t("Language")}</label>
          <select id="s-lang" value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            <option value="">{t("every language")}</option>{languages.map((one) => <option key={one} value={one}>{languageName(one)}</option>)}</select></div>
        <div><label for="s-below">{t("Trained on")}</label>
          <select id="s-below" value={below ? "below" : "itself"} onChange={(event) => setBelow(event.currentTarget.value === "below")}>
            <option value="itself">{t("this code")}</option><option value="below">{t("this code and its child codes")}</option></select></div>
      </form>
      <div class="with-aside">
        <div>
          {list.problem && <ProblemBanner problem={list.problem} again={list.reload} />}
          {now ? (
            <section class="box stack ask" aria-labelledby="ask-h">
              <h2 id="ask-h">{t("Does this passage have {1}?", `${code.code} ${code.label}`)}</h2>
              <p class="small muted">{code.definition} <a class="lnk" href={`/codebook/${encodeURIComponent(code.code)}`}>{t("The whole definition")}</a></p>
              <div aria-live="polite">
                <blockquote class="q read" lang={now.language} dir="auto"><Marked text={now.text} terms={now.words} chosen={sentence} /></blockquote>
              </div>
              <p class="small"><a class="lnk" href={placeOf(now)} lang={now.language}>{now.title}</a> <span class="muted" dir="auto">{nameOf(organisationOf(now.document))}</span></p>
              <p class="small">{now.words.length > 0
                ? <>{t("Offered because of")} <span lang={now.language}>{now.words.map((word) => <><mark key={word.text}>{word.text}</mark> </>)}</span></>
                : t("Offered without any word that stands out.")}</p>
              <div class="act-bar row">
                <button type="button" class="btn main big" onClick={yes}>{sentence ? t("Yes, this sentence") : t("Yes")} <kbd class="bare" aria-hidden="true">{keyFor("suggest", "y")}</kbd></button>
                <button type="button" class="btn big" onClick={no}>{t("No")} <kbd aria-hidden="true">{keyFor("suggest", "n")}</kbd></button>
                <button type="button" class="btn big" onClick={unsure}>{t("Not sure")} <kbd aria-hidden="true">{keyFor("suggest", "u")}</kbd></button>
                <button type="button" class="btn big" onClick={choose}>{t("A sentence of it")} <kbd aria-hidden="true">{keyFor("suggest", "s")}</kbd></button>
              </div>
              <p class="hint keys-hint"><kbd>{keyFor("suggest", "o")}</kbd> {t("open it in the text")} · <kbd>Ctrl Z</kbd> {t("undo the last answer")}</p>
              <p class="hint">{t("“Yes” makes a coding of yours. “Not sure” passes over it for now and keeps nothing.")}</p>
            </section>
          ) : list.loading ? <p class="state" role="status">{t("Looking for passages")} …</p>
            : !list.problem && <p class="lead">{t("There is nothing more to suggest: every passage has the code, or an answer.")}</p>}
          {list.next.length > 0 && (
            <section class="sect" aria-labelledby="then-h">
              <h2 id="then-h">{t("Then")}</h2>
              <ol class="hit-list">
                {list.next.slice(0, shown).map((item) => (
                  <li key={idOf(item)}>
                    <p class="small"><a class="lnk" href={placeOf(item)} lang={item.language}>{item.title}</a> <span class="muted" dir="auto">{nameOf(organisationOf(item.document))}</span></p>
                    <p lang={item.language} dir="auto"><Marked text={item.text} terms={item.words} /></p>
                    <p><button type="button" class="btn" onClick={() => list.bring(item)}>{t("Answer this one now")}<span class="vh">: {item.title}, {item.range.start}</span></button></p>
                  </li>
                ))}
              </ol>
              <p class="row mt">{list.next.length > shown && <button type="button" class="btn" onClick={() => setShown(20)}>{t("{1} more", list.next.length - shown)}</button>}
                <span class="small muted">{t("The order is worked out again after every 20 answers, not while you read.")}</span></p>
            </section>
          )}
        </div>
        <aside class="stack" aria-label={t("How far we are")}>
          {left && <><HowManyLeft left={left} /><Stop code={code.code} left={left} /></>}
          {figures.data && <LearntFrom learnt={figures.data.learnt} />}
          <LastAnswers done={list.done} wordsOf={(item) => item.text} languageOf={(item) => item.language} back={back} />
        </aside>
      </div>
    </>
  );
}

export function Suggest({ code = "" }: { path?: string; code?: string }) {
  const codebook = useResource("codebook", askCodebook);
  return (
    <Page>
      <Await of={codebook} what={t("Reading the codebook")}>
        {({ codes }) => {
          const live = codes.filter((one) => !one.retired);
          const chosen = code === "" ? [...live].sort((a, b) => b.own - a.own)[0] : live.find((one) => one.code === code);
          if (!chosen) {
            return <><h1>{live.length === 0 ? t("No code yet") : t("There is nothing here.")}</h1><TextsTabs here="passages" /></>;
          }
          return <Answering key={chosen.code} code={chosen} codes={live} />;
        }}
      </Await>
    </Page>
  );
}
