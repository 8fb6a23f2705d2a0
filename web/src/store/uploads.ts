// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files that go to the server: sent first, as they are, by an id made here; then something is made of them, which a job
// does while the page goes on.
import { api, ask, csrfToken, problemOf, type Answer, type Given } from "../api/client";

const showJob = (job: string) => api.GET("/jobs/{job}", { params: { path: { job } } });
const showCame = (job: string) => api.GET("/jobs/{job}/document", { params: { path: { job } } });
export type Job = Given<() => ReturnType<typeof showJob>>;
export type Came = Given<() => ReturnType<typeof showCame>>;

const kBetween = 400; // milliseconds between two looks at a job

// One try; how far it is, is told as it goes.
function put(upload: string, file: Blob, told: (share: number) => void): Promise<Answer<unknown>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/v1/uploads/${upload}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRF-Token", csrfToken());
    request.upload.onprogress = (event) => told(event.total > 0 ? event.loaded / event.total : 0);
    const failed = () => resolve({ ok: false, problem: { kind: "offline", status: 0, name: "offline", detail: "", body: null } });
    request.onerror = failed;
    request.ontimeout = failed;
    request.onload = () => {
      if (request.status < 300) return resolve({ ok: true, data: null, tag: "" });
      let body: unknown = null;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        // a proxy's own page: its status tells enough
      }
      resolve({ ok: false, problem: problemOf(request.status, body) });
    };
    request.send(file);
  });
}

// The session is looked at before: who has to sign in again does so before anything large is on its way.
export async function sendFile(upload: string, file: Blob, told: (share: number) => void): Promise<Answer<unknown>> {
  for (let attempt = 0; ; attempt += 1) {
    const here = await ask(() => api.GET("/session"));
    if (!here.ok) return here;
    const answer = await put(upload, file, told);
    if (answer.ok || answer.problem.kind !== "signed_out" || attempt > 0) return answer;
  }
}

// Looks until the job is over.
export async function endOfJob(begun: Job, told: (job: Job) => void): Promise<Answer<Job>> {
  for (let job = begun; ;) {
    told(job);
    if (job.state !== "waits" && job.state !== "runs") return { ok: true, data: job, tag: "" };
    await new Promise((resolve) => { setTimeout(resolve, kBetween); });
    const answer = await ask(() => showJob(job.job));
    if (answer.ok) job = answer.data;
    else if (answer.problem.kind !== "offline") return answer; // without a connection it goes on, and so does looking
  }
}

export interface NewText {
  organisation: string;
  language?: string;
  kind: "account" | "summary";
  consent?: { scopes: Scope[]; basis: Basis; evidence: string };
}
export type Scope = "analyse" | "summarise" | "quote" | "name organisation" | "name place" | "translate" | "photo" | "publish verdict";
export type Basis = "written" | "recorded" | "witnessed" | "public source";

const kept = (under: string) => (under ? { keep_under: under } : {});
export const beginText = (upload: string, name: string, text: NewText, keepUnder: string) =>
  ask<Job>(() => api.POST("/documents", { body: { upload, file_name: name, ...text, ...kept(keepUnder) } }));
export interface OfText {
  document: string;
  version: number; // that was seen
}
export type PutOrLetGo = { coding: string; put_at?: { start: number; end: number } };
const version = (upload: string, name: string, of: OfText, more: { dry_run?: boolean; keep_under?: string; answers?: PutOrLetGo[] }) =>
  ask<Job>(() => api.POST("/documents/{document}/versions",
    { params: { path: { document: of.document }, header: { "If-Match": `"${of.version}"` } }, body: { upload, file_name: name, ...more } }));
export const lookAtVersion = (upload: string, name: string, of: OfText) => version(upload, name, of, { dry_run: true });
export const takeVersion = (upload: string, name: string, of: OfText, answers: PutOrLetGo[], keepUnder: string) =>
  version(upload, name, of, { answers, ...kept(keepUnder) });
export const askCame = (job: string) => ask<Came>(() => showCame(job));
export const dropFile = (upload: string) => ask<unknown>(() => api.DELETE("/uploads/{upload}", { params: { path: { upload } } }));
