// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the server says about a problem, in the reader's language.  It says it in English, as the command line does; the
// sentences are in web/said/, one a line, and a test holds them against the sources that say them.  {1} is what was put in.
// The table of a language is fetched after the first page.
import { signal } from "@preact/signals";
import { filled, language, type Language } from "./words";

type Table = [english: string, ours: string][];
interface Sentence {
  pattern: RegExp;
  order: number[]; // of what is caught, which of {1}, {2} it is
  ours: string;
}

const loaders: Record<Exclude<Language, "en">, () => Promise<{ said: Table }>> = {
  fr: () => import("said:fr"),
  es: () => import("said:es"),
  ru: () => import("said:ru"),
  zh: () => import("said:zh"),
};
// A signal: what is shown in English because the table was not there yet is shown again when it is.
const sentences = signal<{ of: Language; exact: Map<string, string>; others: Sentence[] } | null>(null);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function sentenceOf([english, ours]: [string, string]): Sentence {
  const order = [...english.matchAll(/\{(\d)\}/g)].map((found) => Number(found[1]));
  return { pattern: new RegExp(`^${english.split(/\{\d\}/).map(literal).join("([^]*?)")}$`), order, ours };
}

export function take(of: Language, table: Table): void {
  const whole = table.filter(([english]) => !/\{\d\}/.test(english));
  // Those with more words of their own first: "is not from {1} to {2}" before "is not {1}".
  const others = table.filter(([english]) => /\{\d\}/.test(english) && english !== "{1}.")
    .sort((a, b) => b[0].replace(/\{\d\}/g, "").length - a[0].replace(/\{\d\}/g, "").length).map(sentenceOf);
  sentences.value = { of, exact: new Map([...whole, ...table.filter(([english]) => english === "{1}.")]), others };
}

let loading: Language | null = null;
export function loadSaid(): void {
  const of = language();
  if (of === "en" || loading === of) return;
  loading = of;
  loaders[of]().then(({ said }) => take(of, said), () => { loading = null; });
}

// One sentence or half of one; null: not known.
function one(text: string): string | null {
  const { exact, others } = sentences.value!;
  const whole = exact.get(text);
  if (whole !== undefined) return whole;
  for (const { pattern, order, ours } of others) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values: string[] = [];
    order.forEach((number, at) => {
      const caught = found[at + 1]!;
      // "3, 7 to 9": pages.
      values[number - 1] = /^\d+(?:, \d+| to \d+)*$/.test(caught) ? caught.replaceAll(" to ", "–")
        : one(caught) ?? exact.get(caught.replace(/^(?:an?|the) /, "")) ?? caught;
    });
    return filled(ours, values);
  }
  return null;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
const stop = (text: string): string => sentences.value!.exact.get("{1}.")!.replace("{1}", () => text);
const kUnchanged = /(?:\. |; )nothing was (?:changed|decided|drawn|written|imported|done)\.?$/i;

// What is wrong, behind its field and value if those stand before it.
function problem(text: string): string | null {
  const whole = one(text);
  if (whole !== null) return capital(whole);
  const [, field, value, rest = ""] = /^(?:([a-z_][\w.]*): )?(?:"([^]*)": )?([^]*)$/.exec(text)!;
  const said = field !== undefined || value !== undefined ? one(rest) : null;
  return said === null ? null : `${field === undefined ? "" : `${field}: `}${value === undefined ? "" : `“${value}”: `}${said}`;
}

// Is the table of this language there?  If not, it is asked for.
function isReady(): boolean {
  if (sentences.value?.of === language()) return true;
  loadSaid();
  return false;
}

// A message or a fix by itself, without a full stop; null: not known.
export const saidPart = (text: string): string | null => (language() === "en" ? text : isReady() ? one(text) : null);

// What is wrong and what to do, or null when a part of it is not known: then it is shown as it is, in English.
export function saidWords(detail: string): string | null {
  if (language() === "en") return detail;
  if (!isReady()) return null;
  const whole = one(detail);
  if (whole !== null && /[.。]$/.test(whole)) return whole;
  // Several at once: a line each below the first.
  const words = detail.split("\n  ").map((line) => {
    const [what = "", fix] = line.split(/\. Fix: ([^]*)/);
    const wrong = problem(what.replace(kUnchanged, ""));
    const mend = fix === undefined ? "" : one(fix.replace(/\.$/, ""));
    if (wrong === null || mend === null) return null;
    const unchanged = kUnchanged.test(what) ? sentences.value!.exact.get("Nothing was changed.")! : "";
    return [stop(wrong), unchanged, mend && stop(capital(mend))].filter((part) => part !== "").join(language() === "zh" ? "" : " ");
  });
  return words.includes(null) ? null : words.join("\n");
}
