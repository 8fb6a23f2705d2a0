// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study without indicators of countries: one button takes those that the built-in rule of the legal model needs
// (data/legal-model.toml), named in the language of whoever presses it; others are written by hand.
import { api, ask } from "../api/client";
import { mayDo } from "../session/session";
import { useGuarded } from "../shell/guarded";
import { saving, settled } from "../store/saved";
import { t } from "../words/words";

type Fields = Parameters<typeof make>[0];
const make = (fields: { id: string; label: string; side: "law"; type: "choice" | "derived"; values: string[] }) => api.POST("/indicators", { body: { fields } });

const aboutTheLaw = (): Fields[] => {
  const choice = (id: string, label: string, ...values: string[]): Fields => ({ id, label, side: "law", type: "choice", values });
  return [
    choice("law_selling", t("Selling sexual services"), "not_criminalised", "partly", "criminalised", "administrative_offence"),
    choice("law_buying", t("Buying sexual services"), "not_criminalised", "partly", "criminalised"),
    choice("law_third_parties", t("Third parties"), "not_criminalised", "partly", "criminalised"),
    { ...choice("law_model", t("Legal model"), "decriminalised", "legalised_regulated", "depenalised", "end_demand", "partly_criminalised", "fully_criminalised", "mixed_subnational"), type: "derived" },
    choice("mandatory_health_checks", t("Mandatory health checks"), "none", "some_areas", "national"),
  ];
};

export function NoIndicators() {
  const { run, view } = useGuarded();
  if (!mayDo("coordinator")) return <p class="state">{t("No indicator yet.")}</p>;
  const begin = async () => {
    saving();
    let all = true;
    for (const fields of aboutTheLaw()) {
      all = await run(() => ask(() => make(fields)));
      if (!all) break;
    }
    settled(all);
  };
  return (
    <div class="box stack-s">
      <p>{t("The study has no indicators of countries yet. Five about the law are enough to work out the legal model; others can follow.")}</p>
      {view}
      <p class="row"><button type="button" class="btn main" onClick={() => void begin()}>{t("Take the five about the law")}</button>
        <a class="lnk" href="/countries/indicators">{t("Write your own")}</a></p>
    </div>
  );
}
