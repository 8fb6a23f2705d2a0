// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What organisations are called, where a list knows only their ids; the id of one that is not seen here.
import { useResource } from "./resource";
import { askOrganisations } from "./things";

export function useOrganisationNames(): (id: string) => string {
  const all = useResource("organisations", askOrganisations);
  return (id) => all.data?.find((one) => one.id === id)?.fields.name ?? id;
}
