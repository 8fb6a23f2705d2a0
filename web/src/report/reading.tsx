// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report for who reads it before it is published: its pages, and nothing of what blocks it or who approved it.
import { useEffect } from "preact/hooks";
import { ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { t } from "../words/words";
import { DrawAgain } from "./draw_again";
import { usePages } from "./drawn";
import { PagesView } from "./pages_view";

const first = { page: "index.html", turn: 0 };

export function Reading() {
  const { drawn, problem, lang, draw, work } = usePages();
  useEffect(() => { void draw(lang); }, []);
  const isEmpty = drawn !== null && drawn.of.pages.length === 0;
  return (
    <Page>
      <header class="stack-s">
        <h1>{t("The report, as it would be published today")}</h1>
        <p class="lead">{t("It may change until it is published. Please do not pass it on.")}</p>
      </header>
      <section aria-label={t("The pages of the report")}>
        <DrawAgain lang={lang} runs={work.runs} draw={draw} />
        {problem && <ProblemBanner problem={problem} again={() => void draw(lang)} />}
        {work.view}
        {isEmpty && !work.runs && <p class="state">{t("There is nothing to read yet: the report cannot be published as it is. Ask a coordinator.")}</p>}
        {drawn && !isEmpty && <PagesView preview={drawn.of.preview} wanted={first} />}
        <p class="hint mt-s">{t("Only you see these pages. They are gone when you sign out.")}</p>
      </section>
    </Page>
  );
}
