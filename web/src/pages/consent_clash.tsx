// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A consent that somebody else changed before this person gave it: what was seen, and what it is now, field by field.
// Nothing is given until they say so again, having read that.
import type { Answer } from "../api/client";
import { t } from "../words/words";

export interface ConsentDays {
  given?: string | null | undefined;
  expires?: string | null | undefined;
  withdrawn?: string | null | undefined;
}
export interface Clash {
  seen: ConsentDays;
  now: ConsentDays;
}

// What it is now, if an answer says that it was changed meanwhile.
export function daysNow(answer: Answer<unknown>): ConsentDays | null {
  if (answer.ok || answer.problem.kind !== "conflict") return null;
  return (answer.problem.body as { now?: { fields?: ConsentDays } } | null)?.now?.fields ?? null;
}

const kFields = ["given", "expires", "withdrawn"] as const;
export const clashing = ({ seen, now }: Clash): (typeof kFields)[number][] => kFields.filter((field) => (seen[field] ?? "") !== (now[field] ?? ""));

function fieldWords(field: (typeof kFields)[number]): string {
  switch (field) {
    case "given": return t("Since");
    case "expires": return t("Until");
    case "withdrawn": return t("Withdrawn");
  }
}

export function ConsentClash({ name, clash }: { name: string; clash: Clash }) {
  const value = (day: string | null | undefined) => (day ? <p>{day}</p> : <p class="state">{t("nothing")}</p>);
  return (
    <div class="banner warn" role="alert"><div class="stack">
      <p><b>{name}</b>: {t("Somebody else changed this meanwhile. Nothing was given.")}</p>
      {clashing(clash).map((field) => (
        <div class="versions" key={field}>
          <div><b>{fieldWords(field)}: {t("You saw")}</b>{value(clash.seen[field])}</div>
          <div><b>{t("It is now")}</b>{value(clash.now[field])}</div>
        </div>
      ))}
      <p>{t("If you still want to give it, give it once more.")}</p>
    </div></div>
  );
}
