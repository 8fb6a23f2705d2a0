// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far the coding is, text by text, from what was given out.
export interface Given {
  document: string;
  title: string;
  coder: string;
  state: "open" | "submitted";
  codings?: number;
}
export interface GivenText<One> {
  document: string;
  title: string;
  given: One[];
}
export interface Progress<One> {
  byTwo: number; // submitted by two people or more, and nobody still codes it
  byOne: number;
  open: number; // somebody still codes it
  nobody: number;
  texts: GivenText<One>[]; // that were given out: those that somebody still codes first
}

// documents: the ids of all that this person may see.
export function progressOf<One extends Given>(assignments: readonly One[], documents: readonly string[]): Progress<One> {
  const texts = new Map<string, GivenText<One>>();
  for (const one of assignments) {
    const text = texts.get(one.document) ?? { document: one.document, title: one.title, given: [] };
    text.given.push(one);
    texts.set(one.document, text);
  }
  const all = [...texts.values()];
  const isOpen = (text: GivenText<One>) => text.given.some((one) => one.state === "open");
  const done = all.filter((text) => !isOpen(text));
  return {
    byTwo: done.filter((text) => text.given.length > 1).length,
    byOne: done.filter((text) => text.given.length === 1).length,
    open: all.filter(isOpen).length,
    nobody: documents.filter((document) => !texts.has(document)).length,
    texts: [...all.filter(isOpen), ...done],
  };
}
