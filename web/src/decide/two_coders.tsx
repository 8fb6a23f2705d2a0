// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two coders side by side: finds the text of the address and all that is needed to compare and decide.
import { useMemo } from "preact/hooks";
import { api, ask, type Given } from "../api/client";
import { Nothing } from "../pages/nothing";
import { modelOf } from "../reader/model";
import { Await } from "../shell/await";
import { Page } from "../shell/page";
import { askCodebook, askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { t } from "../words/words";
import { Compared } from "./compared";

const readText = (document: string) => api.GET("/documents/{document}", { params: { path: { document } } });
const readAgreement = (document: string) => api.GET("/agreement", { params: { query: { document: [document] } } });
export const readPassages = (document: string) => api.GET("/disagreements", { params: { query: { document: [document], most: 1000 } } });
export type ReadText = Given<() => ReturnType<typeof readText>>;
export type Figures = Given<() => ReturnType<typeof readAgreement>>;

export function TwoCoders({ text = "" }: { path?: string; text?: string }) {
  const documents = useResource("documents", askDocuments);
  const id = documents.data?.documents.find((one) => signOf(one.document) === text)?.document ?? null;
  const document = useResource(id && `document ${id}`, () => ask(() => readText(id!)));
  const figures = useResource(id && `agreement ${id}`, () => ask(() => readAgreement(id!)));
  const passages = useResource(id && `disagreements ${id}`, () => ask(() => readPassages(id!)));
  const codebook = useResource("codebook", askCodebook);
  const body = document.data;
  const key = body && `${body.about.document} ${body.about.version}`;
  const model = useMemo(() => (body ? modelOf(body.text, body.parts, body.about.language) : null), [key]);

  if ((documents.data && id === null) || document.problem?.kind === "not_found") return <Nothing />;
  if (body && model && figures.data && passages.data && codebook.data) {
    return <Compared key={body.about.document} body={body} model={model} figures={figures.data} passages={passages.data.passages} codes={codebook.data.codes} />;
  }
  return (
    <Page kind="stack">
      <Await of={documents} what={t("Reading the list of texts")}>
        {() => (
          <Await of={document} what={t("Reading the text")}>
            {() => (
              <Await of={figures} what={t("Comparing")}>
                {() => <Await of={passages} what={t("Comparing")}>{() => <Await of={codebook} what={t("Reading the codebook")}>{() => null}</Await>}</Await>}
              </Await>
            )}
          </Await>
        )}
      </Await>
    </Page>
  );
}
