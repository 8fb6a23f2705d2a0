// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What to do next, by kind: one's own work first, each leading to where it is done.
import { api, ask } from "../api/client";
import { Await } from "../shell/await";
import { mayDo } from "../session/session";
import { useOrganisationNames } from "../store/organisation_names";
import { askDocuments } from "../store/texts";
import { regionName } from "../store/place_names";
import { useResource } from "../store/resource";
import { t } from "../words/words";
import { grouped, told } from "./steps";

const kMost = 4; // of one kind, before "more"

export function Next() {
  const work = useResource("work", () => ask(() => api.GET("/work")));
  const documents = useResource("documents", askDocuments);
  const nameOf = useOrganisationNames();
  const titleOf = (id: string) => documents.data?.documents.find((one) => one.document === id)?.title ?? t("the text");
  return (
    <section aria-labelledby="next-h">
      <h2 id="next-h">{t("What to do next")}</h2>
      <Await of={work} what={t("Looking what waits")}>
        {({ steps }) => steps.length === 0 ? <p class="state">{t("Nothing waits.")}</p> : (
          <ol class="next">
            {grouped(steps).map(({ kind, steps: all }, at) => {
              const lines = all.map((step) => told(step, nameOf, titleOf, regionName));
              const [first] = lines;
              const isWhole = !all[0]!.subject; // about nothing in particular: its sentence is the way
              return (
                <li key={kind}><span class="no" aria-hidden="true">{at + 1}</span>
                  <div><b>{isWhole && first!.place ? <a href={first!.place}>{first!.text}</a> : first!.text}</b>
                    <p>{lines.slice(0, kMost).map((line, i) => (
                      <span key={i}>{i > 0 && ", "}{line.place && !isWhole && mayDo("coordinator", "researcher", "reviewer") ? <a href={line.place}>{line.about}</a> : line.about}</span>
                    ))}{lines.length > kMost && <> {t("and {1} more", lines.length - kMost)}</>}</p></div></li>
              );
            })}
          </ol>
        )}
      </Await>
    </section>
  );
}
