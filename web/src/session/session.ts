// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is here.  When a session ends, the page stays and a dialog over it signs in again; what was asked goes on then.
import { signal } from "@preact/signals";
import { api, ask, setCsrf, whenSignedOut } from "../api/client";
import { preferencesCame } from "../store/preferences";
import { whenLeaving } from "./leave";

export type Role = "coordinator" | "researcher" | "reviewer" | "member" | "reader";
export interface Person {
  person: string;
  role: Role;
  organisation?: string;
}

export const me = signal<Person | null>(null);
// The dialog listens to this: who has to sign in again, and what to call when it is done.
export const signInAgain = signal<{ person: string; done: (signedIn: boolean) => void } | null>(null);
const began: ((person: string, queueKey: string) => void)[] = [];
let queueKey = ""; // in memory only
// Calls when a session begins, and at once when there is one: parts of the program are fetched later than that.
export function whenSessionBegins(act: (person: string, queueKey: string) => void): void {
  began.push(act);
  if (me.value && queueKey) act(me.value.person, queueKey);
}
whenLeaving.push(() => {
  queueKey = "";
});

export function begin(session: { person: string; role: string; organisation?: string; csrf: string; queue_key?: string; preferences?: { setting: string; value: string }[] }): void {
  setCsrf(session.csrf);
  preferencesCame(session.person, session.preferences ?? []);
  me.value = { person: session.person, role: session.role as Role, organisation: session.organisation };
  queueKey = session.queue_key ?? "";
  if (queueKey) for (const act of began) act(session.person, queueKey);
}

// Somebody else than before may sign in over the page: then nothing of the page stays.
let waiting: Promise<boolean> | null = null;
function askToSignIn(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    signInAgain.value = {
      person: me.value?.person ?? "",
      done: (signedIn) => {
        signInAgain.value = null;
        waiting = null;
        resolve(signedIn);
      },
    };
  });
  return waiting;
}

export async function open(): Promise<"in" | "out" | "offline"> {
  const answer = await ask(() => api.GET("/session"));
  if (!answer.ok) return answer.problem.kind === "offline" ? "offline" : "out";
  if (answer.data.awaits_second_key) return "out";
  begin(answer.data);
  whenSignedOut(askToSignIn);
  return "in";
}

export async function signIn(name: string, passphrase: string, code: string): Promise<"in" | "refused" | "offline"> {
  const before = me.value?.person;
  whenSignedOut(() => Promise.resolve(false));
  const answer = await ask(() => api.POST("/session", { body: { name, passphrase, ...(code ? { code } : {}) } }));
  whenSignedOut(askToSignIn);
  if (!answer.ok) return answer.problem.kind === "offline" || answer.problem.kind === "failed" ? "offline" : "refused";
  if (before !== undefined && answer.data.person !== before) {
    location.replace("/overview");
    return "in";
  }
  begin(answer.data);
  return "in";
}

export const mayDo = (...roles: Role[]): boolean => me.value !== null && roles.includes(me.value.role);
