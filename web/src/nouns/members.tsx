// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Several of a list, by what they are called: added one at a time, taken out by a button.
import { t } from "../words/words";
import type { Choice } from "./choices";

interface MembersProps {
  id: string;
  label: string;
  hint?: string | undefined;
  value: string; // ids, a line each
  choices: readonly Choice[];
  set: (value: string) => void;
}

export function Members({ id, label, hint, value, choices, set }: MembersProps) {
  const members = value.split("\n").filter((one) => one !== "");
  const nameOf = (member: string) => choices.find((one) => one.id === member)?.name ?? member;
  const free = choices.filter((one) => !members.includes(one.id));
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value="" {...(hint ? { "aria-describedby": `${id}-hint` } : {})} onChange={(event) => { if (event.currentTarget.value !== "") set([...members, event.currentTarget.value].join("\n")); event.currentTarget.value = ""; }}>
        <option value="">{t("add one …")}</option>
        {free.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </select>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {members.length > 0 && (
        <ul class="members" aria-label={label}>
          {members.map((one) => <li key={one}><span dir="auto">{nameOf(one)}</span> <button type="button" class="btn" onClick={() => set(members.filter((other) => other !== one).join("\n"))}>{t("Take out")}<span class="vh"> {nameOf(one)}</span></button></li>)}
        </ul>
      )}
    </div>
  );
}
