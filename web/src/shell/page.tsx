// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame of what a page says.  In every state of it (waiting, forbidden, failed, without a connection) there is one
// heading of the first level: the page's own, and until that is there what the page is called.
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../words/words";
import { placeOf } from "./places";

interface PageProps {
  kind?: "narrow" | "stack" | "phone-page";
  called?: string; // where it has a name of its own; else that of its place
  children?: ComponentChildren;
}

export function Page({ kind, called, children }: PageProps) {
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [hasOwn, setHasOwn] = useState(true);
  // Headings come and go with answers, deep inside and without this being drawn again.
  useLayoutEffect(() => {
    const look = () => setHasOwn(main.current!.querySelector("h1:not([data-until])") !== null);
    look();
    const watch = new MutationObserver(look);
    watch.observe(main.current!, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  return (
    <main class={kind ? `page ${kind}` : "page"} id="main" tabIndex={-1} ref={main}>
      {!hasOwn && <h1 data-until>{called ?? placeOf(path)?.name() ?? t("Workbench")}</h1>}
      {children}
    </main>
  );
}
