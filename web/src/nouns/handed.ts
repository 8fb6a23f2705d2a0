// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What one page hands to the page of a new thing: in memory only, since words of a text stand in no address.
import type { Values } from "../study/edit";
import type { Route } from "./ask";

let kept: { route: Route; values: Values } | null = null;

export const hand = (route: Route, values: Values): void => {
  kept = { route, values };
};
// Once, and to the kind that it is for.
export function handed(route: Route): Values {
  const values = kept?.route === route ? kept.values : {};
  kept = null;
  return values;
}
