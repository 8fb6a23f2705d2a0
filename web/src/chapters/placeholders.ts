// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Placeholders as the report reads them (docs/report.md), and putting one into a text.
export type Kind = "number" | "case" | "context" | "finding" | "recommendation" | "quote" | "figure" | "table" | "source";
export const figures = ["coverage", "practices", "barriers", "gap-outcomes", "gap-barriers", "material", "flow"] as const;
export const tables = ["findings", "profile", "outcomes"] as const;
export const totals = ["cases", "passages", "regions", "findings"] as const;
export const isBlock = (kind: Kind): boolean => kind === "figure" || kind === "table" || kind === "quote";

export const placeholder = (kind: Kind, of: string): string => (kind === "source" ? `[@${of}]` : `[[${kind}:${of}]]`);

// With the blank lines around it that a block needs there.
export function onItsLine(put: string, text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const above = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = after === "" ? "\n" : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return `${above}${put}${below}`;
}

// What was chosen is replaced; the caret stands behind what was put in.
export const withPut = (text: string, start: number, end: number, put: string): { text: string; caret: number } =>
  ({ text: text.slice(0, start) + put + text.slice(end), caret: start + put.length });
