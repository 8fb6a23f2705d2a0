// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the report as its readers will see them, in a frame where nothing runs.  They are in the server's memory,
// for this session only, and go with it.
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../words/words";

// A page to go to; another number goes there again.
export interface Wanted {
  page: string;
  turn: number;
}
interface PagesProps {
  preview: string;
  wanted: Wanted;
}

interface Listed {
  page: string;
  name: string;
}

// The list of contents that every page of the report has.
function contentsOf(inner: Document, base: string): Listed[] {
  const found = new Map<string, string>();
  for (const link of inner.querySelectorAll<HTMLAnchorElement>("details.menu a[href]")) {
    const at = new URL(link.href);
    if (!at.pathname.startsWith(base)) continue;
    const page = at.pathname.slice(base.length);
    const number = link.querySelector("b")?.textContent ?? "";
    const name = (link.textContent ?? "").slice(number.length).trim();
    if (!found.has(page)) found.set(page, number ? `${number}. ${name}` : name);
  }
  return [...found].map(([page, name]) => ({ page, name }));
}

export function PagesView({ preview, wanted }: PagesProps) {
  const base = `/api/v1/report/preview/${preview}/`;
  const [listed, setListed] = useState<Listed[]>([]);
  const [at, setAt] = useState(wanted.page);
  const [phone, setPhone] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const open = (page: string) => {
    if (frame.current) frame.current.src = base + page;
  };
  useEffect(() => open(wanted.page), [wanted]);
  useEffect(() => open(at), [preview]);
  const loaded = () => {
    const inner = frame.current?.contentDocument;
    if (!inner || !inner.location.pathname.startsWith(base)) return;
    const contents = contentsOf(inner, base);
    if (contents.length > 0) setListed(contents);
    setAt(inner.location.pathname.slice(base.length));
  };
  return (
    <>
      <div class="row spread mb">
        <span class="row"><label class="label m0" for="preview-page">{t("Page")}</label>
          <span class="w15"><select id="preview-page" value={at} onChange={(event) => open(event.currentTarget.value)}>
            {!listed.some((one) => one.page === at) && <option value={at}>{at}</option>}
            {listed.map((one) => <option key={one.page} value={one.page}>{one.name}</option>)}
          </select></span></span>
        <span class="seg" role="group" aria-label={t("Width")}>
          <button type="button" aria-pressed={!phone} onClick={() => setPhone(false)}>{t("Desk")}</button>
          <button type="button" aria-pressed={phone} onClick={() => setPhone(true)}>{t("Phone")}</button>
        </span>
      </div>
      <iframe ref={frame} class={phone ? "preview phone" : "preview"} sandbox="allow-same-origin" title={t("The report as readers will see it")} onLoad={loaded} />
    </>
  );
}
