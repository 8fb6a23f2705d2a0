// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two changed the same: what was seen, what it is now, what is wanted, field by field.
import { t } from "../words/words";
import type { Values } from "./edit";

interface VersionsProps {
  fields: readonly string[];
  seen: Values;
  now: Values;
  wanted: Values;
  name: (field: string) => string;
  take: (field: string) => void;
}

export function Versions({ fields, seen, now, wanted, name, take }: VersionsProps) {
  const value = (of: Values, field: string) => (of[field] ? <p dir="auto">{of[field]}</p> : <p class="state">{t("nothing")}</p>);
  return (
    <div class="banner warn" role="alert"><div class="stack">
      <p>{t("Somebody else changed this meanwhile. Nothing of theirs or yours was lost.")}</p>
      {fields.map((field) => (
        <div class="versions" key={field}>
          <div><b>{name(field)}: {t("You saw")}</b>{value(seen, field)}</div>
          <div><b>{t("It is now")}</b>{value(now, field)}<button type="button" class="btn" onClick={() => take(field)}>{t("Take theirs")}<span class="vh"> {name(field)}</span></button></div>
          <div><b>{t("You want")}</b>{value(wanted, field)}</div>
        </div>
      ))}
      <p>{t("Keep these changes once more, and yours stand.")}</p>
    </div></div>
  );
}
