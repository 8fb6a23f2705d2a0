// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A finding that somebody changes: what was seen, what is wanted, and where somebody else was there first.
import type { Finding } from "./ask";

export type Fields = Finding["fields"];
export type Field = keyof Fields;
const editable = ["statement", "text", "kind", "codes", "cases_for", "cases_against", "concerns", "reasons", "confidence", "graded_by", "looked_at"] as const;

const plain = (value: unknown): string => JSON.stringify(Array.isArray(value) && value.length === 0 ? null : value ?? null);
export const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

export const changedFields = (seen: Fields, wanted: Fields): Field[] => editable.filter((field) => !same(seen[field], wanted[field]));

// What is sent: the changed fields alone.  A blank list is no list; a blank text is none.
export function changeOf(seen: Fields, wanted: Fields): Partial<Fields> {
  const change: Record<string, unknown> = {};
  for (const field of changedFields(seen, wanted)) {
    const value = wanted[field];
    change[field] = value === "" || value === undefined ? null : value;
  }
  return change as Partial<Fields>;
}

// Four levels and four reasons belong together; a grade that is begun and not signed is no grade.  With one name it waits
// for a second person, who signs in a session of their own.
export function gradeState(fields: Fields): "none" | "begun" | "waits" | "whole" {
  const levels = (fields.concerns ?? []).filter((one) => one !== "").length;
  const reasons = (fields.reasons ?? []).filter((one) => one.trim() !== "").length;
  const signed = (fields.graded_by ?? []).length;
  if (levels === 0 && reasons === 0 && !fields.confidence && signed === 0) return "none";
  if (levels < 4 || reasons < 4 || !fields.confidence || signed === 0) return "begun";
  return signed >= 2 ? "whole" : "waits";
}

// What others signed was the grade as it was: with another one their names go, as the server does it.
export function regraded(seen: Fields, wanted: Fields, me: string): Fields {
  if (["concerns", "reasons", "confidence"].every((field) => same(seen[field as Field], wanted[field as Field]))) return wanted;
  return { ...wanted, graded_by: (wanted.graded_by ?? []).filter((name) => name === me) };
}

// Of a list of four, one is set; the others are there, blank.
export function withAt(list: readonly string[] | null | undefined, at: number, value: string): string[] {
  const four = [0, 1, 2, 3].map((i) => list?.[i] ?? "");
  four[at] = value;
  return four.every((one) => one === "") ? [] : four;
}

// A grade and its signatures are one: nobody's name goes under levels that they did not see.
const grade: readonly Field[] = ["concerns", "reasons", "confidence", "graded_by"];
function changedAsOne(seen: Fields, wanted: Fields): Set<Field> {
  const changed = changedFields(seen, wanted);
  return new Set(changed.some((field) => grade.includes(field)) ? [...changed, ...grade] : changed);
}

// What others changed and this person did not comes in; what this person changed stays.
export const mergedFields = (seen: Fields, now: Fields, wanted: Fields): Fields =>
  ({ ...now, ...Object.fromEntries([...changedAsOne(seen, wanted)].map((field) => [field, wanted[field]])) });

// Fields that both changed to different things.
export function inConflict(seen: Fields, now: Fields, wanted: Fields): Field[] {
  const mine = changedAsOne(seen, wanted);
  const theirs = changedAsOne(seen, now);
  return editable.filter((field) => mine.has(field) && theirs.has(field) && !same(now[field], wanted[field]));
}
