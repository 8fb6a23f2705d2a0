// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One organisation, by hand: what is not known stays blank.
import { useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { ProblemBanner } from "../shell/await";
import { changed } from "../store/news";
import { knownRegions } from "../store/place_names";
import { saving, settled } from "../store/saved";
import { t } from "../words/words";
import { everyCountry } from "./every_country";
import { idOf } from "./ids";

export function AddOrganisation({ taken }: { taken: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const given = (name: string): string | null => String(form.get(name) ?? "").trim() || null;
    const languages = (given("languages") ?? "").split(/[,;\s]+/).filter(Boolean);
    saving();
    const answer = await ask(() => api.POST("/organisations", { body: { fields: { id: idOf(given("name") ?? "", taken), name: given("name"), region: given("region"),
      country: given("country"), ...(languages.length > 0 ? { languages } : {}) } } }));
    settled(answer.ok);
    changed();
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setOpen(false);
  };
  if (!open) return <p><button type="button" class="btn" onClick={() => setOpen(true)}>{t("Add an organisation")}</button></p>;
  return (
    <form class="box stack" onSubmit={add}>
      <h2>{t("Add an organisation")}</h2>
      {problem && <ProblemBanner problem={problem} />}
      <div class="field-2">
        <div><label for="ao-name">{t("Name")}</label><input id="ao-name" name="name" type="text" required maxLength={200} autocomplete="off" /></div>
        <div><label for="ao-region">{t("Region")}</label><select id="ao-region" name="region"><option value="">{t("not known")}</option>
          {knownRegions().map((one) => <option key={one.region} value={one.region}>{one.name}</option>)}</select></div>
      </div>
      <div class="field-2">
        <div><label for="ao-country">{t("Country")}</label><select id="ao-country" name="country"><option value="">{t("not known")}</option>
          {everyCountry().map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}</select></div>
        <div><label for="ao-languages">{t("Languages, as en, fr, sw")}</label><input id="ao-languages" name="languages" type="text" autocomplete="off" /></div>
      </div>
      <p class="row"><button class="btn main">{t("Add it")}</button><button type="button" class="btn" onClick={() => setOpen(false)}>{t("Not now")}</button>
        <span class="small muted">{t("What is not known stays blank. Without its consent nothing of it is read, counted or shown.")}</span></p>
    </form>
  );
}
