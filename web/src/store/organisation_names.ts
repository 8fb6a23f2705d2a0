// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What organisations are called, where a list knows only their ids; the id of one that is not seen here.
import { useResource, type Resource } from "./resource";
import { askOrganisations, type Organisation } from "./things";

// Until it is known, no id is shown for a name: on a slow line that is long enough to read it.
const kNotYet = "…";

// What one of them is called.
export const namesIn = (all: Pick<Resource<readonly Organisation[]>, "data" | "problem">) => (id: string): string =>
  all.data === null && all.problem === null ? kNotYet : all.data?.find((one) => one.id === id)?.fields.name ?? id;

export function useOrganisationNames(): (id: string) => string {
  return namesIn(useResource("organisations", askOrganisations));
}
