// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The passages behind a number, beside it: in portions, so that a number of thousands opens as quickly as one of ten.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Answer, type Given } from "../api/client";
import { Await } from "../shell/await";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource, type Resource } from "../store/resource";
import { signOf } from "../text/address";
import { count, t } from "../words/words";

const kAtOnce = 100;
const kInOneAnswer = 1000; // as the server gives

export interface PassagesOf {
  code: string;
  by?: string;
  group?: string;
  with?: string;
}
const passages = (of: PassagesOf, from: number, most: number) => api.GET("/compare/passages", { params: { query: { ...of, from, most } } });
export type Found = Given<() => ReturnType<typeof passages>>;

async function read(of: PassagesOf, most: number): Promise<Answer<Found>> {
  const first = await ask(() => passages(of, 0, Math.min(most, kInOneAnswer)));
  if (!first.ok) return first;
  const all = [...first.data.passages];
  while (all.length < Math.min(most, first.data.total)) {
    const next = await ask(() => passages(of, all.length, Math.min(most - all.length, kInOneAnswer)));
    if (!next.ok) return next;
    if (next.data.passages.length === 0) break;
    all.push(...next.data.passages);
  }
  return { ...first, data: { ...first.data, passages: all } };
}

// null: nothing is asked for.
export function usePassages(of: PassagesOf | null): Resource<Found> & { more: () => void } {
  const key = of && JSON.stringify(of);
  const [wanted, setWanted] = useState({ key, most: kAtOnce });
  const most = wanted.key === key ? wanted.most : kAtOnce;
  const found = useResource(key, () => read(of!, most));
  const { reload } = found;
  useEffect(() => { if (most > kAtOnce) reload(); }, [most]);
  return { ...found, more: () => setWanted({ key, most: most + kAtOnce }) };
}

export function PassageList({ found }: { found: Resource<Found> & { more: () => void } }) {
  const nameOf = useOrganisationNames();
  return (
    <Await of={found} what={t("Reading the passages")}>
      {(data) => data.passages.length === 0
        ? <p class="state pi-1">{t("Nothing was found so far, which never means that it is not done.")}</p>
        : (
          <>
            <ul>
              {data.passages.map((one) => (
                <li key={`${one.document} ${one.range.start} ${one.range.end}`}>
                  <b dir="auto">{nameOf(one.organisation)}</b>
                  <blockquote class="q" lang={one.language} dir="auto">{one.text}</blockquote>
                  <p class="small"><a class="lnk" href={`/texts/${signOf(one.document)}?at=${one.range.start}`} lang={one.language}>{one.title}</a> · {one.codes.join(", ")}</p>
                </li>
              ))}
            </ul>
            {data.total > data.passages.length && (
              <p class="row pi-1 more-passages">
                <span class="small muted" role="status">{t("{1} of {2} passages", count(data.passages.length), count(data.total))}</span>
                <button type="button" class="btn" onClick={found.more}>{t("Show more passages")}</button>
              </p>
            )}
          </>
        )}
    </Await>
  );
}

// The pane itself: what it is about, the number in words, and how to leave it.  The heading takes the focus.
export function Beside({ about, title, close, children }: { about: string; title: string; close: () => void; children: ComponentChildren }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [about]);
  return (
    <aside class="side" aria-label={t("Passages behind the number")} onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
      <header class="stack-s">
        <p class="small muted">{about}</p>
        <h2 ref={head} tabIndex={-1}>{title}</h2>
        <button type="button" class="btn" onClick={close}>{t("Close")} <kbd>Esc</kbd></button>
      </header>
      {children}
    </aside>
  );
}
