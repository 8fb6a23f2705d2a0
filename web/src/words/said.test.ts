// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every sentence that the sources say and a page can show stands in web/said/, and nothing stands there that they do not
// say.
import { beforeAll, describe, expect, it, vi } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue, sentencesSaid } from "../../build/words";
import { saidPart, saidWords, take } from "./said";

vi.mock("./words", async (original) => ({ ...(await original<typeof import("./words")>()), language: () => "fr" }));

const root = fileURLToPath(new URL("../../..", import.meta.url));
const rooms: Record<string, RegExp> = {
  "src/rules": /./,
  "src/app/nouns": /./,
  "src/app/wire": /./,
  "src/app/people": /./,
  "src/app": /^(?:adjudicate_study|codings_study|memo_study|assign_study|edit_coding|codebook_study|suggest_study|screen_study|compare_versions|expected_version|apply_edit)\.cpp$/,
  "src/app/gateway": /^(?:desk|passage_named)\.cpp$/,
  "src/coding/codebook": /^edits\.cpp$/,
  "src/coding/history": /^undo\.cpp$/,
  "src/coding": /^passage\.cpp$/,
  "src/ingest/folder": /^(?:dates|values)\.cpp$/,
  "src/server": /^(?:site|problem|jobs|uploads)\.cpp$/,
  "src/server/routes": /^(?:memos|codings|report|countries|compare|jobs|originals)\.cpp$/,
};
// What no page shows: what only a command or a program of somebody else's can cause, names of use cases, and what is said
// elsewhere (conflicts are shown field by field, a refused role by its kind).
const kNotShown = [
  /you saw: /, /by an import of the study/, /^(?:approve the report|take an approval back|use a recovery code|end a session|set a second key|make a person|remove a person)/,
  /^what is approved is named by its hash/, /^found by: /, /was changed by somebody else since you saw it/, /^Fix: decide which/, /former texts were erased/,
  /history does not hold the version that you name/, /^take the note out$/, /^coder id is required/, /^say who acts$/, /pseudonym and never a real name/,
  /^the kind is one of NounKinds/, /^the history holds what this program cannot read/, /X-CSRF-Token/, /If-Match/, /--allow-host/, /The body is compressed/,
  /^commonground: a bug/, /\/api\/v1\//, /^Your session ended/, /^Your role may not do this/, /^There is nothing here/, /random UUID/,
  /^Say (?:in which document|where: start|which code, or in_vivo)/, /^(?:sandbox|default-src)/, /^(?:of the file|A page of a preview|What it made)/, /parameter that is not known/, /^organisation, as_of, body$/,
  /^(?:this (?:share|country|date)|the comma of this share|this country is read)/, /^type (?:it|the id) again/, /^is not (?:a country's (?:code|name)|an id): it/, /edge that nobody sees/,
  /spreadsheet program made of what was typed \(1-2/, /^format the column as text and type/, /format the column as text before/,
  /^rules of the legal model$/, /^; \{\} more$/, /^does not exist$/, /^' && /, /^a file (?:that )?is /, /^what was sent cannot be read back$/, /^libsodium /, /^Another file was sent/,
];
// What is written of what goes out, and names of things in files of others.
const kOfExports = [/^control characters in names/, /^documents (?:in which every|with characters)/, /^counted as/, /REFI-QDA|\.qdpx$|commonground\.json|not about coding/, /^(?:places hold|left out, as you|cases without a document that|codes below a code that is not there, or)/,
  /(?:may not be read|that are not accepted|not exported|nothing is exported|^codings that are $)/, /^stored_sql$/];
const kPutTogether = ["Page {} could not be read, and is not in the text: {}", "Pages {} could not be read, and are not in the text: {}",
  "No words were found on page {}.", "No words were found on pages {}.", "this code is retired and merged into {}", "{} word, near paragraph {}", "{} words, near paragraph {}"];

const list = sentencesSaid(path.join(root, "web/said"));
const fixed = (text: string): string => text.replace(/\{[^}]*\}/g, "{}").replace(/\{\}(?: \{\})+/g, "{}");
const said = new Set(list.map((one) => fixed(one.english)));

// The literals of a file that are sentences: texts in a row put together, as the compiler does.
function literalsIn(file: string): string[] {
  return literalsOf(readFileSync(file, "utf8").replace(/^\s*#include.*$/gm, "").replace(/(^|[^:])\/\/[^\n]*/g, "$1").replace(/"\s*\n\s*"/g, ""));
}
function literalsOf(source: string): string[] {
  return [...source.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((found) => JSON.parse(`"${found[1]!.replace(/\\(.)/g, (whole, sign: string) => (/[nt"\\]/.test(sign) ? whole : `\\${whole}`))}"`) as string);
}
const files = Object.entries(rooms).flatMap(([room, which]) => readdirSync(path.join(root, room))
  .filter((file) => /\.(?:cpp|h)$/.test(file) && !/_test|testutil/.test(file) && which.test(file)).map((file) => path.join(root, room, file)));
const all = files.flatMap(literalsIn);

// "WHAT. Nothing was changed. Fix: FIX" is two sentences.
const halves = (text: string): string[] => (said.has(fixed(text)) ? [text]
  : text.split(/\. Fix: /).map((half) => half.replace(/(?:\. |; )nothing was \w+$/i, "").replace(/^\. Nothing was changed$/, "")));
// Where a text is put together, its longest part that is written in one place.
const longest = (text: string): string => text.split("{}").map((part) => part.trim().replace(/^[;:,."]+ ?|[;:."(]+$/g, "").trim()).sort((a, b) => b.length - a.length)[0]!;
// A piece that other words are put before or behind is a part of a sentence.
const isKnown = (half: string): boolean => {
  const text = fixed(half);
  return said.has(text) || (/^[\s";:,.']|[\s";:'(]$|^\{\}|\{\}$/.test(text) && [...said].some((one) => one.includes(text.trim().replace(/^[";:,.'{}]+ ?|[":({}]+$/g, "").trim())));
};

// Steps of long work, and notices of files that came in: what is given to Begin and to a list of notices.
const below = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? below(path.join(folder, one.name))
  : /\.(?:cpp|h)$/.test(one.name) && !/_test|testutil/.test(one.name) ? [path.join(folder, one.name)] : []));
function givenTo(call: RegExp, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => below(path.join(root, folder))).flatMap((file) => {
    const source = readFileSync(file, "utf8").replace(/(^|[^:])\/\/[^\n]*/g, "$1").replace(/"\s*\n\s*"/g, "");
    return [...source.matchAll(call)].flatMap((found) => literalsOf(found[1]!));
  });
}
// A call's arguments: its literals may hold a semicolon.
const argumentsOf = (call: string) => new RegExp(`${call}\\(((?:"(?:[^"\\\\\\n]|\\\\.)*"|[^;"])*);`, "g");
const kReaders = ["src/ingest/parser", "src/ingest/scanner", "src/ingest/documents", "src/ingest/folder"];
const kExchange = ["src/coding/exchange", "src/ingest/exchange"];
const steps = givenTo(argumentsOf("[Pp]rogress_?\\.Begin"), ["src"]);
const kNotices = "(?:\\bNotice|notices\\.(?:push_back|emplace_back|insert))";
const notices = givenTo(argumentsOf(kNotices), [...kReaders, ...kExchange]);
const becomes = [...givenTo(argumentsOf("(?:report_?\\.Add|\\bCount)"), kExchange), ...literalsIn(path.join(root, "src/app/exchange_study.cpp")).filter((text) => /^(?:left out|documents (?:in|whose))/.test(text))]
  .filter((text) => !kOfExports.some((one) => one.test(text)));

// Why a country has its legal model, by the rules that are built in.
const reasons = [...readFileSync(path.join(root, "data/legal-model.toml"), "utf8").matchAll(/^reason = "(.*)"$/gm)].map((found) => found[1]!);

// What the definitions say that come with the program: label, version, summary, and what is not sourced.
const definitions = readdirSync(path.join(root, "data/definitions")).flatMap((name) =>
  [...readFileSync(path.join(root, "data/definitions", name), "utf8").matchAll(/(?:^(?:label|version|summary) = |^ {2})"(.*?)",?$/gm)].map((found) => found[1]!));

describe("what the server says", () => {
  it("of the definitions is known, if there are words in it", () => {
    expect(definitions.length).toBeGreaterThan(60);
    expect(definitions.filter((text) => !/^(?:\d+|INPUD|GNP\+)$/.test(text) && !said.has(text))).toEqual([]);
  });
  it("of the built-in rules is known", () => {
    expect(reasons.length).toBeGreaterThan(5);
    expect(reasons.filter((text) => !said.has(text))).toEqual([]);
  });
  it("of long work and of files that came in is known", () => {
    expect(steps.length).toBeGreaterThan(20);
    expect([...new Set(steps)].filter((text) => !said.has(fixed(text)))).toEqual([]);
    expect(notices.length).toBeGreaterThan(20);
    const known = [...said].join("\n");
    expect([...new Set(notices)].filter((text) => text.split(" ").length >= 3).flatMap(halves).map((half) => longest(fixed(half)))
      .filter((half) => half !== "" && !known.includes(half))).toEqual([]);
    expect(becomes.length).toBeGreaterThan(100);
    expect([...new Set(becomes)].filter((text) => text.split(" ").length >= 3).map((text) => longest(fixed(text))).filter((half) => half !== "" && !known.includes(half))).toEqual([]);
  });

  it("is known, a sentence of the sources each", () => {
    const sentences = all.filter((text) => text.split(" ").length >= 3 && /[a-z]{2}/.test(text) && !kNotShown.some((one) => one.test(text)));
    expect(sentences.length).toBeGreaterThan(350);
    expect(sentences.flatMap(halves).filter((half) => half.trim() !== "" && !isKnown(half))).toEqual([]);
  });
  it("is still said by them", () => {
    const sources = fixed([...all, ...steps, ...notices, ...givenTo(/^([^]*)$/g, ["src/ingest/documents", "src/ingest/scanner", "src/ingest/parser", "src/ingest/folder", "src/ingest/exchange", "src/coding/exchange", "src/context"]), ...literalsIn(path.join(root, "src/app/exchange_study.cpp")), ...reasons, ...definitions].join("\n"));
    const own = list.filter(({ english }) => english.split(" ").length >= 4).map(({ english }) => fixed(english));
    expect(own.filter((text) => !sources.includes(longest(text)) && !kPutTogether.includes(text))).toEqual([]);
  });
  it.each(["fr", "es", "ru", "zh"])("has words in %s", (of) => {
    const { words } = catalogue(path.join(root, "po", `${of}.po`), new Set(list.map((one) => one.ours)));
    expect(list.filter((one) => !words[one.ours]).map((one) => one.ours)).toEqual([]);
  });
});

describe("in French", () => {
  beforeAll(() => {
    const { words } = catalogue(path.join(root, "po/fr.po"), new Set(list.map((one) => one.ours)));
    take("fr", list.map((one) => [one.english, words[one.ours] as string]));
  });
  it("a problem of a field, with its value and what to do", () => {
    expect(saidWords("rests_on: \"f-2\": is a recommendation itself. Nothing was changed. Fix: name the finding that both rest on"))
      .toBe("rests_on: “f-2”: est elle-même une recommandation. Rien n'a été modifié. Nommez le constat sur lequel les deux reposent.");
    expect(saidWords("sources: \"nowhere\": there is no source of this id. Nothing was changed. Fix: add it to the sources, or correct the id"))
      .toBe("sources: “nowhere”: aucune source n'a cet identifiant. Rien n'a été modifié. Ajoutez-le (les sources), ou corrigez l'identifiant.");
  });
  it("a sentence without a field; several at once; a whole sentence of the server", () => {
    expect(saidWords("you gave this passage this code already; nothing was changed")).toBe("Vous avez déjà donné ce code à ce passage. Rien n'a été modifié.");
    expect(saidWords("2 things are wrong. Nothing was changed\n  name: is blank, but must be filled. Fix: fill it in\n  country: \"KEX\": is not a country's three-letter code (ISO 3166-1 alpha-3). Fix: write the code in capital letters, such as KEN for Kenya"))
      .toBe("2 choses ne vont pas. Rien n'a été modifié.\nname: est vide, mais doit être rempli. Remplissez-le.\ncountry: “KEX”: n'est pas le code à trois lettres d'un pays (ISO 3166-1 alpha-3). Écrivez le code en majuscules, comme ISO 3166-1 le donne.");
    expect(saidWords("Sign in first.")).toBe("Connectez-vous d'abord.");
  });
  it("what was put in is in French too, where it is a word of ours", () => {
    expect(saidWords("there is no definition of this id")).toBe("Cet identifiant n'existe pas\u00a0: définition.");
    expect(saidWords("the code BAR.1 was changed since, so this cannot be undone any more. Nothing was changed. Fix: look at it as it is now (code history), and change that"))
      .toBe("Changé depuis\u00a0: le code BAR.1\u00a0: ceci ne peut plus être annulé. Rien n'a été modifié. Regardez ce qu'il en est maintenant, et changez cela.");
  });
  it("steps of long work, and notices of files", () => {
    expect(saidPart("Writing the report")).toBe("Écriture du rapport");
    expect(saidWords("Comments are left out: 12 words, near paragraph 3, 4, ….")).toBe("Les commentaires ne sont pas repris\u00a0: mots\u00a0: 12, vers le paragraphe 3, 4, ….");
    expect(saidWords("Headers and footers are left out: 1 word: “Lantern”.")).toBe("Les en-têtes et pieds de page ne sont pas repris\u00a0: mots\u00a0: 1\u00a0: «\u00a0Lantern\u00a0».");
    expect(saidWords("Pages 2, 4 to 9 were hard to read (61% sure): compare the text with the original before you code it."))
      .toBe("Les pages 2, 4–9 étaient difficiles à lire (sûr à 61 %)\u00a0: comparez le texte avec l'original avant de le coder.");
    expect(saidWords("Page 3 could not be read, and is not in the text: the image is damaged. Fix: open it and save it again as PNG"))
      .toBe("La page 3 n'a pas pu être lue et n'est pas dans le texte\u00a0: l'image est endommagée. Ouvrez-la et enregistrez-la de nouveau en PNG.");
    expect(saidWords("The embedded file sheet.xlsx is not read. Fix: if it belongs to the document, open it there and save it as a file of its own"))
      .toBe("Le fichier incorporé sheet.xlsx n'est pas lu. S'il fait partie du document, ouvrez-le là et enregistrez-le comme fichier à part.");
    expect(saidWords("The PDF draws letters and does not say which they are (page 1, 2 and 4 more): read as pictures. Compare the text with the original before you code it."))
      .toBe("Le PDF dessine des lettres sans dire lesquelles (page 1, 2 et 4 de plus)\u00a0: lu comme des images. Comparez le texte avec l'original avant de le coder.");
    expect(saidWords("The file has CR LF line ends; they are read as LF.")).toBe("Le fichier a des fins de ligne CR LF\u00a0; elles sont lues comme LF.");
  });
  it("what nobody knows is null, whatever it holds", () => {
    expect(saidWords("something new happened. Fix: look")).toBeNull();
    expect(saidPart("is something new")).toBeNull();
    expect(saidWords("")).toBeNull();
    expect(saidWords("x: \"$& {1}\": is not an id. Nothing was changed")).toBe("x: “$& {1}”: n'est pas un identifiant. Rien n'a été modifié.");
  });
});
