// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A workbook of several sheets, none of them plainly the organisations: whoever brings it in says which one.
import { useState } from "preact/hooks";
import { t } from "../words/words";

interface WhichSheetProps {
  file: string; // what it is called
  sheets: readonly string[];
  take: (sheet: string) => void;
  stop: () => void;
}

export function WhichSheet({ file, sheets, take, stop }: WhichSheetProps) {
  const [chosen, setChosen] = useState("");
  return (
    <form class="box stack-s" onSubmit={(event) => { event.preventDefault(); take(chosen); }}>
      <h2>{t("Which sheet has the organisations?")}</h2>
      <p><span class="tag" dir="auto">{file}</span></p>
      <div><label for="which-sheet">{t("Sheet")}</label>
        <select id="which-sheet" required value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{t("choose …")}</option>
          {sheets.map((one) => <option key={one} value={one} dir="auto">{one}</option>)}
        </select></div>
      <p class="row"><button class="btn main" disabled={chosen === ""}>{t("Go on")}</button>
        <button type="button" class="btn" onClick={stop}>{t("Stop")}</button></p>
    </form>
  );
}
