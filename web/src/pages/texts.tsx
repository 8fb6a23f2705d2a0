// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The texts that this person may read: by organisation, with language; narrowed by words of title and organisation, and by
// language.
import { useState } from "preact/hooks";
import { Await } from "../shell/await";
import { mayDo } from "../session/session";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { askDocuments, type DocumentLine } from "../store/texts";
import { useFilters } from "../store/filters";
import { useOrganisationNames } from "../store/organisation_names";
import { countryName, knownRegions, regionName } from "../store/place_names";
import { askOrganisations, type Organisation } from "../store/things";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { folded } from "../reader/find_codes";
import { TextsTabs } from "../suggest/tabs";
import { languageName, plural, t } from "../words/words";
import { hueOf } from "./regions";

const narrowed = (all: readonly DocumentLine[], nameOf: (id: string) => string, words: string, language: string): DocumentLine[] =>
  all.filter((one) => (language === "" || one.language === language)
    && folded(words).split(/\s+/).every((word) => folded(`${one.title} ${nameOf(one.organisation)} ${one.organisation}`).includes(word)));

const usual = { language: "" };

const AddTexts = () => <a class="btn main" href="/texts/add"><Icon name="plus" /> {t("Add texts")}</a>;

// With the hue of its region, and where it is.
function Whose({ name, of }: { name: string; of: Organisation | undefined }) {
  const { region, country } = of?.fields ?? {};
  return (
    <>
      {region && <span class={`sw ${hueOf(knownRegions(), region)}`} aria-hidden="true" />} <span dir="auto">{name}</span>
      {(country || region) && <small class="muted whose">{country ? countryName(country) : regionName(region!)}</small>}
    </>
  );
}

export function Texts(_: { path?: string }) {
  const documents = useResource("documents", askDocuments);
  const nameOf = useOrganisationNames();
  const organisations = useResource("organisations", askOrganisations);
  const [words, setWords] = useState("");
  const [{ language }, set] = useFilters(usual);
  return (
    <Page>
      <Await of={documents} what={t("Reading the list of texts")}>
        {({ documents: all }) => {
          const languages = [...new Set(all.map((one) => one.language))].sort();
          const cases = new Set(all.map((one) => one.organisation)).size;
          const shown = narrowed(all, nameOf, words, language);
          if (all.length === 0) {
            return (
              <div class="stack">
                <h1>{t("No text yet")}</h1>
                <p class="lead">{t("Texts come with the study, one folder a case. They show here once their organisation lets them be read.")}</p>
                {mayDo("coordinator") && <AddTexts />}
              </div>
            );
          }
          return (
            <>
              <header class="stack-s">
                <div class="row spread"><h1>{plural("{1} text that you may read", "{1} texts that you may read", all.length)}</h1>
                  {mayDo("coordinator") && <AddTexts />}</div>
                <p class="lead">{plural("From {1} organisation.", "From {1} organisations.", cases)}</p>
              </header>
              <TextsTabs here="texts" />
              <form class="filters" onSubmit={(event) => event.preventDefault()}>
                <div><label for="f-words">{t("Title or organisation")}</label>
                  <input id="f-words" type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} autocomplete="off" /></div>
                <div><label for="f-lang">{t("Language")}</label>
                  <select id="f-lang" value={language} onChange={(event) => set({ language: event.currentTarget.value })}>
                    <option value="">{t("every language")}</option>
                    {languages.map((code) => <option key={code} value={code}>{languageName(code)}</option>)}
                  </select></div>
                <p class="small muted" role="status">{t("{1} shown", shown.length)}</p>
              </form>
              <div class="wide">
                <table class="cards-s">
                  <caption class="vh">{t("Texts")}</caption>
                  <thead><tr><th scope="col">{t("Text")}</th><th scope="col">{t("Organisation")}</th><th scope="col">{t("Language")}</th><th scope="col">{t("Version")}</th></tr></thead>
                  <tbody>
                    {shown.map((one) => (
                      <tr key={one.document}>
                        <th scope="row"><a class="lnk" href={`/texts/${signOf(one.document)}`} lang={one.language} dir="auto">{one.title}</a></th>
                        <td data-l={t("Organisation")}><Whose name={nameOf(one.organisation)} of={organisations.data?.find((other) => other.id === one.organisation)} /></td>
                        <td data-l={t("Language")}>{languageName(one.language)}</td>
                        <td data-l={t("Version")} class="num">{one.version}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {shown.length === 0 && <p class="state">{t("No text is called so.")}</p>}
            </>
          );
        }}
      </Await>
    </Page>
  );
}
