// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One thing that blocks the report, as a sentence behind what stands in the study, and what to do.
import { fixWords, messageWords } from "./blocker_words";

interface Said {
  value: string;
  message: string;
  fix: string;
}

export function Told({ one }: { one: Said }) {
  const message = messageWords(one.message);
  const fix = fixWords(one.fix);
  return (
    <>
      {one.value && <q>{one.value}</q>} {message !== null ? `${message}.` : <span lang="en">{one.message}.</span>}
      {one.fix && <> {fix ?? <span lang="en">{one.fix}.</span>}</>}
    </>
  );
}
