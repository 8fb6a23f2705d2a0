// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations, counts and consents, all pages of each list.
import { api, ask, type Answer, type Given } from "../api/client";

const kMost = 200;
const organisations = (from: number) => api.GET("/organisations", { params: { query: { from, most: kMost } } });
const leadership = (about: string, from: number) => api.GET("/leadership", { params: { query: { about, from, most: kMost } } });
const consents = (about: string, from: number) => api.GET("/consents", { params: { query: { about, from, most: kMost } } });

export type Organisation = Given<() => ReturnType<typeof organisations>>["things"][number];
export type Count = Given<() => ReturnType<typeof leadership>>["things"][number];
export type Consent = Given<() => ReturnType<typeof consents>>["things"][number];

interface PageOf<Thing> {
  things: Thing[];
  total: number;
}
async function all<Thing>(page: (from: number) => Promise<{ data?: PageOf<Thing>; error?: unknown; response: Response }>): Promise<Answer<Thing[]>> {
  const found: Thing[] = [];
  for (;;) {
    const answer = await ask<PageOf<Thing>>(() => page(found.length));
    if (!answer.ok) return answer;
    found.push(...answer.data.things);
    if (answer.data.things.length === 0 || found.length >= answer.data.total) return { ok: true, data: found, tag: answer.tag };
  }
}

export const askOrganisations = () => all<Organisation>(organisations);
export const askCounts = (about: string) => all<Count>((from) => leadership(about, from));
export const askConsents = (about: string) => all<Consent>((from) => consents(about, from));
