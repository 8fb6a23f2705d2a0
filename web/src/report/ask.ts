// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the report page asks for: what blocks it, previews, editions, and jobs until they end.
import { api, ask, type Answer, type Given } from "../api/client";

const report = () => api.GET("/report");
export const checkReport = () => ask(report);
export const listEditions = () => ask(() => api.GET("/report/editions"));
const preview = () => api.GET("/report/preview");
export const showPreview = () => ask(preview);
const job = (id: string) => api.GET("/jobs/{job}", { params: { path: { job: id } } });

export type Blocker = Given<typeof report>["problems"][number];
export type Preview = Given<typeof preview>;
export type Job = Given<() => ReturnType<typeof job>>;

export const isOver = (one: Job): boolean => one.state !== "waits" && one.state !== "runs";

// Asks how far a job is until it ends or nobody wants to know any more.
export async function follow(id: string, tell: (now: Job) => void, wanted: () => boolean): Promise<Answer<Job>> {
  for (;;) {
    const answer = await ask(() => job(id));
    if (!answer.ok || !wanted()) return answer;
    tell(answer.data);
    if (isOver(answer.data)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
