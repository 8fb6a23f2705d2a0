// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is one's own to do: texts to code, going on where one stopped, and what memos ask for.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask, type Given, type Problem } from "../api/client";
import { me } from "../session/session";
import { Await, ProblemBanner } from "../shell/await";
import { awaitsPlace } from "../shell/keys";
import { changed } from "../store/news";
import { askDocuments } from "../store/texts";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { languageName, listed, plural, t } from "../words/words";
import { stoppedAt } from "./stopped";

const readAssignments = () => api.GET("/assignments");
export const askAssignments = () => ask(readAssignments);
export type Assignment = Given<typeof readAssignments>["assignments"][number];
const own = (documents: string[], coder: string) => api.GET("/codings", { params: { query: { document: documents, coder: [coder], most: 1000 } } });
type Own = Given<() => ReturnType<typeof own>>["codings"][number];
const toDo = () => api.GET("/memos", { params: { query: { kind: "to do", most: 200 } } });
type ToDo = Given<typeof toDo>["memos"][number];

function ToDos() {
  const memos = useResource("to do", () => ask(toDo));
  const [problem, setProblem] = useState<Problem | null>(null);
  const mine = memos.data?.memos.filter((one) => one.person === me.value?.person) ?? [];
  if (mine.length === 0) return null;
  const done = async (memo: ToDo) => {
    const answer = await ask(() => api.DELETE("/memos/{memo}", { params: { path: { memo: memo.memo }, header: { "If-Match": `"${memo.version}"` } } }));
    setProblem(answer.ok ? null : answer.problem);
    changed();
  };
  return (
    <section class="sect" aria-labelledby="todo-h">
      <h2 id="todo-h">{t("Do what a memo asks")}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <ul class="log two">
        {mine.map((one) => (
          <li key={one.memo}><span>{one.document ? <a class="lnk" href={`/texts/${signOf(one.document)}`}>{one.text}</a> : one.text}</span>
            <button type="button" class="btn" onClick={() => void done(one)}>{t("Done")}<span class="vh">: {one.text}</span></button></li>
        ))}
      </ul>
    </section>
  );
}

function OneText({ one, first, all, codings }: { one: Assignment; first: boolean; all: readonly Assignment[]; codings: readonly Own[] | null }) {
  const documents = useResource("documents", askDocuments);
  const nameOf = useOrganisationNames();
  const about = documents.data?.documents.find((other) => other.document === one.document);
  const stopped = stoppedAt(codings ?? [], one.document);
  const place = `/texts/${signOf(one.document)}${stopped === null ? "" : `?at=${stopped}`}`;
  const submitted = all.filter((other) => other.document === one.document && other.coder !== one.coder && other.state === "submitted").map((other) => other.coder);
  return (
    <li class="box stack-s mb">
      <div class="row spread">
        <h2 lang={about?.language} dir="auto"><a href={place}>{one.title}</a></h2>
        <a class={`btn${first ? " main" : ""}`} href={place} data-go={first ? "" : undefined}>{stopped === null ? t("Begin") : t("Go on where you stopped")}
          {first && <> <kbd class="bare" aria-hidden="true">Enter</kbd></>}<span class="vh">: {one.title}</span></a>
      </div>
      <p class="muted">{about && <>{nameOf(about.organisation)}, {languageName(about.language)}. </>}
        {one.codings ? plural("{1} coding of yours.", "{1} codings of yours.", one.codings) : t("Nothing coded yet.")}{" "}
        {submitted.length > 0 && t("{1} submitted already; you see that work once you have.", listed(submitted))}</p>
    </li>
  );
}

export function Mine() {
  const { route } = useLocation();
  const name = me.value?.person ?? "";
  const assignments = useResource("assignments", askAssignments);
  const mine = useMemo(() => assignments.data?.assignments.filter((one) => one.coder === name) ?? [], [assignments.data, name]);
  const open = mine.filter((one) => one.state === "open");
  const done = mine.filter((one) => one.state === "submitted");
  const begun = open.filter((one) => (one.codings ?? 0) > 0).map((one) => one.document);
  const codings = useResource(begun.length > 0 ? `own ${begun.join(" ")}` : null, () => ask(() => own(begun, name)));
  // What was begun comes first.
  const sorted = [...open].sort((a, b) => Number((b.codings ?? 0) > 0) - Number((a.codings ?? 0) > 0));

  const press = useRef<(event: KeyboardEvent) => void>(() => {});
  press.current = (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey || awaitsPlace(event)) return;
    if (document.activeElement && document.activeElement !== document.body && document.activeElement.id !== "main") return;
    const go = document.querySelector<HTMLAnchorElement>("[data-go]");
    if (!go || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    route(go.getAttribute("href")!);
  };
  useEffect(() => {
    const act = (event: KeyboardEvent) => press.current(event);
    addEventListener("keydown", act);
    return () => removeEventListener("keydown", act);
  }, []);

  return (
    <Await of={assignments} what={t("Looking what waits")}>
      {({ assignments: all }) => (
        <>
          {open.length > 0 && (
            <ul>{sorted.map((one, at) => <OneText key={one.document} one={one} first={at === 0} all={all} codings={codings.data?.codings ?? null} />)}</ul>
          )}
          <ToDos />
          {done.length > 0 && (
            <section class="sect" aria-labelledby="done-h">
              <h2 id="done-h">{t("Submitted")}</h2>
              <ul class="log two">
                {done.map((one) => (
                  <li key={one.document}><span><a class="lnk" href={`/texts/${signOf(one.document)}`}>{one.title}</a> <span class="muted small">{plural("{1} coding", "{1} codings", one.codings ?? 0)}</span></span>
                    {all.some((other) => other.document === one.document && other.coder !== name)
                      ? <a class="btn" href={`/texts/${signOf(one.document)}/compare`}>{t("Compare coders")}<span class="vh">: {one.title}</span></a> : <span />}</li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Await>
  );
}
