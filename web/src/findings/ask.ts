// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the pages of findings ask for.
import { api, ask, type Given } from "../api/client";

const list = () => api.GET("/findings", { params: { query: { most: 1000 } } });
const one = (id: string) => api.GET("/findings/{id}", { params: { path: { id } } });
const codings = (code: string[]) => api.GET("/codings", { params: { query: { code, most: 1000 } } });

export type Finding = Given<typeof list>["things"][number];
export type Coding = Given<() => ReturnType<typeof codings>>["codings"][number];

export const listFindings = () => ask(list);
export const showFinding = (id: string) => ask(() => one(id));
export const passagesUnder = (codes: string[]) => ask(() => codings(codes));
