// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far a code reaches in what is compared, and what else names it: whoever changes or merges it sees what that touches.
import { api, ask } from "../api/client";
import { chapterWords } from "../chapters/names";
import { listChapters } from "../chapters/ask";
import { listFindings } from "../findings/ask";
import { mayDo } from "../session/session";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { plural, pluralOf, t } from "../words/words";
import { usesOf } from "./uses";

const listAnswers = () => ask(() => api.GET("/answers", { params: { query: { most: 1000 } } }));
type Kind = "practice" | "barrier" | "outcome" | "enabler" | "sector" | "other";

const compared = ["practice", "barrier", "outcome"];

// As tags in the head of the code.
export function Reach({ code, kind }: { code: string; kind: Kind }) {
  const may = mayDo("coordinator", "researcher", "reviewer");
  const found = useResource(may ? `reach ${kind}` : null, () => ask(() => api.GET("/compare", { params: { query: { by: "region", kind, all: true } } })));
  const row = found.data?.rows.find((one) => one.code === code);
  if (!row || !found.data) return null;
  const words = `${pluralOf("{1} of {2} case", "{1} of {2} cases", row.overall.of, row.overall.present, row.overall.of)}, ${
    pluralOf("{1} of {2} region", "{1} of {2} regions", found.data.groups.length, row.reach, found.data.groups.length)}`;
  return compared.includes(kind) && row.overall.present > 0
    ? <a class="tag" href={`/compare?${kind === "practice" ? "" : `kind=${kind}&`}cell=${encodeURIComponent(code)}`}>{words}</a> : <span class="tag">{words}</span>;
}

export function UsedIn({ code }: { code: string }) {
  const may = mayDo("coordinator", "researcher", "reviewer");
  const findings = useResource(may ? "findings" : null, listFindings);
  const answers = useResource(may ? "answers" : null, listAnswers);
  const chapters = useResource(mayDo("coordinator") ? "chapters" : null, listChapters);
  const nameOf = useOrganisationNames();
  if (!may || !findings.data || !answers.data) return null;
  const uses = usesOf(code, findings.data.things, answers.data.things, chapters.data?.things ?? []);
  const names = { code: (id: string) => id, organisation: nameOf };
  const isUsed = uses.findings.length + uses.answers + uses.chapters.length > 0;
  return (
    <section class="sect" aria-labelledby="used-h">
      <h2 id="used-h">{t("Used in")}</h2>
      {!isUsed ? <p class="state">{t("No finding and no chapter names it.")}</p> : (
        <ul class="picks">
          {uses.findings.map((one) => (
            <li key={one.id}><span class="small muted">{t("Finding")}: </span><a class="lnk" href={`/findings/${signOf(one.id)}`} dir="auto">{one.fields.statement}</a></li>
          ))}
          {uses.chapters.map((one) => (
            <li key={one.id}><span class="small muted">{t("Chapter")}: </span><a class="lnk" href={`/report/chapters/${signOf(one.id)}`} dir="auto">{chapterWords(one.id, names)}</a></li>
          ))}
          {uses.answers > 0 && <li><a class="lnk" href="/findings/answers">{plural("{1} answer to a barrier", "{1} answers to barriers", uses.answers)}</a></li>}
        </ul>
      )}
    </section>
  );
}
