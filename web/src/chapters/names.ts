// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The chapters that people write: what each is called, on which page of the report it stands.
import { languageName, languages, t } from "../words/words";

export const known = ["notice", "summary", "barriers", "best-practices", "coalitions", "recommendations", "conclusion", "methodology", "annexes"] as const;
// "summary.fr" is the summary in French; without a language it is in the study's.
export const languageOf = (id: string): string => languages.find((one) => id.endsWith(`.${one.code}`))?.code ?? "";
export const withoutLanguage = (id: string): string => (languageOf(id) ? id.slice(0, -3) : id);
export const practiceOf = (id: string): string | undefined => /^practice-(.+)$/.exec(id)?.[1];
export const caseOf = (id: string): string | undefined => /^case-(.+)$/.exec(id)?.[1];
interface Names {
  code: (id: string) => string;
  organisation: (id: string) => string;
}
// An id may end as a language does: "case-delta.fr" is about "delta.fr" where there is one, and else about "delta", in French.
const isWhole = (id: string, names: Names): boolean => {
  const practice = practiceOf(id);
  const organisation = caseOf(id);
  return (practice !== undefined && names.code(practice) !== practice) || (organisation !== undefined && names.organisation(organisation) !== organisation);
};

// names: what a code or an organisation is called; their id where that is not known.
export function chapterWords(id: string, names: Names): string {
  const language = isWhole(id, names) ? "" : languageOf(id);
  if (language) return t("{1}: {2}", chapterWords(withoutLanguage(id), names), languageName(language));
  switch (id) {
    case "notice": return t("Notice at the head of every page");
    case "summary": return t("Summary");
    case "barriers": return t("Barriers");
    case "best-practices": return t("Best practices");
    case "coalitions": return t("Coalitions");
    case "recommendations": return t("Recommendations");
    case "conclusion": return t("Conclusion");
    case "methodology": return t("How we know");
    case "annexes": return t("Annexes");
  }
  const practice = practiceOf(id);
  if (practice !== undefined) return t("About a practice: {1}", names.code(practice));
  const organisation = caseOf(id);
  if (organisation !== undefined) return t("About a case: {1}", names.organisation(organisation));
  return id;
}

const pages: Record<string, string> = {
  notice: "index.html", summary: "index.html", barriers: "barriers.html", "best-practices": "common-ground.html", coalitions: "coalitions.html",
  recommendations: "recommendations.html", conclusion: "conclusion.html", methodology: "how-we-know.html", annexes: "annexes.html",
};
// Which of the drawn pages shows the chapter; the first page where none does.
export function pageOfChapter(name: string, drawn: readonly string[]): string {
  const pageOf = (id: string): string => {
    const practice = practiceOf(id);
    const organisation = caseOf(id);
    return practice !== undefined ? `practices/${practice}.html` : organisation !== undefined ? `cases/${organisation}.html` : pages[id] ?? "";
  };
  return [name, withoutLanguage(name)].map(pageOf).find((page) => drawn.includes(page)) ?? "index.html";
}

// Words of any script, also where nothing stands between them.
export function wordsIn(text: string): number {
  let count = 0;
  if (typeof Intl.Segmenter === "undefined") return text.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
  for (const one of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) if (one.isWordLike) count += 1;
  return count;
}
