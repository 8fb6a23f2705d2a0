// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The reader: finds the text of the address, asks for it with its codings, and for the codebook, and shows them together.
import { useEffect, useMemo } from "preact/hooks";
import { api, ask } from "../api/client";
import { Nothing } from "../pages/nothing";
import { Await } from "../shell/await";
import { Page } from "../shell/page";
import { askCodebook, askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { t } from "../words/words";
import { Desk } from "./desk";
import { modelOf } from "./model";

export function Reader({ text = "" }: { path?: string; text?: string }) {
  const documents = useResource("documents", askDocuments);
  const id = documents.data?.documents.find((one) => signOf(one.document) === text)?.document ?? null;
  const document = useResource(id && `document ${id}`, () => ask(() => api.GET("/documents/{document}", { params: { path: { document: id! } } })));
  const codebook = useResource("codebook", askCodebook);
  const body = document.data;
  const key = body && `${body.about.document} ${body.about.version}`;
  const model = useMemo(() => (body ? modelOf(body.text, body.parts, body.about.language) : null), [key]);

  // No news tells of a text that was withdrawn, since news names only what may be seen: the list is asked for again.
  useEffect(() => {
    const timer = setInterval(documents.reload, 15000);
    return () => clearInterval(timer);
  }, [documents.reload]);

  // Withdrawn or taken away while it was open: gone at once, not only at the next visit.
  if ((documents.data && id === null) || document.problem?.kind === "not_found") return <Nothing />;
  if (body && model && codebook.data) {
    return <Desk key={body.about.document} about={body.about} model={model} codings={body.codings} codes={codebook.data.codes} hasPictures={body.has_page_pictures} />;
  }
  return (
    <Page kind="stack">
      <Await of={documents} what={t("Reading the list of texts")}>
        {() => <Await of={document} what={t("Reading the text")}>{() => <Await of={codebook} what={t("Reading the codebook")}>{() => null}</Await>}</Await>}
      </Await>
    </Page>
  );
}
