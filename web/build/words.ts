// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of the pages in each language, from po/, which C++ uses too.  A module "words:fr" holds the strings that
// the first page asks for by t("...") and plural("...", "...", n), and the language's plural rule as code; "more:fr" those
// of the pages that come later; "said:fr" what the server says in English (web/said/), and how it is said.
import gettext from "gettext-parser";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const kAsked = /\b(?:t|plural|pluralOf)\(\s*"((?:[^"\\]|\\.)*)"/g;

export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return sourcesBelow(file);
    return /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name) ? [file] : [];
  });
}

// Every string that the sources below the folder ask for.
export const stringsAsked = (folder: string): Set<string> => stringsIn(sourcesBelow(folder));

function stringsIn(files: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const file of files) {
    for (const match of readFileSync(file, "utf8").matchAll(kAsked)) found.add(JSON.parse(`"${match[1]}"`));
  }
  return found;
}

// The file and all that it imports at once, and those in turn.
export function importedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = /^\s*(?:import|export)\s(?!type\b)(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm;
  for (const match of readFileSync(file, "utf8").matchAll(imports)) {
    const to = path.resolve(path.dirname(file), match[1]!);
    const found = [`${to}.ts`, `${to}.tsx`].find((one) => existsSync(one));
    if (found) importedBy(found, seen);
  }
  return seen;
}

// "nplurals=2; plural=(n > 1);" as an expression over n.  Anything but arithmetic on n is refused.
export function pluralRule(header: string): string {
  const rule = /plural=([^;]+);/.exec(header)?.[1]?.trim() ?? "0";
  if (!/^[n0-9\s%=!<>&|?:()]+$/.test(rule)) throw new Error(`a plural rule that is not understood: ${rule}`);
  return `Number(${rule})`;
}

// French sets signs of two parts off by a space where no line may end, which is hard to see in a catalogue: put in here.
export const french = (text: string): string => text.replace(/« /g, "«\u00a0").replace(/ (?=[:;?!»])/g, "\u00a0");

export function catalogue(file: string, asked: Set<string>): { rule: string; words: Record<string, string | string[]> } {
  const read = gettext.po.parse(readFileSync(file));
  const set = read.headers["Language"] === "fr" ? french : (text: string) => text;
  const words: Record<string, string | string[]> = {};
  for (const one of Object.values(read.translations[""] ?? {})) {
    if (!one.msgid || !asked.has(one.msgid)) continue;
    words[one.msgid] = one.msgid_plural ? one.msgstr.map(set) : set(one.msgstr[0] ?? one.msgid);
  }
  return { rule: pluralRule(read.headers["Plural-Forms"] ?? ""), words };
}

// What the server says, a line each: "ENGLISH", or "ENGLISH => OUR WORDS" where the pages say it in others.
export function sentencesSaid(folder: string): { english: string; ours: string }[] {
  return readdirSync(folder).sort().flatMap((file) => readFileSync(path.join(folder, file), "utf8").split("\n"))
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => {
      const [english = "", ours = english] = line.split(" => ").map((text) => JSON.parse(`"${text}"`) as string);
      return { english, ours };
    });
}

export function words(po: string, sources: string, said: string): Plugin {
  let root = "";
  return {
    name: "commonground-words",
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return /^(?:words|more|said):/.test(id) ? `\0${id}` : null;
    },
    load(id) {
      const [kind, language] = id.startsWith("\0") ? id.slice(1).split(":") : [];
      if (kind !== "words" && kind !== "more" && kind !== "said") return null;
      const file = path.resolve(root, po, `${language}.po`);
      this.addWatchFile(file);
      if (kind === "said") {
        const all = sentencesSaid(path.resolve(root, said));
        const { words: found } = catalogue(file, new Set(all.map((one) => one.ours)));
        return `export const said = ${JSON.stringify(all.map((one) => [one.english, found[one.ours]]))};\n`;
      }
      const first = stringsIn(importedBy(path.resolve(root, sources, "main.tsx")));
      const asked = stringsAsked(path.resolve(root, sources));
      const later = new Set([...asked].filter((one) => !first.has(one)));
      const { rule, words: found } = catalogue(file, kind === "words" ? first : later);
      return `export const rule = (n) => ${rule};\nexport const words = ${JSON.stringify(found)};\n`;
    },
  };
}
