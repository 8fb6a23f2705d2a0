// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Of a member organisation: how much here rests on it, kind by kind, and under which practices and barriers it is counted.
// How many others are counted with it is no number of its own, and stands in the report.
import { api, ask, type Given } from "../api/client";
import { countedUnder, type Counted, type SaidCoding } from "../passage/own_codings";
import { Await } from "../shell/await";
import { askCodebook } from "../store/texts";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import { askStatements } from "./said_of_it";
import { askTies } from "./ties_of";

const rests = (subject: string) => api.GET("/subjects/{subject}/rests", { params: { path: { subject } } });
type Rests = Given<() => ReturnType<typeof rests>>;

function lines(what: Rests): string[] {
  const counted: [number, (n: number) => string][] = [
    [what.documents.length, (n) => plural("{1} text", "{1} texts", n)],
    [what.older_texts, (n) => plural("{1} older version of a text", "{1} older versions of texts", n)],
    [what.codings, (n) => plural("{1} coded passage", "{1} coded passages", n)],
    [what.translations, (n) => plural("{1} translated passage", "{1} translated passages", n)],
    [what.memos, (n) => plural("{1} memo", "{1} memos", n)],
    [what.findings.length, (n) => plural("{1} finding", "{1} findings", n)],
    [what.editions.length, (n) => plural("{1} published report", "{1} published reports", n)],
  ];
  return counted.filter(([n]) => n > 0).map(([n, words]) => words(n));
}

export function RestsOnUs({ organisation }: { organisation: string }) {
  const account = useResource(`rests ${organisation}`, () => ask(() => rests(organisation)));
  const said = useResource(`said of ${organisation}`, () => askStatements(organisation));
  const ties = useResource(`ties of ${organisation}`, () => askTies(organisation));
  return (
    <section class="sect" aria-labelledby="rests-h">
      <h2 id="rests-h">{t("What rests on us")}</h2>
      <Await of={account} what={t("Counting what rests on it")}>
        {(what) => (
          <ul class="rests">
            {lines(what).map((one) => <li key={one}>{one}</li>)}
            {said.data && said.data.total > 0 && <li><a class="lnk" href="/us/facts">{plural("{1} fact", "{1} facts", said.data.total)}</a></li>}
            {ties.data && ties.data.total > 0 && <li><a class="lnk" href="/us/facts">{plural("{1} tie with a partner", "{1} ties with partners", ties.data.total)}</a></li>}
            {lines(what).length === 0 && said.data?.total === 0 && ties.data?.total === 0 && <li class="state">{t("Nothing yet.")}</li>}
          </ul>
        )}
      </Await>
    </section>
  );
}

function Under({ head, all }: { head: string; all: readonly Counted[] }) {
  if (all.length === 0) return null;
  return (
    <details class="box">
      <summary>{head}</summary>
      <ul class="picks">{all.map((one) => <li key={one.code}><span dir="auto">{one.label}</span> <span class="small muted">{plural("{1} passage", "{1} passages", one.passages)}</span></li>)}</ul>
    </details>
  );
}

export function CountedForUs({ codings }: { codings: readonly SaidCoding[] }) {
  const codebook = useResource("codebook", askCodebook);
  const codes = codebook.data?.codes ?? [];
  const practices = countedUnder(codings, codes, "practice");
  const barriers = countedUnder(codings, codes, "barrier");
  const outcomes = countedUnder(codings, codes, "outcome");
  return (
    <section class="sect stack-s" aria-labelledby="counted-h">
      <h2 id="counted-h">{t("Where we are counted")}</h2>
      {practices.length + barriers.length + outcomes.length === 0 && codebook.data ? <p class="state">{t("You are counted nowhere yet.")}</p>
        : <p class="small muted">{t("Each counts you once, as one organisation among others, however many passages you have. Codings that are not accepted yet do not count.")}</p>}
      <Under head={plural("{1} practice", "{1} practices", practices.length)} all={practices} />
      <Under head={plural("{1} barrier", "{1} barriers", barriers.length)} all={barriers} />
      <Under head={plural("{1} outcome", "{1} outcomes", outcomes.length)} all={outcomes} />
    </section>
  );
}
