// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The chapters that people write for the report: the list, those that could be, and one of them.
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, type Problem } from "../api/client";
import { listChapters, showChapter } from "../chapters/ask";
import { Editor } from "../chapters/editor";
import { draftOf } from "../chapters/drafts";
import { chapterWords, known, wordsIn } from "../chapters/names";
import { ReportTabs } from "../report/report_tabs";
import { Await, ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { namesIn } from "../store/organisation_names";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { askCodebook } from "../store/texts";
import { askOrganisations } from "../store/things";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { languageName, languages, plural, t } from "../words/words";
import { Nothing } from "./nothing";

function useNames() {
  const codebook = useResource("codebook", askCodebook);
  const organisations = useResource("organisations", askOrganisations);
  return {
    codes: codebook.data?.codes.filter((one) => !one.retired && one.kind === "practice") ?? [],
    organisations: organisations.data ?? [],
    code: (id: string) => codebook.data?.codes.find((one) => one.code === id)?.label ?? id,
    organisation: namesIn(organisations),
  };
}
type Names = ReturnType<typeof useNames>;

function Begin({ taken, names }: { taken: readonly string[]; names: Names }) {
  const { route } = useLocation();
  const [name, setName] = useState("");
  const [language, setLanguage] = useState("");
  const id = name && language ? `${name}.${language}` : name;
  const [problem, setProblem] = useState<Problem | null>(null);
  const free = (all: readonly string[]) => all.filter((one) => !taken.includes(language ? `${one}.${language}` : one));
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    const answer = await ask(() => api.POST("/chapters", { body: { fields: { chapter: id, text: "…\n" } } }));
    settled(answer.ok);
    changed();
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) route(`/report/chapters/${signOf(id)}`);
  };
  const option = (one: string) => <option key={one} value={one}>{chapterWords(one, names)}</option>;
  return (
    <form class="box stack-s" onSubmit={begin}>
      {problem && <ProblemBanner problem={problem} />}
      <div><label for="new-chapter">{t("Begin a chapter")}</label>
        <select id="new-chapter" required value={name} onChange={(event) => setName(event.currentTarget.value)}>
          <option value="">{t("choose …")}</option>
          {free(known).map(option)}
          {names.codes.length > 0 && <optgroup label={t("About one practice")}>{free(names.codes.map((one) => `practice-${one.code}`)).map(option)}</optgroup>}
          {names.organisations.length > 0 && <optgroup label={t("About one case")}>{free(names.organisations.map((one) => `case-${one.id}`)).map(option)}</optgroup>}
        </select></div>
      <div><label for="chapter-language">{t("In which language")}</label>
        <select id="chapter-language" value={language} onChange={(event) => { setLanguage(event.currentTarget.value); setName(""); }}>
          <option value="">{t("that of the study")}</option>
          {languages.map((one) => <option key={one.code} value={one.code}>{languageName(one.code)}</option>)}
        </select></div>
      <p class="row"><button class="btn main" disabled={id === ""}>{t("Begin it")}</button><span class="hint">{t("It stands in the report from then on. Its first paragraph is the answer in a sentence.")}</span></p>
    </form>
  );
}

function One({ id, name }: { id: string; name: string }) {
  const shown = useResource(`chapter ${id}`, () => showChapter(id));
  return <Await of={shown} what={t("Reading the chapter")}>{(data) => <Editor key={id} thing={data.thing} history={data.history} name={name} />}</Await>;
}

export function Chapters({ chapter = "" }: { path?: string; chapter?: string }) {
  const all = useResource("chapters", listChapters);
  const names = useNames();
  const one = chapter === "" ? undefined : all.data?.things.find((other) => signOf(other.id) === chapter);
  if (chapter !== "" && all.data && !one) return <Nothing />;
  return (
    <Page called={t("Chapters")}>
      <Await of={all} what={t("Reading the chapters")}>
        {({ things }) => one ? (
          <>
            <header class="stack-s"><p class="crumbs"><a href="/report">{t("Report")}</a> › <a href="/report/chapters">{t("Chapters")}</a></p><h1 dir="auto">{chapterWords(one.id, names)}</h1></header>
            <One id={one.id} name={chapterWords(one.id, names)} />
          </>
        ) : (
          <>
            <header class="stack-s">
              <h1>{things.length === 0 ? t("No chapter yet") : plural("{1} chapter", "{1} chapters", things.length)}</h1>
              <p class="lead">{t("The report counts and shows by itself; chapters say in people's words what it means.")}</p>
            </header>
            <ReportTabs here="chapters" />
            <div class="stack narrow">
              <Begin taken={things.map((other) => other.id)} names={names} />
              <ul class="picks">{things.map((other) => (
                <li key={other.id} class="row spread"><a class="lnk" href={`/report/chapters/${signOf(other.id)}`} dir="auto">{chapterWords(other.id, names)}</a>
                  <span class="small muted">{draftOf(other.id) && <b>{t("Not kept yet")} · </b>}{plural("{1} word", "{1} words", wordsIn(other.fields.text ?? ""))}</span></li>
              ))}</ul>
            </div>
          </>
        )}
      </Await>
    </Page>
  );
}
