// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// With whom one organisation works: the partner and its sector, how, since when, and whether the report may tell it.
import { useLocation } from "preact-iso";
import { api, ask } from "../api/client";
import { publicWords } from "../nouns/about_organisations";
import { listThings } from "../nouns/ask";
import { tieWords } from "../nouns/choices";
import { hand } from "../nouns/handed";
import type { Kind } from "../nouns/kinds";
import { useNumbered } from "../nouns/numbered";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { askCodebook } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { t } from "../words/words";
import { useSourceNames } from "./said_of_it";

export const askTies = (about: string) => ask(() => api.GET("/partnerships", { params: { query: { about, most: 1000 } } }));

// A member organisation has no list of partners: its own are counted through.
function usePartners() {
  const works = !mayDo("member");
  const partners = useResource(works ? "partners" : null, () => listThings("partners"));
  const codebook = useResource("codebook", askCodebook);
  const own = useNumbered(!works);
  const find = (id: string) => partners.data?.things.find((one) => one.id === id)?.fields;
  return {
    name: (id: string) => works ? String(find(id)?.["name"] ?? id) : own.partners.find((one) => one.id === id)?.name ?? t("a partner"),
    sector: (id: string) => {
      const code = find(id)?.["sector"];
      return code ? codebook.data?.codes.find((one) => one.code === code)?.label ?? String(code) : "";
    },
  };
}

interface TiesOfProps {
  organisation: string;
  kind: Kind; // where one of them is changed
  may: boolean;
}

export function TiesOf({ organisation, kind, may }: TiesOfProps) {
  const { route } = useLocation();
  const ties = useResource(`ties of ${organisation}`, () => askTies(organisation));
  const partners = usePartners();
  const sources = useSourceNames();
  const showsSector = !mayDo("member");
  return (
    <section class="sect" aria-labelledby="ties-h">
      <h2 id="ties-h">{t("Partners and ties")}</h2>
      <Await of={ties} what={t("Reading the ties")}>
        {({ things, total }) => things.length === 0 ? <p class="state">{t("No partner is named yet.")}</p> : (
          <>
            <div class="wide">
              <table class="cards-s">
                <thead><tr><th scope="col">{t("Partner")}</th>{showsSector && <th scope="col">{t("Sector")}</th>}<th scope="col">{t("How they work together")}</th><th scope="col">{t("Since")}</th>
                  <th scope="col">{t("Source")}</th><th scope="col">{t("In the report")}</th>{may && <th scope="col"><span class="vh">{t("Change")}</span></th>}</tr></thead>
                <tbody>
                  {things.map((one) => {
                    const partner = one.fields.partner ?? "";
                    return (
                      <tr key={one.id}>
                        <th scope="row" dir="auto"><b>{partners.name(partner)}</b></th>
                        {showsSector && <td data-l={t("Sector")}>{partners.sector(partner)}</td>}
                        <td data-l={t("How they work together")}>{tieWords(one.fields.kind ?? "")}</td>
                        <td data-l={t("Since")}>{one.fields.since ?? "–"}</td>
                        <td data-l={t("Source")} class="small">{sources.of(one.fields.source) || <i class="state">{t("not sourced")}</i>}</td>
                        <td data-l={t("In the report")}>{publicWords(one.fields.publish === true)}</td>
                        {may && <td><a class="btn plain" href={`${kind.path}/${signOf(one.id)}`}>{t("Change")}<span class="vh"> {partners.name(partner)}</span></a></td>}
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
            {total > things.length && <p class="small muted">{t("{1} of {2} shown", things.length, total)}</p>}
          </>
        )}
      </Await>
      {may && <p class="row mt-s"><button type="button" class="btn" onClick={() => { hand(kind.route, { organisation }); route(`${kind.path}/new`); }}>{t("Add a tie")}</button>
        {showsSector ? <a class="lnk" href="/organisations/partners/new">{t("Add a partner")}</a> : <span class="small muted">{t("A partner that is not in the list is added by those who coordinate.")}</span>}</p>}
    </section>
  );
}
