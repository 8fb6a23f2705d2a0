// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A project of another coding program that was sent: a job looks at it, or takes it in.
import { api, ask, type Given } from "../api/client";
import type { Basis, Job, Scope } from "./uploads";

export const readings = ["codepoint-crlf2", "utf16-crlf2", "codepoint-crlf1", "utf16-crlf1"] as const;
export type Reading = (typeof readings)[number];

export interface Said {
  organisation?: string;
  coders?: { user: string; coder: string }[];
  position_encoding?: Reading;
  consent?: { scopes: Scope[]; basis: Basis; evidence: string };
}

const showCame = (job: string) => api.GET("/jobs/{job}/exchange", { params: { path: { job } } });
export type ProjectCame = Given<() => ReturnType<typeof showCame>>;

export const beginProject = (upload: string, name: string, dry: boolean, said: Said) =>
  ask<Job>(() => api.POST("/exchange/import", { body: { upload, file_name: name, dry_run: dry, ...said } }));
export const askProjectCame = (job: string) => ask<ProjectCame>(() => showCame(job));
