// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sentences and words of a text, by the rules of its language.  All positions are UTF-16 units of the text given.
export interface Span {
  start: number;
  end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(language: string, granularity: "sentence" | "word"): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let one = segmenters.get(key);
  if (!one) {
    try {
      one = new Intl.Segmenter(language || "en", { granularity });
    } catch {
      one = new Intl.Segmenter("en", { granularity }); // a language tag that is not one
    }
    segmenters.set(key, one);
  }
  return one;
}

// Without the spaces behind each.
export function sentences(text: string, language: string): Span[] {
  const found: Span[] = [];
  for (const { segment, index } of segmenter(language, "sentence").segment(text)) {
    const words = segment.trim();
    if (words === "") continue;
    const start = index + segment.indexOf(words);
    found.push({ start, end: start + words.length });
  }
  return found;
}

export function words(text: string, language: string): Span[] {
  const found: Span[] = [];
  for (const { segment, index, isWordLike } of segmenter(language, "word").segment(text)) {
    if (isWordLike) found.push({ start: index, end: index + segment.length });
  }
  return found;
}

// The start of the next word behind a position, or of the last one before it; null: there is none.
export function nextWordStart(text: string, language: string, at: number, step: 1 | -1): number | null {
  const starts = words(text, language).map((word) => word.start);
  return (step > 0 ? starts.find((start) => start > at) : starts.reverse().find((start) => start < at)) ?? null;
}

// The end of the next word behind a position, or of the last one before it; null: there is none.
export function nextWordEnd(text: string, language: string, at: number, step: 1 | -1): number | null {
  const ends = words(text, language).map((word) => word.end);
  return (step > 0 ? ends.find((end) => end > at) : ends.reverse().find((end) => end < at)) ?? null;
}
