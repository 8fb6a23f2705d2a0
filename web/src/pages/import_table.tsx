// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations from a spreadsheet: chosen or pasted, its columns named, looked at, mended in its cells, and taken in, all
// or none.
import { useRef, useState } from "preact/hooks";
import type { Problem } from "../api/client";
import { mayDo } from "../session/session";
import { problemWords } from "../shell/await";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { changed } from "../store/news";
import { knownRegions } from "../store/place_names";
import { askOrganisations } from "../store/things";
import { lookAt, takeIn, type Look, type Mended, type Sent } from "../store/tables";
import { dropFile, sendFile } from "../store/uploads";
import { plural, t } from "../words/words";
import { everyCountry } from "./every_country";
import { MapColumns } from "./map_columns";
import { MendTable } from "./mend_table";
import { Nothing } from "./nothing";
import { asCsv, cellsOf, guessed, namesakes, placed, squared, type Mapping } from "./pasted";
import { refusalOf, type Refusal } from "./refusals";
import { WhichOrganisation, type KnownOrganisation, type WhichProps } from "./which_organisation";
import { WhichSheet } from "./which_sheet";

const largest = 25_000_000;
const refused = (problem: Problem): Refusal => (problem.kind === "invalid" ? refusalOf(problem.detail) : { what: problemWords(problem), fix: "" });

export function ImportTable(_: { path?: string }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [over, setOver] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [rows, setRows] = useState<string[][] | null>(null); // whose columns are not named yet
  const [which, setWhich] = useState<WhichProps | null>(null); // names that several organisations have
  const [sheets, setSheets] = useState<readonly string[]>([]); // of a workbook, where it is not plain which one is meant
  const mended = useRef(new Map<string, Mended>());
  const takenOut = useRef<number[]>([]);
  const turn = useRef(0);
  if (!mayDo("coordinator")) return <Nothing />;

  // The newest question is the one whose answer is shown.
  const check = async (which: Sent) => {
    const mine = (turn.current += 1);
    setBusy(true);
    const answer = await lookAt(which, [...mended.current.values()], takenOut.current);
    if (mine !== turn.current) return;
    setBusy(false);
    if (!answer.ok) return setWrong(refused(answer.problem));
    setWrong(null);
    if (answer.data.sheet === "" && answer.data.sheets.length > 0) return setSheets(answer.data.sheets);
    // A sheet whose columns are called otherwise is asked about, as rows that were pasted are.
    if (answer.data.as_in_file.length > 1 && mended.current.size === 0) {
      void dropFile(which.upload);
      setSent(null);
      return setRows(squared(answer.data.as_in_file.map((row) => row.cells)));
    }
    setLook(answer.data);
    setOpened((before) => new Set([...before, ...answer.data.rows.filter((row) => row.fate === "wrong").map((row) => row.row)]));
  };
  // A text whose first row does not name all columns as the table does: they are asked about.
  const asks = (text: string): boolean => {
    const cells = cellsOf(text);
    const names = guessed(cells[0] ?? []);
    setWhich(null);
    setSheets([]);
    if (cells.length === 0 || (names.includes("id") && names.includes("name") && !names.includes(""))) return false;
    setLook(null);
    setWrong(null);
    setRows(cells);
    return true;
  };
  const choose = async (files: FileList | null) => {
    const file = files?.[0]; // before the field is emptied
    if (!file) return;
    setRows(null);
    setWhich(null);
    if (/\.(?:csv|tsv|txt)$/i.test(file.name) && file.size <= largest) {
      const text = await file.text();
      if (!/[\0\uFFFD]/.test(text) && asks(text)) return; // another encoding is for the server to tell
    }
    await take(file);
  };
  const paste = (text: string) => {
    if (text.trim() !== "" && !asks(text)) void take(new File([text], `${t("pasted rows")}.csv`, { type: "text/csv" }));
  };
  const named = async (below: readonly (readonly string[])[], mapping: Mapping) => {
    const answer = await askOrganisations();
    if (!answer.ok) return setWrong(refused(answer.problem));
    const known = answer.data.map((one) => ({ id: one.id, name: one.fields.name ?? "", region: one.fields.region ?? "" }));
    setRows(null);
    const asked = namesakes(below, mapping, known);
    const goOn = (meant: ReadonlyMap<number, string>) => {
      setWhich(null);
      void takeRows(below, mapping, known, meant);
    };
    if (asked.length === 0) goOn(new Map());
    else setWhich({ asked, goOn });
  };
  const takeRows = async (below: readonly (readonly string[])[], mapping: Mapping, known: readonly KnownOrganisation[], meant: ReadonlyMap<number, string>) => {
    const cells = placed(below, mapping, knownRegions().map((one) => ({ id: one.region, name: one.name })), everyCountry().map((one) => ({ id: one.code, name: one.name })));
    await take(new File([asCsv(cells, mapping, known, meant)], `${t("pasted rows")}.csv`, { type: "text/csv" }));
  };
  const take = async (file: File) => {
    if (sent) void dropFile(sent.upload);
    mended.current.clear();
    takenOut.current = [];
    setLook(null);
    setDone(false);
    setSheets([]);
    setOpened(new Set());
    if (file.size === 0 || file.size > largest) return setWrong(refusalOf(file.size === 0 ? "is empty" : "larger than 25 MB"));
    setWrong(null);
    setBusy(true);
    const which: Sent = { upload: crypto.randomUUID(), name: file.name };
    const answer = await sendFile(which.upload, file, () => {});
    setBusy(false);
    if (!answer.ok) return setWrong(refused(answer.problem));
    setSent(which);
    await check(which);
  };
  // Another sheet of the same workbook: what was mended was of the one before.
  const takeSheet = (sheet: string) => {
    if (!sent) return;
    const which = { ...sent, sheet };
    mended.current.clear();
    takenOut.current = [];
    setSheets([]);
    setLook(null);
    setOpened(new Set());
    setSent(which);
    void check(which);
  };
  const bringIn = async () => {
    if (!sent) return;
    setBusy(true);
    const answer = await takeIn(sent, [...mended.current.values()], takenOut.current);
    setBusy(false);
    if (!answer.ok) return setWrong(refused(answer.problem));
    setLook(answer.data);
    if (answer.data.blocked) return; // somebody else changed the study meanwhile
    setDone(true);
    setSent(null);
    changed();
  };
  const mend = (row: number, column: string, value: string) => {
    mended.current.set(`${row} ${column}`, { row, column, value });
    if (sent) void check(sent);
  };
  const takeOut = (row: number) => {
    takenOut.current = [...takenOut.current, row];
    if (sent) void check(sent);
  };
  // Lets it go; nothing was changed.
  const stop = () => {
    turn.current += 1;
    if (sent) void dropFile(sent.upload);
    mended.current.clear();
    takenOut.current = [];
    setSent(null);
    setSheets([]);
    setLook(null);
    setBusy(false);
  };
  const blocking = look?.problems.filter((one) => one.blocks).length ?? 0;
  const coming = look ? look.added + look.changed : 0;
  const heading = done && look ? t("The spreadsheet came in")
    : look === null ? t("Organisations from a spreadsheet")
    : blocking > 0 ? plural("{1} thing to mend before anything comes in", "{1} things to mend before anything comes in", blocking)
    : coming > 0 ? plural("{1} organisation can come in", "{1} organisations can come in", coming) : t("All of it is here already");

  return (
    <Page>
      <header class="stack-s">
        <p class="crumbs"><a href="/organisations">{t("Organisations")}</a></p>
        <h1>{heading}</h1>
        {look && !done && <p class="lead">{t("{1} new, {2} changed, {3} as they are. Nothing has changed in the study: all come in, or none.", look.added, look.changed, look.same)}</p>}
        {look && done && <p class="lead">{t("{1} new, {2} changed, {3} as they are.", look.added, look.changed, look.same)} {look.act !== undefined && t("It is one change, and can be undone.")}</p>}
      </header>
      {!done && (
        <div class={`${look === null ? "drop stack-s bring-in" : "row another"}${over ? " over" : ""}`}
          onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
          onDrop={(event) => { event.preventDefault(); setOver(false); void choose(event.dataTransfer?.files ?? null); }}>
          {look !== null && sent && <span class="tag" dir="auto">{sent.name}{look.sheets.length === 1 && `, ${look.sheet}`}</span>}
          {look !== null && look.sheets.length > 1 && <div><label for="other-sheet">{t("Sheet")}</label>
            <select id="other-sheet" value={look.sheet} onChange={(event) => takeSheet(event.currentTarget.value)}>
              {look.sheets.map((one) => <option key={one} value={one} dir="auto">{one}</option>)}
            </select></div>}
          {look !== null && <span class="tag soft">{plural("{1} row", "{1} rows", look.rows.length)}</span>}
          <div><label for="sheet">{look ? t("Another file") : t("Choose a workbook (XLSX) or a CSV file, or drop it here")}</label>
            <input id="sheet" type="file" accept=".xlsx,.csv,.tsv,.txt" onChange={(event) => { void choose(event.currentTarget.files); event.currentTarget.value = ""; }} /></div>
          {look === null && <div><label for="pasted">{t("Or paste rows from a spreadsheet here")}</label>
            <textarea id="pasted" rows={2} value="" onPaste={(event) => { event.preventDefault(); paste(event.clipboardData?.getData("text/plain") ?? ""); }}
              onChange={(event) => { paste(event.currentTarget.value); event.currentTarget.value = ""; }} /></div>}
          {look === null && <p class="small">{t("A row an organisation. The first row names the columns: id and name are needed; short_name, country, region, languages, visibility and note may be there. Never write down who is a sex worker.")}</p>}
        </div>
      )}
      {sheets.length > 0 && <WhichSheet file={sent?.name ?? ""} sheets={sheets} take={takeSheet} stop={stop} />}
      {rows && <MapColumns key={JSON.stringify(rows[0])} rows={rows} take={(below, mapping) => void named(below, mapping)} stop={() => setRows(null)} />}
      {which && <WhichOrganisation {...which} stop={() => setWhich(null)} />}
      {wrong && (
        <div class="banner warn" role="alert"><Icon name="warn" /><div class="stack-s"><p>{wrong.what}</p>{wrong.fix && <p>{wrong.fix}</p>}</div></div>
      )}
      <p role="status" class="state">{busy ? t("Looking at it") : ""}</p>
      {look && !done && (
        <MendTable look={look} opened={opened} mend={mend} takeOut={takeOut}>
          <p class="row take-in"><button type="button" class="btn main" disabled={busy || blocking > 0 || coming === 0} onClick={() => void bringIn()}>
            {plural("Bring in {1} organisation", "Bring in {1} organisations", coming)}</button>
            <button type="button" class="btn" onClick={stop}>{t("Stop")}</button></p>
        </MendTable>
      )}
      {done && <p class="row"><a class="btn main" href="/organisations">{t("To the organisations")}</a></p>}
    </Page>
  );
}
