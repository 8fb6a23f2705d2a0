// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far coders agree: one sentence, then code by code, text by text and pair by pair; every number opens its passages.
import { useState } from "preact/hooks";
import { ask } from "../api/client";
import { agreementChoice, Downloads } from "../pages/downloads";
import { CompareTabs } from "../pages/compare_tabs";
import { kindClass } from "../reader/model";
import { Await } from "../shell/await";
import { Page } from "../shell/page";
import { orderIn } from "../shell/order";
import { SortHead } from "../shell/sort_head";
import { useFilters } from "../store/filters";
import { askCodebook, askDocuments } from "../store/texts";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { language as pageLanguage, listed, plural, t } from "../words/words";
import { Behind, type Asking } from "./behind";
import { columns, figureOf, kindOfAgreement, measures, onlyOf, readAgreement, sorted, sortedTaken, twoPlaces, units, type Agreement as Data, type Column, type Row, type Unit } from "./figures";
import { Rows } from "./rows";
import { measureWords, unitWords } from "./words";

type By = "code" | "text" | "pair";

function headline(data: Data): string {
  const alpha = figureOf(data.all_codes, "alpha")?.value;
  switch (kindOfAgreement(alpha)) {
    case "reliable": return t("Coders agree reliably: alpha {1}", twoPlaces(alpha!));
    case "tentative": return t("Coders agree well enough for tentative conclusions: alpha {1}", twoPlaces(alpha!));
    case "unreliable": return t("Coders do not agree reliably yet: alpha {1}", twoPlaces(alpha!));
    default: return t("How far coders agree cannot be calculated yet");
  }
}

export function Agreement(_: { path?: string }) {
  const [unit, setUnit] = useState<Unit>("paragraph");
  const [withBelow, setWithBelow] = useState(false);
  const [afterDecisions, setAfter] = useState(false);
  const [measure, setMeasure] = useState<string>("alpha");
  const [by, setBy] = useState<By>("code");
  const [{ sort, taken: takenSort }, setFilters] = useFilters({ sort: "", taken: "" });
  const [asking, setAsking] = useState<Asking | null>(null);
  const found = useResource(`agreement ${unit} ${withBelow} ${afterDecisions}`, () => ask(() => readAgreement({ unit, withBelow, afterDecisions })));
  const codebook = useResource("codebook", askCodebook);
  const documents = useResource("documents", askDocuments);
  const codeOf = (id?: string) => codebook.data?.codes.find((one) => one.code === id);
  const titleOf = (id?: string) => documents.data?.documents.find((one) => one.document === id);
  const codeName = (id?: string) => <span class={kindClass(codeOf(id)?.kind)}><b class="kc">{id}</b> {codeOf(id)?.label}</span>;
  const spoken = (id?: string) => `${id} ${codeOf(id)?.label ?? ""}`;

  const turn = (wanted: string) => setFilters({ sort: wanted });
  const byWords = new Intl.Collator(pageLanguage());
  const inOrder = (rows: readonly Row[], name: (row: Row) => string) => sorted(rows, sort, measure, { name, compare: (a, b) => byWords.compare(a, b) });
  const caption = (given: string, least: string, other: string) => (sort === "figure" ? least : orderIn(columns, sort) ? other : given);
  const columnName: Record<Column, string> = {
    name: by === "code" ? t("Code") : by === "text" ? t("Text") : t("Pair of coders"), alike: t("Given alike"), one: t("By one only"),
    share: t("Share coded, %"), agreed: t("Agreed, %"), figure: measureWords(measure),
  };

  const table = (data: Data) => {
    const share = { measure, sort, turn };
    if (by === "code") {
      return <Rows {...share} rows={inOrder(data.by_code, (row) => spoken(row.code))} head={t("Code")} keyOf={(row) => row.code!} nameOf={(row) => codeName(row.code)} spoken={(row) => spoken(row.code)}
        caption={caption(t("Code by code, most given first"), t("Code by code, least agreement first"), t("Code by code"))}
        alike={(row) => setAsking({ kind: "alike", code: row.code, name: spoken(row.code) })}
        differ={(row) => setAsking({ kind: "differ", code: row.code, name: spoken(row.code) })} />;
    }
    if (by === "text") {
      return <Rows {...share} rows={inOrder(data.by_document, (row) => titleOf(row.document)?.title ?? "")} head={t("Text")} keyOf={(row) => row.document!}
        nameOf={(row) => <a class="lnk" href={`/texts/${signOf(row.document!)}/compare`} lang={titleOf(row.document)?.language} dir="auto">{titleOf(row.document)?.title ?? t("the text")}</a>}
        spoken={(row) => titleOf(row.document)?.title ?? ""} caption={caption(t("Text by text, most given first"), t("Text by text, least agreement first"), t("Text by text"))}
        differ={(row) => setAsking({ kind: "differ", document: row.document, name: titleOf(row.document)?.title ?? "" })} />;
    }
    const names = (row: Row) => listed(row.coders);
    return <Rows {...share} rows={orderIn(columns, sort) ? inOrder(data.by_pair, names) : data.by_pair} head={t("Pair of coders")} keyOf={names} nameOf={names} spoken={names} caption={t("Pair by pair")} />;
  };

  return (
    <Page>
      <header class="stack-s">
        <h1>{!found.data ? t("How far coders agree") : found.data.documents.length === 0 ? t("Nothing to compare yet") : headline(found.data)}</h1>
        {found.data && found.data.documents.length > 0 && (
          <p class="lead">
            {(() => {
              const all = figureOf(found.data.all_codes, "alpha");
              return all?.low !== undefined && all.high !== undefined ? `${t("Between {1} and {2}.", twoPlaces(all.low), twoPlaces(all.high))} ` : "";
            })()}
            {plural("{1} text", "{1} texts", found.data.documents.length)}, {listed(found.data.coders)}. {plural("A code was given alike {1} time", "A code was given alike {1} times", found.data.all_codes.all)}, {plural("and by one only {1} time.", "and by one only {1} times.", found.data.all_codes.some)} {t("Chance alone gives 0, full agreement 1.")}
          </p>
        )}
      </header>
      <CompareTabs here="agreement" />
      <form class="filters" aria-label={t("What is counted")} onSubmit={(event) => event.preventDefault()}>
        <span class="seg" role="group" aria-label={t("A line for each")}>
          {([["code", t("Code")], ["text", t("Text")], ["pair", t("Pair of coders")]] as const).map(([one, name]) => (
            <button type="button" key={one} aria-pressed={by === one} onClick={() => setBy(one)}>{name}</button>
          ))}
        </span>
        <div><label for="ag-unit">{t("Counted in")}</label>
          <select id="ag-unit" value={unit} onChange={(event) => setUnit(event.currentTarget.value as Unit)}>
            {units.map((one) => <option key={one} value={one}>{unitWords(one)}</option>)}</select></div>
        <div><label for="ag-below">{t("A code stands for")}</label>
          <select id="ag-below" value={withBelow ? "below" : "itself"} onChange={(event) => setWithBelow(event.currentTarget.value === "below")}>
            <option value="itself">{t("itself")}</option><option value="below">{t("itself and its child codes")}</option></select></div>
        <div><label for="ag-after">{t("Codings")}</label>
          <select id="ag-after" value={afterDecisions ? "after" : "before"} onChange={(event) => setAfter(event.currentTarget.value === "after")}>
            <option value="before">{t("as submitted")}</option><option value="after">{t("with what was decided")}</option></select></div>
        <div><label for="ag-measure">{t("Measure")}</label>
          <select id="ag-measure" value={measure} onChange={(event) => setMeasure(event.currentTarget.value)}>
            {measures.filter((one) => !found.data || figureOf(found.data.all_codes, one)).map((one) => <option key={one} value={one}>{measureWords(one)}</option>)}</select></div>
        <div><label for="ag-order">{t("Order")}</label>
          <select id="ag-order" value={orderIn(columns, sort) ? sort : ""} onChange={(event) => turn(event.currentTarget.value)}>
            <option value="">{t("most given first")}</option><option value="figure">{t("least agreement first")}</option>
            {columns.flatMap((one) => [one, `-${one}`]).filter((one) => one !== "figure").map((one) => (
              <option key={one} value={one}>{columnName[orderIn(columns, one)!.by]} {one.startsWith("-") ? "↓" : "↑"}</option>))}</select></div>
      </form>
      <Await of={found} what={t("Comparing")}>
        {(data) => {
          const taken = sortedTaken(data.confusions, takenSort, (a, b) => byWords.compare(a, b));
          const takenOrder = { sort: takenSort, turn: (wanted: string) => setFilters({ taken: wanted }) };
          const only = onlyOf(data.confusions);
          const left = (
            <>
              {data.still_coded.length > 0 && <> {plural("{1} text is left out: somebody still codes it blind.", "{1} texts are left out: somebody still codes them blind.", data.still_coded.length)}</>}
              {data.one_coder_only.length > 0 && <> {plural("{1} text is left out: one person only has coded it.", "{1} texts are left out: one person only has coded them.", data.one_coder_only.length)}</>}
            </>
          );
          if (data.documents.length === 0) {
            return <p class="lead">{t("Agreement is counted in texts that two people or more have coded without seeing each other's work, once all of them have submitted.")}{left}</p>;
          }
          return (
            <div class={asking ? "with-aside" : undefined}>
              <div class="stack">
                {table(data)}
                <p class="small muted">{t("Counted over {1} units of each code. Rare codes are agreed on nearly always, so that “agreed” says little; alpha takes out what chance gives. Intervals resample whole texts, 400 times. A long line: too few passages to tell.",
                  data.by_code[0]?.units ?? 0)}{left}</p>
                <Downloads choices={[agreementChoice(t("Agreement by code"), { unit, with_below: withBelow, after_adjudication: afterDecisions })]}
                  about={t("For the people who code: coders are named in it, and it is no part of the report.")} />
                <div class="sect">
                  <h2 id="taken-h">{t("Confused with each other")}</h2>
                  <p class="read">{t("Where one gave a code that another did not, the other gave nothing else {1} times and another code {2} times.", only.nothing, only.another)}{" "}
                    {only.nothing > 2 * only.another && t("That is mostly a question of how much to code, not of what codes mean.")}</p>
                  {taken.length === 0 ? <p class="state">{t("No code was taken for another.")}</p> : (
                    <div class="wide" tabIndex={0} role="region" aria-labelledby="taken-h">
                      <table class="cards-s">
                        <thead><tr><SortHead by="first" {...takenOrder}>{t("One gave")}</SortHead><SortHead by="second" {...takenOrder}>{t("The other gave")}</SortHead>
                          <SortHead by="times" {...takenOrder}>{t("Times")}</SortHead></tr></thead>
                        <tbody>
                          {taken.slice(0, 12).map((one) => (
                            <tr key={`${one.first} ${one.first_code} ${one.second} ${one.second_code}`}>
                              <td data-l={one.first}><small class="muted">{one.first}</small> {codeName(one.first_code)}</td>
                              <td data-l={one.second}><small class="muted">{one.second}</small> {codeName(one.second_code)}</td>
                              <td data-l={t("Times")}><button type="button" class="btn plain num" onClick={() => setAsking({ kind: "differ", code: one.first_code, instead: one.second_code,
                                name: `${spoken(one.first_code)} / ${spoken(one.second_code)}` })}>{one.units}<span class="vh"> {t("times")}: {spoken(one.first_code)}, {spoken(one.second_code)}</span></button></td>
                            </tr>
                          ))}
                        </tbody>
                      </table>
                    </div>
                  )}
                  {taken.length > 12 && <p class="small muted">{plural("{1} more pair.", "{1} more pairs.", taken.length - 12)}</p>}
                </div>
              </div>
              {asking && <Behind asking={asking} unit={unit} withBelow={withBelow} close={() => setAsking(null)} />}
            </div>
          );
        }}
      </Await>
    </Page>
  );
}
