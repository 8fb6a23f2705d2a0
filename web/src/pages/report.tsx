// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report: what blocks it and where that is mended, its pages as readers will see them, and two people who publish.
// Readers and reviewers see its pages alone.
import { useEffect, useRef, useState } from "preact/hooks";
import { mayDo } from "../session/session";
import { Await, ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import { checkReport, listEditions } from "../report/ask";
import { Blockers } from "../report/blockers";
import { DrawAgain } from "../report/draw_again";
import { lastAct, usePages } from "../report/drawn";
import { PagesView, type Wanted } from "../report/pages_view";
import { Publishing } from "../report/publishing";
import { Reading } from "../report/reading";
import { ReportTabs } from "../report/report_tabs";

export function Report(_: { path?: string }) {
  return mayDo("reviewer", "reader") ? <Reading /> : <Whole />;
}

function Whole() {
  const report = useResource("report", checkReport);
  const kept = useResource("editions", listEditions);
  const newest = useResource("last act", lastAct);
  const { drawn, problem, lang, draw, work } = usePages();
  const [wanted, setWanted] = useState<Wanted>({ page: "index.html", turn: 0 });
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (mayDo("coordinator")) void draw(lang);
  }, []);
  const stale = drawn !== null && newest.data !== null && (newest.data.acts[0]?.act ?? 0) !== drawn.act;
  const look = (page: string) => {
    setWanted({ page, turn: wanted.turn + 1 });
    pane.current?.scrollIntoView({ block: "start" });
    pane.current?.focus();
  };
  const pages = drawn?.of.pages ?? [];
  return (
    <Page>
      <Await of={report} what={t("Looking what blocks the report")}>
        {(checked) => {
          // Names that may not appear are found in written pages only: what was drawn knows more, until something changes.
          const known = (!stale && drawn?.of.report) || checked;
          const looked = !stale && drawn !== null;
          const looks = work.runs || (drawn === null && problem === null && mayDo("coordinator"));
          const blocked = known.problems.filter((one) => one.blocks).length;
          return (
            <>
              <header class="stack-s">
                <h1>{blocked === 0 ? (looked ? t("Nothing blocks the report") : looks ? t("Looking what blocks the report") : t("Nothing is known that blocks the report"))
                  : plural("{1} thing blocks the report", "{1} things block the report", blocked)}</h1>
                <p class="lead">{plural("{1} case is in it.", "{1} cases are in it.", known.cases)}
                  {known.under_embargo > 0 && <> {plural("{1} more is under embargo: compared, and not in it.", "{1} more are under embargo: compared, and not in it.", known.under_embargo)}</>}
                  {known.still_coded > 0 && <> {plural("{1} text is still being coded: what is coded there is not in it.", "{1} texts are still being coded: what is coded there is not in it.", known.still_coded)}</>}
                </p>
              </header>
              <ReportTabs here="pages" />
              <div class="with-aside split-report">
                <Blockers problems={known.problems} looked={looked} pages={pages} look={look} />
                <section ref={pane} aria-label={t("The pages of the report")} data-pane tabIndex={-1} class="pages-pane">
                  <DrawAgain lang={lang} runs={work.runs} draw={draw} />
                  {problem && <ProblemBanner problem={problem} again={() => void draw(lang)} />}
                  {work.view}
                  {stale && !work.runs && <p class="banner" role="status">{t("The study changed since these pages were drawn.")}</p>}
                  {drawn && drawn.of.left_out.length > 0 && <p class="banner small">{plural("{1} finding is not in these pages: it cannot be said as it is.", "{1} findings are not in these pages: they cannot be said as they are.", drawn.of.left_out.length)}</p>}
                  {drawn && pages.length > 0 && <PagesView preview={drawn.of.preview} wanted={wanted} />}
                  {drawn && pages.length === 0 && <p class="state">{t("As it is, no page can be drawn. Mend what blocks it first.")}</p>}
                  <p class="hint mt-s">{t("Only you see these pages. They are gone when you sign out.")}</p>
                </section>
                {kept.problem && <ProblemBanner problem={kept.problem} again={kept.reload} />}
                {kept.data && <Publishing blocked={blocked} looked={looked} content={drawn?.of.content ?? null} stale={stale} editions={kept.data} />}
              </div>
            </>
          );
        }}
      </Await>
    </Page>
  );
}
