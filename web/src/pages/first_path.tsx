// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From nothing to a report, step by step and in any order: what is done, and where the next is done.  Stays on the
// overview until somebody hides it; that is kept in this browser only.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { Icon } from "../shell/icons";
import { useResource } from "../store/resource";
import { studyTitle } from "../store/place_names";
import { definitionName } from "../study/definition_name";
import { askCodebook, askDocuments } from "../store/texts";
import { askOrganisations } from "../store/things";
import { listEditions } from "../report/ask";
import { plural, t } from "../words/words";
import { pathOf, type Have } from "./path_steps";

const kHidden = "first path hidden";

export function FirstPath({ slots }: { slots: number }) {
  const [hidden, setHidden] = useState(localStorage.getItem(kHidden) === "yes");
  const on = hidden ? null : "here";
  const people = useResource(on && "people", () => ask(() => api.GET("/people")));
  const organisations = useResource(on && "organisations", askOrganisations);
  const documents = useResource(on && "documents", askDocuments);
  const codebook = useResource(on && "codebook", askCodebook);
  const verified = useResource(on && "definitions", () => ask(() => api.GET("/verification", { params: { query: {} } })));
  const editions = useResource(on && "editions", listEditions);
  const hide = (yes: boolean) => {
    localStorage.setItem(kHidden, yes ? "yes" : "no");
    setHidden(yes);
  };
  if (hidden) return <p class="small"><button type="button" class="btn plain" onClick={() => hide(false)}>{t("Show the way from nothing to a report")}</button></p>;
  if (!people.data || !organisations.data || !documents.data || !codebook.data || !verified.data || !editions.data) return null;
  const have: Have = {
    title: studyTitle(), slots, definitions: verified.data.definitions.map(definitionName),
    coordinators: people.data.people.filter((one) => !one.ended && one.role === "coordinator").length,
    organisations: organisations.data.length, texts: documents.data.documents.length,
    codes: codebook.data.codes.filter((one) => !one.retired).length, codings: codebook.data.codes.reduce((sum, one) => sum + one.own, 0),
    editions: editions.data.editions.length,
  };
  const steps = pathOf(have);
  const now = steps.findIndex((one) => !one.done);
  const done = steps.filter((one) => one.done).length;
  return (
    <section class="box stack-s first-path" aria-labelledby="path-h">
      <div class="row spread"><h2 id="path-h">{t("From nothing to a report")}</h2><button type="button" class="btn" onClick={() => hide(true)}>{t("Hide it")}</button></div>
      <p class="small muted">{t("In any order. {1} of {2} are done.", done, steps.length)}</p>
      <ol class="steps">
        {steps.map((step, i) => (
          <li key={step.name} class={step.done ? "done" : i === now ? "now" : undefined}>
            <b>{step.place ? <a href={step.place}>{step.name}</a> : step.name}{step.done && <span class="vh"> {t("(done)")}</span>}</b><p>{step.says}</p>
          </li>
        ))}
      </ol>
      {now === -1 && <p class="row"><Icon name="check" /> {plural("{1} edition is published.", "{1} editions are published.", have.editions)}</p>}
    </section>
  );
}
