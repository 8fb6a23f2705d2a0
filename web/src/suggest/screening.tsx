// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which texts belong to the study: likeliest first, with a reason for each that is left out, and the flow of all of them.
import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, type Given } from "../api/client";
import { Await, ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { keyFor } from "../shell/shortcuts";
import { askDocuments } from "../store/texts";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { languageName, plural, t } from "../words/words";
import { useAnswerKeys } from "./keys";
import { LastAnswers } from "./last_answers";
import { HowManyLeft, LearntFrom } from "./left";
import { useOneByOne } from "./one_by_one";
import { reasonsOf } from "./reasons";
import { TextsTabs } from "./tabs";

const screening = (most: number) => api.GET("/screening", { params: { query: { most } } });
type Data = Given<() => ReturnType<typeof screening>>;
type Item = Data["documents"][number];
type Outcome = "included" | "excluded" | "unsure";

function Flow({ flow }: { flow: Data["flow"] }) {
  const row = (name: string, n: number, strong = false) => (
    <tr><th scope="row">{strong ? <b>{name}</b> : name}</th><td class="num">{strong ? <b>{n}</b> : n}</td></tr>
  );
  return (
    <div class="sect">
      <table class="small">
        <caption>{t("From all texts to those of the study")}</caption>
        <thead><tr><th scope="col">{t("Texts")}</th><th scope="col">{t("How many")}</th></tr></thead>
        <tbody>
          {row(t("may be read"), flow.documents)}
          {row(t("belong"), flow.included)}
          {row(t("left out"), flow.excluded)}
          {flow.reasons.map((one) => <tr key={one.reason}><th scope="row" class="muted pi-1">{one.reason}</th><td class="num muted">{one.documents}</td></tr>)}
          {row(t("to talk about"), flow.unsure)}
          {row(t("people disagree"), flow.disagreed)}
          {row(t("to decide"), flow.undecided, true)}
        </tbody>
      </table>
    </div>
  );
}

function Deciding({ data }: { data: Data }) {
  const { route } = useLocation();
  const documents = useResource("documents", askDocuments);
  const nameOf = useOrganisationNames();
  const [reason, setReason] = useState<number | null>(null);
  const [other, setOther] = useState("");
  const [asked, setAsked] = useState(false);
  const written = useRef<HTMLInputElement>(null);
  const reasons = reasonsOf(data.flow.reasons);
  const list = useOneByOne<Item>("screening", (item) => item.document, async (most) => {
    const answer = await ask(() => screening(most));
    return answer.ok ? { ...answer, data: answer.data.documents } : answer;
  });
  const { now } = list;
  const say = (outcome: Outcome, said: string, why?: string) => {
    list.answer(said, (item) => ask(() => api.PUT("/screening/{document}", { params: { path: { document: item.document } }, body: { outcome, ...(why ? { reason: why } : {}) } })));
    setReason(null);
    setOther("");
    setAsked(false);
  };
  const why = reason === null ? "" : reason < reasons.length ? reasons[reason]! : other.trim();
  const leaveOut = () => (why === "" ? setAsked(true) : say("excluded", t("left out"), why));
  const choose = (at: number) => {
    setReason(at);
    if (at === reasons.length) requestAnimationFrame(() => written.current?.focus());
  };
  const back = () => void list.back();
  useAnswerKeys("screening", { i: () => say("included", t("belongs")), o: leaveOut, t: () => say("unsure", t("to talk about")), r: now ? () => route(`/texts/${signOf(now.document)}`) : null,
    ...Object.fromEntries([0, 1, 2, 3, 4].filter((at) => at <= reasons.length).map((at) => [String(at + 1), () => choose(at)])) }, back);
  const about = documents.data?.documents.find((one) => one.document === now?.document);

  return (
    <div class="with-aside">
      <div>
        {list.problem && <ProblemBanner problem={list.problem} again={list.reload} />}
        {now ? (
          <section class="box stack ask" aria-labelledby="screen-h">
            <div aria-live="polite"><h2 id="screen-h"><a class="lnk" href={`/texts/${signOf(now.document)}`} lang={now.language} dir="auto">{now.title}</a></h2>
              <p class="small muted">{nameOf(about?.organisation ?? "")} · {languageName(now.language)}</p></div>
            <p class="small">{now.words.length > 0
              ? <>{t("Offered because of")} <span lang={now.language}>{now.words.map((word) => <><mark key={word.text}>{word.text}</mark> </>)}</span></>
              : t("Offered without any word that stands out.")}</p>
            <fieldset>
              <legend>{t("If it is left out, why?")}</legend>
              <div class="reasons">
                {reasons.map((words, at) => (
                  <span class="choice" key={words}><input type="radio" name="why" id={`w${at}`} checked={reason === at} onChange={() => setReason(at)} />
                    <label for={`w${at}`}><kbd aria-hidden="true">{at + 1}</kbd> {words}</label></span>
                ))}
                <span class="choice"><input type="radio" name="why" id="w-other" checked={reason === reasons.length} onChange={() => choose(reasons.length)} />
                  <label for="w-other"><kbd aria-hidden="true">{reasons.length + 1}</kbd> {t("another reason")}</label></span>
              </div>
              {reason === reasons.length && (
                <div><label for="w-words">{t("Reason")}</label>
                  <input id="w-words" ref={written} type="text" maxLength={200} value={other} onInput={(event) => setOther(event.currentTarget.value)}
                    onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); leaveOut(); } }} /></div>
              )}
            </fieldset>
            {asked && why === "" && <p class="err" role="alert">{t("Say why it is left out: the report shows how many were, and why.")}</p>}
            <div class="act-bar row">
              <button type="button" class="btn main big" onClick={() => say("included", t("belongs"))}>{t("Belongs")} <kbd class="bare" aria-hidden="true">{keyFor("screening", "i")}</kbd></button>
              <button type="button" class="btn big" onClick={leaveOut}>{t("Leave out")} <kbd aria-hidden="true">{keyFor("screening", "o")}</kbd></button>
              <button type="button" class="btn big" onClick={() => say("unsure", t("to talk about"))}>{t("Talk about it")} <kbd aria-hidden="true">{keyFor("screening", "t")}</kbd></button>
            </div>
            <p class="hint">{t("Left out means not coded; nothing is erased.")}</p>
            <p class="hint keys-hint"><kbd>{keyFor("screening", "r")}</kbd> {t("open the text")} · <kbd>Ctrl Z</kbd> {t("undo the last answer")}</p>
          </section>
        ) : list.loading ? <p class="state" role="status">{t("Looking for texts")} …</p>
          : !list.problem && <p class="lead">{t("Every text that you may read has an answer.")}</p>}
        <Flow flow={data.flow} />
      </div>
      <aside class="stack" aria-label={t("How far we are")}>
        <HowManyLeft left={data.left} />
        <LearntFrom learnt={data.learnt} />
        <LastAnswers done={list.done} wordsOf={(item) => item.title} languageOf={(item) => item.language} back={back} />
      </aside>
    </div>
  );
}

export function Screening(_: { path?: string }) {
  const found = useResource("screening", () => ask(() => screening(1)));
  return (
    <Page>
      <header class="stack-s">
        <h1>{found.data ? found.data.flow.undecided === 0 ? t("Every text is decided about") : plural("{1} text to decide about", "{1} texts to decide about", found.data.flow.undecided) : t("Screening")}</h1>
        <p class="lead">{t("Does this text belong to the study? The likeliest come first.")}</p>
      </header>
      <TextsTabs here="screening" />
      <Await of={found} what={t("Looking for texts")}>{(data) => <Deciding data={data} />}</Await>
    </Page>
  );
}
