// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What others change while somebody writes in a form.  After a change of one's own the page still holds what it read before
// it, until it has read anew: that is no change by somebody else, and must not come back into the form.
import { useEffect, useRef } from "preact/hooks";
import { undone } from "../store/undo";

interface Versioned {
  version: string;
}

// Which reads are older than what this form had back from the server.
export class Outdated {
  private readonly versions = new Set<string>();

  // What the form shows now took the place of these, each older than it.
  replaced(...older: (string | undefined)[]): void {
    for (const one of older) if (one !== undefined) this.versions.add(one);
  }
  // What was changed was undone, perhaps before the page had read it: the older version is the newest again.
  wentBack(): void {
    this.versions.clear();
  }
  // Whether a read is somebody else's change.  A version may come again (an undo): once the page has read what the form
  // shows, none is outdated any more.
  isNews(read: string, shown: string | undefined): boolean {
    if (read !== shown) return !this.versions.has(read);
    this.versions.clear();
    return false;
  }
}

// take: called with what was read when it is somebody else's change and the form is free for it.  Gives what to call with
// older versions when the form shows a newer one by itself: once a change of one's own was kept, with what it was made to
// and what the page had read when it was sent; once theirs was taken after a conflict, with what was seen before.
export function useOthers<T extends Versioned>(read: T | null, shown: string | undefined, isFree: boolean, take: (read: T) => void): Outdated["replaced"] {
  const outdated = useRef(new Outdated());
  const back = undone.value;
  useEffect(() => {
    if (back && back.kind !== "problem") outdated.current.wentBack();
  }, [back]);
  useEffect(() => {
    if (read && outdated.current.isNews(read.version, shown) && isFree) take(read);
  }, [read?.version, shown, isFree, back]);
  return (...older) => outdated.current.replaced(...older);
}
