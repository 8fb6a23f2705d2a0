// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the pages say, in the language of the reader.  The English text is the key, as in C++; {1}, {2} are put in.
// Catalogues other than English are fetched when they are chosen: the words of the first page at once, those of other pages
// with the first of them.
export const languages = [
  { code: "en", name: "English" },
  { code: "fr", name: "Français" },
  { code: "es", name: "Español" },
  { code: "ru", name: "Русский" },
  { code: "zh", name: "中文" },
] as const;
export type Language = (typeof languages)[number]["code"];

interface Catalogue {
  rule: (n: number) => number;
  words: Record<string, string | string[]>;
}

const loaders: Record<Exclude<Language, "en">, () => Promise<Catalogue>> = {
  fr: () => import("words:fr"),
  es: () => import("words:es"),
  ru: () => import("words:ru"),
  zh: () => import("words:zh"),
};

const more: typeof loaders = {
  fr: () => import("more:fr"),
  es: () => import("more:es"),
  ru: () => import("more:ru"),
  zh: () => import("more:zh"),
};

let chosen: Language = "en";
// ?lang=pseudo: English, longer and from right to left, to see what does not fit and what is not in po/.
let pseudo = false;
export const stretched = (text: string): string => `‹${text.replace(/\{\d\}|[aeiou]/gi, (found) => (found.startsWith("{") ? found : found + found))}›`;
let catalogue: Catalogue | null = null;
let hasAll = false;
let wantsAll = false; // a page after the first was asked for

export const language = (): Language => chosen;
const isLanguage = (code: string | null): code is Language => languages.some((one) => one.code === code);

export async function useLanguage(code: Language): Promise<void> {
  catalogue = code === "en" ? null : await loaders[code]();
  chosen = code;
  hasAll = code === "en";
  if (wantsAll) await allWords();
  document.documentElement.lang = code;
  document.title = "Workbench"; // of every page the same word; never what is read
  if (pseudo) document.documentElement.dir = "rtl";
  else document.title = t("Workbench");
}

// The words of all pages.  They come in the language that is chosen when they are there.
export async function allWords(): Promise<void> {
  wantsAll = true;
  while (!hasAll && chosen !== "en") {
    const code = chosen;
    const { words } = await more[code]();
    if (code !== chosen || !catalogue) continue;
    catalogue = { rule: catalogue.rule, words: { ...catalogue.words, ...words } };
    hasAll = true;
  }
}

// By ?lang= (taken out of the address), then by what was chosen in this tab, by what is kept with the account, by the
// browser.
export function languageWanted(ofAccount = ""): Language {
  const url = new URL(location.href);
  const asked = url.searchParams.get("lang");
  if (asked === "pseudo") sessionStorage.setItem("pseudo", "1");
  pseudo = sessionStorage.getItem("pseudo") !== null;
  if (pseudo) return "en";
  if (isLanguage(asked)) {
    sessionStorage.setItem("language", asked);
    url.searchParams.delete("lang");
    history.replaceState(null, "", url);
    return asked;
  }
  const kept = sessionStorage.getItem("language");
  if (isLanguage(kept)) return kept;
  if (isLanguage(ofAccount)) return ofAccount;
  for (const one of navigator.languages) {
    const short = one.split("-")[0] ?? "";
    if (isLanguage(short)) return short;
  }
  return "en";
}

export function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, number: string) => {
    const value = values[Number(number) - 1];
    return value === undefined ? whole : typeof value === "number" ? count(value) : value;
  });
}

export function t(text: string, ...values: (string | number)[]): string {
  const found = catalogue?.words[text];
  return filled(pseudo ? stretched(text) : typeof found === "string" ? found : text, values);
}

// One, several and how many: {1} is n, others follow.
export function plural(one: string, many: string, n: number, ...values: (string | number)[]): string {
  return pluralOf(one, many, n, n, ...values);
}

// The same where another number than the first decides: "1 of 1 case".  {1} is the first of the values.
export function pluralOf(one: string, many: string, n: number, ...values: (string | number)[]): string {
  const found = catalogue?.words[one];
  const text = Array.isArray(found) ? (found[catalogue!.rule(n)] ?? many) : n === 1 ? one : many;
  return filled(pseudo ? stretched(text) : text, values);
}

export const count = (n: number): string => new Intl.NumberFormat(chosen).format(n);
export const decimal = (n: number, places: number): string =>
  new Intl.NumberFormat(chosen, { minimumFractionDigits: places, maximumFractionDigits: places }).format(n);
export const percent = (n: number): string => new Intl.NumberFormat(chosen, { style: "percent" }).format(n / 100);
export const listed = (items: string[]): string => new Intl.ListFormat(chosen, { type: "conjunction" }).format(items);

// Of English, that of no country in particular: days before months, hours up to 23.
export const localeOf = (): string => (chosen === "en" ? "en-GB" : chosen);
const two = (n: number): string => String(n).padStart(2, "0");
export const clock = (at: Date): string => new Intl.DateTimeFormat(localeOf(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

// Times come as UTC ("2027-01-30T08:12:00Z"); they are shown as the reader's clock says: today the time, else the day as
// it stands in every table of a study ("2027-01-30").
export function when(utc: string): string {
  const at = new Date(utc);
  if (Number.isNaN(at.getTime())) return utc;
  if (new Date().toDateString() === at.toDateString()) return clock(at);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
export const languageName = (code: string): string => {
  try {
    return new Intl.DisplayNames([chosen], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
};

// As those who speak it call it, for a list of texts.
export const ownLanguageName = (code: string): string => {
  try {
    if (code === "und") return languageName(code);
    const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
    return name.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(code));
  } catch {
    return code;
  }
};

const rightToLeft = new Set(["ar", "fa", "he", "ur", "ps", "dv", "ckb", "sd", "ug", "yi"]);
export const directionOf = (code: string): "rtl" | "ltr" =>
  rightToLeft.has(code.split("-")[0] ?? "") || /-(Arab|Hebr)\b/.test(code) ? "rtl" : "ltr";
