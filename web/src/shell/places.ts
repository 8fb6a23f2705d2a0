// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The places of the workbench: who sees which, and where each role begins.
import type { Role } from "../session/session";
import { t } from "../words/words";

export interface Place {
  path: string;
  name: () => string;
  key: string; // behind g
  roles: readonly Role[];
  also?: string; // another address that belongs to it
}

const workers: readonly Role[] = ["coordinator", "researcher", "reviewer"];

export const places: readonly Place[] = [
  { path: "/overview", name: () => t("Overview"), key: "o", roles: ["coordinator"] },
  { path: "/work", name: () => t("My work"), key: "w", roles: workers },
  { path: "/us", name: () => t("What is said of us"), key: "u", roles: ["member"] },
  { path: "/organisations", name: () => t("Organisations"), key: "r", roles: workers },
  { path: "/texts", name: () => t("Texts"), key: "t", roles: [...workers, "member"], also: "/suggest" },
  { path: "/codebook", name: () => t("Codebook"), key: "c", roles: [...workers, "member"] },
  { path: "/compare", name: () => t("Compare"), key: "v", roles: workers },
  { path: "/countries", name: () => t("Countries and law"), key: "l", roles: workers },
  { path: "/findings", name: () => t("Findings"), key: "f", roles: workers },
  { path: "/report", name: () => t("Report"), key: "e", roles: ["coordinator", "reviewer", "reader"] },
  { path: "/settings", name: () => t("People and settings"), key: "p", roles: [...workers, "member", "reader"] },
];

const at = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
// The place that an address belongs to, of whatever role.
export const placeOf = (path: string): Place | undefined =>
  places.find((place) => at(path, place.path) || (place.also !== undefined && at(path, place.also)));
// Whether a page may be opened at all.  Addresses of no place are not judged here, and what is within a page the server judges.
export function mayOpen(role: Role, path: string): boolean {
  if (at(path, "/suggest")) return role === "coordinator" || role === "researcher";
  return placeOf(path)?.roles.includes(role) ?? true;
}

export const placesOf = (role: Role): Place[] => places.filter((place) => place.roles.includes(role));
// Who reviews begins with what there is to review.
export const firstPlace = (role: Role): string => (role === "reviewer" ? "/report" : placesOf(role)[0]?.path ?? "/settings");
