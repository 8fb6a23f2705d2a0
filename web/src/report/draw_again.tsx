// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// In which language the pages of the report are drawn, and once more.
import { languages, t } from "../words/words";

interface DrawProps {
  lang: string;
  runs: boolean;
  draw: (lang: string) => Promise<void>;
}

// While it runs the buttons do nothing, and keep the focus.
export function DrawAgain({ lang, runs, draw }: DrawProps) {
  const press = (wanted: string) => { if (!runs) void draw(wanted); };
  return (
    <div class="row mb">
      <span class="seg" role="group" aria-label={t("Language")}>
        {languages.map((one) => <button key={one.code} type="button" lang={one.code} aria-pressed={lang === one.code} aria-label={one.name} aria-disabled={runs} onClick={() => press(one.code)}>{one.code}</button>)}
      </span>
      <button type="button" class="btn" aria-disabled={runs} onClick={() => press(lang)}>{t("Draw the pages again")}</button>
    </div>
  );
}
