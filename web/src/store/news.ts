// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells pages that something changed: by the server's stream of events, and at once after a change of one's own.
type Listener = () => void;
const listeners = new Set<Listener>();
let stream: EventSource | null = null;

export function onNews(act: Listener): () => void {
  listeners.add(act);
  return () => listeners.delete(act);
}

let due = 0;
export function changed(): void {
  clearTimeout(due);
  due = window.setTimeout(() => listeners.forEach((act) => act()), 60);
}

// Only ids come; whoever may see the change reads it anew.  Browsers come back by themselves after a lost connection, and
// not at all after an answer that is no stream: that of a proxy, or that a session is over.
const kSoon = 2000;
const kLatest = 60000;
let wait = kSoon;
let again = 0;
let isCut = false; // what could not be read meanwhile is read once the connection is back

function open(): void {
  const one = new EventSource("/api/v1/events");
  stream = one;
  one.addEventListener("changed", changed);
  one.addEventListener("error", () => {
    isCut = true;
    if (one.readyState !== EventSource.CLOSED || one !== stream) return;
    again = window.setTimeout(open, wait);
    wait = Math.min(wait * 2, kLatest);
  });
  one.addEventListener("open", () => {
    if (isCut) changed();
    isCut = false;
    wait = kSoon;
  });
}

// From now on, and at once anew when it is called once more.
export function listen(): void {
  clearTimeout(again);
  isCut = stream !== null;
  stream?.close();
  wait = kSoon;
  open();
}
