// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the pages of chapters ask for.
import { api, ask, type Given } from "../api/client";

const list = () => api.GET("/chapters", { params: { query: { most: 1000 } } });
const one = (id: string) => api.GET("/chapters/{id}", { params: { path: { id } } });

export type Chapter = Given<typeof list>["things"][number];
export type ChapterShown = Given<() => ReturnType<typeof one>>;

export const listChapters = () => ask(list);
export const showChapter = (id: string) => ask(() => one(id));
export const listSources = () => ask(() => api.GET("/sources", { params: { query: { most: 1000 } } }));
export const numbersOf = (kind: "practice" | "barrier" | "outcome") => ask(() => api.GET("/compare", { params: { query: { kind, all: true } } }));
export const quotesUnder = (code: string) => ask(() => api.GET("/codings", { params: { query: { code: [code], most: 200 } } }));
