// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words for what a text was taken from, and for how far work on it is.
import type { TextLine } from "../store/texts";
import { plural, t } from "../words/words";
import type { State } from "./list";

type From = NonNullable<TextLine["from"]>;
function kindOf(from: From): string {
  switch (from) {
    case "markdown": return "Markdown";
    case "plain-text": return t("plain text");
    case "web-page": return t("web page");
    case "word": return "Word";
    case "opendocument": return "OpenDocument";
    case "rich-text": return "RTF";
    case "e-book": return t("e-book");
    case "pdf": return "PDF";
    case "scan": return t("scan");
    case "photograph": return t("photograph");
    case "picture": return t("picture");
  }
}

// "scan, 3 pages"; a photograph of one page has none to be told.
export function fromWords({ from, pages }: Pick<TextLine, "from" | "pages">): string {
  if (from === undefined) return "";
  const isOne = pages === 1 && (from === "photograph" || from === "picture");
  return pages === 0 || isOne ? kindOf(from) : t("{1}, {2}", kindOf(from), plural("{1} page", "{1} pages", pages));
}

export function stateName(state: State): string {
  switch (state) {
    case "nobody-yet": return t("nobody yet");
    case "blind": return t("given out");
    case "one": return t("coded by one");
    case "to-decide": return t("to decide");
    case "done": return t("coded by two or more");
  }
}
