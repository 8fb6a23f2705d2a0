// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Partners and sources as a member organisation reads them.  It does not see their lists, which tell of others, and whoever
// could name one to learn its title would learn it of any; so those of its own things are counted through: "Source 2".
import { t } from "../words/words";
import { useResource } from "../store/resource";
import { listThings, type Listed } from "./ask";

export interface Numbered {
  id: string;
  name: string;
}

const namedIn = (listed: Listed | null, field: string): string[] => (listed?.things ?? []).flatMap((one) => one.fields[field] as string[] | string | null ?? []);
export const numbered = (ids: readonly string[], name: (n: number) => string): Numbered[] =>
  [...new Set(ids)].sort().map((id, at) => ({ id, name: name(at + 1) }));

// `asks`: false where the lists themselves are seen.
export function useNumbered(asks: boolean): { sources: readonly Numbered[]; partners: readonly Numbered[] } {
  const statements = useResource(asks ? "statements" : null, () => listThings("statements"));
  const ties = useResource(asks ? "partnerships" : null, () => listThings("partnerships"));
  return {
    sources: numbered([...namedIn(statements.data, "source"), ...namedIn(ties.data, "source")], (n) => t("Source {1}", n)),
    partners: numbered(namedIn(ties.data, "partner"), (n) => t("Partner {1}", n)),
  };
}
