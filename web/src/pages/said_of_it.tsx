// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is said of one organisation: each fact with its source and its day; where sources dispute each other, side by side.
import { useLocation } from "preact-iso";
import { api, ask, type Given } from "../api/client";
import { listSources } from "../chapters/ask";
import { propertyWords } from "../nouns/about_organisations";
import { evidenceWords } from "../nouns/choices";
import { hand } from "../nouns/handed";
import type { Kind } from "../nouns/kinds";
import { useNumbered } from "../nouns/numbered";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { useResource } from "../store/resource";
import { askSettings, valuesOf } from "../study/ask";
import { signOf } from "../text/address";
import { plural, t } from "../words/words";
import { grouped } from "./disputes";

const statements = (about: string) => api.GET("/statements", { params: { query: { about, most: 1000 } } });
type Statement = Given<() => ReturnType<typeof statements>>["things"][number];
export const askStatements = (about: string) => ask(() => statements(about));

function days({ valid_from: from, valid_to: to }: Statement["fields"]): string {
  if (from && to) return t("{1} to {2}", from, to);
  return from ? t("from {1} on", from) : to ? t("until {1}", to) : "";
}

interface SourceNames {
  of: (ids: readonly string[] | undefined) => string;
}
// A member organisation has no list of sources: those of its own things are counted through.
export function useSourceNames(): SourceNames {
  const works = !mayDo("member");
  const sources = useResource(works ? "sources" : null, listSources);
  const own = useNumbered(!works);
  const name = (id: string) => !works ? own.sources.find((one) => one.id === id)?.name ?? t("a source") : (sources.data?.things.find((one) => one.id === id)?.fields as { title?: string | null } | undefined)?.title || id;
  return { of: (ids) => (ids ?? []).map(name).join("; ") };
}

interface SaidOfItProps {
  organisation: string;
  kind: Kind; // where one of them is changed
  may: boolean;
}

export function SaidOfIt({ organisation, kind, may }: SaidOfItProps) {
  const { route } = useLocation();
  const said = useResource(`said of ${organisation}`, () => askStatements(organisation));
  const settings = useResource(mayDo("member") ? null : "settings", askSettings);
  const sources = useSourceNames();
  // A member organisation does not read what may have several values: to it sources differ, and no more is said.
  const many = settings.data ? (valuesOf(settings.data)["many_valued"] ?? "").split(";").map((one) => one.trim()) : [];
  const knows = settings.data !== null;
  return (
    <section class="sect" aria-labelledby="said-h">
      <h2 id="said-h">{mayDo("member") ? kind.title() : t("What is said of it")}</h2>
      <Await of={said} what={t("Reading what is said")}>
        {({ things, total }) => things.length === 0 ? <p class="state">{kind.none()}</p> : (
          <>
            <div class="wide">
              <table class="cards-s said-of">
                <thead><tr><th scope="col">{t("What")}</th><th scope="col">{t("Value")}</th><th scope="col">{t("Seen in")}</th><th scope="col">{t("Source")}</th>
                  {may && <th scope="col"><span class="vh">{t("Change")}</span></th>}</tr></thead>
                <tbody>
                  {grouped(things, (one) => one.fields, many).map((group) => group.all.map((one, i) => (
                    <tr key={one.id}>
                      {i === 0 && <th scope="row" rowSpan={group.all.length}>{propertyWords(group.property)}
                        {group.disputed && <><br /><span class="tag">{knows ? t("disputed") : t("sources differ")}</span> <span class="small muted">{t("Both stay.")}</span></>}</th>}
                      <td data-l={t("Value")}><b dir="auto">{one.fields.value}</b>{days(one.fields) && <span class="small muted"> · {days(one.fields)}</span>}</td>
                      <td data-l={t("Seen in")}>{one.fields.as_of ?? "–"}</td>
                      <td data-l={t("Source")} class="small">{sources.of(one.fields.source)}
                        {one.fields.evidence_type && <span class="muted"> ({evidenceWords(one.fields.evidence_type)})</span>}
                        {one.fields.note && <><br /><span class="muted" dir="auto">{one.fields.note}</span></>}</td>
                      {may && <td><a class="btn plain" href={`${kind.path}/${signOf(one.id)}`}>{t("Change")}<span class="vh"> {propertyWords(group.property)} {one.fields.value}</span></a></td>}
                    </tr>
                  )))}
                </tbody>
              </table>
            </div>
            {total > things.length && <p class="small muted">{t("{1} of {2} shown", things.length, total)}</p>}
          </>
        )}
      </Await>
      {may && <p class="mt-s"><button type="button" class="btn" onClick={() => { hand(kind.route, { subject: organisation }); route(`${kind.path}/new`); }}>{t("Add what is said")}</button></p>}
    </section>
  );
}

// Of a header: how many facts sources dispute.
export function DisputedTag({ organisation }: { organisation: string }) {
  const said = useResource(`said of ${organisation}`, () => askStatements(organisation));
  const settings = useResource("settings", askSettings);
  if (!said.data || !settings.data) return null;
  const many = (valuesOf(settings.data)["many_valued"] ?? "").split(";").map((one) => one.trim());
  const disputed = grouped(said.data.things, (one) => one.fields, many).filter((group) => group.disputed).length;
  return disputed > 0 ? <span class="tag">{plural("{1} fact disputed", "{1} facts disputed", disputed)}</span> : null;
}
