// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was agreed for something that comes in: scopes, how, and where that is kept.  It begins empty.
import type { Basis, Scope } from "../store/uploads";
import { t } from "../words/words";
import { scopes, scopeWords } from "./consent_words";

export interface Agreed {
  scopes: Scope[];
  basis: Basis;
  evidence: string;
}
export const nothingAgreed: Agreed = { scopes: [], basis: "written", evidence: "" };
export const isAgreed = (one: Agreed): boolean => one.scopes.length > 0 && one.evidence.trim() !== "";

function basisWords(basis: Basis): string {
  switch (basis) {
    case "written": return t("in writing");
    case "recorded": return t("spoken, and recorded");
    case "witnessed": return t("spoken before a witness");
    default: return t("it is public already (name the source's id below)");
  }
}
const bases: readonly Basis[] = ["written", "recorded", "witnessed", "public source"];

export function ConsentFields({ agreed, set }: { agreed: Agreed; set: (to: Agreed) => void }) {
  return (
    <div class="box stack-s">
      {scopes.filter((one) => one !== "publish verdict").map((one) => (
        <div class="choice" key={one}><input type="checkbox" id={`s-${one.replace(" ", "-")}`} checked={agreed.scopes.includes(one)}
          onChange={(event) => set({ ...agreed, scopes: event.currentTarget.checked ? [...agreed.scopes, one] : agreed.scopes.filter((other) => other !== one) })} />
          <label for={`s-${one.replace(" ", "-")}`}>{scopeWords(one)}</label></div>
      ))}
      <div class="field-2">
        <div><label for="evidence">{t("Where that is kept")} <span class="hint">{t("never a real name")}</span></label>
          <input id="evidence" type="text" value={agreed.evidence} autocomplete="off" onInput={(event) => set({ ...agreed, evidence: event.currentTarget.value })} /></div>
        <div><label for="basis">{t("How it was agreed")}</label>
          <select id="basis" value={agreed.basis} onChange={(event) => set({ ...agreed, basis: event.currentTarget.value as Basis })}>
            {bases.map((one) => <option key={one} value={one}>{basisWords(one)}</option>)}
          </select></div>
      </div>
    </div>
  );
}
