// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fields as people type them, and as the API has them: a list is a line each; a criterion is "governance >= 50/100"; facts
// are "law_selling=criminalised, partly".
export type Form = "line" | "lines" | "list" | "members" | "choice" | "number" | "criteria" | "facts" | "whether";
export type Typed = { ok: true; value: unknown } | { ok: false; line: string };

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
const linesOf = (typed: string): string[] => typed.split("\n").map((line) => line.trim()).filter((line) => line !== "");

interface Criterion {
  body: string;
  share: string;
  comparison: ">=" | ">";
  when_empty?: string;
}
const kCriterion = /^([\w-]+)\s*(>=|>)\s*([\d./%]+)\s*(?:\((not-applicable|undetermined)\))?$/;

export function shown(form: Form, value: unknown): string {
  switch (form) {
    case "list":
    case "members":
      return ((value ?? []) as string[]).join("\n");
    case "criteria":
      return ((value ?? []) as Criterion[]).map((one) => `${one.body} ${one.comparison} ${one.share}${one.when_empty ? ` (${one.when_empty})` : ""}`).join("\n");
    case "facts":
      return Object.entries((value ?? {}) as Record<string, string[]>).map(([name, values]) => `${name}=${values.join(", ")}`).join("\n");
    case "whether":
      return value === true ? "yes" : value === false ? "no" : "";
    default:
      return text(value);
  }
}

// A line that cannot be read is given back, so that the page can name it.
export function typed(form: Form, words: string): Typed {
  switch (form) {
    case "list":
    case "members":
      return { ok: true, value: linesOf(words) };
    case "criteria": {
      const found: Criterion[] = [];
      for (const line of linesOf(words)) {
        const parts = kCriterion.exec(line);
        if (!parts) return { ok: false, line };
        found.push({ body: parts[1]!, comparison: parts[2] as ">=" | ">", share: parts[3]!, ...(parts[4] ? { when_empty: parts[4] } : {}) });
      }
      return { ok: true, value: found };
    }
    case "facts": {
      const found: Record<string, string[]> = {};
      for (const line of linesOf(words)) {
        const at = line.indexOf("=");
        const name = line.slice(0, at).trim();
        const values = line.slice(at + 1).split(",").map((one) => one.trim());
        if (at < 1 || values.includes("") || name in found) return { ok: false, line };
        found[name] = values;
      }
      return { ok: true, value: found };
    }
    case "number":
      return words.trim() === "" ? { ok: true, value: null } : /^\d+$/.test(words.trim()) ? { ok: true, value: Number(words) } : { ok: false, line: words };
    case "whether":
      return { ok: true, value: words === "yes" };
    default:
      return { ok: true, value: words.trim() === "" ? null : words.trim() };
  }
}
