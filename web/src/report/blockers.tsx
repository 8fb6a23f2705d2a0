// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What blocks the report, and what is only to be looked at: each with its place and where it is mended.
import { Icon } from "../shell/icons";
import { t } from "../words/words";
import type { Blocker } from "./ask";
import { pageOf, placeOf, thingOf } from "./mend";
import { Told } from "./told";

export function thingWords(thing: string): string {
  switch (thing) {
    case "finding": return t("A finding");
    case "chapter": return t("A chapter");
    case "organisation": return t("An organisation");
    case "document": return t("A text");
    case "code": return t("A code");
    case "source": return t("A source");
    case "translation": return t("A translation");
    case "answer": return t("An answer to a barrier");
    case "context fact": return t("A fact about a country");
    default: return t("The study");
  }
}

interface OneProps {
  one: Blocker;
  no?: number;
  pages: readonly string[];
  look: (page: string) => void;
}

function One({ one, no, pages, look }: OneProps) {
  const about = thingOf(one);
  const place = placeOf(about);
  const page = pageOf(about, pages);
  const where = [one.file, one.line > 0 ? String(one.line) : "", one.field].filter((part) => part !== "").join(", ");
  return (
    <li class="stack-s">
      <p><b>{no !== undefined && `${no}. `}{thingWords(about.thing)}</b>{about.id && <> <code class="small">{about.id}</code></>}</p>
      <p class="small"><Told one={one} /></p>
      <p class="row small">
        {place ? <a class="btn" href={place}>{t("Mend it")}</a> : <span class="muted">{t("In the study folder: {1}", where)}</span>}
        {page && <button type="button" class="btn plain" onClick={() => look(page)}>{t("See it in the pages")}</button>}
      </p>
    </li>
  );
}

interface BlockersProps {
  problems: readonly Blocker[];
  looked: boolean; // in the pages as the study is now
  pages: readonly string[];
  look: (page: string) => void;
}

export function Blockers({ problems, looked, pages, look }: BlockersProps) {
  const block = problems.filter((one) => one.blocks);
  const notes = problems.filter((one) => !one.blocks);
  return (
    <section aria-labelledby="blocks-h">
      <h2 id="blocks-h">{block.length > 0 && <Icon name="warn" />} {t("What blocks it")} {block.length > 0 && <span class="tag hot">{block.length}</span>}</h2>
      {block.length === 0 ? <p class="state">{looked ? t("Nothing.") : t("Nothing so far. Names that may not appear are found once the pages are drawn.")}</p>
        : <ol class="blocks">{block.map((one, i) => <One key={i} no={i + 1} one={one} pages={pages} look={look} />)}</ol>}
      <h2 class="mt-l">{t("To look at, blocks nothing")}</h2>
      {notes.length === 0 ? <p class="state">{t("Nothing.")}</p>
        : <ul class="blocks">{notes.map((one, i) => <One key={i} one={one} pages={pages} look={look} />)}</ul>}
    </section>
  );
}
