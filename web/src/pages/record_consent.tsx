// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A coordinator writes down what an organisation agreed to, where it does not do so here itself.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { useGuarded } from "../shell/guarded";
import { t } from "../words/words";
import { scopes, scopeWords, type Scope } from "./consent_words";

export function RecordConsent({ subject }: { subject: string }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Scope[]>([]);
  const { run, view } = useGuarded();
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    const evidence = String(new FormData(event.currentTarget as HTMLFormElement).get("evidence") ?? "").trim();
    if (await run(() => ask(() => api.POST("/subjects/{subject}/consents", { params: { path: { subject } }, body: { scopes: chosen, evidence } })))) {
      setOpen(false);
      setChosen([]);
    }
  };
  if (!open) return <p class="mt-s"><button type="button" class="btn" onClick={() => setOpen(true)}>{t("Record a consent")}</button></p>;
  return (
    <form class="box stack" onSubmit={give}>
      <h3>{t("Record a consent")}</h3>
      {view}
      <fieldset><legend>{t("They agreed that we may")}</legend>
        {scopes.map((one) => <div class="choice" key={one}><input id={`rc-${one}`} type="checkbox" checked={chosen.includes(one)} onChange={() => setChosen(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])} />
          <label for={`rc-${one}`}>{scopeWords(one)}</label></div>)}</fieldset>
      <div><label for="rc-evidence">{t("Where the proof is kept")}</label><input id="rc-evidence" name="evidence" type="text" required autocomplete="off" />
        <p class="hint">{t("The number of a form, never a person's name.")}</p></div>
      <p class="row"><button class="btn main" disabled={chosen.length === 0}>{t("Record it, from today")}</button><button type="button" class="btn" onClick={() => setOpen(false)}>{t("Not now")}</button></p>
    </form>
  );
}
