// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Common ground: how many cases of each group have each practice, barrier or outcome; every number opens its passages.
import { api, ask, type Given } from "../api/client";
import { Beside, PassageList, usePassages } from "../compare/behind";
import { shade } from "../compare/cells";
import { Await } from "../shell/await";
import { Page } from "../shell/page";
import { useFilters } from "../store/filters";
import { useResource } from "../store/resource";
import { plural, pluralOf, t } from "../words/words";
import { CompareTabs } from "./compare_tabs";
import { Downloads, figureChoice } from "./downloads";

const kinds = ["practice", "barrier", "outcome"] as const;
type Kind = (typeof kinds)[number];
const compare = (by: string, kind: Kind) => api.GET("/compare", { params: { query: { by, kind } } });
type Comparison = Given<() => ReturnType<typeof compare>>;
type Row = Comparison["rows"][number];

interface Cell {
  code: string;
  label: string;
  group: string | null;
  name: string;
}

const kindName = (kind: Kind): string => kind === "practice" ? t("Practices") : kind === "barrier" ? t("Barriers") : t("Outcomes");
function groupingName(by: string): string {
  return by === "region" ? t("regions") : by === "legal_model" ? t("legal models") : by;
}
export function prevalenceWords(word: string): string {
  switch (word) {
    case "common ground": return t("common ground");
    case "in most regions": return t("in most regions");
    case "regional": return t("regional");
    case "in few regions": return t("in few regions");
    default: return word;
  }
}

const hues = ["r-africa", "r-asia", "r-europe", "r-latin", "r-north"];

function Passages({ cell, by, close }: { cell: Cell; by: string; close: () => void }) {
  const found = usePassages({ code: cell.code, by, ...(cell.group === null ? {} : { group: cell.group }) });
  return (
    <Beside about={`${cell.label}, ${cell.name}`} close={close} title={found.data
      ? `${pluralOf("{1} of {2} case", "{1} of {2} cases", found.data.of, found.data.cases.length, found.data.of)}, ${plural("{1} passage", "{1} passages", found.data.total)}`
      : t("Reading the passages")}>
      <PassageList found={found} />
    </Beside>
  );
}

function Matrix({ data, open, chosen }: { data: Comparison; open: (cell: Cell) => void; chosen: Cell | null }) {
  const button = (row: Row, group: string | null, name: string, present: number, of: number) => (
    <button type="button" class={`cell ${shade(present, of)}${chosen?.code === row.code && chosen.group === group ? " open" : ""}`}
      onClick={() => open({ code: row.code, label: row.label, group, name })}>
      <span aria-hidden="true">{present}/{of}</span><span class="vh">{pluralOf("{1} of {2} case", "{1} of {2} cases", of, present, of)}, {row.label}, {name}</span>
    </button>
  );
  return (
    <div class="wide mx" tabIndex={0} role="region" aria-label={t("Cases by group")}>
      <table class="matrix cg">
        <thead>
          <tr><th scope="col">{kindName(data.kind as Kind)}</th>
            {data.groups.map((group, at) => (
              <th scope="col" key={group.group}>{data.by === "region" && <span class={`sw ${hues[at % hues.length]}`} aria-hidden="true" />} {group.label}<br />
                {plural("{1} case", "{1} cases", group.cases)}</th>
            ))}
            <th scope="col">{t("All")}<br />{plural("{1} case", "{1} cases", data.cases)}</th><th scope="col">{t("Class, groups")}</th><th scope="col">{t("Same class without")}</th></tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.label} <small class="muted">{row.code}</small></th>
              {row.by_group.map((share, at) => (
                <td key={data.groups[at]!.group} data-l={data.groups[at]!.label}>{button(row, data.groups[at]!.group, data.groups[at]!.label, share.present, share.of)}</td>
              ))}
              <td data-l={t("All")}>{button(row, null, t("All"), row.overall.present, row.overall.of)}</td>
              <td class="t class" data-l={t("Class, groups")}>{prevalenceWords(row.prevalence)} <small class="muted fw">{row.reach}/{data.groups.length}</small></td>
              <td class="t" data-l={t("Same class without")}>{row.without_each_case.holds === row.without_each_case.of
                ? t("every case") : t("{1} of {2}", row.without_each_case.holds, row.without_each_case.of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const usual = { by: "region", kind: "practice", cell: "" };

// The cell that an address names, "CODE" for all groups or "CODE,GROUP"; null: none, or one that is not in the table.
function cellIn(data: Comparison, named: string): Cell | null {
  const [code, group] = named.split(",");
  const row = data.rows.find((one) => one.code === code);
  if (!row) return null;
  if (group === undefined) return { code: row.code, label: row.label, group: null, name: t("All") };
  const of = data.groups.find((one) => one.group === group);
  return of ? { code: row.code, label: row.label, group, name: of.label } : null;
}

export function Compare(_: { path?: string }) {
  const [filters, set] = useFilters(usual);
  const { by } = filters;
  const kind = kinds.find((one) => one === filters.kind) ?? "practice";
  const found = useResource(`compare ${by} ${kind}`, () => ask(() => compare(by, kind)));
  const cell = found.data && cellIn(found.data, filters.cell);
  const open = (one: Cell) => set({ cell: one.group === null ? one.code : `${one.code},${one.group}` });
  return (
    <Page>
      <header class="stack-s">
        <h1>{found.data
          ? found.data.rows.some((row) => row.prevalence === "common ground")
            ? plural("{1} of {2} is common ground", "{1} of {2} are common ground", found.data.rows.filter((row) => row.prevalence === "common ground").length, found.data.rows.length)
            : t("Nothing is common ground yet")
          : t("Compare")}</h1>
        {found.data && <p class="lead">{plural("{1} case", "{1} cases", found.data.cases)}, {plural("{1} passage", "{1} passages", found.data.passages)}. {t("Cases are purposively selected, not drawn at random: no p-values.")}</p>}
      </header>
      <CompareTabs here="cases" />
      <div class="filters">
        <span class="seg" role="group" aria-label={t("What is compared")}>
          {kinds.map((one) => <button type="button" key={one} aria-pressed={kind === one} onClick={() => set({ kind: one, cell: "" })}>{kindName(one)}</button>)}
        </span>
        <div><label for="by">{t("Columns")}</label>
          <select id="by" value={by} onChange={(event) => set({ by: event.currentTarget.value, cell: "" })}>
            {(found.data?.groupings ?? [by]).map((one) => <option key={one} value={one}>{groupingName(one)}</option>)}
          </select></div>
      </div>
      <Await of={found} what={t("Comparing")}>
        {(data) => data.rows.length === 0
          ? <p class="lead">{t("Nothing to compare yet: codings count once they are accepted, in cases that may be analysed.")}</p>
          : (
            <div class={cell ? "with-aside" : undefined}>
              <div class="stack">
                <Matrix data={data} open={open} chosen={cell} />
                <p class="small muted">{t("Shade: share of cases. Hatched: not found, which never means not done.")}
                  {data.under_embargo.length > 0 && <> {plural("{1} case is under embargo and in no report yet.", "{1} cases are under embargo and in no report yet.", data.under_embargo.length)}</>}
                  {data.still_coded.length > 0 && <> {plural("{1} text is not counted: it is still coded blind.", "{1} texts are not counted: they are still coded blind.", data.still_coded.length)}</>}</p>
                <Downloads choices={[figureChoice(`${kind}s`, `${kindName(kind)}: ${groupingName(by)}`, by), figureChoice("gap-barriers", t("Gap map: practices and barriers")),
                  figureChoice("gap-outcomes", t("Gap map: practices and outcomes")), figureChoice("coalitions", t("Coalitions: sectors by region"))]}
                  about={t("Drawn as the report draws it, of what may be published today. What is under embargo, has no consent or is still coded blind is not in it: its numbers may be smaller than those above.")} />
              </div>
              {cell && <Passages cell={cell} by={by} close={() => set({ cell: "" })} />}
            </div>
          )}
      </Await>
    </Page>
  );
}
