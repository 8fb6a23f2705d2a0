// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What stands behind a number of agreement: the passages that coders coded differently, or alike, with their words.
import { useEffect, useRef } from "preact/hooks";
import { api, ask, type Given } from "../api/client";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { listed, plural, t } from "../words/words";
import type { Unit } from "./figures";
import { alike, type Alike } from "./figures";

// code: which; instead: only where somebody gave this one; document: only there.
export interface Asking {
  kind: "differ" | "alike";
  name: string;
  code?: string;
  instead?: string;
  document?: string;
}
const differing = (asking: Asking, unit: Unit) => api.GET("/disagreements", { params: { query: { unit, most: 300,
  ...(asking.code ? { code: [asking.code] } : {}), ...(asking.document ? { document: [asking.document] } : {}) } } });
type Differing = Given<() => ReturnType<typeof differing>>["passages"][number];
const codings = (asking: Asking) => api.GET("/codings", { params: { query: { most: 1000,
  ...(asking.code ? { code: [asking.code] } : {}), ...(asking.document ? { document: [asking.document] } : {}) } } });

const placeOf = (document: string, start: number): string => `/texts/${signOf(document)}/compare?at=${start}`;

function Differ({ one, asking }: { one: Differing; asking: Asking }) {
  return (
    <li>
      <blockquote class="q" lang={one.language} dir="auto">{one.text}</blockquote>
      {one.codes.filter((code) => !asking.code || code.code === asking.code).map((code) => (
        <p class="small" key={code.code}>
          {code.codings.map((coded) => <span key={coded.coding}><b>{coded.coder}</b> {coded.code} · </span>)}
          {code.not_coded_by.map((coder, at) => {
            const others = code.instead.filter((coded) => coded.coder === coder).map((coded) => coded.code);
            return <span key={coder}>{at > 0 && " · "}<b>{coder}</b> {others.length > 0 ? others.join(", ") : <i>{t("nothing")}</i>}</span>;
          })}
          {code.is_extent && t("not all of the same words")}
        </p>
      ))}
      <p class="small"><a class="lnk" href={placeOf(one.document, one.range.start)} lang={one.language}>{one.title}</a>{!one.is_open && <> · {t("decided")}</>}</p>
    </li>
  );
}

export function Behind({ asking, unit, withBelow, close }: { asking: Asking; unit: Unit; withBelow: boolean; close: () => void }) {
  const head = useRef<HTMLHeadingElement>(null);
  const key = JSON.stringify([asking, unit]);
  useEffect(() => head.current?.focus(), [key]);
  const documents = useResource("documents", askDocuments);
  const differ = useResource(asking.kind === "differ" ? `differ ${key}` : null, () => ask(() => differing(asking, unit)));
  const same = useResource(asking.kind === "alike" ? `alike ${key}` : null, () => ask(() => codings(asking)));
  const passages = differ.data?.passages.filter((one) => !asking.instead
    || one.codes.some((code) => code.code === asking.code && code.instead.some((coded) => coded.code === asking.instead)));
  const both: Alike[] | undefined = same.data && alike(same.data.codings.filter((one) => (one.status === "submitted" || one.status === "accepted")
    && (withBelow || one.code === asking.code))) || undefined;
  const titleOf = (id: string) => documents.data?.documents.find((one) => one.document === id);
  const open = passages?.find((one) => one.is_open);
  return (
    <aside class="side" aria-label={t("Passages behind the number")} onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
      <header class="stack-s">
        <p class="small muted">{asking.name}</p>
        <h2 ref={head} tabIndex={-1}>{passages ? plural("{1} passage coded differently", "{1} passages coded differently", passages.length)
          : both ? plural("{1} passage coded alike", "{1} passages coded alike", both.length) : t("Reading the passages")}</h2>
        <p class="row">
          {open && mayDo("coordinator") && <a class="btn main" href={placeOf(open.document, open.range.start)}>{t("Decide them")}</a>}
          {asking.code && <a class="btn" href={`/codebook/${encodeURIComponent(asking.code)}`}>{t("Definition")}</a>}
          <button type="button" class="btn" onClick={close}>{t("Close")} <kbd>Esc</kbd></button>
        </p>
      </header>
      {asking.kind === "differ"
        ? (
          <Await of={differ} what={t("Reading the passages")}>
            {() => <ul>{passages!.map((one) => <Differ key={`${one.document} ${one.range.start}`} one={one} asking={asking} />)}</ul>}
          </Await>
        ) : (
          <Await of={same} what={t("Reading the passages")}>
            {() => (
              <ul>{both!.map((one) => (
                <li key={`${one.document} ${one.range.start}`}>
                  <blockquote class="q" lang={titleOf(one.document)?.language} dir="auto">{one.text}</blockquote>
                  <p class="small"><b>{listed(one.coders)}</b> · <a class="lnk" href={placeOf(one.document, one.range.start)} lang={titleOf(one.document)?.language}>{titleOf(one.document)?.title ?? t("the text")}</a></p>
                </li>
              ))}</ul>
            )}
          </Await>
        )}
    </aside>
  );
}
