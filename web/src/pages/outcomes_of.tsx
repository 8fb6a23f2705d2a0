// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was measured at one organisation, before and after, and how that is known.
import { useLocation } from "preact-iso";
import { api, ask } from "../api/client";
import { changeWords, outcomes as kind } from "../nouns/about_organisations";
import { evidenceWords } from "../nouns/choices";
import { hand } from "../nouns/handed";
import { Await } from "../shell/await";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { t } from "../words/words";
import { useSourceNames } from "./said_of_it";

const outcomes = (about: string) => api.GET("/outcomes", { params: { query: { about, most: 1000 } } });

export function OutcomesOf({ organisation, may }: { organisation: string; may: boolean }) {
  const { route } = useLocation();
  const found = useResource(`outcomes of ${organisation}`, () => ask(() => outcomes(organisation)));
  const sources = useSourceNames();
  return (
    <section class="sect" aria-labelledby="outcomes-h">
      <h2 id="outcomes-h">{t("Outcomes that were measured")}</h2>
      <Await of={found} what={t("Reading the outcomes")}>
        {({ things }) => things.length === 0 ? <p class="state">{t("Nothing was measured here yet.")}</p> : (
          <ul class="picks">
            {things.map((one) => (
              <li key={one.id}><span dir="auto">{one.fields.measure}</span>: <b>{changeWords(one.fields) || "–"}</b>
                <span class="small muted"> · {evidenceWords(one.fields.evidence_type ?? "documented")}{one.fields.source?.length ? ` · ${sources.of(one.fields.source)}` : ""} · {(one.fields.codes ?? []).join(", ")}</span>
                {may && <> <a class="lnk" href={`${kind.path}/${signOf(one.id)}`}>{t("Change")}<span class="vh"> {one.fields.measure}</span></a></>}</li>
            ))}
          </ul>
        )}
      </Await>
      {may && <p class="mt-s"><button type="button" class="btn" onClick={() => { hand(kind.route, { organisation }); route(`${kind.path}/new`); }}>{t("Add an outcome")}</button></p>}
    </section>
  );
}
