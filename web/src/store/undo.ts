// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Undo and redo of what this person did last, from wherever the page is.
import { signal } from "@preact/signals";
import { api, ask, type Problem } from "../api/client";
import { mayDo } from "../session/session";
import { changed } from "./news";
import { nothingToKeep, saving, settled } from "./saved";

// What was just undone or redone, or why it could not be; the shell says it.
export const undone = signal<{ kind: "undo" | "redo"; action: string } | { kind: "problem"; problem: Problem } | null>(null);

export const mayUndo = (): boolean => mayDo("coordinator", "researcher", "reviewer", "member");

export async function undo(kind: "undo" | "redo"): Promise<void> {
  saving();
  const answer = await ask(() => (kind === "undo" ? api.POST("/undo") : api.POST("/redo")));
  // Refused means that there was nothing left to undo, or that it may not be: then nothing was to be kept.
  if (answer.ok || answer.problem.kind === "offline" || answer.problem.kind === "failed") settled(answer.ok);
  else nothingToKeep();
  undone.value = answer.ok ? { kind, action: answer.data.action } : { kind: "problem", problem: answer.problem };
  changed();
}

// Takes back so many acts, the last first; stops at the first that cannot be.
export async function undoBack(times: number): Promise<void> {
  for (let left = times; left > 0; left -= 1) {
    await undo("undo");
    if (undone.value?.kind === "problem") return;
  }
}
