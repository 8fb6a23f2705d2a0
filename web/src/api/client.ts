// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one way to the server.  Answers are values: {ok, data} or {ok: false, problem}; nothing is thrown.
import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "../../api/schema";

export interface Problem {
  kind: "offline" | "signed_out" | "forbidden" | "not_found" | "conflict" | "needs_passphrase" | "invalid" | "failed";
  status: number;
  name: string; // urn:commonground:NAME
  detail: string; // English, from the server
  body: unknown;
}
export type Answer<T> = { ok: true; data: T; tag: string } | { ok: false; problem: Problem };

let csrf = "";
export const setCsrf = (token: string): void => {
  csrf = token;
};
export const csrfToken = (): string => csrf;

const withToken: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET" && csrf) request.headers.set("X-CSRF-Token", csrf);
    return request;
  },
};

// Routes are named without their common beginning.
type Routes = { [Path in keyof paths as Path extends `/api/v1${infer Rest}` ? Rest : never]: paths[Path] };

export const api = createClient<Routes>({ baseUrl: "/api/v1", credentials: "same-origin" });
api.use(withToken);

export const offline: Problem = { kind: "offline", status: 0, name: "offline", detail: "", body: null };

// What the pages know without asking.
export const forbidden: Problem = { kind: "forbidden", status: 403, name: "forbidden", detail: "", body: null };

export function problemOf(status: number, body: unknown): Problem {
  const told = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const name = String(told["type"] ?? "").replace("urn:commonground:", "");
  const detail = String(told["detail"] ?? "");
  const kind: Problem["kind"] =
    status === 401 && name === "signed_out" ? "signed_out"
    : name === "needs_passphrase" ? "needs_passphrase"
    : status === 403 ? "forbidden"
    : status === 404 ? "not_found"
    : status === 412 ? "conflict"
    : status === 400 || status === 401 || status === 409 || status === 413 || status === 415 || status === 422 ? "invalid"
    : "failed";
  return { kind, status, name, detail, body };
}

interface Sent<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

// How the page is told that a session ended; set by session/session.ts.
let onSignedOut: (() => Promise<boolean>) | null = null;
export const whenSignedOut = (act: () => Promise<boolean>): void => {
  onSignedOut = act;
};
let onReach: (reached: boolean) => void = () => {};
export const whenReached = (act: (reached: boolean) => void): void => {
  onReach = act;
};

// Asks; when the session ended, asks again after signing in over the page.
export async function ask<T>(send: () => Promise<Sent<T>>): Promise<Answer<T>> {
  for (let attempt = 0; ; attempt += 1) {
    let given: Sent<T>;
    try {
      given = await send();
    } catch {
      onReach(false);
      return { ok: false, problem: offline };
    }
    onReach(true);
    if (given.response.ok) {
      return { ok: true, data: given.data as T, tag: given.response.headers.get("ETag") ?? "" };
    }
    const problem = problemOf(given.response.status, given.error);
    if (problem.kind === "signed_out" && attempt === 0 && onSignedOut && (await onSignedOut())) continue;
    return { ok: false, problem };
  }
}

// What a request gives when it goes well: type Status = Given<typeof showStatus>.
export type Given<Request extends () => Promise<{ data?: unknown }>> = NonNullable<Awaited<ReturnType<Request>>["data"]>;
