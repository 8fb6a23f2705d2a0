// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keys that work on every page.  Letters act outside of fields only; a page's own keys come first.
import { me } from "../session/session";
import { mayUndo, undo } from "../store/undo";
import { placesOf } from "./places";
import { meant, shortcuts } from "./shortcuts";

// A choice by a point or a tick is no field: nothing is typed into it.
const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    && !(target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type))));

// After g the next key names a place, for as long as one takes to press it: it means nothing to the page then.  Whoever hears
// that key before or after us is told the same.
const kWaits = 1500;
let since: number | null = null;
let answeredBy: KeyboardEvent | null = null;
export const awaitsPlace = (event: KeyboardEvent): boolean =>
  event === answeredBy || (since !== null && event.timeStamp - since < kWaits);

const isLetter = (event: KeyboardEvent): boolean =>
  shortcuts.value.letters && !event.ctrlKey && !event.metaKey && !event.altKey && !inField(event.target) && !event.defaultPrevented
  && document.querySelector("dialog[open]") === null;
export const actsAsLetter = (event: KeyboardEvent): boolean => isLetter(event) && !awaitsPlace(event);

export function listenForKeys(go: (path: string) => void, help: () => void): () => void {
  const act = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !inField(event.target) && mayUndo()) {
      event.preventDefault();
      void undo(event.shiftKey ? "redo" : "undo");
      return;
    }
    if (event.key === "F6") {
      event.preventDefault();
      nextPane(event.shiftKey ? -1 : 1);
      return;
    }
    // Also when letters are switched off: otherwise nobody could switch them on again by keys.
    if ((event.ctrlKey || event.metaKey) && event.key === "/") {
      event.preventDefault();
      help();
      return;
    }
    if (!isLetter(event)) return;
    if (/^(Shift|Control|Alt|Meta|AltGraph|CapsLock)$/.test(event.key)) return; // no answer to g yet
    const waited = awaitsPlace(event);
    since = null;
    if (waited) {
      answeredBy = event;
      const place = me.value && placesOf(me.value.role).find((one) => one.key === meant("places", event.key));
      if (place) {
        event.preventDefault();
        go(place.path);
      }
      return;
    }
    const key = meant("everywhere", event.key);
    if (key === "/") {
      event.preventDefault();
      document.getElementById("q")?.focus();
    } else if (key === "?") {
      event.preventDefault();
      help();
    } else if (key === "g") {
      since = event.timeStamp;
    }
  };
  addEventListener("keydown", act);
  return () => removeEventListener("keydown", act);
}

function nextPane(step: number): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => pane.offsetParent !== null);
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  panes[(at + step + panes.length) % panes.length]?.focus();
}
