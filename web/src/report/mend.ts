// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where something that blocks the report is mended, and on which of its pages it is seen.
import { pageOfChapter } from "../chapters/names";
import { signOf } from "../text/address";

export interface Thing {
  thing: string;
  id: string;
  file: string;
}

// undefined: there is no page for it; it is mended in the study folder.
export function placeOf({ thing, id, file }: Thing): string | undefined {
  if (thing === "" && file === "study.toml") return "/settings/study";
  switch (thing) {
    case "finding": return `/findings/${signOf(id)}`;
    case "organisation": return `/organisations/${signOf(id)}`;
    case "document": return `/texts/${signOf(id)}`;
    case "code": return `/codebook/${encodeURIComponent(id)}`;
    case "context fact": return "/countries";
    case "chapter": return `/report/chapters/${signOf(id)}`;
    default: return undefined;
  }
}

// Names that may not appear are told by the file of the study that says them: a finding's, a chapter's.
export function thingOf(one: Thing): Thing {
  if (one.thing !== "") return one;
  const finding = /^findings\/(.+)\.md$/.exec(one.file)?.[1];
  if (finding) return { ...one, thing: "finding", id: finding };
  const chapter = /^report\/(.+)\.md$/.exec(one.file)?.[1];
  if (chapter) return { ...one, thing: "chapter", id: chapter };
  return one;
}

export function pageOf({ thing, id }: Thing, pages: readonly string[]): string | undefined {
  if (thing === "chapter") return pages.length > 0 ? pageOfChapter(id, pages) : undefined;
  const page = thing === "finding" ? "findings.html" : thing === "organisation" ? "cases.html" : thing === "context fact" ? "contexts.html" : "";
  return pages.includes(page) ? page : undefined;
}
