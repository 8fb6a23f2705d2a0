// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What several pages ask for: the texts and the codes.
import { api, ask, type Given } from "../api/client";

const listDocuments = () => api.GET("/documents");
const listTexts = () => api.GET("/texts");
const showCodebook = () => api.GET("/codebook");
export type DocumentLine = Given<typeof listDocuments>["documents"][number];

export type TextList = Given<typeof listTexts>;
export type TextLine = TextList["texts"][number];

export const askTexts = () => ask(listTexts);
export const askDocuments = () => ask(listDocuments);
export const askCodebook = () => ask(showCodebook);
