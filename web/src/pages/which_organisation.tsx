// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Rows whose name several organisations have: nobody is taken for another one; whoever brings the rows in says which each is.
import { useState } from "preact/hooks";
import { regionName } from "../store/place_names";
import { plural, t } from "../words/words";
import type { Asked } from "./pasted";

export interface KnownOrganisation {
  id: string;
  name: string;
  region: string; // its id
}
export interface WhichProps {
  asked: readonly Asked<KnownOrganisation>[];
  goOn: (meant: ReadonlyMap<number, string>) => void;
}
const kNew = "new ";

export function WhichOrganisation({ asked, goOn, stop }: WhichProps & { stop: () => void }) {
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const done = () => goOn(new Map([...chosen].map(([row, id]) => [row, id === kNew ? "" : id])));
  return (
    <form class="box stack-s" onSubmit={(event) => { event.preventDefault(); done(); }}>
      <h2>{plural("The name of {1} row is that of several organisations", "The names of {1} rows are those of several organisations", asked.length)}</h2>
      <div class="field-pairs">
        {asked.map(({ row, name, candidates }) => (
          <div key={row}>
            <label for={`which-${row}`}>{t("Row {1}", row + 1)}: <bdi>{name}</bdi></label>
            <select id={`which-${row}`} required value={chosen.get(row) ?? ""} onChange={(event) => setChosen(new Map([...chosen, [row, event.currentTarget.value]]))}>
              <option value="">{t("choose …")}</option>
              {candidates.map((one) => <option key={one.id} value={one.id}>{[one.id, regionName(one.region)].filter(Boolean).join(", ")}</option>)}
              <option value={kNew}>{t("a new organisation")}</option>
            </select>
          </div>
        ))}
      </div>
      <p class="row"><button class="btn main" disabled={asked.some(({ row }) => !chosen.get(row))}>{t("Go on")}</button>
        <button type="button" class="btn" onClick={stop}>{t("Stop")}</button></p>
    </form>
  );
}
