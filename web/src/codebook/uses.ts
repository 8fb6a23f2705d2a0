// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What names a code besides codings: findings, answers to barriers, and chapters that people wrote.
import { practiceOf, withoutLanguage } from "../chapters/names";

interface Thing<Fields> {
  id: string;
  fields: Fields;
}
export interface Uses<Finding, Chapter> {
  findings: Finding[];
  answers: number; // of which it is the practice or the barrier
  chapters: Chapter[]; // about it, or with a number or a table of it placed in them
}

export function usesOf<F extends Thing<{ codes?: string[] | null }>, C extends Thing<{ text?: string | null }>>(code: string, findings: readonly F[],
  answers: readonly Thing<{ practice?: string | null; barrier?: string | null }>[], chapters: readonly C[]): Uses<F, C> {
  const places = (text: string): boolean => [...text.matchAll(/\[\[[a-z]+:([^\]|]+)/g)].some((found) => found[1]!.trim() === code);
  return {
    findings: findings.filter((one) => one.fields.codes?.includes(code)),
    answers: answers.filter((one) => one.fields.practice === code || one.fields.barrier === code).length,
    chapters: chapters.filter((one) => practiceOf(one.id) === code || practiceOf(withoutLanguage(one.id)) === code || places(one.fields.text ?? "")),
  };
}
