// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a project of another coding program brings: how much, by whom, and what becomes of everything in it.
import { Said } from "../words/said_words";
import type { ProjectCame } from "../store/projects";
import { plural, t } from "../words/words";

export const sumOf = (came: ProjectCame): string =>
  [
    plural("{1} code", "{1} codes", came.new_codes),
    plural("{1} text", "{1} texts", came.new_documents.length),
    plural("{1} coding", "{1} codings", came.new_codings),
    plural("{1} memo", "{1} memos", came.new_memos),
  ].join(" · ");

interface Props {
  came: ProjectCame;
  rename: ((user: string, coder: string) => void) | null; // null: it came in
}

function Coders({ came, rename }: Props) {
  return (
    <section class="stack-s" aria-labelledby="coders-h">
      <h2 id="coders-h">{t("Who coded")}</h2>
      {rename && <p class="small muted">{t("Names of people are often real ones in other programs. Give each the name that they have here, never a real one.")}</p>}
      <div class="wide">
        <table class="cards-s">
          <caption class="vh">{t("Who coded")}</caption>
          <thead><tr><th scope="col">{t("In the project")}</th><th scope="col">{t("Here")}</th><th scope="col">{t("Codings")}</th></tr></thead>
          <tbody>
            {came.coders.map((one, at) => (
              <tr key={one.user}>
                <th scope="row" dir="auto">{one.user || t("nobody is named")}</th>
                <td data-l={t("Here")}>{rename
                  ? <input id={`coder-${at}`} type="text" autocomplete="off" defaultValue={one.coder} aria-label={t("Who “{1}” is here", one.user || t("nobody is named"))}
                      onChange={(event) => rename(one.user, event.currentTarget.value.trim())} />
                  : one.coder}</td>
                <td class="num" data-l={t("Codings")}>{one.codings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function ProjectCameView({ came, rename }: Props) {
  return (
    <div class="stack">
      <p>{sumOf(came)}</p>
      {came.without_consent > 0 && (
        <p class="banner warn">{plural("{1} text is without a consent: nobody may read it until one is recorded.", "{1} texts are without a consent: nobody may read them until one is recorded.", came.without_consent)}</p>
      )}
      {came.coders.length > 0 && <Coders came={came} rename={rename} />}
      {came.report.length > 0 && <details>
        <summary>{t("What becomes of everything in it")}</summary>
        <div class="wide" tabIndex={0} role="region" aria-label={t("What becomes of everything in it")}>
          <table class="cards-s">
            <caption class="vh">{t("What becomes of everything in it")}</caption>
            <thead><tr><th scope="col">{t("In the project")}</th><th scope="col">{t("How many")}</th><th scope="col">{t("Here")}</th></tr></thead>
            <tbody>{came.report.map((one) => (
              <tr key={`${one.what} ${one.became}`}><th scope="row"><Said words={one.what} /></th><td class="num" data-l={t("How many")}>{one.count}</td><td data-l={t("Here")}><Said words={one.became} /></td></tr>
            ))}</tbody>
          </table>
        </div>
      </details>}
    </div>
  );
}
