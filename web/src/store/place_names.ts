// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the study, its regions and its countries are called, in the language of the reader: asked for once, and again
// when the language changes or the study does.
import { signal } from "@preact/signals";
import { api, ask, type Given } from "../api/client";
import { language } from "../words/words";
import { onNews } from "./news";

const places = (to: string) => api.GET("/places", { params: { query: { language: to as "en" } } });
type Places = Given<() => ReturnType<typeof places>>;

const known = signal<Places | null>(null);

async function read(): Promise<void> {
  const answer = await ask(() => places(language()));
  if (answer.ok && JSON.stringify(answer.data) !== JSON.stringify(known.value)) known.value = answer.data;
}

let begun = false;
export function readPlaceNames(): void {
  void read();
  if (!begun) onNews(() => void read());
  begun = true;
}

export const studyTitle = (): string => known.value?.title ?? "";
export const isInvented = (): boolean => known.value?.invented ?? false;
export const countryName = (code: string): string => known.value?.countries.find((one) => one.country === code)?.name ?? code;
export const regionName = (id: string): string => known.value?.regions.find((one) => one.region === id)?.name ?? id;
export const knownRegions = (): Places["regions"] => known.value?.regions ?? [];
export const knownCountries = (): Places["countries"] => known.value?.countries ?? [];
