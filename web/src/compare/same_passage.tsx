// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codes on the very same passage: pair by pair, with the way to each passage, and what it may mean where the codebook tells.
import { useState } from "preact/hooks";
import { api, ask, type Given } from "../api/client";
import { Await } from "../shell/await";
import { askCodebook, askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { count, plural, t } from "../words/words";
import { meaningOf, type PairCode } from "./meaning";

const kAtOnce = 10;
const samePassage = () => api.GET("/compare/same-passage", { params: { query: { most: 1000 } } });
type Pair = Given<typeof samePassage>["pairs"][number];

function meaningWords(one: PairCode | undefined, other: PairCode | undefined, codes: ReadonlyMap<string, PairCode>): string {
  switch (one && other ? meaningOf(one, other, codes) : null) {
    case "above": return t("one is above the other: choose the narrower");
    case "outcome": return t("a practice and its outcome");
    default: return "";
  }
}

function Places({ pair, titleOf }: { pair: Pair; titleOf: (document: string) => string }) {
  return (
    <details>
      <summary><span class="num" aria-hidden="true">{count(pair.passages)}</span><span class="vh">{plural("{1} passage", "{1} passages", pair.passages)}, {pair.one}, {pair.other}</span></summary>
      <ul class="picks small">
        {pair.places.map((place) => <li key={`${place.document} ${place.start}`}><a class="lnk" href={`/texts/${signOf(place.document)}?at=${place.start}`} dir="auto">{titleOf(place.document)}</a></li>)}
        {pair.passages > pair.places.length && <li class="muted">{t("{1} more", pair.passages - pair.places.length)}</li>}
      </ul>
    </details>
  );
}

export function SamePassage() {
  const found = useResource("same passage", () => ask(samePassage));
  const codebook = useResource("codebook", askCodebook);
  const documents = useResource("documents", askDocuments);
  const [most, setMost] = useState(kAtOnce);
  const codes = new Map((codebook.data?.codes ?? []).map((one) => [one.code, one]));
  const titleOf = (id: string) => documents.data?.documents.find((one) => one.document === id)?.title ?? t("the text");
  const name = (id: string) => <><b>{id}</b> <span dir="auto">{codes.get(id)?.label}</span></>;
  return (
    <section class="sect stack-s" aria-labelledby="same-h">
      <h2 id="same-h">{t("Found together on the same passage")}</h2>
      <Await of={found} what={t("Comparing")}>
        {(data) => data.pairs.length === 0 ? <p class="state">{t("No passage has two codes.")}</p> : (
          <>
            <p class="small muted">{t("Two people who give two codes to the same words count here too: often the codebook needs a clearer line, rather than the world a link.")}{" "}
              <a class="lnk" href="/compare/agreement">{t("What was taken for what")}</a></p>
            <div class="wide">
              <table class="cards-s">
                <caption class="vh">{t("Codes on the same passage, in {1} cases", data.cases)}</caption>
                <thead><tr><th scope="col">{t("One code")}</th><th scope="col">{t("The other")}</th><th scope="col">{t("Passages")}</th><th scope="col">{t("Cases")}</th><th scope="col">{t("What it may mean")}</th></tr></thead>
                <tbody>
                  {data.pairs.slice(0, most).map((pair) => (
                    <tr key={`${pair.one} ${pair.other}`}>
                      <th scope="row" class="fw">{name(pair.one)}</th>
                      <td data-l={t("The other")}>{name(pair.other)}</td>
                      <td data-l={t("Passages")}><Places pair={pair} titleOf={titleOf} /></td>
                      <td data-l={t("Cases")} class="num">{t("{1} of {2}", pair.cases, data.cases)}</td>
                      <td data-l={t("What it may mean")} class="small">{meaningWords(codes.get(pair.one), codes.get(pair.other), codes)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {data.pairs.length > most && <p><button type="button" class="btn" onClick={() => setMost(most + 50)}>{t("Show more")}</button>{" "}
              <span class="small muted">{t("{1} of {2} shown", most, data.total)}</span></p>}
          </>
        )}
      </Await>
    </section>
  );
}
