// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One code: what it means, what can be done with it, how often it was given, and where.
import type { Ref } from "preact";
import { api, ask, type Given } from "../api/client";
import { kindWords } from "../pages/kinds";
import { kindClass } from "../reader/model";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { plural, t } from "../words/words";
import { Agreed } from "./agreed";
import { Meaning, type WholeCode } from "./meaning";
import { Memos } from "./memos";
import { Merge } from "./merge";
import { Retire } from "./retire";
import { Split } from "./split";
import { Reach, UsedIn } from "./used_in";

const passagesOf = (code: string) => api.GET("/codings", { params: { query: { code: [code], most: 50 } } });
type Passages = Given<() => ReturnType<typeof passagesOf>>;
export type Doing = "merge" | "split" | "retire" | "new" | null;

interface Props {
  code: WholeCode;
  codes: readonly WholeCode[];
  doing: Doing;
  set: (doing: Doing) => void;
  move: () => void;
  go: (code: string) => void;
  name: Ref<HTMLInputElement>;
  leave: () => void; // the field of the name, by Escape
}

export function OneCode({ code, codes, doing, set, move, go, name, leave }: Props) {
  const passages = useResource(`passages ${code.code}`, () => ask(() => passagesOf(code.code)));
  const documents = useResource("documents", askDocuments);
  const above: WholeCode[] = [];
  for (let one = codes.find((other) => other.code === code.parent); one; one = codes.find((other) => other.code === one!.parent)) above.unshift(one);
  const lineOf = (data: Passages["codings"][number]) => documents.data?.documents.find((one) => one.document === data.document);
  const mayEdit = mayDo("coordinator", "researcher");
  const close = () => set(null);
  return (
    <div class="stack">
      <header class="stack-s">
        <p class="crumbs">{above.map((one) => one.label).join(" › ")}</p>
        <div class="row spread">
          <h2 class="big-h"><span class={`kc ${kindClass(code.kind)}`}>{code.code}</span> {code.label}</h2>
          {mayEdit && (
            <p class="row">
              {!code.retired && <>
                <button type="button" class="btn" onClick={move}>{t("Move")}</button>
                <button type="button" class="btn" onClick={() => set("merge")}>{t("Merge")} …</button>
                <button type="button" class="btn" onClick={() => set("split")}>{t("Split")} …</button></>}
              <button type="button" class="btn" onClick={() => set("retire")}>{code.retired ? t("Offer it again") : t("Retire")} …</button>
            </p>
          )}
        </div>
        <p class="row">
          <span class="tag">{kindWords(code.kind)}</span>
          <span class="tag">{plural("{1} coding", "{1} codings", code.own)}</span>
          {code.with_below !== code.own && <span class="tag">{t("{1} with those below", code.with_below)}</span>}
          <Reach code={code.code} kind={code.kind} />
          {code.retired && <span class="tag hot">{t("retired")}</span>}
          {code.merged_into && <a class="tag" href={`/codebook/${encodeURIComponent(code.merged_into)}`}>{t("merged into {1}", code.merged_into)}</a>}
          {!code.retired && mayEdit && <a class="btn" href={`/suggest/${encodeURIComponent(code.code)}`}>{t("Suggest passages")}</a>}
        </p>
      </header>
      {doing === "merge" && <Merge code={code} codes={codes} done={(into) => { close(); go(into); }} close={close} />}
      {doing === "split" && <Split code={code} done={(part) => { close(); go(part); }} close={close} />}
      {doing === "retire" && <Retire code={code} codes={codes} close={close} />}
      <div class="code-cols">
        <div>
          {mayEdit ? <Meaning key={code.code} code={code} name={name} leave={leave} /> : (
            <div class="stack-s">
              <p class="read">{code.definition || <i class="state">{t("no definition yet")}</i>}</p>
              {code.include && <p><b>{t("Belongs, for example")}:</b> {code.include}</p>}
              {code.exclude && <p><b>{t("Does not belong, for example")}:</b> {code.exclude}</p>}
            </div>
          )}
        </div>
        <div class="beside">
          <Agreed code={code.code} />
          <Memos code={code.code} />
          <UsedIn code={code.code} />
        </div>
        <section class="sect" aria-labelledby="passages-h">
          <h2 id="passages-h">{t("Where it was given")}</h2>
          <Await of={passages} what={t("Reading the codings")}>
            {(data) => data.codings.length === 0
              ? <p class="state">{t("Nowhere so far. That says what was not found, not that it is not there.")}</p>
              : (
                <ul class="picks">
                  {data.codings.map((one) => {
                    const text = lineOf(one);
                    return (
                      <li key={one.coding}>
                        <blockquote class="q" lang={text?.language} dir="auto">{one.exact}</blockquote>
                        <p class="small"><a class="lnk" href={`/texts/${signOf(one.document)}?at=${one.start}`} lang={text?.language}>{text?.title ?? t("the text")}</a>
                          {" · "}{one.code !== code.code && <>{one.code} · </>}{one.coder}{one.status === "draft" && <> · <i class="state">{t("draft")}</i></>}</p>
                      </li>
                    );
                  })}
                </ul>
              )}
          </Await>
          {passages.data && passages.data.total > passages.data.codings.length && (
            <p class="state">{t("{1} of {2} are shown.", passages.data.codings.length, passages.data.total)}</p>
          )}
        </section>
      </div>
    </div>
  );
}
