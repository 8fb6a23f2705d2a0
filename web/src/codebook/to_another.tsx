// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook, or what is coded, for another coding program: a job that can be stopped, then a file.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { useGuarded } from "../shell/guarded";
import { Icon } from "../shell/icons";
import { useWork } from "../report/work";
import { t } from "../words/words";

const forms = ["codebook", "codebook table", "project", "project for NVivo", "table of codings"] as const;
type Form = (typeof forms)[number];

// What is asked of the server.
export function askedFor(form: Form, acceptedOnly: boolean) {
  const accepted = acceptedOnly ? { accepted_only: true } : {};
  switch (form) {
    case "codebook": return { as: "qdc" } as const;
    case "codebook table": return { as: "csv", table: "codebook" } as const;
    case "project": return { as: "qdpx", ...accepted } as const;
    case "project for NVivo": return { as: "qdpx", profile: "nvivo", ...accepted } as const;
    case "table of codings": return { as: "xlsx", ...accepted } as const;
  }
}
const holdsTexts = (form: Form): boolean => form !== "codebook" && form !== "codebook table";

function formWords(form: Form): { name: string; what: string } {
  switch (form) {
    case "codebook": return { name: t("Codebook (.qdc)"), what: t("Codes with their definitions, as ATLAS.ti, MAXQDA, NVivo, QualCoder, Quirkos and others read them. No text, no coding, no memo.") };
    case "codebook table": return { name: t("Codebook as a table (.csv)"), what: t("A line a code, for a spreadsheet. No text, no coding, no memo.") };
    case "project": return { name: t("Project (.qdpx)"), what: t("Codes, the texts that may be read today, and the codings and memos that you see.") };
    case "project for NVivo": return { name: t("Project for NVivo (.qdpx)"), what: t("The same, with lines counted as NVivo counts them.") };
    case "table of codings": return { name: t("Codings as a workbook (.xlsx)"), what: t("A line a coding that you see, with its words.") };
  }
}

export function ToAnother({ close }: { close: () => void }) {
  const [form, setForm] = useState<Form>("codebook");
  const [accepted, setAccepted] = useState(false);
  const guarded = useGuarded();
  const work = useWork();
  const [made, setMade] = useState<Form | null>(null);
  const make = () => void guarded.run(async () => {
    setMade(null);
    const { answer, done } = await work.run(() => ask(() => api.POST("/exchange", { body: askedFor(form, accepted) })));
    if (done) setMade(form);
    return answer;
  });
  return (
    <form class="box stack" aria-labelledby="to-h" onSubmit={(event) => { event.preventDefault(); if (!work.runs) make(); }}>
      <h2 id="to-h">{t("To another program")}</h2>
      <fieldset class="stack-s"><legend class="vh">{t("What is written")}</legend>
        {forms.map((one, at) => (
          <div class="choice" key={one}><input type="radio" name="to-form" id={`to-${at}`} checked={form === one} onChange={() => setForm(one)} />
            <label for={`to-${at}`}><b>{formWords(one).name}</b><br /><span class="small muted">{formWords(one).what}</span></label></div>
        ))}
      </fieldset>
      {holdsTexts(form) && (
        <>
          <div class="choice"><input type="checkbox" id="to-accepted" checked={accepted} onChange={(event) => setAccepted(event.currentTarget.checked)} />
            <label for="to-accepted">{t("Accepted codings only, without drafts")}</label></div>
          <p class="banner warn"><Icon name="warn" /> <span>{t("It holds words of organisations. Who has the file can read them, and a consent that is taken back later does not reach it.")}</span></p>
        </>
      )}
      {guarded.view}
      {work.view}
      {made !== null && made === form && work.job?.state === "done" && (
        <p class="row" role="status"><b>{t("The file is made.")}</b>
          <a class="btn main" href={`/api/v1/jobs/${work.job.job}/file`} download><Icon name="download" /> {t("Download it")}</a></p>
      )}
      <p class="row"><button class="btn main" aria-disabled={work.runs}>{t("Make the file")}</button>
        <button type="button" class="btn" onClick={close}>{t("Close")}</button></p>
    </form>
  );
}
