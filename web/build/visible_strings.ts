// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds words that a reader would see and that do not come from po/: text between tags, and attributes that are read out.
import ts from "typescript";
import { readFileSync } from "node:fs";

const seen = new Set(["title", "placeholder", "aria-label", "aria-description", "alt", "label"]);
const hasWord = (text: string): boolean => /\p{L}{2,}/u.test(text);
// Names of keys are the same in every language, and stand in <kbd>.
const inKeys = (node: ts.Node): boolean =>
  ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === "kbd";

export function visibleStrings(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const tell = (node: ts.Node, text: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWord(node.text) && !inKeys(node)) tell(node, node.text);
    if (ts.isJsxAttribute(node) && seen.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)
        && hasWord(node.initializer.text) && !/^(Ctrl|Alt|Shift|Enter|Esc)\b/.test(node.initializer.text)) {
      tell(node, node.initializer.text);
    }
    if (ts.isJsxExpression(node) && node.expression && ts.isJsxElement(node.parent) && ts.isStringLiteral(node.expression)
        && hasWord(node.expression.text) && !inKeys(node)) {
      tell(node, node.expression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
