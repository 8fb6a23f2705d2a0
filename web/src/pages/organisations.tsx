// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations: the list, and of one its facts with their sources, its partners and outcomes, and for those who may see
// them its counts and consents in plain words.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { actionWords } from "../shell/actions";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { folded } from "../reader/find_codes";
import { askConsents, askOrganisations, type Consent, type Organisation } from "../store/things";
import { askDocuments } from "../store/texts";
import { useFilters } from "../store/filters";
import { countryName, regionName } from "../store/place_names";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { languageName, listed, plural, t, when } from "../words/words";
import { AddOrganisation } from "./add_organisation";
import { statements, ties } from "../nouns/about_organisations";
import { organisationFacts } from "../nouns/kinds";
import { Sheet } from "../nouns/sheet";
import { CountsSheet } from "./counts";
import { Nothing } from "./nothing";
import { OrganisationsTabs } from "./organisations_tabs";
import { OutcomesOf } from "./outcomes_of";
import { RecordConsent } from "./record_consent";
import { DisputedTag, SaidOfIt } from "./said_of_it";
import { TiesOf } from "./ties_of";
import { holds, ofScope, scopes, scopeWords } from "./consent_words";

const countryLink = (code: string) => <a class="lnk" href={`/countries/${code}`}>{countryName(code)}</a>;

export const nameOf = (one: Organisation): string => one.fields.name ?? one.id;

function Consents({ organisation }: { organisation: string }) {
  const consents = useResource(`consents ${organisation}`, () => askConsents(organisation));
  const last = (all: readonly Consent[]) => all.find((one) => holds(one)) ?? all.at(-1);
  return (
    <section class="sect" aria-labelledby="consents-h">
      <h2 id="consents-h">{t("Consents")}</h2>
      <p class="small muted">{t("What is not given is not allowed.")}</p>
      <Await of={consents} what={t("Reading the consents")}>
        {(all) => (
          <div class="wide">
            <table class="cards-s">
              <thead><tr><th scope="col">{t("May we")}</th><th scope="col">{t("Today")}</th><th scope="col">{t("Since")}</th><th scope="col">{t("Until")}</th><th scope="col">{t("Withdrawn")}</th></tr></thead>
              <tbody>
                {scopes.map((scope) => {
                  const one = last(ofScope(all, scope));
                  const yes = one !== undefined && holds(one);
                  return (
                    <tr key={scope}>
                      <th scope="row">{scopeWords(scope)} <span class="small muted" lang="en">({scope})</span></th>
                      <td data-l={t("Today")}><Icon name={yes ? "check" : "none"} /> <b>{yes ? t("yes") : t("no")}</b></td>
                      <td data-l={t("Since")}>{one?.fields.given ?? <i class="state">{t("never given")}</i>}</td>
                      <td data-l={t("Until")}>{one ? one.fields.expires ?? t("no end") : "–"}</td>
                      <td data-l={t("Withdrawn")}>{one?.fields.withdrawn ?? "–"}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        )}
      </Await>
      <RecordConsent subject={organisation} />
    </section>
  );
}

function History({ organisation }: { organisation: string }) {
  const one = useResource(`organisation ${organisation}`, () => ask(() => api.GET("/organisations/{id}", { params: { path: { id: organisation } } })));
  return (
    <section class="sect" aria-labelledby="history-h">
      <h2 id="history-h">{t("History")}</h2>
      <Await of={one} what={t("Reading the history")}>
        {({ history }) => history.length === 0 ? <p class="state">{t("Nothing was changed in the workbench yet.")}</p> : (
          <ol class="log">
            {history.map((act) => <li key={act.act}><time dateTime={act.at}>{when(act.at)}</time><span>{act.person}: {actionWords(act.action)}</span><span /></li>)}
          </ol>
        )}
      </Await>
    </section>
  );
}

function One({ one }: { one: Organisation }) {
  const documents = useResource("documents", askDocuments);
  const { fields } = one;
  const may = mayDo("coordinator");
  const mine = documents.data?.documents.filter((text) => text.organisation === one.id) ?? [];
  return (
    <>
      <header class="stack-s">
        <p class="crumbs"><a href="/organisations">{t("Organisations")}</a> › {regionName(fields.region ?? "")}</p>
        <h1>{nameOf(one)}</h1>
        <p class="row">{fields.country && <span class="tag">{countryName(fields.country)}</span>}<span class="tag soft">{plural("{1} text", "{1} texts", mine.length)}</span> <DisputedTag organisation={one.id} /></p>
      </header>
      <nav class="tabs" aria-label={t("Parts of this page")}>
        {may && <a href="#counts-h">{t("Leadership counts")}</a>}
        <a href="#said-h">{t("What is said of it")}</a>
        <a href="#ties-h">{t("Partners and ties")}</a>
        <a href="#outcomes-h">{t("Outcomes that were measured")}</a>
        {may && <a href="#consents-h">{t("Consents")}</a>}
        <a href="#facts-h">{t("Facts")}</a>
        <a href="#texts-h">{t("Texts")}</a>
        <a href="#history-h">{t("History")}</a>
      </nav>
      <div class="with-aside">
        <div>
          {may && <CountsSheet organisation={one.id} />}
          <SaidOfIt organisation={one.id} kind={statements} may={may} />
          <TiesOf organisation={one.id} kind={ties} may={may} />
          <OutcomesOf organisation={one.id} may={may} />
          {may ? <Consents organisation={one.id} /> : <p class="state">{t("Counts and consents are for the organisation and coordinators only.")}</p>}
        </div>
        <aside aria-label={t("Facts and texts")}>
          <section class="sect"><h2 id="facts-h">{t("Facts")}</h2>
            <dl class="facts">
              <dt>{t("Country")}</dt><dd>{fields.country ? countryLink(fields.country) : <i class="state">{t("not sourced")}</i>}</dd>
              <dt>{t("Region")}</dt><dd>{fields.region ? regionName(fields.region) : <i class="state">{t("not sourced")}</i>}</dd>
              <dt>{t("Languages")}</dt><dd>{fields.languages?.length ? listed(fields.languages.map(languageName)) : <i class="state">{t("not sourced")}</i>}</dd>
            </dl>
            {may && <details><summary>{t("Change these facts")}</summary><Sheet kind={organisationFacts} thing={one} may /></details>}</section>
          <section class="sect"><h2 id="texts-h">{t("Texts")}</h2>
            {mine.length === 0 && <p class="state">{t("None that you may read.")}</p>}
            <ul class="picks">{mine.map((text) => <li key={text.document}><a class="lnk" href={`/texts/${signOf(text.document)}`} lang={text.language} dir="auto">{text.title}</a></li>)}</ul></section>
          <History organisation={one.id} />
        </aside>
      </div>
    </>
  );
}

export function Organisations({ organisation = "" }: { path?: string; organisation?: string }) {
  const all = useResource("organisations", askOrganisations);
  const [words, setWords] = useState("");
  const [{ region }, setFilter] = useFilters({ region: "" });
  if (organisation !== "" && all.data) {
    const one = all.data.find((other) => signOf(other.id) === organisation);
    return one ? <Page><One key={one.id} one={one} /></Page> : <Nothing />;
  }
  return (
    <Page>
      <Await of={all} what={t("Reading the organisations")}>
        {(things) => {
          const regions = [...new Set(things.map((one) => one.fields.region ?? ""))].filter(Boolean).sort();
          const shown = things.filter((one) => (region === "" || one.fields.region === region)
            && folded(words).split(/\s+/).every((word) => folded(`${nameOf(one)} ${one.id}`).includes(word)));
          return (
            <>
              <header><h1>{things.length === 0 ? t("No organisation yet") : plural("{1} organisation", "{1} organisations", things.length)}</h1>
                {mayDo("coordinator") && <p><a class="btn" href="/organisations/import">{t("Organisations from a spreadsheet")}</a></p>}</header>
              <OrganisationsTabs here="organisations" />
              {mayDo("coordinator") && <AddOrganisation taken={things.map((one) => one.id)} />}
              <form class="filters" onSubmit={(event) => event.preventDefault()}>
                <div><label for="o-words">{t("Name")}</label><input id="o-words" type="search" value={words} autocomplete="off" onInput={(event) => setWords(event.currentTarget.value)} /></div>
                <div><label for="o-region">{t("Region")}</label>
                  <select id="o-region" value={region} onChange={(event) => setFilter({ region: event.currentTarget.value })}>
                    <option value="">{t("every region")}</option>{regions.map((one) => <option key={one} value={one}>{regionName(one)}</option>)}
                  </select></div>
                <p class="small muted" role="status">{t("{1} shown", shown.length)}</p>
              </form>
              <div class="wide">
                <table class="cards-s">
                  <caption class="vh">{t("Organisations")}</caption>
                  <thead><tr><th scope="col">{t("Name")}</th><th scope="col">{t("Region")}</th><th scope="col">{t("Country")}</th><th scope="col">{t("Languages")}</th></tr></thead>
                  <tbody>
                    {shown.map((one) => (
                      <tr key={one.id}>
                        <th scope="row"><a class="lnk" href={`/organisations/${signOf(one.id)}`}>{nameOf(one)}</a></th>
                        <td data-l={t("Region")}>{one.fields.region ? regionName(one.fields.region) : "–"}</td><td data-l={t("Country")}>{one.fields.country ? countryName(one.fields.country) : "–"}</td>
                        <td data-l={t("Languages")}>{one.fields.languages?.length ? listed(one.fields.languages.map(languageName)) : "–"}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          );
        }}
      </Await>
    </Page>
  );
}
