// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One thing that blocks the report, as a sentence behind what stands in the study, and what to do.
import { saidPart } from "../words/said";
import { fixWords, messageWords } from "./blocker_words";

interface Said {
  value: string;
  message: string;
  fix: string;
}

const sentence = (text: string | null): string | null => (text === null ? null : `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`);

export function Told({ one }: { one: Said }) {
  const message = messageWords(one.message) ?? saidPart(one.message);
  const fix = fixWords(one.fix) ?? (one.fix ? sentence(saidPart(one.fix)) : null);
  return (
    <>
      {one.value && <q>{one.value}</q>} {message !== null ? `${message}.` : <span lang="en">{one.message}.</span>}
      {one.fix && <> {fix ?? <span lang="en">{one.fix}.</span>}</>}
    </>
  );
}
