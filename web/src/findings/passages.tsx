// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The cases of a finding, each with its passages under the finding's codes; and those that could be for or against it.
import { namesIn } from "../store/organisation_names";
import { askDocuments } from "../store/texts";
import { askOrganisations } from "../store/things";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { Await } from "../shell/await";
import { countryName } from "../store/place_names";
import { listed, plural, t } from "../words/words";
import { passagesUnder, type Coding } from "./ask";

interface CasesProps {
  codes: readonly string[];
  for: readonly string[];
  against: readonly string[];
  put?: (side: "for" | "against" | "none", organisation: string) => void; // undefined: only read
}

const kShown = 3; // passages of one case, before "and more"

export function Cases({ codes, for: casesFor, against, put }: CasesProps) {
  const passages = useResource(codes.length > 0 ? `under ${codes.join(" ")}` : null, () => passagesUnder([...codes]));
  const documents = useResource("documents", askDocuments);
  const organisations = useResource("organisations", askOrganisations);
  const textOf = (id: string) => documents.data?.documents.find((one) => one.document === id);
  const nameOf = namesIn(organisations);
  const countryOf = (id: string) => organisations.data?.find((one) => one.id === id)?.fields.country;
  const by = new Map<string, Coding[]>();
  for (const one of passages.data?.codings ?? []) {
    const of = textOf(one.document)?.organisation ?? "";
    if (!of) continue;
    // What two coders gave alike is one passage.
    const alike = (by.get(of) ?? []).find((other) => other.document === one.document && other.exact === one.exact && other.code === one.code);
    if (alike) alike.coder = listed([alike.coder, one.coder]);
    else by.set(of, [...(by.get(of) ?? []), { ...one }]);
  }
  const others = [...by.keys()].filter((id) => !casesFor.includes(id) && !against.includes(id));
  const one = (id: string, side: "for" | "against" | "none") => {
    const all = by.get(id) ?? [];
    const country = countryOf(id);
    return (
      <li key={id} class={side !== "none" && passages.data && all.length === 0 ? "bad-line stack-s" : "stack-s"}>
        <p><b>{nameOf(id)}</b>{country && <span class="small muted"> · {countryName(country)}</span>}</p>
        {side !== "none" && passages.data && all.length === 0 && <p class="err small">{t("No passage under these codes: this blocks the report.")}</p>}
        {all.slice(0, side === "none" ? 1 : kShown).map((passage) => {
          const text = textOf(passage.document);
          return (
            <div key={passage.coding}>
              <blockquote class="q" lang={text?.language} dir="auto">{passage.exact}</blockquote>
              <p class="small"><a class="lnk" href={`/texts/${signOf(passage.document)}?at=${passage.start}`} lang={text?.language}>{text?.title ?? t("the text")}</a> · {passage.code} · {passage.coder}
                {passage.status === "draft" && <> · <i class="state">{t("draft")}</i></>}</p>
            </div>
          );
        })}
        {all.length > (side === "none" ? 1 : kShown) && <p class="small muted">{plural("and {1} more passage", "and {1} more passages", all.length - (side === "none" ? 1 : kShown))}</p>}
        {put && <p class="row small">{side === "none"
          ? <><button type="button" class="btn" onClick={() => put("for", id)}>{t("For it")}<span class="vh"> {nameOf(id)}</span></button>
            <button type="button" class="btn" onClick={() => put("against", id)}>{t("Against it")}<span class="vh"> {nameOf(id)}</span></button></>
          : <button type="button" class="btn" onClick={() => put("none", id)}>{t("Take out")}<span class="vh"> {nameOf(id)}</span></button>}</p>}
      </li>
    );
  };
  return (
    <>
      <section class="sect" aria-labelledby="for-h">
        <h2 id="for-h">{plural("For it: {1} case", "For it: {1} cases", casesFor.length)}</h2>
        {codes.length === 0 && <p class="state">{t("Name a code first: its passages are what a finding rests on.")}</p>}
        {codes.length > 0 && <Await of={passages} what={t("Reading the codings")}>{() => casesFor.length === 0 ? <p class="state">{t("None picked.")}</p>
          : <ul class="blocks">{casesFor.map((id) => one(id, "for"))}</ul>}</Await>}
      </section>
      <section class="sect" aria-labelledby="against-h">
        <h2 id="against-h">{plural("Against it: {1} case", "Against it: {1} cases", against.length)}</h2>
        {against.length === 0 ? <p class="state">{t("None picked. The report says so.")}</p> : <ul class="blocks">{against.map((id) => one(id, "against"))}</ul>}
      </section>
      {put && others.length > 0 && (
        <details class="box sect"><summary>{plural("{1} more case has passages under these codes", "{1} more cases have passages under these codes", others.length)}</summary>
          <ul class="blocks">{others.map((id) => one(id, "none"))}</ul></details>
      )}
    </>
  );
}
