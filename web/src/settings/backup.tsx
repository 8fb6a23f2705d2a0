// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A backup to take along: sealed, so that only who keeps the recovery text opens it.
import { api, ask, type Given } from "../api/client";
import { useWork } from "../report/work";
import { useGuarded } from "../shell/guarded";
import { useResource } from "../store/resource";
import { Await } from "../shell/await";
import { plural, t, when } from "../words/words";
import { backupDay } from "./backup_day";

const kCommand = "commonground backup create STUDY -o FILE"; // the same in every language

type Backups = Given<typeof showBackups>;
const showBackups = () => api.GET("/backup");

function NoKey() {
  return (
    <div class="banner">
      <div class="stack-s">
        <p>{t("This study has no key for backups yet. The first backup makes it, on the machine that keeps the study, and shows the recovery text once:")}</p>
        <p><code class="key">{kCommand}</code></p>
      </div>
    </div>
  );
}

function LastOne({ backups }: { backups: Backups }) {
  if (!backups.has_key) return <NoKey />;
  if (!backups.last) return <p class="banner">{t("No backup was made here yet. If this machine breaks or is taken away, what was done here is gone.")}</p>;
  const { days, isLong } = backupDay(backups.last, Date.now());
  if (!isLong) return <p>{t("The last backup was made here {1}.", when(backups.last))}</p>;
  return <div class="banner"><p><b>{plural("The last backup was made here {1} day ago.", "The last backup was made here {1} days ago.", days)}</b> {t("What was done since then is in none that was made here.")}</p></div>;
}

export function Backup() {
  const backups = useResource("backups", () => ask(showBackups));
  const guarded = useGuarded();
  const work = useWork();
  const make = () => !work.runs && void guarded.run(async () => (await work.run(() => ask(() => api.POST("/backup")))).answer);
  const noKey = work.job?.state === "failed" && work.job.refused_as === "not_found";
  return (
    <section class="sect stack-s" aria-labelledby="backup-h">
      <h2 id="backup-h">{t("Backup")}</h2>
      <p>{t("A backup holds all of the study as it is now. It is sealed: only who keeps the recovery text can open it. Keep it on another machine, with the list of withdrawals that comes with it.")}</p>
      <Await of={backups} what={t("Looking when a backup was made")}>{(found) => <LastOne backups={found} />}</Await>
      {guarded.view}
      {noKey ? backups.data?.has_key !== false && <NoKey /> : work.view}
      {work.job?.state === "done" && work.job.has_file && (
        <p class="row" role="status"><b>{t("The backup is made.")}</b>
          <a class="btn main" href={`/api/v1/jobs/${work.job.job}/file`} download>{t("Download it")}</a></p>
      )}
      <p class="row"><button type="button" class="btn" aria-disabled={work.runs} onClick={make}>{t("Make a backup")}</button></p>
      <p class="small muted">{t("The log says when one was asked for here; those of the command line are not in it. Try one: commonground backup verify FILE puts it back into memory and compares.")}</p>
    </section>
  );
}
