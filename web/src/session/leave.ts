// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Leaving quickly: the page is gone at once, the session ends beside it, and the calendar's answer clears the browser.
import { render } from "preact";
import { csrfToken, setCsrf } from "../api/client";

export const whenLeaving: (() => void)[] = [];

let left = false;
export const hasLeft = () => left;

export function leave(): void {
  left = true;
  const token = csrfToken();
  if (token) {
    fetch("/api/v1/session", { method: "DELETE", keepalive: true, headers: { "X-CSRF-Token": token } }).catch(() => {});
  }
  setCsrf("");
  for (const act of whenLeaving) act();
  sessionStorage.clear();
  // Unmounted, not only emptied: an answer that is still on its way must not put anything on the page again.
  render(null, document.body);
  document.body.replaceChildren();
  location.replace("/calendar");
}

// Shift three times within a second and a half.
export function listenForShift(): void {
  let shifts: number[] = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      shifts = [];
      return;
    }
    if (event.repeat) return;
    shifts = [...shifts.filter((at) => event.timeStamp - at < 1500), event.timeStamp];
    if (shifts.length === 3) leave();
  });
}

export async function signOut(): Promise<void> {
  const token = csrfToken();
  for (const act of whenLeaving) act();
  await fetch("/api/v1/session", { method: "DELETE", headers: { "X-CSRF-Token": token } }).catch(() => {});
  location.replace("/");
}
