// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// In which language the pages of the report are drawn, and once more.
import { languages, t } from "../words/words";

interface DrawProps {
  lang: string;
  runs: boolean;
  draw: (lang: string) => Promise<void>;
}

export function DrawAgain({ lang, runs, draw }: DrawProps) {
  return (
    <div class="row mb">
      <span class="seg" role="group" aria-label={t("Language")}>
        {languages.map((one) => <button key={one.code} type="button" lang={one.code} aria-pressed={lang === one.code} aria-label={one.name} disabled={runs} onClick={() => void draw(one.code)}>{one.code}</button>)}
      </span>
      <button type="button" class="btn" disabled={runs} onClick={() => void draw(lang)}>{t("Draw the pages again")}</button>
    </div>
  );
}
