// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the page of the study asks for: its settings and its regions.
import { api, ask, type Given } from "../api/client";

const settings = () => api.GET("/settings");
const regions = () => api.GET("/regions", { params: { query: { most: 1000 } } });

export type Settings = Given<typeof settings>;
export type Setting = Settings["settings"][number];
export type Region = Given<typeof regions>["things"][number];

export const askSettings = () => ask(settings);
export const askRegions = () => ask(regions);
export const valuesOf = (seen: Settings): Record<string, string> => Object.fromEntries(seen.settings.map((one) => [one.field, one.value]));
