// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What others change while somebody writes in a form.  After a change of one's own the page still holds what it read before
// it, until it has read anew: that is no change by somebody else, and must not come back into the form.
import { useEffect, useRef } from "preact/hooks";

interface Versioned {
  version: string;
}

// Which reads are older than what this form had back from the server.
export class Outdated {
  private readonly versions = new Set<string>();

  // A change of one's own took the place of `from`; `read` is what the page holds meanwhile.
  replaced(from: string | undefined, read: string | undefined): void {
    for (const one of [from, read]) if (one !== undefined) this.versions.add(one);
  }
  // Whether a read is somebody else's change.  A version may come again (an undo): once the page has read what the form
  // shows, none is outdated any more.
  isNews(read: string, shown: string | undefined): boolean {
    if (read !== shown) return !this.versions.has(read);
    this.versions.clear();
    return false;
  }
}

// take: called with what was read when it is somebody else's change and the form is free for it.  Gives what to call once a
// change of one's own was kept, with the version that it was made to.
export function useOthers<T extends Versioned>(read: T | null, shown: string | undefined, isFree: boolean, take: (read: T) => void): (from: string | undefined) => void {
  const outdated = useRef(new Outdated());
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    if (read && outdated.current.isNews(read.version, shown) && isFree) take(read);
  }, [read?.version, shown, isFree]);
  return (from) => outdated.current.replaced(from, latest.current?.version);
}
