// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame of every page: search, what is kept, undo, leaving, the places.
import { signal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import { useLocation } from "preact-iso";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { leave } from "../session/leave";
import { me } from "../session/session";
import { question } from "../store/question";
import { isInvented, studyTitle } from "../store/place_names";
import { reached, saved } from "../store/saved";
import { mayUndo, undo, undone } from "../store/undo";
import { allWords, clock, plural, t } from "../words/words";
import { actionWords } from "./actions";
import { problemWords } from "./await";
import { Icon } from "./icons";
import { listenForKeys } from "./keys";
import { KeysHelp, keysOpen } from "./keys_help";
import { firstPlace, placeOf, placesOf } from "./places";
import { roleWords } from "./roles";
import { keyFor, shortcuts } from "./shortcuts";
import { SignInAgain } from "./sign_in_again";

// Comes after the first page: the queue and its words are no part of that.
const QueueTold = signal<ComponentType | null>(null);
export const bringTheQueue = async (): Promise<void> => {
  QueueTold.value = (await Promise.all([import("./queue_told"), allWords().catch(() => {})]))[0].QueueTold;
};

function SavedState() {
  const now = saved.value;
  const at = now.state === "saved" ? clock(now.at) : "";
  return (
    <p class={now.state === "not_kept" ? "saved not-kept" : "saved"} role="status">
      {now.state === "saved" && <><Icon name="check" /> {t("Saved {1}", at)}</>}
      {now.state === "saving" && <><Icon name="clock" /> {t("Saving")}</>}
      {now.state === "not_kept" && <b><Icon name="warn" /> {t("Not kept")}</b>}
      {now.state === "waits" && <><Icon name="clock" /> {plural("{1} change waits", "{1} changes wait", now.changes)}</>}
    </p>
  );
}

// What undo did, said once and gone after a while.
function Undone() {
  const told = undone.value;
  useEffect(() => {
    if (!told) return;
    const timer = window.setTimeout(() => { undone.value = null; }, 6000);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <div class="toast" role="status">
      {told && (told.kind === "problem"
        ? <p>{problemWords(told.problem)}</p>
        : <p>{told.kind === "undo" ? t("Undone: {1}", actionWords(told.action)) : t("Done again: {1}", actionWords(told.action))}</p>)}
    </div>
  );
}

function Find() {
  const { route, path } = useLocation();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget as HTMLFormElement).get("words") ?? "").trim();
    if (!asked) return;
    question.value = asked; // never in the address
    if (path !== "/search") route("/search");
  };
  return (
    <form class="find" role="search" onSubmit={send}>
      <label class="vh" for="q">{t("Search the texts")}</label>
      <input id="q" name="words" type="search" placeholder={t("Search")} autocomplete="off" maxLength={500} />
      {shortcuts.value.letters && <kbd aria-hidden="true">{keyFor("everywhere", "/")}</kbd>}
    </form>
  );
}

function Places() {
  const { path } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  if (!me.value) return null;
  const all = placesOf(me.value.role);
  const here = placeOf(path);
  const links = all.map((place) => (
    <li key={place.path}><a href={place.path} aria-current={place === here ? "page" : undefined}>{place.name()}</a></li>
  ));
  return (
    <nav class="places" aria-label={t("Places")}>
      <ul class="all">{links}</ul>
      <details open={open} onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
        <summary><Icon name="menu" /> {here?.name() ?? t("Places")}</summary>
        <p class="full-title small muted" dir="auto">{studyTitle()}</p>
        <ul>{links}</ul>
      </details>
    </nav>
  );
}

export function Shell({ children }: { children: ComponentChildren }) {
  const { route, path } = useLocation();
  useLayoutEffect(() => listenForKeys(route, () => { keysOpen.value = true; }), [route]);
  const person = me.value;
  const reads = /^\/texts\/./.test(path);
  return (
    <div class={reads ? "app" : undefined}>
      <a class="skip" href="#main">{t("Skip to the content")}</a>
      <header class="top">
        <div class="bar">
          <a class="study" href={person ? firstPlace(person.role) : "/"}>{studyTitle() || t("Workbench")}</a>
          {isInvented() && <span class="tag soft invented">{t("invented example")}</span>}
          {person?.role !== "reader" && <Find />}
          <SavedState />
          {mayUndo() && (
            <button type="button" class="btn undo" title="Ctrl Z" onClick={() => void undo("undo")}>
              <Icon name="undo" /> {t("Undo")}
            </button>
          )}
          <span class="me">{person && `${person.person}, ${roleWords(person.role)}`}</span>
          <button type="button" class="btn leave" onClick={leave}><Icon name="leave" /> {t("Leave quickly")}</button>
        </div>
        <Places />
      </header>
      {!reached.value && (
        <p class="mode" role="status">
          <Icon name="warn" /> <b>{t("No connection.")}</b> {t("Coding goes on; what you do waits here and is sent when the server answers.")}
        </p>
      )}
      {QueueTold.value && <QueueTold.value />}
      {children}
      <Undone />
      {keysOpen.value && <KeysHelp close={() => { keysOpen.value = false; }} />}
      <SignInAgain />
    </div>
  );
}
