// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One chapter: its text, what can be placed in it, what blocks it, and the page as readers will see it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, type Problem } from "../api/client";
import { mayDo } from "../session/session";
import { actionWords } from "../shell/actions";
import { ProblemBanner } from "../shell/await";
import { Icon } from "../shell/icons";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { useResource } from "../store/resource";
import { checkReport } from "../report/ask";
import { usePages } from "../report/drawn";
import { PagesView, type Wanted } from "../report/pages_view";
import { Told } from "../report/told";
import { useOthers } from "../study/others";
import { languages, plural, t, when } from "../words/words";
import type { Chapter, ChapterShown } from "./ask";
import { kindWords } from "./choices";
import { Conflict } from "./conflict";
import { draftOf, keepDraft } from "./drafts";
import { pageOfChapter, wordsIn } from "./names";
import { isBlock, onItsLine, withPut, type Kind } from "./placeholders";
import { PutIn } from "./put_in";

const kinds: readonly Kind[] = ["number", "quote", "figure", "table", "finding", "recommendation", "case", "context", "source"];

function Blocks({ id, goTo }: { id: string; goTo: (line: number) => void }) {
  const report = useResource("report", checkReport);
  const mine = report.data?.problems.filter((one) => one.thing === "chapter" ? one.id === id : one.file === `report/${id}.md`) ?? [];
  const count = mine.filter((one) => one.blocks).length;
  return (
    <section class="sect" aria-labelledby="chapter-blocks-h">
      <h2 id="chapter-blocks-h">{count > 0 && <Icon name="warn" />} {t("What blocks it")} {count > 0 && <span class="tag hot">{count}</span>}</h2>
      {report.problem && <ProblemBanner problem={report.problem} again={report.reload} />}
      {report.data && mine.length === 0 && <p class="state">{t("Nothing.")}</p>}
      <ol class="blocks">{mine.map((one, i) => (
        <li key={i} class="stack-s"><p class="small"><Told one={one} /></p>
          {one.line > 0 && <p><button type="button" class="btn" onClick={() => goTo(one.line)}>{t("Go to line {1}", one.line)}</button></p>}</li>
      ))}</ol>
    </section>
  );
}

interface EditorProps {
  thing: Chapter;
  history: ChapterShown["history"];
  name: string;
}

export function Editor({ thing, history, name }: EditorProps) {
  const { route } = useLocation();
  const kept = draftOf(thing.id);
  const [seen, setSeen] = useState({ version: kept?.version ?? thing.version, text: thing.fields.text ?? "" });
  const [text, setText] = useState(kept?.text ?? thing.fields.text ?? "");
  const [theirs, setTheirs] = useState<Chapter | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [kind, setKind] = useState<Kind | null>(null);
  const [ending, setEnding] = useState(false);
  const [wanted, setWanted] = useState<Wanted>({ page: "index.html", turn: 0 });
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<{ start: number; end: number } | null>(null);
  const { drawn, problem: notDrawn, lang, draw, work } = usePages();
  const may = mayDo("coordinator");
  const isNew = text !== seen.text;
  useEffect(() => keepDraft(thing.id, seen.version, isNew ? text : null), [text, isNew]);
  // Somebody else's change comes in by itself while nothing was changed here.
  const replaced = useOthers(thing, seen.version, !isNew, (now) => {
    setSeen({ version: now.version, text: now.fields.text ?? "" });
    setText(now.fields.text ?? "");
  });
  useLayoutEffect(() => {
    if (!caret.current || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(caret.current.start, caret.current.end);
    caret.current = null;
  });
  const keep = async () => {
    saving();
    const version = theirs?.version ?? seen.version;
    const answer = await ask(() => api.PATCH("/chapters/{id}", { params: { path: { id: thing.id }, header: { "If-Match": `"${version}"` } }, body: { fields: { text } } }));
    settled(answer.ok);
    setProblem(null);
    if (answer.ok) {
      replaced(version, thing.version);
      setSeen({ version: answer.data.version, text: answer.data.fields.text ?? "" });
      setText((latest) => (latest === text ? answer.data.fields.text ?? "" : latest)); // what was typed meanwhile stays
      setTheirs(null);
    } else {
      const now = answer.problem.kind === "conflict" ? (answer.problem.body as { now?: Chapter } | null)?.now : undefined;
      if (now) setTheirs(now);
      else setProblem(answer.problem);
    }
    changed();
    return answer.ok;
  };
  const takeTheirs = () => {
    if (!theirs) return;
    replaced(seen.version);
    setSeen({ version: theirs.version, text: theirs.fields.text ?? "" });
    setText(theirs.fields.text ?? "");
    setTheirs(null);
  };
  const takeOut = async () => {
    saving();
    const answer = await ask(() => api.DELETE("/chapters/{id}", { params: { path: { id: thing.id }, header: { "If-Match": `"${seen.version}"` } } }));
    settled(answer.ok);
    changed();
    if (answer.ok) {
      keepDraft(thing.id, "", null);
      route("/report/chapters");
    } else setProblem(answer.problem);
  };
  const put = (words: string) => {
    const box = area.current;
    if (!box || !kind) return;
    let start = box.selectionStart;
    const end = box.selectionEnd;
    if (text.slice(0, start).endsWith("[[")) start -= 2; // they began to type it
    const next = withPut(text, start, end, isBlock(kind) ? onItsLine(words, text, start, end) : words);
    caret.current = { start: next.caret, end: next.caret };
    setText(next.text);
    setKind(null);
  };
  const goTo = (line: number) => {
    const start = text.split("\n").slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const end = text.indexOf("\n", start);
    caret.current = { start, end: end < 0 ? text.length : end };
    setText(`${text}`);
    area.current?.focus();
    area.current?.setSelectionRange(start, end < 0 ? text.length : end);
  };
  const see = async () => {
    if (work.runs || (isNew && may && !(await keep()))) return;
    await draw(lang);
  };
  useEffect(() => {
    if (drawn) setWanted({ page: pageOfChapter(thing.id, drawn.of.pages), turn: wanted.turn + 1 });
  }, [drawn]);
  return (
    <div class="with-aside split-chapter">
      <form class="stack-s" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
        {problem && <ProblemBanner problem={problem} />}
        {theirs && <Conflict mine={text} theirs={theirs.fields.text ?? ""} take={takeTheirs} />}
        <div class="row" role="group" aria-label={t("Put in")}>
          {kinds.map((one) => <button key={one} type="button" class="btn" aria-expanded={kind === one} disabled={!may} onClick={() => setKind(kind === one ? null : one)}>{kindWords(one)}</button>)}
          <span class="small muted"><kbd>[[</kbd> {t("does it too")}</span>
        </div>
        {kind && <PutIn key={kind} kind={kind} put={put} close={() => { setKind(null); area.current?.focus(); }} />}
        <label class="vh" for="chapter-text">{t("Text of {1}", name)}</label>
        <textarea ref={area} id="chapter-text" class="chapter-text" dir="auto" value={text} readOnly={!may} spellcheck={false} maxLength={3000000} aria-describedby="chapter-hint" data-pane
          onInput={(event) => {
            const box = event.currentTarget;
            setText(box.value);
            if (box.value.length > text.length && box.value.slice(0, box.selectionStart).endsWith("[[")) setKind("number");
          }} />
        <p class="hint" id="chapter-hint">{plural("{1} word", "{1} words", wordsIn(text))} · {t("Markdown: # heading, - list, *stress*, [@source]. Numbers and names are placed, never typed: they follow the study.")}</p>
        {may && <p class="row keep-bar"><button class="btn main" disabled={!isNew || text.trim() === ""}>{t("Keep these changes")}</button>
          <button type="button" class="btn" disabled={!isNew} onClick={() => { setText(seen.text); setTheirs(null); setProblem(null); }}>{t("Leave it as it was")}</button>
          <button type="button" class="btn" aria-disabled={work.runs} onClick={() => void see()}>{isNew ? t("Keep it and see the page") : t("See the page")}</button>
          <span class="small muted" role="status">{isNew && t("Not kept yet")}</span></p>}
        <Blocks id={thing.id} goTo={goTo} />
        <details class="sect"><summary>{t("Who worked on it")}</summary>
          {history.length === 0 ? <p class="state">{t("Nothing was changed in the workbench yet.")}</p>
            : <ol class="log">{history.map((act) => <li key={act.act}><time dateTime={act.at}>{when(act.at)}</time><span>{act.person}: {actionWords(act.action)}</span><span /></li>)}</ol>}
          {may && (ending
            ? <p key="asked" class="row"><span class="small">{t("The text goes out of the report; it can be undone.")}</span><button type="button" class="btn main" onClick={() => void takeOut()}>{t("Take the chapter out")}</button><button type="button" class="btn" onClick={() => setEnding(false)}>{t("Not now")}</button></p>
            : <p key="asks"><button type="button" class="btn" onClick={() => setEnding(true)}>{t("Take the chapter out")} …</button></p>)}</details>
      </form>
      <section aria-label={t("As readers will see it")} class="pages-pane" data-pane tabIndex={-1}>
        <h2>{t("As readers will see it")}</h2>
        {notDrawn && <ProblemBanner problem={notDrawn} again={() => void draw(lang)} />}
        {work.view}
        {!drawn && !work.runs && <p class="state">{t("Not drawn yet.")}</p>}
        {drawn && isNew && <p class="banner small" role="status">{t("Your last words are not in it yet.")}</p>}
        {drawn && <p class="seg mb" role="group" aria-label={t("Language")}>{languages.map((one) => <button key={one.code} type="button" lang={one.code} aria-pressed={lang === one.code} aria-label={one.name} aria-disabled={work.runs} onClick={() => void (work.runs || draw(one.code))}>{one.code}</button>)}</p>}
        {drawn && drawn.of.pages.length > 0 && <PagesView preview={drawn.of.preview} wanted={wanted} />}
        {drawn && drawn.of.pages.length === 0 && <p class="state">{t("As it is, no page can be drawn. Mend what blocks it first.")}</p>}
      </section>
    </div>
  );
}
