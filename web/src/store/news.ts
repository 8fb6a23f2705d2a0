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

// Only ids come; whoever may see the change reads it anew.
export function listen(): void {
  stream?.close();
  stream = new EventSource("/api/v1/events");
  stream.addEventListener("changed", changed);
  // What could not be read while the connection was gone is read once it is back.
  let cut = false;
  stream.addEventListener("error", () => { cut = true; });
  stream.addEventListener("open", () => {
    if (cut) changed();
    cut = false;
  });
}
export const stopListening = (): void => stream?.close();
