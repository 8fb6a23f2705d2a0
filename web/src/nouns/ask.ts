// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One list of things that are edited one at a time.  The routes of all kinds have one form: they are asked as those of
// sets are.
import { api, ask, type Answer } from "../api/client";

export type Route = "definitions" | "invented-countries" | "legal-rules" | "translations" | "sets" | "editions" | "sources" | "indicators" | "organisations"
  | "statements" | "partners" | "partnerships" | "outcomes" | "answers" | "targets" | "slots";
export interface Thing {
  id: string;
  version: string;
  fields: Readonly<Record<string, unknown>>;
}
export interface Listed {
  things: Thing[];
  total: number;
  withheld: number;
}
export interface Act {
  act: number;
  at: string;
  person: string;
  action: Parameters<typeof import("../shell/actions").actionWords>[0];
}

const kMost = 1000;
const list = (route: Route) => `/${route}` as "/sets";
const one = (route: Route) => `/${route}/{id}` as "/sets/{id}";
const given = <T>(answer: Promise<Answer<unknown>>): Promise<Answer<T>> => answer as Promise<Answer<T>>;
const seen = (id: string, version: string) => ({ path: { id }, header: { "If-Match": `"${version}"` } });

export const listThings = (route: Route) => given<Listed>(ask(() => api.GET(list(route), { params: { query: { most: kMost } } })));
export const showThing = (route: Route, id: string) => given<{ thing: Thing; history: Act[] }>(ask(() => api.GET(one(route), { params: { path: { id } } })));
export const addThing = (route: Route, fields: object) => given<Thing>(ask(() => api.POST(list(route), { body: { fields } })));
export const changeThing = (route: Route, thing: Thing, fields: object) =>
  given<Thing>(ask(() => api.PATCH(one(route), { params: seen(thing.id, thing.version), body: { fields } })));
export const removeThing = (route: Route, thing: Thing) => given<unknown>(ask(() => api.DELETE(one(route), { params: seen(thing.id, thing.version) })));
