// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which column is which, before rows are looked at: what the first row says is chosen already.
import { useState } from "preact/hooks";
import { plural, t } from "../words/words";
import { columns, guessed, type Column, type Mapping } from "./pasted";

function columnName(column: Column): string {
  switch (column) {
    case "id": return t("Id");
    case "name": return t("Name");
    case "short_name": return t("Short name");
    case "country": return t("Country");
    case "region": return t("Region");
    case "languages": return t("Languages");
    case "visibility": return t("Who may see it");
    case "note": return t("Note");
  }
}

interface MapColumnsProps {
  rows: readonly (readonly string[])[];
  take: (rows: readonly (readonly string[])[], mapping: Mapping) => void;
  stop: () => void;
}

export function MapColumns({ rows, take, stop }: MapColumnsProps) {
  const first = rows[0]!;
  const [names, setNames] = useState(guessed(first).some((one) => one !== ""));
  const [mapping, setMapping] = useState<Mapping>(guessed(first));
  const below = names ? rows.slice(1) : rows;
  // A column stands once: whoever takes it from another leaves that one out.
  const choose = (at: number, column: Column | "") => setMapping(mapping.map((one, other) => (other === at ? column : one === column ? "" : one)));
  return (
    <form class="box stack-s" onSubmit={(event) => { event.preventDefault(); take(below, mapping); }}>
      <h2>{t("Which column is which")}</h2>
      <p><label class="check"><input type="checkbox" checked={names} onChange={(event) => setNames(event.currentTarget.checked)} /> {t("The first row names the columns")}</label></p>
      <div class="field-pairs">
        {first.map((head, at) => {
          const example = below.map((row) => row[at] ?? "").find((cell) => cell !== "") ?? "";
          return (
            <div key={at}>
              <label for={`col-${at}`}>{names && head !== "" ? <bdi>{head}</bdi> : t("Column {1}", at + 1)}</label>
              <select id={`col-${at}`} value={mapping[at]} aria-describedby={`col-${at}-x`} onChange={(event) => choose(at, event.currentTarget.value as Column | "")}>
                <option value="">{t("leave it out")}</option>
                {columns.map((one) => <option key={one} value={one}>{columnName(one)}</option>)}
              </select>
              <p class="hint" id={`col-${at}-x`} dir="auto">{example === "" ? t("nothing") : [...example].slice(0, 60).join("")}</p>
            </div>
          );
        })}
      </div>
      <p class="hint">{t("One column has to be the name. Where none is the id, ids are made of the names.")}</p>
      <p class="row"><button class="btn main" disabled={!mapping.includes("name") || below.length === 0}>{plural("Look at {1} row", "Look at {1} rows", below.length)}</button>
        <button type="button" class="btn" onClick={stop}>{t("Stop")}</button></p>
    </form>
  );
}
