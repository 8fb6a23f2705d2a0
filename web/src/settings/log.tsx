// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The log: who did what kind of thing and when, the newest first, a page at a time.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { Await } from "../shell/await";
import { useResource } from "../store/resource";
import { t, when } from "../words/words";
import { logWords } from "./log_words";

const kLines = 30;

export function Log() {
  const [before, setBefore] = useState(0); // the line above the first that is shown; 0: the newest
  const log = useResource(`audit ${before}`, () => ask(() => api.GET("/audit", { params: { query: { most: kLines, ...(before > 0 ? { before } : {}) } } })));
  return (
    <section class="sect" aria-labelledby="log-h">
      <h2 id="log-h">{t("Log")}</h2>
      <Await of={log} what={t("Reading the log")}>
        {(data) => {
          const oldest = data.lines.at(-1)?.number ?? 1;
          return (
            <>
              <div class="wide">
                <table>
                  <thead><tr><th scope="col">{t("Line")}</th><th scope="col">{t("Day and time")}</th><th scope="col">{t("Who")}</th><th scope="col">{t("What")}</th></tr></thead>
                  <tbody>
                    {data.lines.map((line) => (
                      <tr key={line.number}><td class="num">{line.number}</td><td>{when(line.at)}</td><td>{line.person}</td><td>{logWords(line.action)}</td></tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {(oldest > 1 || before > 0) && (
                <p class="row mt-s">
                  <button type="button" class="btn" disabled={oldest <= 1} onClick={() => setBefore(oldest)}>{t("Older lines")}</button>
                  <button type="button" class="btn" disabled={before === 0} onClick={() => setBefore(0)}>{t("The newest lines")}</button>
                </p>
              )}
            </>
          );
        }}
      </Await>
      <p class="small muted">{t("The log holds what was done and by whom: no words of texts, no addresses of machines. commonground audit verify goes through its chain.")}</p>
    </section>
  );
}
