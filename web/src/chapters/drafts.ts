// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was typed into a chapter and not kept yet: in memory, so that it is there again after a look at another page.
// It goes with the window, which asks first; never when somebody leaves quickly.
import { whenLeaving } from "../session/leave";

const typed = new Map<string, { version: string; text: string }>();

export const draftOf = (chapter: string): { version: string; text: string } | undefined => typed.get(chapter);

const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();
whenLeaving.push(() => {
  typed.clear();
  removeEventListener("beforeunload", askFirst);
});

export function keepDraft(chapter: string, version: string, text: string | null): void {
  if (text === null) typed.delete(chapter);
  else typed.set(chapter, { version, text });
  removeEventListener("beforeunload", askFirst);
  if (typed.size > 0) addEventListener("beforeunload", askFirst);
}
