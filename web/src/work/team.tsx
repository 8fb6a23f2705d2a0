// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// For coordinators: how far every coder is, who codes what, and giving texts out.
import { useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { mayDo } from "../session/session";
import { Await, ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { askDocuments } from "../store/texts";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource } from "../store/resource";
import { folded } from "../reader/find_codes";
import { signOf } from "../text/address";
import { languageName, listed, plural, t, when } from "../words/words";
import { askAssignments } from "./mine";

// Where a choice stands of all that were given to a coder.
function Bar({ done, all }: { done: number; all: number }) {
  return (
    <svg class="how-far" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" width="100" height="8" /><rect class="done" width={all === 0 ? 0 : (done / all) * 100} height="8" />
    </svg>
  );
}

export function HowFar() {
  const work = useResource("work", () => ask(() => api.GET("/work")));
  return (
    <section class="sect" aria-labelledby="far-h">
      <h2 id="far-h">{t("How far everybody is")}</h2>
      <Await of={work} what={t("Looking what waits")}>
        {({ progress }) => progress.length === 0 ? <p class="state">{t("No text was given to anybody yet.")}</p> : (
          <table class="cards-s">
            <caption class="vh">{t("How far everybody is")}</caption>
            <thead><tr><th scope="col">{t("Coder")}</th><th scope="col">{t("Submitted")}</th><th scope="col">{t("Still coding")}</th><th scope="col"><span class="vh">{t("The same as a line")}</span></th></tr></thead>
            <tbody>
              {progress.map((one) => (
                <tr key={one.coder}><th scope="row">{one.coder}</th>
                  <td data-l={t("Submitted")} class="num">{t("{1} of {2}", one.submitted, one.submitted + one.open)}</td>
                  <td data-l={t("Still coding")} class="num">{one.open}</td><td><Bar done={one.submitted} all={one.submitted + one.open} /></td></tr>
              ))}
            </tbody>
          </table>
        )}
      </Await>
    </section>
  );
}

export function WhoCodesWhat() {
  const assignments = useResource("assignments", askAssignments);
  const [problem, setProblem] = useState<Problem | null>(null);
  const takeBack = async (document: string, coder: string) => {
    saving();
    const answer = await ask(() => api.DELETE("/documents/{document}/assignments/{coder}", { params: { path: { document, coder } } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    changed();
  };
  return (
    <section class="sect" aria-labelledby="who-h">
      <h2 id="who-h">{t("Who codes what")}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <Await of={assignments} what={t("Looking what waits")}>
        {({ assignments: all }) => all.length === 0 ? <p class="state">{t("No text was given to anybody yet.")}</p> : (
          <div class="wide">
            <table class="cards-s">
              <caption class="vh">{t("Who codes what")}</caption>
              <thead><tr><th scope="col">{t("Text")}</th><th scope="col">{t("Coder")}</th><th scope="col">{t("State")}</th><th scope="col">{t("Codings")}</th><th scope="col"><span class="vh">{t("Undo")}</span></th></tr></thead>
              <tbody>
                {all.map((one) => (
                  <tr key={`${one.document} ${one.coder}`}>
                    <th scope="row"><a class="lnk" href={`/texts/${signOf(one.document)}`}>{one.title}</a></th>
                    <td data-l={t("Coder")}>{one.coder}</td>
                    <td data-l={t("State")}>{one.state === "open" ? <i class="state">{t("still coding")}</i> : <>{t("submitted")}{one.submitted && ` ${when(one.submitted)}`}</>}</td>
                    <td data-l={t("Codings")} class="num">{one.codings === undefined ? <i class="state">{t("not to be seen yet")}</i> : one.codings}</td>
                    <td>{mayDo("coordinator") && one.state === "open" && (
                      <button type="button" class="btn" onClick={() => void takeBack(one.document, one.coder)}>{t("Unassign")}<span class="vh">: {one.title}, {one.coder}</span></button>)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Await>
    </section>
  );
}

export function GiveOut() {
  const documents = useResource("documents", askDocuments);
  const nameOf = useOrganisationNames();
  const people = useResource("people", () => ask(() => api.GET("/people")));
  const assignments = useResource("assignments", askAssignments);
  const [texts, setTexts] = useState<readonly string[]>([]);
  const [coders, setCoders] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState("");
  const toggled = (all: readonly string[], one: string): string[] => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]);
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    const answer = await ask(() => api.POST("/assignments", { body: { documents: [...texts], coders: [...coders] } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setTold(plural("{1} text was given out.", "{1} texts were given out.", answer.data.changed));
    setTexts([]);
    changed();
  };
  const who = people.data?.people.filter((one) => !one.ended && (one.role === "researcher" || one.role === "coordinator")).map((one) => one.person) ?? [];
  return (
    <section class="sect" aria-labelledby="give-h">
      <h2 id="give-h">{t("Give texts to coders")}</h2>
      <p class="small muted">{t("Each codes blind: nobody sees the others' work in a text until they have submitted their own. Two coders for a text can be compared.")}</p>
      {problem && <ProblemBanner problem={problem} />}
      <Await of={documents} what={t("Reading the list of texts")}>
        {({ documents: all }) => (
          <form class="stack mt" onSubmit={give}>
            <div class="grid split-even give">
              <fieldset>
                <legend>{t("Texts")}</legend>
                <label class="vh" for="give-find">{t("Title or organisation")}</label>
                <input id="give-find" type="search" autocomplete="off" placeholder={t("Title or organisation")} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
                <div class="pick-list" tabIndex={0} role="group" aria-label={t("Texts")}>
                  {all.filter((one) => texts.includes(one.document) || folded(words).split(/\s+/).every((word) => folded(`${one.title} ${nameOf(one.organisation)} ${one.organisation}`).includes(word))).map((one) => {
                    const has = assignments.data?.assignments.filter((other) => other.document === one.document).map((other) => other.coder) ?? [];
                    return (
                      <span class="choice" key={one.document}><input type="checkbox" id={`t-${signOf(one.document)}`} checked={texts.includes(one.document)} onChange={() => setTexts(toggled(texts, one.document))} />
                        <label for={`t-${signOf(one.document)}`}><span lang={one.language} dir="auto">{one.title}</span> <small class="muted">{nameOf(one.organisation)}, {languageName(one.language)}{has.length > 0 && ` · ${listed(has)}`}</small></label></span>
                    );
                  })}
                </div>
              </fieldset>
              <fieldset>
                <legend>{t("Coders")}</legend>
                {who.map((name) => (
                  <span class="choice" key={name}><input type="checkbox" id={`c-${name}`} checked={coders.includes(name)} onChange={() => setCoders(toggled(coders, name))} /><label for={`c-${name}`}>{name}</label></span>
                ))}
                {people.data && who.length < 2 && <p class="small">{t("Comparing needs two coders.")} <a class="lnk" href="/settings">{t("Invite somebody")}</a></p>}
              </fieldset>
            </div>
            <p class="row"><button class="btn main" disabled={texts.length === 0 || coders.length === 0}>{t("Give {1} to {2}", plural("{1} text", "{1} texts", texts.length), coders.length === 0 ? "…" : listed([...coders]))}</button>
              <span role="status" class="small muted">{told}</span></p>
          </form>
        )}
      </Await>
    </section>
  );
}
