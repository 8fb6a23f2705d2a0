// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All codings that this person sees, whatever the number of pages; and under which codes they make a case count.
import { api, ask, type Answer, type Given } from "../api/client";

const kMost = 1000;
const codings = (from: number) => api.GET("/codings", { params: { query: { from, most: kMost } } });
export type SaidCoding = Given<() => ReturnType<typeof codings>>["codings"][number];

export async function askAllCodings(): Promise<Answer<SaidCoding[]>> {
  const found: SaidCoding[] = [];
  for (;;) {
    const answer = await ask(() => codings(found.length));
    if (!answer.ok) return answer;
    found.push(...answer.data.codings);
    if (answer.data.codings.length === 0 || found.length >= answer.data.total) return { ok: true, data: found, tag: answer.tag };
  }
}

interface Code {
  code: string;
  kind: string;
  label: string;
}
export interface Counted extends Code {
  passages: number;
}
// As a comparison counts (src/app/gateway/analysis.cpp): by accepted codings alone; once a case, however many passages.
export function countedUnder(all: readonly Pick<SaidCoding, "code" | "status" | "document" | "start" | "end">[], codes: readonly Code[], kind: string): Counted[] {
  const places = new Map<string, Set<string>>();
  for (const one of all.filter((other) => other.status === "accepted")) {
    places.set(one.code, (places.get(one.code) ?? new Set()).add(`${one.document} ${one.start} ${one.end}`));
  }
  return codes.filter((one) => one.kind === kind && places.has(one.code))
    .map(({ code, label }) => ({ code, kind, label, passages: places.get(code)!.size }))
    .sort((a, b) => b.passages - a.passages);
}
