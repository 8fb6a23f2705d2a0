// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook: the tree, and of one code what it means, how often it was given, and where.
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, type Given, type Problem } from "../api/client";
import { mayDo } from "../session/session";
import { Await, ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { savedNow, saving } from "../store/saved";
import { askCodebook, askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { kindClass } from "../reader/model";
import { findCodes, type Code } from "../reader/find_codes";
import { CodeTree } from "../reader/tree";
import { plural, t } from "../words/words";
import { kindWords } from "./kinds";

const passagesOf = (code: string) => api.GET("/codings", { params: { query: { code: [code], most: 50 } } });
type Passages = Given<() => ReturnType<typeof passagesOf>>;

function Meaning({ code }: { code: Code }) {
  const [label, setLabel] = useState(code.label);
  const [definition, setDefinition] = useState(code.definition);
  const [seen, setSeen] = useState(code);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<Code | null>(null);
  const changedHere = label !== seen.label || definition !== seen.definition;
  // Somebody else's change comes in by itself while nothing was typed here.
  useEffect(() => {
    if (code.version === seen.version) return;
    if (changedHere) return;
    setSeen(code);
    setLabel(code.label);
    setDefinition(code.definition);
  }, [code, changedHere]);

  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (code.version !== seen.version && theirs === null) {
      setTheirs(code);
      return;
    }
    saving();
    const answer = await ask(() => api.PATCH("/codebook/{code}", {
      params: { path: { code: code.code }, header: { "If-Match": `"${(theirs ?? seen).version}"` } }, body: { label, definition } }));
    savedNow();
    changed();
    if (answer.ok) {
      setSeen(answer.data);
      setTheirs(null);
      setProblem(null);
    } else setProblem(answer.problem);
  };
  const back = () => {
    setSeen(code);
    setLabel(code.label);
    setDefinition(code.definition);
    setTheirs(null);
    setProblem(null);
  };
  const row = (name: string, saw: string, now: string, want: string, take: (value: string) => void) => saw !== now && want !== now && (
    <div class="versions" key={name}>
      <div><b>{name}: {t("You saw")}</b><p>{saw}</p></div>
      <div><b>{t("It is now")}</b><p>{now}</p><button type="button" class="btn" onClick={() => take(now)}>{t("Take theirs")}</button></div>
      <div><b>{t("You want")}</b><p>{want}</p></div>
    </div>
  );

  return (
    <form class="stack" onSubmit={keep}>
      {problem && <ProblemBanner problem={problem} />}
      {theirs && (
        <div class="banner warn stack" role="alert">
          <div class="stack-s">
            <p>{t("Somebody else changed this meanwhile. Nothing of theirs or yours was lost.")}</p>
            {row(t("Name"), seen.label, theirs.label, label, setLabel)}
            {row(t("What belongs to it"), seen.definition, theirs.definition, definition, setDefinition)}
          </div>
        </div>
      )}
      <div><label for="c-label">{t("Name")}</label>
        <input id="c-label" type="text" value={label} maxLength={200} onInput={(event) => setLabel(event.currentTarget.value)} /></div>
      <div><label for="c-def">{t("What belongs to it")}</label>
        <textarea id="c-def" rows={4} value={definition} onInput={(event) => setDefinition(event.currentTarget.value)} /></div>
      <p class="row">
        <button class="btn main" disabled={!changedHere}>{t("Keep these changes")}</button>
        <button type="button" class="btn" onClick={back} disabled={!changedHere}>{t("Leave it as it was")}</button>
        {changedHere && <span class="small muted">{plural("{1} coding stays.", "{1} codings stay.", code.own)}</span>}
      </p>
    </form>
  );
}

function OneCode({ code, codes }: { code: Code; codes: readonly Code[] }) {
  const passages = useResource(`passages ${code.code}`, () => ask(() => passagesOf(code.code)));
  const documents = useResource("documents", askDocuments);
  const above: Code[] = [];
  for (let one = codes.find((other) => other.code === code.parent); one; one = codes.find((other) => other.code === one!.parent)) above.unshift(one);
  const lineOf = (data: Passages["codings"][number]) => documents.data?.documents.find((one) => one.document === data.document);
  return (
    <div class="stack">
      <header class="stack-s">
        <p class="crumbs">{above.map((one) => one.label).join(" › ")}</p>
        <h2 class="big-h"><span class={`kc ${kindClass(code.kind)}`}>{code.code}</span> {code.label}</h2>
        <p class="row">
          <span class="tag">{kindWords(code.kind)}</span>
          <span class="tag">{plural("{1} coding", "{1} codings", code.own)}</span>
          {code.with_below !== code.own && <span class="tag">{t("{1} with those below", code.with_below)}</span>}
          {code.retired && <span class="tag hot">{t("retired")}</span>}
          {!code.retired && mayDo("coordinator", "researcher") && <a class="btn" href={`/suggest/${encodeURIComponent(code.code)}`}>{t("Suggest passages")}</a>}
        </p>
      </header>
      {mayDo("coordinator", "researcher") ? <Meaning key={code.code} code={code} /> : <p class="read">{code.definition || <i class="state">{t("no definition yet")}</i>}</p>}
      <section class="sect" aria-labelledby="passages-h">
        <h2 id="passages-h">{t("Where it was given")}</h2>
        <Await of={passages} what={t("Reading the codings")}>
          {(data) => data.codings.length === 0
            ? <p class="state">{t("Nowhere so far. That says what was not found, not that it is not there.")}</p>
            : (
              <ul class="picks">
                {data.codings.map((one) => {
                  const text = lineOf(one);
                  return (
                    <li key={one.coding}>
                      <blockquote class="q" lang={text?.language} dir="auto">{one.exact}</blockquote>
                      <p class="small"><a class="lnk" href={`/texts/${signOf(one.document)}?at=${one.start}`} lang={text?.language}>{text?.title ?? t("the text")}</a>
                        {" · "}{one.code !== code.code && <>{one.code} · </>}{one.coder}{one.status === "draft" && <> · <i class="state">{t("draft")}</i></>}</p>
                    </li>
                  );
                })}
              </ul>
            )}
        </Await>
        {passages.data && passages.data.total > passages.data.codings.length && (
          <p class="state">{t("{1} of {2} are shown.", passages.data.codings.length, passages.data.total)}</p>
        )}
      </section>
    </div>
  );
}

export function Codebook({ code = "" }: { path?: string; code?: string }) {
  const codebook = useResource("codebook", askCodebook);
  const { route } = useLocation();
  const [typed, setTyped] = useState("");
  return (
    <main class="page" id="main" tabIndex={-1}>
      <Await of={codebook} what={t("Reading the codebook")}>
        {({ codes }) => {
          const live = codes.filter((one) => !one.retired);
          const chosen = codes.find((one) => one.code === code) ?? null;
          if (codes.length === 0) {
            return <div class="stack"><h1>{t("No code yet")}</h1><p class="lead">{t("A codebook comes with the study: codebook.csv, or commonground code add.")}</p></div>;
          }
          const unused = live.filter((one) => one.with_below === 0).length;
          return (
            <>
              <header class="stack-s">
                <h1>{plural("{1} code", "{1} codes", live.length)}</h1>
                {unused > 0 && <p class="lead">{plural("{1} has no coding yet: that says what was not found so far, not that it is not there.",
                  "{1} have no coding yet: that says what was not found so far, not that it is not there.", unused)}</p>}
              </header>
              <div class="grid split-left g-cols">
                <nav class="box tree tall-tree" data-pane tabIndex={-1} aria-label={t("Codes")}>
                  <label class="vh" for="find-code">{t("Find a code")}</label>
                  <input id="find-code" type="search" placeholder={t("Find a code")} value={typed} autocomplete="off"
                    onInput={(event) => setTyped(event.currentTarget.value)} />
                  {typed.trim() === ""
                    ? <CodeTree codes={codes} label={t("Codes")} on={code} open={(to) => route(`/codebook/${encodeURIComponent(to)}`)} />
                    : <ul>{findCodes(codes, typed, []).slice(0, 30).map((one) => (
                      <li key={one.code}><a class={`it d0 ${kindClass(one.kind)}`} href={`/codebook/${encodeURIComponent(one.code)}`}><span /><span><b>{one.code}</b> {one.label}</span><span class="n">{one.with_below}</span></a></li>
                    ))}</ul>}
                </nav>
                {chosen ? <OneCode key={chosen.code} code={chosen} codes={codes} />
                  : code !== "" ? <p class="state">{t("There is nothing here.")}</p>
                  : <p class="lead muted">{t("Choose a code to see what belongs to it and where it was given.")}</p>}
              </div>
            </>
          );
        }}
      </Await>
    </main>
  );
}
