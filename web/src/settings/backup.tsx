// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A backup to take along: sealed, so that only who keeps the recovery text opens it.
import { api, ask } from "../api/client";
import { useWork } from "../report/work";
import { useGuarded } from "../shell/guarded";
import { t } from "../words/words";

const kCommand = "commonground backup create STUDY -o FILE"; // the same in every language

export function Backup() {
  const guarded = useGuarded();
  const work = useWork();
  const make = () => void guarded.run(async () => (await work.run(() => ask(() => api.POST("/backup")))).answer);
  const noKey = work.job?.state === "failed" && work.job.refused_as === "not_found";
  return (
    <section class="sect stack-s" aria-labelledby="backup-h">
      <h2 id="backup-h">{t("Backup")}</h2>
      <p>{t("A backup holds all of the study as it is now. It is sealed: only who keeps the recovery text can open it. Keep it on another machine, with the list of withdrawals that comes with it.")}</p>
      {guarded.view}
      {noKey ? (
        <div class="banner" role="status">
          <div class="stack-s">
            <p>{t("This study has no key for backups yet. The first backup makes it, on the machine that keeps the study, and shows the recovery text once:")}</p>
            <p><code class="key">{kCommand}</code></p>
          </div>
        </div>
      ) : work.view}
      {work.job?.state === "done" && work.job.has_file && (
        <p class="row" role="status"><b>{t("The backup is made.")}</b>
          <a class="btn main" href={`/api/v1/jobs/${work.job.job}/file`} download>{t("Download it")}</a></p>
      )}
      <p class="row"><button type="button" class="btn" disabled={work.runs} onClick={make}>{t("Make a backup")}</button></p>
      <p class="small muted">{t("The log says when one was asked for here; those of the command line are not in it. Try one: commonground backup verify FILE puts it back into memory and compares.")}</p>
    </section>
  );
}
