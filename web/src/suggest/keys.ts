// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Letters that answer, and Ctrl Z, which here waits for what is on its way.
import { useLayoutEffect, useRef } from "preact/hooks";
import { actsAsLetter } from "../shell/keys";
import { meant, type Place } from "../shell/shortcuts";

export function useAnswerKeys(place: Place, keys: Readonly<Record<string, (() => void) | null>>, back: () => void): void {
  const press = useRef<(event: KeyboardEvent) => void>(() => {});
  press.current = (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z"
        && !(event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      back();
      return;
    }
    if (!actsAsLetter(event)) return;
    const act = keys[meant(place, event.key)];
    if (!act) return;
    event.preventDefault();
    act();
  };
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent) => press.current(event);
    addEventListener("keydown", act, true);
    return () => removeEventListener("keydown", act, true);
  }, []);
}
