// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was answered here, the last first; the last can be taken back.
import { Icon } from "../shell/icons";
import { t } from "../words/words";
import type { Answered } from "./one_by_one";

export function LastAnswers<Item>({ done, wordsOf, languageOf, back }: { done: readonly Answered<Item>[]; wordsOf: (item: Item) => string;
  languageOf: (item: Item) => string; back: () => void }) {
  return (
    <section class="sect" aria-labelledby="last-h">
      <h2 id="last-h">{t("Last answers")}</h2>
      {done.length === 0 ? <p class="state small">{t("None yet.")}</p> : (
        <ol class="log">
          {done.slice(0, 5).map((one, at) => (
            <li key={done.length - at}><span>{one.said}</span><span class="small cut" lang={languageOf(one.item)} dir="auto">{wordsOf(one.item)}</span>
              {at === 0 ? <button type="button" class="btn" onClick={back}><Icon name="undo" /> {t("Undo")}</button> : <span />}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
