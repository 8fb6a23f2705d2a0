// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Of a member organisation: its passages, each once with all codes that it stands under, and what may be done with it.
import { useState } from "preact/hooks";
import { askDocuments, type DocumentLine } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { t } from "../words/words";
import { askSaid, holdOf, ofTheirOwn, organisationOf, passageScopes, shownBy, subjectOf } from "./holds";
import { OwnConsent } from "./marks";
import type { SaidCoding } from "./own_codings";
import { PassageConsent } from "./passage_consent";

const kAtOnce = 50; // passages, until more are asked for

// The same words, once: hidden is the place, whichever code it stands under.
export function passagesOf(all: readonly SaidCoding[]): { first: SaidCoding; all: SaidCoding[]; codes: string[] }[] {
  const found = new Map<string, SaidCoding[]>();
  for (const one of all) {
    const place = `${one.document} ${one.start} ${one.end}`;
    found.set(place, [...(found.get(place) ?? []), one]);
  }
  return [...found.values()].map((of) => ({ first: of[0]!, all: of, codes: [...new Set(of.map((one) => one.code))] }));
}

export function SaidOfUs({ codings: all }: { codings: readonly SaidCoding[] }) {
  const documents = useResource("documents", askDocuments);
  const organisation = all[0] ? organisationOf(all[0].document) : null;
  const said = useResource(organisation && `said ${organisation}`, () => askSaid(organisation!));
  const [asked, setAsked] = useState<SaidCoding | null>(null);
  const [most, setMost] = useState(kAtOnce);
  const passages = passagesOf(all);
  const textOf = (id: string): DocumentLine | undefined => documents.data?.documents.find((other) => other.document === id);
  const consents = said.data?.consents ?? [];
  const own = new Map<string, "hidden" | "open">();
  for (const document of new Set(all.map((one) => one.document))) {
    for (const [coding, how] of ofTheirOwn(consents, document, all.filter((one) => one.document === document), shownBy(textOf(document)?.kind ?? "account"))) own.set(coding, how);
  }
  // The coding that something was said of already, so that it is found again.
  const namedBy = (of: readonly SaidCoding[]) => of.find((one) => passageScopes.some((scope) => holdOf(consents, subjectOf(one.document, one.coding), scope).by === "passage")) ?? of[0]!;
  return (
    <>
      <ul class="picks said">
        {passages.slice(0, most).map((passage) => {
          const { first, codes } = passage;
          const text = textOf(first.document);
          const how = own.get(first.coding);
          return (
            <li key={first.coding} class="stack-s"><blockquote class="q" lang={text?.language} dir="auto">{first.exact}</blockquote>
              <p class="small"><b>{codes.join(", ")}</b> · <a class="lnk" href={`/texts/${signOf(first.document)}?at=${first.start}`} lang={text?.language}>{text?.title ?? t("the text")}</a></p>
              {how && <p class="small"><OwnConsent how={how} /></p>}
              <p><button type="button" class="btn" onClick={() => setAsked(namedBy(passage.all))}>{how === "hidden" ? t("Consent for these words …") : t("Take out these words …")}<span class="vh"> {first.exact.slice(0, 60)}</span></button></p>
            </li>
          );
        })}
      </ul>
      {passages.length > 0 && <p class="row mt-s"><span class="small muted" role="status">{t("{1} of {2} shown", Math.min(most, passages.length), passages.length)}</span>
        {passages.length > most && <button type="button" class="btn" onClick={() => setMost(most + kAtOnce)}>{t("Show more")}</button>}</p>}
      {asked && <PassageConsent document={asked.document} coding={asked.coding} kind={textOf(asked.document)?.kind ?? "account"}
        language={textOf(asked.document)?.language ?? ""} words={asked.exact} close={() => setAsked(null)} />}
    </>
  );
}
