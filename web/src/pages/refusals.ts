// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Why a file was not taken, and what to do, in the reader's language.  The server says it in English ("…. Fix: …"); what
// is not known here is shown as it says it.
import { saidWords } from "../words/said";
import { t } from "../words/words";

export interface Refusal {
  what: string;
  fix: string;
}

// The first whose words stand in what the server said.
export const known: readonly { words: RegExp; say: () => Refusal }[] = [
  { words: /locked with a password/, say: () => ({ what: t("The file is locked with a password."), fix: t("Open it, and save a copy without a password.") }) },
  { words: /is empty/, say: () => ({ what: t("The file is empty."), fix: t("Choose the whole file.") }) },
  { words: /larger than 25 MB|longer than 25 MB|more than a document may|the body is too large/,
    say: () => ({ what: t("The file is too large."), fix: t("Split it, or save it smaller.") }) },
  { words: /Word up to 2003/, say: () => ({ what: t("This is an old Word file (.doc)."), fix: t("Open it in a word processor and save it as DOCX.") }) },
  { words: /of this kind are not read/, say: () => ({ what: t("Files of this kind cannot be read."), fix: t("Save it as DOCX, ODT or PDF; an image as JPEG or PNG.") }) },
  { words: /cannot be opened safely on this machine|workbooks cannot be opened safely/, say: () => ({ what: t("This machine cannot open files safely, so it opens none."),
    fix: t("Whoever keeps the machine has to install what is missing. Plain text (.txt, .md) can be given meanwhile.") }) },
  { words: /are no tables|is not a workbook/, say: () => ({ what: t("Files of this kind are no tables."), fix: t("Save it as XLSX or CSV.") }) },
  { words: /nothing stands in the workbook/, say: () => ({ what: t("Nothing stands in the workbook."), fix: t("Name the columns in the first row as the table has them, or copy the rows and paste them here.") }) },
  { words: /has a password/, say: () => ({ what: t("The file is locked with a password."), fix: t("Open it, and save a copy without a password.") }) },
  { words: /is named .* but is/, say: () => ({ what: t("The file is not what its name says, or is damaged."), fix: t("Open it in the program it was written with and save it again.") }) },
  { words: /no text was found/, say: () => ({ what: t("No text was found in it."), fix: t("If it is a scan, photograph it again: flat, straight, in good light.") }) },
  { words: /takes longer than|needs more memory/, say: () => ({ what: t("It takes too much to read."), fix: t("Split it, or save it as plain text.") }) },
  { words: /from another place|holds other files|holds another document/, say: () => ({ what: t("The file asks for other files, or holds some."),
    fix: t("Open it, take them out, and save it again.") }) },
  { words: /not a valid name of a file/, say: () => ({ what: t("The name of the file cannot be used."), fix: t("Give it a shorter name, without slashes.") }) },
  { words: /was withdrawn/, say: () => ({ what: t("Consent to this text, or to all of its organisation, was withdrawn."), fix: t("If it was given again, record that first.") }) },
  { words: /a text of this name already/, say: () => ({ what: t("The organisation has a text of this name already, and it says something else."),
    fix: t("Bring this one in as its new version, or give the file another name.") }) },
  { words: /codings of this text, or what was answered/, say: () => ({ what: t("Codings of this text changed meanwhile."), fix: t("Look at the new version again.") }) },
  { words: /has version \d+ by now/, say: () => ({ what: t("Somebody brought in another version meanwhile."), fix: t("Look at it, and try again.") }) },
  { words: /damaged|cut off|made its parser stop|parser gave up|is no text|UTF-8|UTF-16|byte/, say: () => ({ what: t("The file is damaged, or is no text."),
    fix: t("Open it in the program it was written with and save it again.") }) },
];

export function refusalOf(detail: string): Refusal {
  const found = known.find((one) => one.words.test(detail));
  if (found) return found.say();
  const said = saidWords(detail);
  if (said !== null && said !== detail) return { what: said, fix: "" };
  const [what = "", fix = ""] = detail.split(/\. Fix: /);
  return { what: what || t("That did not work. Nothing was changed."), fix };
}

// What a file also held and is not taken over, as the readers of files name it.
export function leftOutWords(what: string): string {
  switch (what) {
    case "author": return t("the author's name");
    case "names of people who edited it": return t("names of people who edited it");
    case "comments": return t("comments");
    case "company": return t("the company's name");
    case "times of writing": return t("times of writing");
    case "earlier versions of the text": return t("earlier versions of the text");
    case "pictures": return t("pictures");
    case "images in another place": return t("pictures in another place");
    case "embedded files":
    case "embedded objects": return t("files within the file");
    case "template":
    case "a template in another place": return t("its template");
    case "fonts": return t("fonts");
    case "scripts": return t("scripts");
    case "attached files": return t("files within the file");
    case "program that wrote it": return t("which program wrote it");
    case "XMP metadata":
    case "custom XML":
    case "description": return t("what the file says of itself");
    case "printer settings": return t("settings of a printer");
    case "a chart's sheet": return t("the table behind a figure");
    case "frames": return t("pages within the page");
    case "notes on pages": return t("notes on pages");
    case "location": return t("the place where it was photographed");
    case "camera": return t("which camera or phone took it");
    default: return what;
  }
}
