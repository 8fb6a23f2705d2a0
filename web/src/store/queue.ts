// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Changes to codings, in order.  What cannot be sent waits, sealed, and goes when the server answers again.  Each coding has
// an id that is made here, so that a request whose answer was lost is sent again and done once.
import { signal } from "@preact/signals";
import { api, ask, type Answer, type Problem } from "../api/client";
import { whenLeaving } from "../session/leave";
import { whenSessionBegins } from "../session/session";
import { keptChangesOf, wipeKeptChanges, type KeptChanges } from "./kept_changes";
import { changed } from "./news";
import { saving, settled, waits } from "./saved";

// Ids, ranges and own words; never the text.
export type Change =
  | { kind: "apply"; document: string; coding: string; code: string; start: number; end: number; memo?: string } // code "": a new one of the words
  | { kind: "remove"; document: string; coding: string }
  | { kind: "memo"; document: string; coding: string; memo: string; version: string };

export const waiting = signal<readonly Change[]>([]);
// What the server did not take, and why: shown until it is read.
export const refused = signal<readonly { change: Change; problem: Problem }[]>([]);

// Something of this person's that waited here could not be opened; the shell says so until it is read.
export const unopened = signal(false);
export const forgetUnopened = (): void => {
  unopened.value = false;
  void kept?.forgetUnopened();
};

let kept: KeptChanges | null = null;
let brought = false;
// One after the other: what is kept last is what waits last.
let line: Promise<void> = Promise.resolve();
const keep = (): Promise<void> => (line = line.then(() => kept?.keep(waiting.value)));

whenSessionBegins((person, secret) => {
  void (async () => {
    const place = await keptChangesOf(person, secret);
    if (!brought) {
      brought = true;
      const found = await place.bring();
      // What was done since the page opened comes behind.
      waiting.value = [...(found.changes as readonly Change[]), ...waiting.value];
      unopened.value = found.unopened;
    }
    kept = place;
    await keep();
    if (waiting.value.length > 0) void flush();
  })();
});
whenLeaving.push(() => {
  waiting.value = [];
  unopened.value = false;
  kept = null;
  line = line.then(wipeKeptChanges);
});

const request = (change: Change): Promise<Answer<unknown>> => {
  const path = { document: change.document, coding: change.coding };
  switch (change.kind) {
    case "apply":
      return ask(() => api.PUT("/documents/{document}/codings/{coding}",
        { params: { path }, body: { ...(change.code ? { code: change.code } : { in_vivo: true }), start: change.start, end: change.end, ...(change.memo ? { memo: change.memo } : {}) } }));
    case "remove":
      return ask(() => api.DELETE("/documents/{document}/codings/{coding}", { params: { path } }));
    case "memo":
      return ask(() => api.PATCH("/documents/{document}/codings/{coding}",
        { params: { path, header: { "If-Match": `"${change.version}"` } }, body: { memo: change.memo } }));
  }
};

let flushing: Promise<void> | null = null;
let retry = 0;
export function flush(): Promise<void> {
  if (waiting.value.length === 0 && !flushing) return Promise.resolve();
  flushing ??= (async () => {
    let kept = true;
    while (waiting.value.length > 0) {
      const [first, ...others] = waiting.value;
      saving();
      const answer = await request(first!);
      if (!answer.ok && (answer.problem.kind === "offline" || answer.problem.status === 503)) {
        clearTimeout(retry);
        retry = window.setTimeout(() => void flush(), 4000);
        break;
      }
      waiting.value = waiting.value[0] === first ? others.concat(waiting.value.slice(1 + others.length)) : waiting.value;
      kept &&= answer.ok;
      if (!answer.ok) refused.value = [...refused.value, { change: first!, problem: answer.problem }];
      await keep();
    }
    if (waiting.value.length > 0) waits(waiting.value.length);
    else settled(kept);
    changed();
  })().finally(() => {
    flushing = null;
  });
  return flushing;
}

// Returns when it is sent or waits.
export async function send(change: Change): Promise<void> {
  waiting.value = [...waiting.value, change];
  void keep();
  if (flushing) await flushing;
  if (waiting.value.length > 0) await flush();
}

addEventListener("online", () => void flush());
addEventListener("beforeunload", (event) => {
  if (waiting.value.length > 0) event.preventDefault();
});
