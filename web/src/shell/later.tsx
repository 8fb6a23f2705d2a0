// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page that is fetched when it is opened, with the words of such pages.  Where it cannot be fetched, that is said in its
// place, and it is fetched when it is opened again.
import type { ComponentType } from "preact";
import { lazy } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { offline } from "../api/client";
import { allWords } from "../words/words";
import { ProblemBanner } from "./await";
import { Page } from "./page";

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const fetched = (): Promise<ComponentType<Props>> => Promise.all([load(), allWords().catch(() => {})]).then(([page]) => page);
  let got: ComponentType<Props> | null = null;
  function NotFetched(props: Props) {
    const [Fetched, setFetched] = useState(() => got);
    const again = () => fetched().then((page) => {
      got = page;
      setFetched(() => page);
    });
    useEffect(() => { if (!Fetched) again().catch(() => {}); }, []);
    // The server answers and has no such file: it is another version by now, whose first page names its own files.
    const press = () => void again().catch(() => fetch("/icon.svg", { cache: "no-store" }).then(() => location.reload())).catch(() => {});
    return Fetched ? <Fetched {...props} />
      : <Page kind="stack"><ProblemBanner problem={offline} again={press} /></Page>;
  }
  return lazy(() => fetched().catch(() => NotFetched)) as ComponentType<Props>;
}
