// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Work in progress, on the overview: how far the coding is, and who still codes which text.
import { Await } from "../shell/await";
import { askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { plural, t, when } from "../words/words";
import { askAssignments, type Assignment } from "./mine";
import { progressOf, type GivenText } from "./progress";

const kMost = 8; // texts, before a link to all of them

function Coder({ one }: { one: Assignment }) {
  return (
    <li>{one.coder}: {one.state === "open" ? <i class="state">{t("still coding")}</i> : <>{t("submitted")}{one.submitted && ` ${when(one.submitted)}`}</>}
      {one.codings === undefined ? <span class="muted">, {t("not to be seen yet")}</span> : <span class="muted">, {plural("{1} coding", "{1} codings", one.codings)}</span>}</li>
  );
}

function GivenOut({ texts }: { texts: readonly GivenText<Assignment>[] }) {
  return (
    <div class="wide mt">
      <table class="cards-s">
        <caption class="vh">{t("Texts that were given out")}</caption>
        <thead><tr><th scope="col">{t("Text")}</th><th scope="col">{t("Coders")}</th></tr></thead>
        <tbody>
          {texts.slice(0, kMost).map((text) => (
            <tr key={text.document}><th scope="row"><a class="lnk" href={`/texts/${signOf(text.document)}`} dir="auto">{text.title}</a></th>
              <td data-l={t("Coders")}><ul>{text.given.map((one) => <Coder key={one.coder} one={one} />)}</ul></td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function InProgress() {
  const assignments = useResource("assignments", askAssignments);
  const documents = useResource("documents", askDocuments);
  return (
    <Await of={assignments} what={t("Looking what waits")}>
      {({ assignments: given }) => {
        const progress = progressOf(given, documents.data?.documents.map((one) => one.document) ?? []);
        const all = progress.byTwo + progress.byOne + progress.open + progress.nobody;
        const parts = [
          { look: "s1", texts: progress.byTwo, words: t("submitted by two people or more") },
          { look: "s2", texts: progress.byOne, words: t("submitted by one") },
          { look: "s3", texts: progress.open, words: t("still coded by somebody") },
          { look: "s4", texts: progress.nobody, words: t("given to nobody") },
        ].filter((one) => one.texts > 0);
        return (
          <section class="sect" aria-labelledby="coding-h">
            <h2 id="coding-h">{given.length === 0 ? t("Coding: no text was given to anybody yet") : plural("Coding: {1} of {2} texts was submitted by two people", "Coding: {1} of {2} texts were submitted by two people", progress.byTwo, all)}</h2>
            {given.length > 0 && (
              <>
                <div class="share mt" aria-hidden="true">{parts.map((one) => <span key={one.look} class={one.look} style={{ flexGrow: one.texts }} />)}</div>
                <ul class="small">
                  {parts.map((one) => <li key={one.look} class="keyed"><span class={`sq ${one.look}`} aria-hidden="true" /><b class="num">{one.texts}</b><span>{one.words}</span></li>)}
                </ul>
                <GivenOut texts={progress.texts} />
              </>
            )}
            <p class="row mt"><a class="btn" href="/work">{given.length > kMost ? t("Who codes what") : t("Give texts to coders")}</a>
              <a class="btn plain" href="/compare/agreement">{t("Intercoder agreement")}</a></p>
          </section>
        );
      }}
    </Await>
  );
}
