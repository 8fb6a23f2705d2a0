// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Changes to codings, in order.  What cannot be sent waits, sealed, and goes when the server answers again.  Each coding has
// an id that is made here, so that a request whose answer was lost is sent again and done once.
import { signal } from "@preact/signals";
import { del, get, set } from "idb-keyval";
import { api, ask, type Answer, type Problem } from "../api/client";
import { whenLeaving } from "../session/leave";
import { whenSessionBegins } from "../session/session";
import { changed } from "./news";
import { saving, settled, waits } from "./saved";
import { keyOf, seal, unseal, type Sealed } from "./seal";

// Ids, ranges and own words; never the text.
export type Change =
  | { kind: "apply"; document: string; coding: string; code: string; start: number; end: number; memo?: string }
  | { kind: "remove"; document: string; coding: string }
  | { kind: "memo"; document: string; coding: string; memo: string; version: string };

export const waiting = signal<readonly Change[]>([]);
// What the server did not take, and why: shown until it is read.
export const refused = signal<readonly { change: Change; problem: Problem }[]>([]);

const kKept = "commonground-waiting";
let key: CryptoKey | null = null;

async function keep(): Promise<void> {
  if (waiting.value.length === 0) await del(kKept).catch(() => {});
  else if (key) await set(kKept, await seal(key, waiting.value)).catch(() => {});
}

whenSessionBegins((csrf) => {
  void (async () => {
    key = await keyOf(csrf);
    if (waiting.value.length === 0) {
      const sealed = await get<Sealed>(kKept).catch(() => undefined);
      const found = sealed && (await unseal(key, sealed));
      if (Array.isArray(found)) waiting.value = found as Change[];
      else if (sealed) await del(kKept).catch(() => {});
    }
    await keep();
    if (waiting.value.length > 0) void flush();
  })();
});
whenLeaving.push(() => {
  waiting.value = [];
  key = null;
  void del(kKept).catch(() => {});
});

const request = (change: Change): Promise<Answer<unknown>> => {
  const path = { document: change.document, coding: change.coding };
  switch (change.kind) {
    case "apply":
      return ask(() => api.PUT("/documents/{document}/codings/{coding}",
        { params: { path }, body: { code: change.code, start: change.start, end: change.end, ...(change.memo ? { memo: change.memo } : {}) } }));
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
